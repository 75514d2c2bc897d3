// Complaints about the work of a laboratory (對檢驗檢測工作的投訴): looked into and answered by people who took no part in it (ISO/IEC 17025, 7.9).
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { fits } from '../../../kernel/filter.ts'
import { choice, day, party, text } from '../../../kernel/kinds.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals
const basis = cite('iso-iec-17025-2017', '7.9')

export const complainants = {
  client: words('委托方', 'The client'),
  authority: words('主管部门', 'An authority'),
  other: words('其他', 'Others'),
} as const

export const outcomes = {
  founded: words('属实', 'It was right'),
  partly: words('部分属实', 'It was right in part'),
  unfounded: words('不属实', 'It was not'),
} as const

const inside = { shownTo: ['laboratory', 'checker', 'reviewer', 'signatory', 'accreditor'] } as const

export const labComplaint = register('lab-complaint', {
  title: words('对检验检测工作的投诉', 'Complaints about laboratories'),
  number: 'JT{year}{seq}',
  headline: 'about',
  concerns: 'laboratory',
  listed: ['received', 'laboratory', 'source', 'about'],
  fields: {
    laboratory: party(words('机构', 'Laboratory'), { fixed: true }),
    received: day(words('收到日期', 'Received on'), { optional: true, fixed: true, hint: words('委托方投诉的不必填，为提交当日；登记来信的，填收到来信的日期', 'A client leaves it empty: the day of sending; for a letter give the day on which it came') }),
    source: choice(words('投诉人类别', 'Who complains'), complainants),
    complainant: text(words('投诉人', 'Complainant'), { personal: true, shownTo: ['client', 'laboratory', 'accreditor'], length: 120 }),
    orderNumber: text(words('委托编号', 'Number of the order'), { optional: true, length: 40, hint: words('填写后，参加过该委托的人员不能调查和答复', 'With it, whoever took part in the order neither looks into it nor answers') }),
    about: text(words('投诉内容', 'What the complaint is'), { length: 2000 }),
    findings: text(words('调查情况', 'What was found'), { optional: true, length: 2000, ...inside }),
    // The complainant reads the outcome once a second person has answered, and not what the first one holds.
    finding: choice(words('调查认定是否属实', 'Whether it was right, as it was found'), outcomes, { optional: true, ...inside }),
    outcome: choice(words('是否属实', 'Whether it was right'), outcomes, { optional: true }),
    answer: text(words('答复', 'Answer'), { optional: true, length: 2000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

/** The complainant is told that the complaint came, what became of it, or why it is not looked into. */
export const complaintNotice = documentForm('lab-complaint-notice', {
  title: words('检验检测投诉通知', 'Notice to the complainant'),
  number: '检诉〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['laboratory'],
  readBy: ['laboratory', 'client', 'accreditor'],
  basis,
  template(c: DocumentContext) {
    const titles = { investigating: '投诉受理通知', declined: '投诉不予受理通知' } as Readonly<Record<string, string>>
    const told = {
      investigating: '已收到您的投诉，由没有参加该项检测的人员调查，调查结果另行书面答复。',
      declined: `您的投诉不涉及本机构的检验检测工作，不予受理。理由：${c.show('reason')}`,
    } as Readonly<Record<string, string>>
    return {
      kind: 'decision',
      language: 'zh',
      number: c.number,
      title: titles[c.record.state] ?? '投诉答复',
      addressee: `${c.show('complainant')}：`,
      blocks: [
        { kind: 'paragraph', text: `投诉编号：${c.record.number ?? '—'}　收到日期：${c.show('received')}　投诉内容：${c.show('about')}` },
        { kind: 'paragraph', text: told[c.record.state] ?? `调查结论：${c.show('outcome')}。${c.show('answer')}` },
        { kind: 'paragraph', text: '对答复有异议的，可以向资质认定部门反映。' },
        { kind: 'signature', authority: c.show('laboratory'), day: c.day },
      ],
    }
  },
})

interface Complained {
  readonly record: { readonly laboratory: string; readonly orderNumber: string | null }
  readonly actor: { readonly id: string }
}
type Runs = readonly Readonly<{ by: string }>[]

/** Refuses whoever had a part in the order that is complained of (7.9.6). */
async function tookNoPart({ record: { laboratory, orderNumber }, actor }: Complained, at: Reading): Promise<void> {
  if (orderNumber === null) return
  const order = await at.first('test-order', { laboratory, number: orderNumber })
  const named = ['analyst', 'checker', 'reviewer', 'signatory'].map((each) => order?.[each])
  const acted = [...((order?.['runs'] ?? []) as Runs), ...((order?.['custody'] ?? []) as Runs)].map(({ by }) => by)
  if ([...named, ...acted].includes(actor.id)) refuse('took-part', { order: orderNumber })
}

/** What was found; complaints of before the two were told apart hold it as their outcome, until the daily watch keeps it inside. */
const outcomeOf = <T>({ finding, outcome }: { readonly finding: T | null; readonly outcome: T | null }): T | null => finding ?? outcome

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const answering = procedure(labComplaint, {
  duties: {
    client: words('委托人', 'Client'),
    laboratory: words('检验检测机构', 'Laboratory'),
    checker: words('校核员', 'Checker'),
    reviewer: words('审核员', 'Reviewer'),
    signatory: words('授权签字人', 'Authorised signatory'),
    accreditor: words('资质认定部门', 'Accrediting authority'),
  },
  states: {
    received: words('待受理', 'Received'),
    investigating: words('调查中', 'Being looked into'),
    answering: words('待答复', 'To be answered'),
    answered: words('已答复，纠正中', 'Answered, being corrected'),
    closed: words('已办结', 'Closed'),
    declined: words('不予受理', 'Not about its work'),
    withdrawn: words('已撤回', 'Taken back'),
  },
  ends: ['closed', 'declined', 'withdrawn'],
  opens: {
    title: words('投诉检验检测机构', 'Complain about a laboratory'),
    state: 'received',
    // Whoever speaks for the laboratory enters a letter as the laboratory, though it may be somebody's client too.
    by: ['accreditor', 'laboratory', 'client'],
    basis,
    asks: ['laboratory', 'received', 'source', 'complainant', 'orderNumber', 'about'],
    check({ answers: { received }, actor, today }) {
      if (actor.duty === 'testing.client' && received !== null && received !== today) refuse('received-today', { received, today, field: 'received' })
    },
    gives: ({ answers, today }) => ({ received: answers.received ?? today }),
    async confirm({ answers: { laboratory, orderNumber } }, at) {
      if ((await at.count('laboratory', { code: laboratory })) === 0) refuse('no-such-laboratory', { laboratory, field: 'laboratory' })
      if (orderNumber !== null && (await at.count('test-order', { laboratory, number: orderNumber })) === 0)
        refuse('not-on-record', { what: orderNumber, field: 'orderNumber' })
    },
  },
  steps: (step) => ({
    acknowledge: step({
      title: words('受理并告知投诉人', 'Acknowledge'),
      from: 'received', to: 'investigating', by: 'laboratory', basis, issues: complaintNotice,
    }),
    decline: step({
      title: words('不涉及本机构工作，不予受理', 'It is not about its work'),
      from: 'received', to: 'declined', by: 'laboratory', basis, issues: complaintNotice, asks: why,
    }),
    investigate: step({
      title: words('完成调查', 'Conclude what was found'),
      from: 'investigating',
      to: 'answering',
      by: ['laboratory', 'checker', 'reviewer', 'signatory'],
      basis,
      // What a complaint of before was found to be stands in this act as its outcome.
      ...inside,
      asks: {
        findings: text(words('调查情况', 'What was found'), { length: 2000 }),
        finding: choice(words('调查认定是否属实', 'Whether it was right, as it was found'), outcomes),
      },
      confirm: (c, at) => tookNoPart(c, at),
    }),
    'keep-inside': step({
      title: words('答复前的调查认定改为内部', 'Keep what was found inside until it is answered'),
      from: 'answering', to: 'answering', by: 'laboratory', basis, returning: true, standing: true, ...inside,
      gives: (c) => ({ finding: outcomeOf(c.record), outcome: null }),
    }),
    answer: step({
      title: words('答复投诉人', 'Answer'),
      from: 'answering',
      // Where it was right, it is closed when its corrective action has worked.
      to: (c) => (outcomeOf(c.record) === 'unfounded' ? 'closed' : 'answered'),
      by: ['laboratory', 'signatory'],
      basis,
      notBy: ['investigate'],
      issues: complaintNotice,
      asks: { answer: text(words('答复', 'Answer'), { length: 2000 }) },
      confirm: (c, at) => tookNoPart(c, at),
      gives: (c) => ({ outcome: outcomeOf(c.record) }),
    }),
    close: step({
      title: words('纠正有效，办结', 'Corrected: close'),
      from: 'answered',
      to: 'closed',
      by: 'laboratory',
      basis,
      async confirm({ actor, record }, at) {
        if (actor.hand === 'linkage') return
        const open = await at.count('corrective-action', { laboratory: record.laboratory, from: record.number, state: ['opened', 'acting', 'verifying'] })
        if (open > 0) refuse('still-correcting', { number: record.number ?? '—' })
      },
    }),
    'take-back': step({
      title: words('撤回投诉', 'Take the complaint back'),
      from: ['received', 'investigating', 'answering'],
      to: 'withdrawn',
      by: ['client', 'accreditor'],
      basis,
      asks: why,
    }),
  }),
  deadlines: [
    {
      name: 'acknowledge',
      title: words('受理投诉并告知期限', 'Acknowledge the complaint'),
      starts: { field: 'received' },
      metBy: ['acknowledge', 'decline', 'take-back'],
      within: parameter('testing.complaint-acknowledge'),
      lapse: 'alarm',
    },
    {
      name: 'answer',
      title: words('答复投诉人期限', 'Answer the complainant'),
      starts: { field: 'received' },
      metBy: ['answer', 'decline', 'take-back'],
      within: parameter('testing.complaint-answer'),
      lapse: 'alarm',
    },
  ],
})

export const closesComplaint = linkage('testing.correction-closes-complaint', {
  title: words('纠正措施有效，投诉办结', 'A corrective action that worked closes the complaint'),
  when: { register: 'corrective-action', step: 'verify' },
  if: ({ record }) => record['source'] === 'complaint' && record['from'] !== null,
  then: {
    step: 'close',
    of: 'lab-complaint',
    where: ({ record }) => fits({ laboratory: record['laboratory'], number: record['from'], state: 'answered' }),
    with: () => ({}),
  },
  by: 'laboratory',
  basis,
})
