// A letter (函告) after a final failure: to whoever certified or licensed the goods, or to the platform that sells them, and what came of it.
import { area, choice, day, link, party, rows, text } from '../../../kernel/kinds.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { some } from './duties.ts'
import { issuerLetter, letterWithdrawn, platformLetter } from './letter-documents.ts'
import { entryOf } from './permit-on-day.ts'
import { supervisionRefusals } from './refusals.ts'
import { certification, order } from './rules.ts'
import { failureLine } from './sample.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const

/** To whom it goes, by what the sheet says of the goods. */
export const letterKinds = {
  ccc: words('强制性认证机构', 'Body that gave the CCC certificate'),
  voluntary: words('自愿性认证机构', 'Body that gave a voluntary certificate'),
  licence: words('生产许可证主管部门', 'Authority that gave the production licence'),
  platform: words('电商平台', 'E-commerce platform'),
} as const

/** What the addressee did; none of it is done here, for only who gave a certificate or a permit may take it. */
export const letterActions = {
  suspended: words('暂停证书', 'Certificate suspended'),
  revoked: words('撤销或者吊销', 'Certificate or permit revoked'),
  ordered: words('责令限期改正', 'Ordered to correct'),
  takenDown: words('商品下架', 'Goods taken down'),
  kept: words('维持，说明理由', 'Kept, with reasons'),
  notTheirs: words('证书或者商品与其无关', 'Certificate or goods are not theirs'),
} as const

const forPlatform: readonly string[] = ['takenDown', 'kept', 'notTheirs']

