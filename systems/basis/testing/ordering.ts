// How a test order goes (檢驗委託程序): request, reception, custody, analysis and its repeats, a second person’s eye, the signature.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure, type StepContext } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { inControl } from './control-chart.ts'
import { inTurn, ownResults } from './in-doubt.ts'
import { fitToReceive, fitToSign, limitsOf, mustBeAuthorised, withinScope } from './fitness.ts'
import { testOrder } from './order.ts'
import { testingRefusals } from './refusals.ts'
import {
  fitToRecord, redone, resultLine, resultsFrom, runsAfter, toDetermineAgain,
  type Determination, type Limit, type RangeFactors, type Run, type runKinds,
} from './repeats.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

type Row = Readonly<Record<string, unknown>>

/** The custody with one more hand-over at its end. */
const handed = (
  c: { record: { custody: readonly Row[] | null }; occurred: string; actor: { id: string } },
  line: { action: string; to: string; place: string; condition: string },
) => [...(c.record.custody ?? []), { at: c.occurred, by: c.actor.id, ...line }] as never

type Item = Readonly<{ parameter: string; method: string; unit: string }>

const differs = (one: Item, each: Item): boolean =>
  one.parameter === each.parameter && (one.method !== each.method || one.unit !== each.unit)

interface Recording extends Pick<StepContext<unknown, unknown>, 'actor' | 'today' | 'parameter'> {
  readonly record: {
    readonly items: readonly { readonly parameter: string; readonly unit: string }[]
    readonly runs: readonly Run[] | null
    readonly limits: readonly Limit[] | null
    readonly reason: string | null
  }
  readonly answers: { readonly analysed: string; readonly done?: keyof typeof redone | null }
}

const factors = (c: Recording): RangeFactors => c.parameter('testing.critical-range').value as RangeFactors

/** All determinations once these are in, those that were sent back beside them with the reason. */
function runsWith(c: Recording, lines: readonly Determination[], kind: keyof typeof runKinds): readonly Run[] {
  const why = kind === 'first' || kind === 'further' ? null : c.record.reason
  return runsAfter(c.record.runs, lines, { kind, why, on: c.answers.analysed, by: c.actor.id })
}
const kindOfRun = (c: Recording): keyof typeof runKinds => ((c.record.runs ?? []).length === 0 ? 'first' : (c.answers.done ?? 'again'))

/** Results stand once no two determinations differ too much. */
function recorded(c: Recording, runs: readonly Run[]) {
  const open = toDetermineAgain(c.record, runs, factors(c)).length > 0
  const results = open ? null : resultsFrom(c.record, runs, factors(c))
  return { runs, results, analyst: c.actor.id } as { runs: never; results: never; analyst: string }
}

/** The day of the analysis is the day on which scope, right and calibration are judged: it cannot lie before the sample came. */
function notBeforeReception(received: string | null, analysed: string): void {
  if (received !== null && analysed < received) refuse('analysed-before-received', { received, analysed, field: 'analysed' })
}

const move = {
  to: text(words('交给', 'Hand over to'), { length: 60 }),
  place: text(words('地点', 'Place'), { length: 120 }),
  state: text(words('样品状态', 'Condition'), { length: 200 }),
}

