// The first half of a complaint: receipt, material that is missing, transfer, acceptance, and declining by two persons.
import { addMonths } from '../../../kernel/day.ts'
import { area, choice, choices, day, office, text } from '../../../kernel/kinds.ts'
import type { Opening, StepContext, StepMaker } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import type { Fields } from '../../../kernel/field.ts'
import { words } from '../../../kernel/words.ts'
import { alikeOf } from './alike.ts'
import { complaint } from './complaint.ts'
import { duties, factors, otherChannels, refusalArticles, refusalGrounds, states, type RefusalGround } from './complaint-codes.ts'
import { acceptance, declining, receipt } from './documents.ts'
import { order } from './orders.ts'
import { complaintRefusals } from './refusals.ts'
import { chargeOf, departmentFor, type DepartmentLine } from './routing.ts'

const { refuse } = complaintRefusals
type FieldsOf<R> = R extends { fields: infer F extends Fields } ? F : never
export type ComplaintFields = FieldsOf<typeof complaint>
export type State = keyof typeof states & string
export type Duty = keyof typeof duties & string
export type Maker = StepMaker<ComplaintFields, State, Duty>

/** Claims for which the sum is worked out from the price. */
const money: Readonly<Record<string, string>> = { refund: '退款', damages: '赔偿', punitive: '惩罚性赔偿' }
export const toOfficials = { personal: true, shownTo: ['clerk', 'mediator', 'head'] } as const
export const toAll = { personal: true, shownTo: ['citizen', 'clerk', 'mediator', 'head', 'supervisor'] } as const

export const opening: Opening<ComplaintFields, State, Duty> = {
  title: words('提交投诉', 'Complain'),
  state: 'received',
  by: ['citizen', 'clerk'],
  basis: order('10', '9'),
  issues: receipt,
  asks: [
    'received', 'channel', 'branch', 'complainant', 'phone', 'address', 'idType', 'idNumber', 'agent', 'agentPower', 'agentUntil',
    'representatives', 'traderName', 'traderAddress', 'trader', 'online', 'place', 'domicile', 'platformPlace', 'unreachable', 'handling',
    'goods', 'goodsClass', 'brand', 'model', 'batch', 'quantity', 'price', 'bought', 'orderNumber', 'known', 'issue', 'claims', 'claimed',
    'facts', 'evidence', 'forDailyUse', 'settleFirst', 'electronic', 'alsoReport', 'breach', 'followCode',
  ],
  check({ answers }) {
    if (answers.claims.length === 0) refuse('no-claim', { field: 'claims' })
    const demand = answers.claims.find((claim) => claim in money)
    if (demand && answers.price === null) refuse('no-price', { demand: money[demand]!, field: 'price' })
    if (answers.traderName.length < 2 || answers.traderAddress.length < 2) refuse('trader-unknown', { field: 'traderName' })
    if (answers.agent && (!answers.agentPower || !answers.agentUntil)) refuse('agent-power', { agent: answers.agent, field: 'agentPower' })
    const representatives = (answers.representatives ?? '').split(/[、,，;；\s]+/).filter(Boolean)
    if (representatives.length > 2) refuse('two-representatives', { count: representatives.length, field: 'representatives' })
    if (answers.online === 'platform' && answers.unreachable && !answers.platformPlace) refuse('platform-place', { field: 'platformPlace' })
    if (answers.alsoReport && !answers.breach) refuse('clue-missing', { field: 'breach' })
  },
  async confirm(c, at) {
    const many = Number(c.parameter('complaints.bulk-hint').value)
    return alikeOf(c.answers, at, many, c.record.id)
  },
  gives: (c) => ({ place: chargeOf(c.answers).area, intake: c.answers.handling ?? c.actor.office }),
}

/** Whether a step that meets a clock comes in time; without the clock nothing can be said. */
type Timed = Pick<StepContext<never, never>, 'clocks' | 'today'>
export function inTime({ clocks, today }: Timed, ...names: readonly string[]): boolean | null {
  const clock = clocks.findLast((each) => names.includes(each.deadline) && ['open', 'paused', 'lapsed'].includes(each.state))
  return clock === undefined ? null : clock.due === null || today <= clock.due
}

/** Whether a ground stood in the rule of the day; Order 62 is not loaded, so that its list cannot be compared. */
function groundOf(ground: RefusalGround, today: string): void {
  if (ground === 'identity' && today < '2026-04-15' && today >= '2020-01-01')
    refuse('ground-not-then', { ground: refusalGrounds[ground].title.zh, day: today, field: 'ground' })
}

