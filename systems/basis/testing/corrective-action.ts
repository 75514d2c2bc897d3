// Corrective action (糾正措施): the cause, what is done about it, and whether it worked, which another person finds (ISO/IEC 17025, 8.7).
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { choice, party, text } from '../../../kernel/kinds.ts'
import { linkage, type Cause, type Linkage } from '../../../kernel/linkage.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'

const basis = cite('iso-iec-17025-2017', '8.7')

export const causesOfAction = {
  complaint: words('投诉', 'A complaint'),
  instrument: words('设备失准', 'An instrument that was off'),
  other: words('其他不符合', 'Another nonconformity'),
} as const

export const correctiveAction = register('corrective-action', {
  title: words('纠正措施', 'Corrective actions'),
  number: 'JZ{year}{seq}',
  headline: 'what',
  concerns: 'laboratory',
  listed: ['laboratory', 'source', 'from', 'what'],
  fields: {
    laboratory: party(words('机构', 'Laboratory'), { fixed: true }),
    source: choice(words('来源', 'Source'), causesOfAction, { fixed: true }),
    from: text(words('投诉编号或者设备编号', 'Number of the complaint or the instrument'), { optional: true, length: 40, fixed: true }),
    what: text(words('不符合情形', 'What did not conform'), { length: 2000 }),
    cause: text(words('原因', 'Cause'), { optional: true, length: 1000 }),
    action: text(words('措施', 'Action'), { optional: true, length: 1000 }),
    done: text(words('实施情况', 'What was done'), { optional: true, length: 1000 }),
    effect: text(words('有效性验证', 'Whether it worked, and how that is known'), { optional: true, length: 1000 }),
    reason: text(words('退回理由', 'Why it was sent back'), { optional: true, length: 500 }),
  },
})

/** What a step asks cannot be left empty, though the record is opened without it. */
const said = (name: 'cause' | 'action' | 'done' | 'effect') => ({ [name]: text(correctiveAction.fields[name].title, { length: 1000 }) })

export const correcting = procedure(correctiveAction, {
  duties: {
    laboratory: words('检验检测机构', 'Laboratory'),
    checker: words('校核员', 'Checker'),
    reviewer: words('审核员', 'Reviewer'),
    signatory: words('授权签字人', 'Authorised signatory'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    opened: words('待查明原因', 'Cause to be found'),
    acting: words('措施实施中', 'Being carried out'),
    verifying: words('待验证有效性', 'To be verified'),
    closed: words('有效，已关闭', 'It worked: closed'),
  },
  ends: ['closed'],
  opens: { title: words('提出纠正措施', 'Open'), state: 'opened', by: ['laboratory', 'reviewer'], basis, asks: ['laboratory', 'source', 'from', 'what'] },
  steps: (step) => ({
    plan: step({
      title: words('查明原因，确定措施', 'Find the cause and plan the action'),
      from: 'opened',
      to: 'acting',
      by: ['laboratory', 'checker', 'reviewer'],
      basis,
      asks: { ...said('cause'), ...said('action') },
    }),
    'carry-out': step({
      title: words('实施完成', 'Carried out'),
      from: 'acting',
      to: 'verifying',
      by: ['laboratory', 'checker', 'reviewer'],
      basis,
      asks: said('done'),
    }),
    verify: step({
      title: words('验证有效，关闭', 'It worked: close'),
      from: 'verifying',
      to: 'closed',
      by: ['laboratory', 'reviewer', 'signatory'],
      basis,
      notBy: ['plan', 'carry-out'],
      asks: said('effect'),
    }),
    'send-back': step({
      title: words('无效，重新查明原因', 'It did not work: find the cause anew'),
      from: 'verifying',
      to: 'opened',
      by: ['laboratory', 'reviewer', 'signatory'],
      basis,
      notBy: ['plan', 'carry-out'],
      returning: true,
      asks: { reason: text(words('退回理由', 'Why it was sent back'), { length: 500 }) },
    }),
  }),
  deadlines: [
    {
      name: 'correction',
      title: words('纠正措施期限', 'Correct, and verify that it worked'),
      starts: 'opened',
      metBy: ['verify'],
      within: parameter('testing.corrective-action'),
      lapse: 'alarm',
    },
  ],
})

type Opening = Pick<Linkage, 'title' | 'when' | 'if'> & { readonly with: (cause: Cause) => Readonly<Record<string, unknown>> }

const opens = (name: string, { with: about, ...declared }: Opening): Linkage =>
  linkage(`testing.${name}`, {
    ...declared,
    then: { open: 'corrective-action', with: (cause) => ({ laboratory: cause.record['laboratory'], ...about(cause) }) },
    by: 'laboratory',
    basis,
  })

export const correctionLinks: readonly Linkage[] = [
  opens('complaint-corrects', {
    title: words('投诉属实的，采取纠正措施', 'A complaint that was right leads to a corrective action'),
    when: { register: 'lab-complaint', step: 'answer' },
    if: ({ record }) => record['outcome'] !== 'unfounded',
    with: ({ record }) => ({ source: 'complaint', from: record.number, what: record['findings'] }),
  }),
  opens('instrument-corrects', {
    title: words('设备失准的，采取纠正措施', 'An instrument that was off leads to a corrective action'),
    when: { register: 'lab-instrument', step: 'doubt' },
    with: ({ record, answers }) => ({ source: 'instrument', from: record['serial'], what: answers['cause'] }),
  }),
]
