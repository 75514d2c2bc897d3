// Documents of a case: the notice of what is intended, the decision, the urging.
import { cite } from '../../../kernel/citation.ts'
import { documentForm, type DocumentContext, type DocumentForm, type WayOfService } from '../../../kernel/document.ts'
import { matches } from '../../../kernel/filter.ts'
import { paperDay, type Paper } from '../../../kernel/paper.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { evidenceKinds, publicationRulesFrom, published } from './case-codes.ts'
import { withHearing } from './hearing-rules.ts'

/** All ways of service that the law knows (處罰程序規定 81–82). */
export const allWays: readonly WayOfService[] = ['direct', 'left', 'entrusted', 'post', 'electronic', 'notice']

/** A notice or decision to the party: paragraphs, then authority and day. */
export const letterToParty = (c: DocumentContext, title: Words, paragraphs: readonly string[]): Paper => ({
  kind: 'decision',
  language: 'zh',
  issuer: c.authority,
  number: c.number,
  title: title.zh,
  addressee: c.show('partyName'),
  blocks: [
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'signature', authority: c.authority, day: paperDay(c.day, 'zh') },
  ],
})

/** Issued anew, a notice or an urging takes the place of the one before, also where that is still in the post. */
const lastCounts = { supersedes: true } as const

type Text = (c: DocumentContext) => readonly string[]

const form = (name: string, title: Words, number: string, article: string, paragraphs: Text, rest: Partial<DocumentForm> = {}) =>
  documentForm(name, {
    ...rest,
    title,
    number,
    ways: allWays,
    signedBy: ['head'],
    servedBy: ['handler', 'head'],
    basis: cite('penalty-procedure', article),
    template: (c) => letterToParty(c, title, paragraphs(c)),
  })

const unitZh: Readonly<Record<string, string>> = { day: '日', workday: '个工作日', month: '个月', year: '年' }
/** A term of the law of the day in words. */
const term = (c: DocumentContext, name: string): string => {
  const { length, unit } = c.parameter(name).value as Term
  return `${length}${unitZh[unit] ?? unit}`
}

/** The same where the law of the day gives one, else that there is one: several terms of the years before 2021 were not read. */
const termWhereKnown = (c: DocumentContext, name: string): string => {
  try {
    return term(c, name)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'kernel.no-rule') return '法定期限'
    throw error
  }
}

const there = ({ record, answers }: DocumentContext, field: string): boolean =>
  Number((answers as Readonly<Record<string, unknown>>)[field] ?? record[field] ?? 0) > 0

/** Sums beside the kinds of penalty, each where there is one. */
const sums = (c: DocumentContext, fine: string, gain: string): string => {
  const named = [[fine, '罚款'], [gain, '没收违法所得']] as const
  return named.filter(([field]) => there(c, field)).map(([field, title]) => `；${title}${c.show(field)}`).join('')
}

export const penaltyNotice = form('penalty-notice', words('行政处罚告知书', 'Notice of an intended penalty'), '{authority}罚告〔{year}〕{seq}号', '57', (c) => [
  `经查明：${c.show('finding')}`,
  `上述行为涉嫌违反${c.show('breach')}。依据${c.show('punishedBy')}，拟处罚：${c.show('penalties')}${sums(c, 'toldFine', 'toldConfiscated')}。`,
  `对上述事实、理由、依据和内容，你单位有权自收到本告知书之日起${termWhereKnown(c, 'enforcement.defend')}内陈述、申辩；逾期视为放弃。`,
  withHearing(Object.assign({}, c.record, c.answers) as never, c.parameter)
    ? `上述拟处罚属于听证范围，你单位有权自收到本告知书之日起${term(c, 'enforcement.ask-hearing')}内要求听证；逾期视为放弃。你单位不承担组织听证的费用。`
    : '上述拟处罚不属于行政处罚法第六十三条所列的听证范围；法律、法规、规章另有规定的，可以在同一期限内要求听证并写明该规定。',
], lastCounts)

export const hearingNotice = documentForm('hearing-notice', {
  ...lastCounts,
  title: words('行政处罚听证通知书', 'Notice of a hearing'),
  number: '{authority}听通〔{year}〕{seq}号',
  ways: allWays,
  signedBy: ['head'],
  servedBy: ['handler', 'head'],
  basis: cite('administrative-penalty-law', '64'),
  template: (c) =>
    letterToParty(c, words('行政处罚听证通知书', 'Notice of a hearing'), [
      `根据你单位的要求，定于${paperDay(String(c.answers['hearingOn']), 'zh')}在${String(c.answers['hearingAt'])}举行听证，由${String(c.answers['host'])}主持。`,
      c.answers['closedFor'] ? `本次听证不公开举行，理由：${String(c.answers['closedFor'])}。` : '本次听证公开举行。',
      '你单位可以亲自参加，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避；无正当理由不出席或者未经许可中途退出的，视为放弃听证。',
      '你单位不承担组织听证的费用。',
    ]),
})