export const intakeSteps = (step: Maker) => ({
  'ask-for-material': step({
    title: words('要求补正', 'Ask for missing material'),
    from: 'received',
    to: 'completing',
    by: 'clerk',
    basis: order('15', '14'),
    asks: { missing: text(words('需补正的材料', 'What is missing'), { ...toAll, length: 1000 }) },
  }),
  complete: step({
    title: words('补正材料', 'Supply the material'),
    from: 'completing',
    to: 'received',
    by: ['citizen', 'clerk'],
    basis: order('15', '14'),
    returning: true,
    asks: {
      ...ask(complaint, 'evidence', 'price', 'orderNumber'),
      supplied: text(words('补正说明', 'What was supplied'), { ...toAll, length: 1000 }),
    },
    // What is not supplied anew stays as it was; files are added by the gate itself.
    gives: ({ record, answers }) => ({
      price: answers.price ?? record.price,
      orderNumber: answers.orderNumber ?? record.orderNumber,
      missing: null,
    }),
  }),
  supplement: step({
    title: words('补充材料', 'Add to the complaint'),
    from: ['received', 'accepted', 'mediating', 'testing'],
    to: (c) => c.record.state as State,
    by: ['citizen', 'clerk'],
    basis: order('10', '9'),
    returning: true,
    asks: { ...ask(complaint, 'evidence'), note: text(words('补充说明', 'What is added'), { ...toAll, length: 1000 }) },
    gives: ({ record, answers }) => ({ evidence: [...(record.evidence ?? []), ...(answers.evidence ?? [])] }),
  }),
  transfer: step({
    title: words('分派或转办', 'Transfer'),
    from: 'received',
    to: 'received',
    by: ['clerk', 'supervisor'],
    basis: order('14', '37'),
    movesTo: 'receiver',
    returning: true,
    asks: {
      receiver: office(words('接收机关', 'Receiving office')),
      newPlace: area(words('管辖地', 'Area in charge')),
      why: text(words('转办理由', 'Why'), { length: 500 }),
    },
    check({ record, answers, actor }) {
      const { receiver } = answers
      if (receiver === record.office) refuse('no-receiver', { office: record.office ?? '', field: 'receiver' })
      const dispatched = record.intake !== null && record.office !== record.intake
      if (dispatched && receiver !== record.intake && !actor.duty.endsWith('.supervisor'))
        refuse('return-only', { intake: record.intake!, field: 'receiver' })
    },
    gives: ({ answers }) => ({ place: answers.newPlace, handling: answers.receiver }),
  }),
  join: step({
    title: words('关联同批投诉', 'Join to another complaint'),
    from: ['received', 'accepted', 'mediating'],
    to: (c) => c.record.state as State,
    by: 'clerk',
    basis: order('40', '34'),
    returning: true,
    asks: { lead: text(words('所关联投诉的编号', 'Number of the other complaint'), { length: 40 }), why: text(words('理由', 'Why'), { length: 300 }) },
    async confirm({ record, answers }, at) {
      const other = await at.first('complaint', { number: answers.lead })
      if (!other || other.id === record.id) return refuse('no-other', { number: answers.lead, field: 'lead' })
      return { sameAs: other.number }
    },
  }),
  accept: step({
    title: words('受理', 'Accept'),
    from: 'received',
    to: 'accepted',
    by: 'clerk',
    basis: order('15', '14'),
    issues: acceptance,
    asks: {
      ...ask(complaint, 'lead', 'route', 'copied'),
      note: text(words('办理说明', 'Note'), { ...toOfficials, optional: true, length: 1000 }),
    },
    gives: (c) => ({
      lead: c.answers.lead ?? departmentFor(c.record, c.parameter('complaints.departments').value as readonly DepartmentLine[]),
      route: c.answers.route ?? ('mediate' as const),
      acceptedInTime: inTime(c, 'acceptance', 'acceptance-again'),
    }),
  }),
  'propose-decline': step({
    title: words('提请不予受理', 'Propose to decline'),
    from: ['received', 'completing'],
    to: 'declining',
    by: 'clerk',
    basis: order('16', '15'),
    asks: {
      ground: choice(words('不予受理理由', 'Ground'), refusalGrounds),
      factors: choices(words('考虑的因素', 'Factors weighed'), factors, { optional: true }),
      otherChannel: choice(words('应走的途径', 'Where it belongs'), otherChannels, { optional: true }),
      particulars: text(words('具体情况', 'Particulars'), { ...toAll, length: 1000 }),
    },
    check({ answers, record, today, parameter }) {
      const { ground, particulars } = answers
      groundOf(ground, today)
      if (particulars.length < 4) refuse('reason-needed', { ground: refusalGrounds[ground].title.zh, field: 'particulars' })
      if (ground === 'notConsumer' && !answers.factors?.length) refuse('factors-needed', { field: 'factors' })
      if (ground !== 'tooOld') return
      const years = (parameter('complaints.old-claim').value as { length: number }).length
      if (addMonths(record.known, 12 * years) >= record.received)
        refuse('not-old', { known: record.known, received: record.received, years, field: 'ground' })
    },
    // The counts that the official saw are written anew: they are part of the grounds.
    async confirm({ record, parameter }, at) {
      const { alike } = await alikeOf(record, at, Number(parameter('complaints.bulk-hint').value), record.id)
      return { alike }
    },
    gives: ({ answers }) => ({ refusalGround: answers.ground, explanation: answers.particulars }),
  }),
  decline: step({
    title: words('不予受理', 'Decline'),
    from: 'declining',
    to: 'declined',
    by: 'head',
    basis: order('16', '15'),
    notBy: ['propose-decline'],
    issues: declining,
    gives: (c) => ({ ended: c.today, acceptedInTime: inTime(c, 'acceptance', 'acceptance-again') }),
  }),
  'refuse-decline': step({
    title: words('退回继续审查', 'Send back for acceptance'),
    from: 'declining',
    to: 'received',
    by: 'head',
    basis: order('15', '14'),
    returning: true,
    asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    gives: () => ({ refusalGround: null, explanation: null, factors: null, otherChannel: null }),
  }),
  reopen: step({
    title: words('重新处理', 'Reopen'),
    from: ['closed', 'declined', 'ended'],
    to: 'received',
    by: ['head', 'supervisor'],
    basis: order('26'),
    returning: true,
    asks: { why: text(words('理由', 'Why'), { length: 1000 }), reopened: day(words('重新处理日期', 'Reopened on')) },
    gives: () => ({ refusalGround: null, endGround: null, explanation: null, ended: null, performed: null, factors: null }),
  }),
})

export { refusalArticles }
