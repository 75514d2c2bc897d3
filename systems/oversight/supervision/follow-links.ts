// What follows a final verdict: the follow-up, its re-check as a sample of its own, the case, the defect report; and the way back.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'
import { caseUnderWay } from '../enforcement/index.ts'
import { order, quality } from './rules.ts'

type Row = Readonly<Record<string, unknown>>
const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
const fails = ({ record }: Cause): boolean => record['final'] === 'fails'
/** Classes whose samples have the clocks of food. */
const foods: ReadonlySet<string> = new Set(['edibleOil', 'meat', 'bakery', 'dairy', 'milkPowder', 'liquor'])
const isRecheck = ({ record }: Cause): boolean => record['origin'] === 'rectification'
const pick = (record: Row, ...names: readonly string[]): Row => Object.fromEntries(names.map((name) => [name, record[name]]))

/** Who makes the goods must correct; where the maker is not known by its code, who sold them. */
export const failureToRectification = linkage('supervision.failure-to-rectification', {
  title: words('不合格转入后处理', 'A failed sample begins its follow-up'),
  when: { register: 'sample', step: 'confirm' },
  if: (cause) => fails(cause) && !isRecheck(cause),
  then: {
    open: 'rectification',
    with: ({ record, occurred }) => ({
      ...pick(record, 'place', 'line', 'product', 'model', 'brand', 'batch', 'productClass', 'items', 'rule', 'failures'),
      begun: dayIn(occurred),
      party: record['producer'] ?? record['unit'],
      partyName: record['producer'] === null ? record['unitName'] : record['producerName'],
      sampleNumber: record.number ?? record.id,
      origin: 'sample',
      originRecord: record.id,
    }),
  },
  by: 'organiser',
  basis: quality('17'),
})

export const recheckToSample = linkage('supervision.recheck-to-sample', {
  title: words('复查另抽样品', 'A re-check takes a sample of its own'),
  when: { register: 'rectification', step: 'recheck' },
  then: {
    open: 'sample',
    with: ({ record }) => ({
      ...pick(record, 'line', 'place', 'productClass', 'items', 'rule'),
      how: 'recheck',
      kind: 'special',
      frame: 'risk-directed',
      origin: 'rectification',
      originRecord: record.id,
      unit: record['party'],
      unitName: record['partyName'],
    }),
  },
  by: 'officer',
  basis: order,
})

export const recheckResult = linkage('supervision.recheck-result', {
  title: words('复查结论回到后处理', 'The result of a re-check comes back'),
  when: { register: 'sample', step: 'confirm' },
  // Without a verdict, since its report fell meanwhile, it tells neither that the goods passed nor that they failed.
  if: (cause) => isRecheck(cause) && cause.record['final'] !== null,
  then: {
    step: 'take-recheck',
    of: 'rectification',
    on: ({ record }) => (record['originRecord'] as string | null) ?? null,
    with: ({ record }) => ({ recheckSample: record.number ?? record.id, recheckPassed: record['final'] === 'meets' }),
  },
  by: 'officer',
  basis: order,
})

/** Nothing taken, a refusal, a sample that spoilt: without a verdict the re-check would wait for ever. */
const inVain = (step: 'find-nothing' | 'obstruct' | 'spoil', title: ReturnType<typeof words>) =>
  linkage(`supervision.recheck-${step}`, {
    title,
    when: { register: 'sample', step },
    if: isRecheck,
    then: {
      step: 'recheck-in-vain',
      of: 'rectification',
      on: ({ record }) => (record['originRecord'] as string | null) ?? null,
      with: ({ record, answers }) => ({ recheckSample: record.number ?? record.id, reason: String(answers['reason'] ?? '—') }),
    },
    by: 'officer',
    basis: order,
  })

export const recheckWithoutSample = inVain('find-nothing', words('复查未抽到样的重新安排', 'A re-check that finds nothing to take is ordered anew'))
export const recheckRefused = inVain('obstruct', words('拒绝复查抽样的重新安排', 'A re-check that is refused is ordered anew'))
export const recheckSpoilt = inVain('spoil', words('复查样品无效的重新安排', 'A re-check whose sample spoilt is ordered anew'))

