// How a matter of risk is handled: taken up with its signals, assessed, consulted on, acted on, ended without a warning.
import { choice, choices, day, integer, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { matterDeadlines } from './deadlines.ts'
import { gain, lose, takeUp } from './joining.ts'
import { riskRefusals } from './refusals.ts'
import { fallenSignal, hearing, joined, measureKinds, member, opinions, resting, riskMatter, scenario } from './risk-matter.ts'
import { assessment, isSurrounding, monitoring, subjects, warningMeasures } from './rules.ts'
import { assessed, type WrittenScenario } from './scenarios.ts'
import type { RiskMatrix } from './severity-probability.ts'
import { decides, duties, outcomeSays, states, warnings, weighedBy } from './warning.ts'

const { refuse } = riskRefusals
const reason = text(words('理由', 'Reason'), { length: 1000 })
const matrixOf = (c: { parameter(name: string): { readonly value: unknown } }): RiskMatrix => c.parameter('risk.matrix').value as RiskMatrix

/** One number however it is typed: full or half width, small or large, with blanks or dashes. */
const plainCode = (code: string): string => code.normalize('NFKC').toUpperCase().replace(/[\s\-–—_·.]/g, '')

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
  duties,
  states,
  ends: ['lifted', 'retracted', 'dismissed'],
  opens: {
    title: words('提出风险事项', 'Raise a matter'),
    state: 'proposed',
    by: 'analyst',
    basis: monitoring,
    asks: ['begun', 'place', 'product', 'productClass', 'hazard', 'raised', 'why', 'week', 'stream', 'observed', 'expected', 'threshold', 'verdicts', 'arithmetic', 'baseline', 'follows'],
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
      confirm: (c, at) => takeUp(c, at),
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
    ...warnings(step),
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
    'gain-signal': step({
      title: words('归并后来的信号', 'A later signal is joined'),
      from: resting,
      to: (c) => c.record.state as 'warning',
      by: 'analyst',
      basis: monitoring,
      returning: true,
      asks: joined,
      gives: ({ record, answers }) => gain(record, answers),
    }),
    'lose-signal': step({
      title: words('归并的信号被其来源撤回', 'A signal was taken back by its source'),
      from: hearing,
      to: (c) => c.record.state as 'warning',
      by: 'analyst',
      basis: monitoring,
      returning: true,
      asks: { signal: fallenSignal.signal, record: joined.record, why: fallenSignal.why },
      gives: ({ record, answers, today }) => ({
        ...lose(record, answers.record),
        fallen: [...(record.fallen ?? []), { signal: answers.signal, on: today, why: answers.why, weighed: null }],
      }),
    }),
    'weigh-fall': step({
      title: words('复核撤回信号的影响', 'Weigh what the withdrawn signals mean'),
      from: hearing,
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