export const testingOrder = procedure(testOrder, {
  duties: {
    client: words('委托人', 'Client'),
    keeper: words('样品管理员', 'Sample keeper'),
    analyst: words('检测员', 'Analyst'),
    checker: words('校核员', 'Checker'),
    reviewer: words('审核员', 'Reviewer'),
    signatory: words('授权签字人', 'Authorised signatory'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    requested: words('待受理', 'Requested'),
    accepted: words('待收样', 'Waiting for the sample'),
    received: words('待检', 'Waiting for analysis'),
    analysing: words('检测中', 'Being analysed'),
    repeating: words('待补测', 'To be determined further'),
    checking: words('待校核', 'To be checked'),
    reviewing: words('待审核', 'To be reviewed'),
    signing: words('待签发', 'To be signed'),
    reported: words('已签发', 'Reported'),
    refused: words('不予受理', 'Refused'),
    rejected: words('拒收样品', 'Sample rejected'),
    terminated: words('终止', 'Terminated'),
  },
  ends: ['reported', 'refused', 'rejected', 'terminated'],
  opens: {
    title: words('委托检验', 'Order a test'),
    state: 'requested',
    by: ['client', 'keeper'],
    basis: iso('7.1'),
    asks: [
      'laboratory', 'client', 'clientCode', 'origin', 'originRecord', 'sampleName', 'sampleNumber', 'sealNumber',
      'productClass', 'items', 'rule', 'finishBy', 'subcontract', 'sampling', 'quantity', 'remainder', 'fee',
    ],
    check(c) {
      const without = c.answers.items.find((one) => one.comparison !== 'reported' && one.limit === null)
      if (without) refuse('no-limit', { parameter: without.parameter, field: 'items' })
      // A limit from above and one from below are two lines of one value; two methods or units are two values.
      const twice = c.answers.items.find((one) => c.answers.items.some((each) => differs(one, each)))
      if (twice) refuse('two-methods', { parameter: twice.parameter, field: 'items' })
    },
  },
  steps: (step) => ({
    accept: step({
      title: words('受理委托', 'Accept'),
      from: 'requested',
      to: 'accepted',
      by: 'keeper',
      basis: iso('7.1'),
      asks: ask(testOrder, 'subcontracted', 'limits'),
      check(c) {
        const given = c.answers.subcontracted ?? []
        if (given.length > 0 && !c.record.subcontract) refuse('subcontracting-not-agreed', { field: 'subcontracted' })
        const ordered = c.record.items.map((one) => one.parameter)
        const odd = given.find((one) => !ordered.includes(one.parameter) || one.laboratory === c.record.laboratory)
        if (odd) refuse('not-ordered', { ordered: ordered.join('、'), difference: odd.parameter, field: 'subcontracted' })
      },
      async confirm(c, at) {
        const scope = await withinScope({ ...c.record, subcontracted: c.answers.subcontracted }, c.today, c.today, at)
        const stated = limitsOf(c.record.items, scope)
        // What the scope states goes before what was typed.
        const typed = (c.answers.limits ?? []).filter((one) => !stated.some((each) => each['parameter'] === one.parameter))
        return { limits: [...stated, ...typed] as never }
      },
    }),
    refuse: step({ title: words('不予受理', 'Refuse'), from: 'requested', to: 'refused', by: 'keeper', basis: iso('7.1'), asks: ask(testOrder, 'reason') }),
    receive: step({
      title: words('收样', 'Receive the sample'),
      from: 'accepted',
      to: 'received',
      by: 'keeper',
      basis: iso('7.4'),
      asks: {
        intact: yes(words('封样完好', 'The seal is intact')),
        seal: text(words('收到的封条编号', 'Number of the seal'), { optional: true, length: 60 }),
        ...ask(testOrder, 'condition'),
        place: text(words('存放地点', 'Kept at'), { length: 120 }),
      },
      check: (c) => fitToReceive(c.record, c.answers),
      confirm: (c, at) => mustBeAuthorised(c, 'receive', at),
      gives: (c) => ({
        received: c.today,
        custody: handed(c, { action: '收样', to: c.actor.id, place: c.answers.place, condition: c.answers.condition ?? '' }),
      }),
    }),
    reject: step({
      title: words('拒收', 'Reject the sample'),
      from: 'accepted',
      to: 'rejected',
      by: 'keeper',
      basis: iso('7.4'),
      asks: ask(testOrder, 'reason', 'condition'),
    }),
    'hand-over': step({
      title: words('流转', 'Hand over'),
      from: ['received', 'analysing', 'repeating', 'checking', 'reviewing', 'signing'],
      to: (c) => c.record.state as 'received',
      by: ['keeper', 'analyst'],
      basis: iso('7.4'),
      returning: true,
      asks: move,
      gives: (c) => ({ custody: handed(c, { action: '流转', to: c.answers.to, place: c.answers.place, condition: c.answers.state }) }),
    }),
    begin: step({
      title: words('领样检测', 'Take the sample for analysis'),
      from: 'received',
      to: 'analysing',
      by: 'analyst',
      basis: iso('7.2'),
      asks: { place: move.place, state: move.state },
      confirm: (c, at) => mustBeAuthorised(c, 'analyse', at),
      gives: (c) => ({ custody: handed(c, { action: '领样', to: c.actor.id, place: c.answers.place, condition: c.answers.state }) }),
    }),
    record: step({
      title: words('录入结果', 'Enter the results'),
      from: 'analysing',
      // Two determinations that differ by more than the method repeats are no result yet.
      to: (c) => (toDetermineAgain(c.record, runsWith(c, c.answers.results, kindOfRun(c)), factors(c)).length > 0 ? 'repeating' : 'checking'),
      by: 'analyst',
      basis: iso('7.5'),
      asks: {
        results: rows(words('检测结果（平行测定逐次填写，每次一行）', 'Results (repeats: one row each)'), resultLine, { most: 60 }),
        analysed: day(words('检测日期', 'Analysed on')),
        done: choice(words('退回后做了什么', 'What was done after it was sent back'), redone, {
          optional: true,
          hint: words('首次录入不填；原来的结果留存', 'Leave empty the first time; what was entered before stays'),
        }),
      },
      check(c) {
        notBeforeReception(c.record.received, c.answers.analysed)
        fitToRecord(c.record, c.answers.results, c.record.items.map((one) => one.parameter), 'results')
        if ((c.record.runs ?? []).length > 0 && c.answers.done === null) refuse('say-what-was-done', { field: 'done' })
      },
      confirm: (c, at) => mustBeAuthorised(c, 'analyse', at),
      gives: (c) => ({
        ...recorded(c, runsWith(c, c.answers.results, kindOfRun(c))),
        turnround: Math.round((Date.parse(c.occurred) - Date.parse(c.record.custody?.[0]?.at ?? c.occurred)) / 3_600_000),
      }),
    }),
    determine: step({
      title: words('补测', 'Determine further'),
      from: 'repeating',
      to: 'checking',
      by: 'analyst',
      basis: iso('7.7'),
      asks: { more: rows(words('补测结果（每次一行）', 'Further determinations, one row each'), resultLine, { most: 60 }), analysed: day(words('检测日期', 'Analysed on')) },
      check(c) {
        notBeforeReception(c.record.received, c.answers.analysed)
        fitToRecord(c.record, c.answers.more, toDetermineAgain(c.record, c.record.runs ?? [], factors(c)), 'more')
      },
      confirm: (c, at) => mustBeAuthorised(c, 'analyse', at),
      gives: (c) => recorded(c, runsWith(c, c.answers.more, 'further')),
    }),
    check: step({
      title: words('校核', 'Check'),
      from: 'checking',
      to: 'reviewing',
      by: 'checker',
      basis: iso('7.7'),
      notBy: ['record', 'determine'],
      confirm: (c, at) => mustBeAuthorised(c, 'check', at),
      gives: (c) => ({ checker: c.actor.id }),
    }),
    'send-back': step({
      title: words('退回', 'Send back'),
      from: ['checking', 'reviewing', 'signing'],
      to: 'analysing',
      by: ['checker', 'reviewer', 'signatory'],
      basis: iso('7.10'),
      returning: true,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
      // What was found stays among the determinations; as a result it no longer stands.
      gives: () => ({ results: null, analysed: null }),
    }),
    review: step({
      title: words('审核', 'Review'),
      from: 'reviewing',
      to: 'signing',
      by: 'reviewer',
      basis: iso('7.7'),
      notBy: ['record', 'determine'],
      confirm: (c, at) => mustBeAuthorised(c, 'review', at),
      gives: (c) => ({ reviewer: c.actor.id }),
    }),
    sign: step({
      title: words('签发', 'Sign'),
      from: 'signing',
      to: 'reported',
      by: 'signatory',
      basis: iso('7.8'),
      check(c) {
        const analysts = [c.record.analyst, ...(c.record.runs ?? []).map((run) => run.by)]
        if ([c.record.checker, c.record.reviewer, c.actor.id].some((one) => analysts.includes(one))) refuse('own-work')
      },
      async confirm(c, at) {
        await inTurn(c.record.laboratory, at)
        await fitToSign(c, at)
        await inControl(c.record.laboratory, ownResults(c.record), at)
      },
      gives: (c) => ({ signatory: c.actor.id }),
    }),
    terminate: step({
      title: words('终止', 'Terminate'),
      from: ['requested', 'accepted', 'received', 'analysing', 'repeating', 'checking', 'reviewing', 'signing'],
      to: 'terminated',
      by: ['client', 'keeper'],
      basis: iso('7.1'),
      asks: ask(testOrder, 'reason'),
    }),
  }),
})