/** A verdict that falls takes its follow-up with it. */
const fallen = (step: 'reverse' | 'report-withdrawn', title: ReturnType<typeof words>) =>
  linkage(`supervision.follow-up-${step}`, {
    title,
    when: { register: 'sample', step },
    then: {
      step: 'annul',
      of: 'rectification',
      where: ({ record }) => fits({
        origin: 'sample',
        originRecord: record.id,
        state: ['toOrder', 'ordered', 'reported', 'rechecking', 'failed', 'announced', 'stopped', 'handedOver'],
      }),
      with: ({ answers }) => ({ reason: `样品结果不再有效：${answers['reason'] ?? '—'}` }),
    },
    by: 'organiser',
    basis: order,
  })

export const followUpReversed = fallen('reverse', words('结果撤销后停止后处理', 'A reversed result ends its follow-up'))
export const followUpWithdrawn = fallen('report-withdrawn', words('报告撤回后停止后处理', 'A withdrawn report ends the follow-up'))

interface Builder {
  readonly of: 'case' | 'defect-report' | 'recall'
  readonly by: string
  readonly state: readonly string[]
}

/** Whoever built on the result is told, while it can still act: the case, the defect information and the recall that it opened. */
const builders: Readonly<Record<'case' | 'defect' | 'recall', Builder>> = {
  case: {
    of: 'case',
    by: 'handler',
    state: caseUnderWay,
  },
  defect: { of: 'defect-report', by: 'assessor', state: ['received'] },
  recall: {
    of: 'recall',
    by: 'officer',
    state: ['investigating', 'examining', 'noticed', 'objected', 'decided', 'planning', 'filed', 'running', 'evaluating', 'done'],
  },
}

export const caseBuilder = builders.case

const ground = ({ of, by, state }: Builder, title: ReturnType<typeof words>) =>
  linkage(`supervision.${of}-loses-ground`, {
    title,
    when: { register: 'sample', step: 'report-withdrawn' },
    then: {
      step: 'lose-ground',
      of,
      where: ({ record }) => fits({ groundSample: record.id, state }),
      with: ({ answers }) => ({ report: answers['report'], why: answers['reason'] ?? '—' }),
    },
    by,
    basis: order,
  })

/** A reversal takes the ground away as well; where the report fell before it, they were told then. */
const reversed = ({ of, by, state }: Builder, title: ReturnType<typeof words>) =>
  linkage(`supervision.${of}-ground-reversed`, {
    title,
    when: { register: 'sample', step: 'reverse' },
    if: ({ record }) => record['reportNumber'] !== null,
    then: {
      step: 'lose-ground',
      of,
      where: ({ record }) => fits({ groundSample: record.id, state }),
      with: ({ record, answers }) => ({ report: record['reReport'] ?? record['reportNumber'], why: `抽查结论已撤销：${answers['reason'] ?? '—'}`.slice(0, 500) }),
    },
    by,
    basis: order,
  })

export const caseLosesGround = ground(builders.case, words('报告失效告知案件承办人', 'The handler of a case is told that its report fell'))
export const defectLosesGround = ground(builders.defect, words('报告失效告知缺陷评估人', 'The assessor of a defect is told that its report fell'))
export const recallLosesGround = ground(builders.recall, words('报告失效告知召回管理人员', 'The officer of a recall is told that its report fell'))
export const caseGroundReversed = reversed(builders.case, words('抽查结论撤销告知案件承办人', 'The handler of a case is told that its verdict was reversed'))
export const defectGroundReversed = reversed(builders.defect, words('抽查结论撤销告知缺陷评估人', 'The assessor of a defect is told that its verdict was reversed'))
export const recallGroundReversed = reversed(builders.recall, words('抽查结论撤销告知召回管理人员', 'The officer of a recall is told that its verdict was reversed'))

