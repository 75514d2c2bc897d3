// How a matter of risk is handled: taken up with its signals, assessed, consulted on, warned of, acted on, judged again, lifted.
import { addMonths } from '../../../kernel/day.ts'
import { choice, choices, day, integer, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure, type RunningClock } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { matterDeadlines } from './deadlines.ts'
import { liftingNotice, localWarning, provincialWarning } from './documents.ts'
import { riskRefusals } from './refusals.ts'
import { fallenSignal, joined, measureKinds, member, opinions, outcomes, resting, riskMatter, scenario } from './risk-matter.ts'
import {
  assessment, colours, grades, isProvincial, isSurrounding, levels, monitoring, subjects,
  usualColour, warningMeasures, warningText, type Colour,
} from './rules.ts'
import { assessed, type WrittenScenario } from './scenarios.ts'
import type { RiskLevel, RiskMatrix } from './severity-probability.ts'

const { refuse } = riskRefusals
const reason = text(words('理由', 'Reason'), { length: 1000 })
const matrixOf = (c: { parameter(name: string): { readonly value: unknown } }): RiskMatrix => c.parameter('risk.matrix').value as RiskMatrix

/** Red and orange are decided by the province; whoever else tries is told. */
function decides(c: { readonly actor: { readonly duty: string } }, colour: string | null): void {
  if (isProvincial(colour) && !c.actor.duty.endsWith('.province')) refuse('province-decides', { colour: colours[colour as Colour].title, field: 'colour' })
}

/** One number however it is typed: full or half width, small or large, with blanks or dashes. */
const plainCode = (code: string): string => code.normalize('NFKC').toUpperCase().replace(/[\s\-–—_·.]/g, '')

interface Warned {
  readonly colour: Colour
  readonly colourWhy: string | null
  readonly warnedTo: string
}

/** A colour is a decision of a person with the power for it; where it departs from the level found, it says why. */
function mayWarn(
  c: { readonly today: string; readonly actor: { readonly duty: string } },
  { colour, colourWhy, warnedTo }: Warned,
  level: RiskLevel | null,
): void {
  decides(c, colour)
  if (level !== null && usualColour[level] !== colour && !colourWhy)
    refuse('why-this-colour', { level: levels[level], usual: colours[usualColour[level]].title, colour: colours[colour].title, field: 'colourWhy' })
  if (warnedTo <= c.today) refuse('ends-in-the-past', { until: warnedTo, field: 'warnedTo' })
}

/** Whether a colour warns of more than another; colours stand from the gravest down. */
const isGraver = (colour: string, was: string | null): boolean => {
  const order = Object.keys(colours)
  return was !== null && order.indexOf(colour) < order.indexOf(was)
}

/** A graver colour asks for a measure of its own; where a measure is overdue already, that clock stands and gives no new time. */
function measureAnew(c: { readonly today: string; readonly clocks: readonly RunningClock[] }, colour: string): boolean {
  const runs = c.clocks.find(({ deadline, state }) => deadline === 'measure-anew' && (state === 'open' || state === 'lapsed'))
  return !runs || runs.due === null || runs.due > c.today || (runs.due === c.today && colour === 'red')
}

interface Fallen {
  readonly fallen: readonly { readonly signal: string; readonly on: string; readonly why: string; readonly weighed: string | null }[] | null
}

const weighedBy = (record: Fallen, weighing: string) => (record.fallen ?? []).map((one) => ({ ...one, weighed: one.weighed ?? weighing }))

/** Nobody is warned by what its source took back, until somebody has weighed what remains. */
function signalsStand(record: Fallen): void {
  const fallen = (record.fallen ?? []).find(({ weighed }) => weighed === null)
  if (fallen) refuse('signal-fallen', { signal: fallen.signal })
}

const weightOf = (signals: readonly { readonly weight: number }[]): number => signals.reduce((sum, { weight }) => sum + weight, 0)

const outcomeSays = (outcome: string | null) => (outcome ? outcomes[outcome as keyof typeof outcomes] : words('尚未研判', 'not judged yet'))
const warning = {
  either: [localWarning, provincialWarning],
  which: (c: { record: { readonly colour: string | null } }) => (isProvincial(c.record.colour) ? provincialWarning : localWarning),
}

const measureAnswers = {
  chosen: choices(words('措施', 'Measures'), measureKinds),
  note: text(words('说明', 'Note'), { optional: true, length: 1000 }),
  planTitle: text(words('专项抽查计划名称', 'Title of the special check'), { optional: true, length: 120 }),
  planWanted: integer(words('计划批次', 'Samples planned'), { optional: true, minimum: '1' }),
  planTo: day(words('抽查截止', 'Check until'), { optional: true, mayLieAhead: true }),
  producer: party(words('生产者代码', 'Credit code of the producer'), { optional: true }),
  producerName: text(words('生产者名称', 'Name of the producer'), { optional: true, length: 120, hint: words('只用于缺陷调查，不公开', 'For the inquiry only, never published') }),
  suspected: text(words('可能的缺陷', 'Suspected defect'), { optional: true, length: 1000 }),
}