export const testNotice = form('test-notice', words('检验、检测、鉴定期间告知书', 'Notice of the time that a test takes'), '{authority}检告〔{year}〕{seq}号', '38', (c) => [
  `查封、扣押的财物需要检验、检测、检疫或者技术鉴定（${String(c.answers['what'])}），由${String(c.answers['testedBy'])}承担，期间自${paperDay(c.day, 'zh')}至${paperDay(String(c.answers['testUntil']), 'zh')}。`,
  '该期间不计入查封、扣押的期限；检验、检测、检疫或者技术鉴定的费用由本机关承担。结果提前作出的，期间于该日结束；需要延长的，另行告知。',
])

export const summons = form('inquiry-summons', words('询问通知书', 'Summons'), '{authority}询通〔{year}〕{seq}号', '22', (c) => [
  `为调查核实有关情况，请你单位于${String(c.answers['comeOn'])}到${String(c.answers['comeTo'])}接受询问：${String(c.answers['about'])}`,
  '询问由两名以上执法人员进行并出示执法证件；你单位应当如实回答询问，并有权陈述、申辩。',
])

interface Shown {
  readonly sort: keyof typeof evidenceKinds
  readonly named?: string | null
}

/** The evidence as the decision states it (處罰程序規定 62): by its title in the file a party might learn who informed. */
const evidenceOf = ({ record }: DocumentContext): string =>
  [...new Set(((record['evidence'] ?? []) as readonly Shown[]).map(({ sort, named }) => named || evidenceKinds[sort].zh))].join('、') || '见案卷'

/** What is to be paid, and by when; a decision that takes no money orders none. */
function toPay(c: DocumentContext): readonly string[] {
  const fined = there(c, 'fine')
  const what = [...(fined ? ['罚款'] : []), ...(there(c, 'confiscated') ? ['没收的违法所得'] : [])].join('和')
  if (what === '') return []
  const later = fined ? '逾期不缴罚款的，依法加处罚款。确有经济困难的，可以申请延期或者分期缴纳罚款。' : ''
  return [`${what}应当自收到本决定书之日起${term(c, 'enforcement.pay')}内缴到指定的银行或者通过电子支付系统缴纳。${later}`]
}

/** With the decision its party is told that it will be public, where it will be (公示規定 8). */
const toBePublic = ({ record, day }: DocumentContext): readonly string[] =>
  day >= publicationRulesFrom && matches(published, record as never) ? ['本处罚信息将依法向社会公示。'] : []

export const penaltyDecision = form('penalty-decision', words('行政处罚决定书', 'Penalty decision'), '{authority}罚决〔{year}〕{seq}号', '62', (c) => [
  `查明的事实：${c.show('finding')}`,
  `证据：${evidenceOf(c)}。`,
  `违反${c.show('breach')}。裁量情节：${c.show('circumstance')}；理由：${c.show('reasons')}。陈述申辩：${c.show('defence')}。`,
  `依据${c.show('punishedBy')}，决定处罚：${c.show('penalties')}${sums(c, 'fine', 'confiscated')}。`,
  ...toPay(c),
  `不服本决定的，可以自知道本决定之日起${term(c, 'enforcement.reconsider')}内向行政复议机关申请行政复议，也可以自知道本决定之日起${term(c, 'enforcement.sue')}内向人民法院提起行政诉讼；复议、诉讼期间本决定不停止执行，法律另有规定的除外。`,
  ...toBePublic(c),
])

/** Filled in and handed over on the spot: what 處罰法 52 asks to stand on it. */
export const spotDecision = documentForm('spot-decision', {
  title: words('当场行政处罚决定书', 'Penalty decided on the spot'),
  number: '{authority}当罚〔{year}〕{seq}号',
  ways: ['direct', 'left'],
  signedBy: ['handler'],
  servedBy: ['handler'],
  basis: cite('administrative-penalty-law', '52'),
  template: (c) =>
    letterToParty(c, words('当场行政处罚决定书', 'Penalty decided on the spot'), [
      `处罚时间：${paperDay(c.day, 'zh')} ${String(c.answers['at'])}；地点：${String(c.answers['spot'])}。`,
      `违法事实和证据：${c.show('finding')}`,
      `违反${c.show('breach')}，依据${c.show('punishedBy')}，当场决定处罚：${c.show('penalties')}${sums(c, 'fine', 'confiscated')}。`,
      `你（单位）的陈述申辩：${c.show('defence')}。`,
      ...toPay(c),
      `不服本决定的，可以在${term(c, 'enforcement.reconsider')}内申请行政复议，也可以在${term(c, 'enforcement.sue')}内提起行政诉讼。`,
      `执法人员执法证号：${c.show('firstHandler')}、${c.show('secondHandler')}。当事人签收或者拒收情况：`,
    ]),
})

export const urging = form('penalty-urging', words('行政处罚催告书', 'Urging to perform'), '{authority}罚催〔{year}〕{seq}号', '76', (c) => [
  `你单位应缴罚款${c.show('fine')}${there(c, 'confiscated') ? `、没收违法所得${c.show('confiscated')}` : ''}，已缴${c.show('paid')}，加处罚款${c.show('surcharge')}。`,
  ...(String(c.record['deferredTo'] ?? '') >= c.day ? [`其中已批准延期、分期缴纳（至${paperDay(String(c.record['deferredTo']), 'zh')}）且尚未到期的罚款，不在本次催告之内。`] : []),
  '请自收到本催告书之日起在法定期限内履行；逾期仍不履行的，将依法申请人民法院强制执行。你单位有权陈述和申辩。',
], lastCounts)