/** By what and of which day a breach is told from another of the same visit or follow-up: one is fined once, two are two. */
function markOf({ record, answers }: Pick<Cause, 'record' | 'answers'>): string | null {
  if (answers['suspected'] == null) return null
  return `${String(answers['suspected'])} ${String(answers['breachOn'] ?? record['on'] ?? record['begun'] ?? '—')}`
}

export const breachToCase = linkage('supervision.breach-to-case', {
  title: words('涉嫌违法移送立案', 'A suspected breach becomes a lead'),
  when: { register: 'rectification', step: 'suspect-breach' },
  then: {
    open: 'case',
    with: ({ record, answers, occurred }) => ({
      received: dayIn(occurred),
      source: 'sample',
      origin: 'rectification',
      originRecord: record.id,
      groundSample: record['originRecord'],
      party: record['party'],
      partyName: record['partyName'],
      place: record['place'],
      kind: answers['suspected'],
      productClass: record['productClass'],
      facts: answers['facts'],
      passedAs: markOf({ record, answers }),
    }),
  },
  by: 'clerk',
  basis: cite('penalty-procedure', '18'),
})

type Passed = 'obstruct' | 'suspect-breach' | 'record' | 'recheck'

/** What is alleged: what happened, the facts as told, or what the visit found and the second look added. */
function allegedAt(step: Passed, { record, answers }: Pick<Cause, 'record' | 'answers'>): unknown {
  if (step === 'obstruct') return answers['reason']
  if (step === 'suspect-breach') return answers['facts']
  const found = record['finding'] as string
  return step === 'record' ? found : `${found}；复查：${answers['mended']}`.slice(0, 2000)
}

/** A case from a visit, of a sample or an inspection; a breach that was passed on before opens no second one. */
const visitToCase = (register: 'sample' | 'inspection', step: Passed, title: ReturnType<typeof words>) =>
  linkage(`supervision.${register}-${step}-to-case`, {
    title,
    when: { register, step },
    ...(step === 'record' || step === 'recheck' ? { if: ({ answers }: Cause) => answers['outcome'] === 'case' && answers['suspected'] != null } : {}),
    then: {
      open: 'case',
      with: (cause) => ({
        received: dayIn(cause.occurred),
        found: cause.record['on'] ?? null,
        source: register === 'sample' ? 'sample' : 'check',
        origin: register,
        originRecord: cause.record.id,
        party: cause.record['unit'],
        partyName: cause.record['unitName'],
        place: cause.record['place'],
        kind: step === 'obstruct' ? 'refusal' : cause.record['kind'] === 'equipment' ? 'equipment' : cause.answers['suspected'],
        productClass: cause.record['productClass'] ?? null,
        facts: allegedAt(step, cause),
        passedAs: markOf(cause),
      }),
    },
    by: 'clerk',
    basis: step === 'obstruct' ? quality('56') : cite('penalty-procedure', '18'),
  })

export const sampleRefused = visitToCase('sample', 'obstruct', words('拒绝抽样移送立案', 'A refused sample becomes a lead'))
export const visitRefused = visitToCase('inspection', 'obstruct', words('拒绝检查移送立案', 'A refused visit becomes a lead'))
export const visitToBreach = visitToCase('inspection', 'suspect-breach', words('检查发现违法移送立案', 'A breach found at a visit becomes a lead'))

export const outcomeToCase = visitToCase('inspection', 'record', words('检查结果移送立案的登记案源', 'A visit whose outcome is a case becomes a lead'))
export const recheckToCase = visitToCase('inspection', 'recheck', words('复查结果移送立案的登记案源', 'A second look whose outcome is a case becomes a lead'))

/** Who came without papers has failed, not the body: chance chose it, so the visit is made again, and no reserve takes its place. */
export const turnedAwayToSample = linkage('supervision.turned-away-to-sample', {
  title: words('依法拒绝抽样后重新安排抽样', 'A lawful refusal has the visit made again'),
  when: { register: 'sample', step: 'turn-away' },
  then: {
    open: 'sample',
    with: ({ record }) =>
      pick(
        record,
        ...['how', 'plan', 'planNumber', 'draw', 'kind', 'frame', 'line', 'stratum', 'expansion', 'spread', 'inspectors', 'origin', 'originRecord'],
        ...['unit', 'unitName', 'place', 'productClass', 'items', 'rule', 'mostQuantity'],
      ),
  },
  by: 'organiser',
  basis: order,
})