export const handling = procedure(riskMatter, {
  duties: {
    analyst: words('风险分析人', 'Analyst'),
    panel: words('会商组织人', 'Convenor of the panel'),
    head: words('负责人', 'Head'),
    province: words('省级负责人', 'Head at the province'),
    publisher: words('预警发布人', 'Publisher of warnings'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    proposed: words('待受理', 'Proposed'),
    assessing: words('待评估', 'To be assessed'),
    consulting: words('待会商', 'To be consulted on'),
    deciding: words('待决定', 'To be decided'),
    approved: words('待发布', 'To be published'),
    warning: words('预警中', 'Warning in force'),
    internal: words('内部通报', 'Told internally'),
    lifted: words('已解除', 'Lifted'),
    retracted: words('已撤销', 'Withdrawn'),
    dismissed: words('不予预警', 'No warning'),
  },
  ends: ['lifted', 'retracted', 'dismissed'],
  opens: {
    title: words('提出风险事项', 'Raise a matter'),
    state: 'proposed',
    by: 'analyst',
    basis: monitoring,
    asks: ['begun', 'place', 'product', 'productClass', 'hazard', 'raised', 'why', 'week', 'stream', 'observed', 'expected', 'threshold', 'verdicts', 'arithmetic', 'baseline'],
    check(c) {
      if (c.answers.raised !== 'officer' && c.actor.hand === undefined) refuse('alarm-by-hand', { rule: c.answers.raised, field: 'raised' })
    },
  },
  steps: (step) => ({
    'take-up': step({
      title: words('受理并归并信号', 'Take up with its signals'),
      from: 'proposed',
      to: 'assessing',
      by: 'analyst',
      basis: monitoring,
      asks: { note: text(words('说明', 'Note'), { optional: true, length: 500 }) },
      async confirm(c, at) {
        const back = (c.parameter('risk.join-window').value as { readonly length: number }).length
        const found = await at.list('signal', { productClass: c.record.productClass, state: ['toScreen', 'clue'] })
        const since = addMonths(c.today, -back)
        // A matter of one county takes no signal of another; what has no place may concern every one.
        const here = new Set(at.under(c.record.place))
        const near = found.filter((one) => String(one['day']) >= since && (one.area === null || here.has(one.area)))
        const signals = near.slice(0, 200).map((one) => ({
          signal: one.number ?? one.id, record: one.id, source: one['source'] as never, hazard: one['hazard'] as never,
          day: String(one['day']), weight: Number(one['weight'] ?? 1),
        }))
        return { signals, weight: weightOf(signals) }
      },
    }),
    assess: step({
      title: words('评估', 'Assess'),
      // What was told internally and proves graver is assessed anew, and the public may be warned.
      from: ['assessing', 'consulting', 'internal'],
      to: 'consulting',
      by: 'analyst',
      basis: assessment,
      asks: { scenarios: rows(words('伤害情形', 'Injury scenarios'), scenario, { most: 20 }), ...ask(riskMatter, 'uncertainty') },
      check(c) {
        if (c.record.state === 'internal' && c.record.outcome !== 'change') refuse('not-reviewed', { outcome: outcomeSays(c.record.outcome) })
        assessed(matrixOf(c), c.answers.scenarios as readonly WrittenScenario[])
      },
      gives: (c) => ({
        ...(assessed(matrixOf(c), c.answers.scenarios as readonly WrittenScenario[]) as object),
        ...{ outcome: null, fallen: weighedBy(c.record, '已按其余信号评估') },
      }),
    }),
    consult: step({
      title: words('会商', 'Consult'),
      from: 'consulting',
      to: 'deciding',
      by: 'panel',
      basis: assessment,
      notBy: ['assess'],
      asks: {
        panel: rows(words('会商成员意见', 'Views of the panel'), member, { most: 30 }),
        minutes: text(words('会商纪要', 'Minutes'), { length: 3000 }),
        recommended: choice(words('会商建议', 'Recommended'), opinions),
      },
      check(c) {
        const names = c.answers.panel.map(({ expert }) => plainCode(expert))
        const twice = c.answers.panel.find(({ expert }, at) => names.indexOf(plainCode(expert)) !== at)
        if (twice) refuse('expert-twice', { expert: twice.expert, field: 'panel' })
        const present = c.answers.panel.filter(({ recused, opinion }) => recused === 'no' && opinion !== null)
        const least = Number(c.parameter('risk.panel-least').value)
        if (present.length < least) refuse('panel-too-small', { present: present.length, least, field: 'panel' })
        const votes = present.filter(({ opinion }) => opinion === c.answers.recommended).length
        if (c.answers.recommended !== 'watch' && 2 * votes <= present.length)
          refuse('not-the-majority', { recommended: opinions[c.answers.recommended], votes, present: present.length, field: 'recommended' })
      },
    }),
    warn: step({
      title: words('决定预警', 'Decide to warn'),
      from: 'deciding',
      to: 'approved',
      by: ['province', 'head'],
      basis: grades,
      notBy: ['assess', 'consult'],
      issues: warning,
      asks: {
        colour: choice(words('预警颜色', 'Colour'), colours),
        ...ask(riskMatter, 'colourWhy', 'scope', 'audience'),
        danger: text(words('危险', 'The danger'), { length: 1000 }),
        advice: text(words('怎么办', 'What to do'), { length: 1000 }),
        channels: choices(words('发布渠道', 'Channels'), riskMatter.fields.channels.choices!),
        warnedTo: day(words('预警截止', 'Warning until'), { mayLieAhead: true }),
      },
      check(c) {
        signalsStand(c.record)
        mayWarn(c, c.answers, c.record.level)
      },
    }),
    circulate: step({
      title: words('内部通报', 'Tell internally'),
      from: 'deciding',
      to: 'internal',
      by: ['province', 'head'],
      basis: monitoring,
      notBy: ['assess', 'consult'],
      asks: { why: reason },
      // A panel that is for red or orange is answered by the province, whether it warns or not.
      check: (c) => decides(c, c.record.recommended),
      // Why it came up stays beside why the public is not warned.
      gives: (c) => ({
        ...{ reviewed: c.today, judgedAt: c.occurred },
        why: [c.record.why, `内部通报：${c.answers.why}`].filter(Boolean).join('；').slice(0, 1000),
      }),
    }),
    publish: step({
      title: words('发布预警', 'Publish the warning'),
      from: 'approved',
      to: 'warning',
      by: 'publisher',
      basis: warningText,
      check: (c) => signalsStand(c.record),
      gives: (c) => ({
        ...{ warnedFrom: c.today, warnedAt: c.occurred, reviewed: c.today, judgedAt: c.occurred },
        measureFrom: c.record.measured ? null : c.occurred,
      }),
    }),
    'decide-measures': step({
      title: words('决定措施', 'Decide on measures'),
      from: ['approved', 'warning', 'internal'],
      to: (c) => c.record.state as 'warning',
      by: ['province', 'head'],
      basis: warningMeasures,
      returning: true,
      asks: measureAnswers,
      check({ answers: a, record: { productClass } }) {
        if (isSurrounding(productClass) && a.chosen.some((one) => one === 'specialCheck' || one === 'recallInquiry'))
          refuse('nobody-makes-it', { class: subjects[productClass].title, field: 'chosen' })
        const lacks = (measure: keyof typeof measureKinds, what: ReturnType<typeof words>, field: string) =>
          refuse('measure-incomplete', { measure: measureKinds[measure], what, field })
        if (a.chosen.includes('specialCheck') && !a.planTitle) lacks('specialCheck', words('计划名称', 'the title of the plan'), 'planTitle')
        if (a.chosen.includes('specialCheck') && (a.planWanted === null || !a.planTo)) lacks('specialCheck', words('批次和截止日', 'samples and end'), 'planWanted')
        if (a.chosen.includes('recallInquiry') && !a.producerName) lacks('recallInquiry', words('生产者名称', 'the producer'), 'producerName')
        if (a.chosen.includes('recallInquiry') && !a.suspected) lacks('recallInquiry', words('可能的缺陷', 'the suspected defect'), 'suspected')
      },
      gives: ({ record, answers, today }) => ({
        // An inquiry into a maker is not public before its notice, and a barcode in the warning names the maker.
        measures: [...new Set([...(record.measures ?? []), ...answers.chosen])].filter((one) => one !== 'recallInquiry'),
        inquiry: record.inquiry ?? (answers.chosen.includes('recallInquiry') ? today : null),
        measured: record.measured ?? today,
      }),
    }),
    review: step({
      title: words('再研判', 'Judge again'),
      from: ['warning', 'internal'],
      to: (c) => c.record.state as 'warning',
      by: 'panel',
      basis: grades,
      returning: true,
      asks: { outcome: choice(words('研判结论', 'Outcome'), outcomes), reviewNote: reason },
      gives: (c) => ({ reviewed: c.today, judgedAt: c.occurred, fallen: weighedBy(c.record, c.answers.reviewNote) }),
    }),
    adjust: step({
      title: words('调整预警', 'Change the warning'),
      from: 'warning',
      to: 'warning',
      by: ['province', 'head'],
      basis: grades,
      returning: true,
      notBy: ['review'],
      issues: warning,
      asks: {
        colour: choice(words('预警颜色', 'Colour'), colours),
        colourWhy: reason,
        ...ask(riskMatter, 'scope', 'danger', 'advice'),
        wholeClass: choice(words('不再限定型号批次', 'Models and lots no longer named'), { yes: words('是，同类产品都应注意', 'Yes: heed it for all of the class') }, { optional: true }),
        warnedTo: day(words('预警截止', 'Warning until'), { mayLieAhead: true }),
      },
      check(c) {
        decides(c, c.record.colour)
        mayWarn(c, c.answers, c.record.level)
        signalsStand(c.record)
        if (c.record.outcome !== 'change') refuse('not-reviewed', { outcome: outcomeSays(c.record.outcome) })
      },
      // What is changed is published anew: judged again within the term of its colour, and a graver one asks for a measure of its own.
      gives: (c) => ({
        ...{ outcome: null, judgedAt: c.occurred },
        // What is left out of the form stays as it was told.
        scope: c.answers.wholeClass ? [] : c.answers.scope?.length ? c.answers.scope : c.record.scope,
        danger: c.answers.danger ?? c.record.danger,
        advice: c.answers.advice ?? c.record.advice,
        ...(isGraver(c.answers.colour, c.record.colour) && measureAnew(c, c.answers.colour) ? { raisedAt: c.occurred } : {}),
      }),
    }),
    lift: step({
      title: words('解除预警', 'Lift the warning'),
      from: ['warning', 'internal'],
      to: 'lifted',
      by: ['province', 'head'],
      basis: grades,
      notBy: ['review'],
      // What the public was never told of is not announced to have ended.
      issues: { either: [liftingNotice], which: (c) => (c.record.warnedFrom ? liftingNotice : null) },
      asks: { endWhy: reason },
      check(c) {
        decides(c, c.record.colour)
        if (c.record.outcome !== 'lift') refuse('not-reviewed', { outcome: outcomeSays(c.record.outcome) })
      },
      gives: (c) => ({ ended: c.today }),
    }),
    retract: step({
      title: words('撤销并更正', 'Withdraw and correct'),
      // What proves wrong before its publication need not be published first.
      from: ['approved', 'warning'],
      to: 'retracted',
      by: ['province', 'head'],
      basis: warningText,
      asks: { endWhy: text(words('更正内容', 'Correction'), { length: 1000 }) },
      check: (c) => decides(c, c.record.colour),
      gives: (c) => ({ ended: c.today }),
    }),
    'gain-signal': step({
      title: words('归并后来的信号', 'A later signal is joined'),
      from: resting,
      to: (c) => c.record.state as 'warning',
      by: 'analyst',
      basis: monitoring,
      returning: true,
      asks: joined,
      gives: ({ record, answers }) => {
        const signals = [...(record.signals ?? []).filter((one) => one.record !== answers.record), answers].slice(0, 200)
        return { signals, weight: weightOf(signals) }
      },
    }),
    'lose-signal': step({
      title: words('归并的信号被其来源撤回', 'A signal was taken back by its source'),
      from: resting,
      to: (c) => c.record.state as 'warning',
      by: 'analyst',
      basis: monitoring,
      returning: true,
      asks: { signal: fallenSignal.signal, record: joined.record, why: fallenSignal.why },
      gives: ({ record, answers, today }) => {
        const signals = (record.signals ?? []).filter((one) => one.record !== answers.record)
        const told = { signal: answers.signal, on: today, why: answers.why, weighed: null }
        return { signals, weight: weightOf(signals), fallen: [...(record.fallen ?? []), told].slice(-200) }
      },
    }),
    'weigh-fall': step({
      title: words('复核撤回信号的影响', 'Weigh what the withdrawn signals mean'),
      from: resting,
      to: (c) => c.record.state as 'warning',
      by: 'panel',
      basis: assessment,
      returning: true,
      asks: { weighing: reason },
      gives: (c) => ({ fallen: weighedBy(c.record, c.answers.weighing) }),
    }),
    dismiss: step({
      title: words('不予预警', 'No warning'),
      from: ['proposed', 'assessing', 'consulting', 'deciding'],
      to: 'dismissed',
      by: ['province', 'head', 'analyst'],
      basis: monitoring,
      asks: { endWhy: reason },
      check(c) {
        // Once it was assessed it is for a panel and a head; what a panel would have in red or orange is for the province.
        if (c.actor.duty.endsWith('.analyst') && (c.record.state === 'consulting' || c.record.state === 'deciding')) refuse('head-dismisses')
        decides(c, c.record.recommended)
      },
      gives: (c) => ({ ended: c.today }),
    }),
  }),
  deadlines: matterDeadlines,
})