export const letter = register('letter', {
  title: words('函告', 'Letters after a failure'),
  number: 'HG{area}{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  concerns: 'party',
  listed: ['kind', 'product', 'certificate', 'issuer', 'place', 'sentOn', 'action'],
  fields: {
    begun: day(words('结论确认日期', 'Verdict confirmed on')),
    kind: choice(words('函告对象', 'To whom'), letterKinds),
    certificate: text(words('证书或者许可证编号', 'Certificate or permit'), { optional: true, length: 80 }),
    shopUrl: text(words('店铺或者商品网址', 'Address of the shop or goods'), { optional: true, length: 400 }),
    sample: link(words('抽查样品', 'Sample'), 'sample', { optional: true, fixed: true }),
    sampleNumber: text(words('样品编号', 'Number of the sample'), { length: 40 }),
    // Of a certificate or permit the maker named, of a platform its seller; null: no maker is known, or the one named did not make them.
    party: party(words('标称生产者（平台函告为销售者）代码', 'Code of the maker named, or of the seller on a platform'), opt),
    partyName: text(words('标称生产者（平台函告为销售者）', 'Maker named, or seller on a platform'), { optional: true, length: 120 }),
    sellerName: text(words('抽得样品的销售者', 'Seller from whom it was taken'), { optional: true, length: 120 }),
    disownedName: text(words('否认生产的标称生产者', 'Producer named who did not make it'), { optional: true, length: 120 }),
    place: area(words('地域', 'Place')),
    product: text(words('产品名称', 'Product'), { searched: true, length: 120 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    model: text(words('规格型号', 'Model'), { optional: true, length: 80 }),
    batch: text(words('生产日期或者批号', 'Date of making or lot'), { optional: true, length: 80 }),
    failures: rows(words('不合格项目', 'What failed'), failureLine, { optional: true, most: 60 }),
    issuer: text(words('收函单位', 'Addressee'), { optional: true, length: 120 }),
    issuerParty: party(words('收函单位代码', 'Code of the addressee'), opt),
    permit: link(words('证照台账', 'Entry of the register'), 'permit', opt),
    sentOn: day(words('发函日期', 'Letter made on'), opt),
    answeredOn: day(words('收到答复日期', 'Answered on'), opt),
    action: choice(words('收函单位的处理', 'What the addressee did'), letterActions, opt),
    answer: text(words('答复内容', 'Answer'), { optional: true, length: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
  },
})

interface Named {
  readonly kind: string
  readonly certificate: string | null
}

/** The kinds under which the register may hold the number of a letter. */
const kindsOf: Readonly<Record<string, readonly string[]>> = { ccc: ['ccc'], voluntary: ['voluntary'], licence: ['production', 'food'] }

/** Who issued it is taken from the register where that knows the number; what a person typed gives way to it. */
async function byRegister({ kind, certificate }: Named, at: Reading) {
  for (const each of certificate === null ? [] : (kindsOf[kind] ?? [])) {
    const found = await entryOf(at, each, certificate!)
    if (found) return { issuer: String(found['issuerName']), issuerParty: found['issuer'] as string | null, permit: found.id }
  }
}

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const writing = procedure(letter, {
  duties: some('organiser', 'officer', 'head', 'party', 'reader'),
  states: {
    toSend: words('待发函', 'To be sent'),
    sent: words('已发函', 'Sent'),
    answered: words('已答复', 'Answered'),
    dropped: words('不发函', 'Not sent'),
    withdrawn: words('已撤回', 'Withdrawn'),
  },
  ends: ['dropped', 'withdrawn'],
  opens: {
    title: words('登记函告', 'Register a letter'),
    state: 'toSend',
    by: 'organiser',
    basis: order,
    asks: [
      'begun', 'kind', 'certificate', 'shopUrl', 'sample', 'sampleNumber', 'party', 'partyName', 'sellerName', 'disownedName', 'place', 'product', 'productClass', 'model', 'batch',
      'failures', 'issuer', 'origin', 'originRecord',
    ],
    confirm: (c, at) => byRegister(c.answers, at),
  },
  steps: (step) => ({
    send: step({
      title: words('发函', 'Send the letter'),
      from: 'toSend',
      to: 'sent',
      by: ['organiser', 'officer'],
      basis: certification('26'),
      issues: { either: [issuerLetter, platformLetter], which: (c) => (c.record.kind === 'platform' ? platformLetter : issuerLetter) },
      asks: { issuer: letter.fields.issuer },
      check({ record, answers: { issuer } }) {
        if (issuer == null && record.issuer == null) refuse(record.kind === 'platform' ? 'no-platform' : 'no-issuer', { field: 'issuer' })
        if (record.permit != null && issuer != null && issuer !== record.issuer) refuse('issuer-registered', { issuer: record.issuer ?? '—', field: 'issuer' })
      },
      gives: (c) => ({ sentOn: c.today, issuer: c.answers.issuer ?? c.record.issuer }),
    }),
    'take-answer': step({
      title: words('收到答复', 'Take the answer'),
      from: ['sent', 'answered'],
      to: 'answered',
      by: ['organiser', 'officer'],
      basis: certification('26'),
      asks: { action: choice(words('收函单位的处理', 'What the addressee did'), letterActions), answer: text(words('答复内容', 'Answer'), { length: 1000 }) },
      check(c) {
        const ofPlatform = c.record.kind === 'platform'
        const { action } = c.answers
        if (ofPlatform ? !forPlatform.includes(action) : action === 'takenDown') refuse('not-in-their-power', { action: letterActions[action], field: 'action' })
      },
      gives: (c) => ({ answeredOn: c.today }),
    }),
    drop: step({
      title: words('不发函', 'Send none'),
      from: 'toSend',
      to: 'dropped',
      by: ['organiser', 'head'],
      basis: order,
      asks: why,
    }),
    withdraw: step({
      title: words('撤回函告', 'Withdraw the letter'),
      from: ['toSend', 'sent', 'answered'],
      to: 'withdrawn',
      by: ['organiser', 'head'],
      basis: order,
      // Whoever was told of a failure is told that it fell; who was not yet told hears nothing.
      issues: { either: [letterWithdrawn], which: (c) => (c.record.sentOn == null ? null : letterWithdrawn) },
      asks: why,
    }),
  }),
  deadlines: [
    {
      name: 'send',
      title: words('发函期限', 'Send the letter'),
      starts: { field: 'begun' },
      metBy: ['send', 'drop', 'withdraw'],
      within: parameter('supervision.letter'),
      lapse: 'alarm',
    },
    {
      name: 'answer',
      title: words('平台答复期限', 'Answer of the platform'),
      starts: { served: 'platform-letter' },
      metBy: ['take-answer', 'withdraw'],
      within: parameter('supervision.platform-answer'),
      lapse: 'alarm',
    },
  ],
})