export const defectToReport = linkage('supervision.defect-to-report', {
  title: words('可能的缺陷转为缺陷信息', 'A suspected defect becomes defect information'),
  when: { register: 'rectification', step: 'suspect-defect' },
  then: {
    open: 'defect-report',
    with: ({ record, answers, occurred }) => ({
      received: dayIn(occurred),
      reporterKind: 'authority',
      place: record['place'],
      producer: record['party'],
      producerName: record['partyName'],
      ...pick(record, 'product', 'productClass', 'model', 'batch'),
      kind: 'making',
      danger: answers['danger'],
      origin: 'rectification',
      originRecord: record.id,
      groundSample: record['originRecord'],
    }),
  },
  by: 'assessor',
  basis: cite('samr-order-19'),
})

/** A final failure is a signal of its class of products; who was checked stays in the sample. */
export const failureToSignal = linkage('supervision.failure-to-signal', {
  title: words('不合格结论成为风险信号', 'A failed sample is a signal'),
  when: { register: 'sample', step: 'confirm' },
  if: fails,
  then: {
    open: 'signal',
    with: ({ record, occurred }) => ({
      ...pick(record, 'place', 'product', 'productClass'),
      day: dayIn(occurred),
      source: 'sample',
      hazard: 'other',
      origin: 'sample',
      originRecord: record.id,
    }),
  },
  by: 'collector',
  basis: order,
})

/** What was a failure no more is no signal either; one that a matter has taken up is weighed there. */
const quieted = (step: 'reverse' | 'report-withdrawn', title: ReturnType<typeof words>) =>
  linkage(`supervision.signal-${step}`, {
    title,
    when: { register: 'sample', step },
    then: {
      step: 'archive',
      of: 'signal',
      where: ({ record }) => fits({ origin: 'sample', originRecord: record.id, state: ['toScreen', 'clue'] }),
      with: () => ({ ground: 'withdrawn' }),
    },
    by: 'analyst',
    basis: order,
  })

export const signalReversed = quieted('reverse', words('结果撤销后信号归档', 'A reversed result puts its signal aside'))
export const signalWithdrawn = quieted('report-withdrawn', words('报告撤回后信号归档', 'A withdrawn report puts the signal aside'))

/** A special check that risk asks for is drafted by itself, and approved here by two persons like any other. */
export const riskToPlan = linkage('supervision.risk-to-plan', {
  title: words('风险措施安排专项抽查', 'A measure of risk drafts a special check'),
  when: { register: 'risk-matter', step: 'decide-measures' },
  if: ({ answers }) => ((answers['chosen'] ?? []) as readonly string[]).includes('specialCheck'),
  then: {
    open: 'check-plan',
    with: ({ record, answers, occurred }) => ({
      ...pick(record, 'place', 'productClass'),
      title: answers['planTitle'],
      kind: 'special',
      frame: 'risk-directed',
      line: foods.has(record['productClass'] as string) ? 'food' : 'goods',
      wanted: answers['planWanted'],
      from: dayIn(occurred),
      to: answers['planTo'],
      origin: 'risk-matter',
      originRecord: record.id,
    }),
  },
  by: 'organiser',
  basis: order,
})

export const followLinks = [
  failureToRectification, recheckToSample, recheckResult, recheckWithoutSample, recheckRefused, recheckSpoilt,
  followUpReversed, followUpWithdrawn, breachToCase, sampleRefused,
  turnedAwayToSample, visitRefused, visitToBreach, outcomeToCase, recheckToCase, defectToReport, failureToSignal, signalReversed,
  signalWithdrawn, riskToPlan, caseLosesGround, defectLosesGround, recallLosesGround, caseGroundReversed, defectGroundReversed,
  recallGroundReversed,
]
