// A proficiency round (能力验证轮次): what is tested, what results are measured against, and the scores of all by their code.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, integer, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { publication } from '../../../kernel/publication.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { performances } from './proficiency.ts'
import { evaluated, type RoundTerms, type Submitted } from './round-scores.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals

/** Clauses are numbered as in the edition of 2010. */
const provider = (clause: string) => cite('iso-iec-17043', clause)

/** Where the assigned value comes from (ISO 13528, 7). */
export const valuesFrom = {
  formulation: words('配制值', 'Formulation'),
  certified: words('有证标准物质', 'Certified reference material'),
  expert: words('专家实验室公议', 'Consensus of expert laboratories'),
  participants: words('参加者稳健平均值（算法A）', 'Robust mean of the participants (algorithm A)'),
} as const

/** Where the standard deviation for assessment σ_pt comes from (ISO 13528, 8). */
export const sigmasFrom = {
  prescribed: words('按用途规定', 'Fit for purpose, prescribed'),
  model: words('由一般模型或者精密度试验得出', 'From a model or a precision experiment'),
  participants: words('参加者稳健标准差（算法A）', 'Robust deviation of the participants (algorithm A)'),
} as const

/** The score that is judged. */
export const scoresJudged = {
  z: words('z', 'z'),
  zPrime: words('z′（指定值的不确定度不可忽略）', 'z′ (the uncertainty of the assigned value is not negligible)'),
} as const

const sealed = { shownTo: ['organiser', 'evaluator', 'publisher'] } as const
const decimal = { places: 6 } as const

export const scoreLine = {
  code: text(words('参加编号', 'Code of the participant'), { length: 40 }),
  value: quantity(words('结果', 'Result'), decimal),
  expanded: quantity(words('扩展不确定度（k=2）', 'Expanded uncertainty (k = 2)'), { ...decimal, optional: true }),
  z: quantity(words('z 或 z′', 'z or z′'), { places: 3 }),
  zeta: quantity(words('ζ', 'ζ'), { places: 3, optional: true }),
  en: quantity(words('Eₙ', 'Eₙ'), { places: 3, optional: true }),
  performance: choice(words('评价', 'Performance'), performances),
}

export const proficiencyRound = register('proficiency-round', {
  title: words('能力验证轮次', 'Proficiency rounds'),
  number: 'NY{year}{seq}',
  headline: 'title',
  listed: ['title', 'productClass', 'parameter', 'closes', 'participants'],
  fields: {
    title: text(words('计划名称', 'Scheme'), { searched: true, length: 120 }),
    organised: text(words('组织单位', 'Organised by'), { length: 120 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    parameter: text(words('项目/参数', 'Parameter'), { searched: true, length: 80 }),
    method: text(words('检测依据', 'Method'), { length: 80, optional: true, hint: words('不限方法的不填', 'Empty when any method will do') }),
    unit: text(words('单位', 'Unit'), { length: 20 }),
    closes: day(words('结果截止日', 'Results until'), { mayLieAhead: true }),
    valueFrom: choice(words('指定值来源', 'Assigned value from'), valuesFrom),
    assigned: quantity(words('指定值', 'Assigned value'), { ...decimal, ...sealed, optional: true }),
    uAssigned: quantity(words('指定值的标准不确定度', 'Its standard uncertainty'), { ...decimal, ...sealed, optional: true, minimum: '0' }),
    sigmaFrom: choice(words('能力评定标准差来源', 'Deviation for assessment from'), sigmasFrom),
    sigma: quantity(words('能力评定标准差 σpt', 'Deviation for assessment σpt'), { ...decimal, ...sealed, optional: true, minimum: '0.000001' }),
    participants: integer(words('参加数', 'Results taken'), { optional: true, minimum: '0' }),
    judgedBy: choice(words('评价所用分数', 'Score judged'), scoresJudged, { optional: true }),
    scores: rows(words('各参加者的分数', 'Scores by code'), scoreLine, { ...sealed, optional: true, most: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
    invented: yes(words('虚构的演示数据', 'Invented for demonstration')),
  },
})

const termsAsked = ['closes', 'valueFrom', 'assigned', 'uAssigned', 'sigmaFrom', 'sigma'] as const

interface Terms {
  readonly valueFrom: string | null
  readonly assigned: string | null
  readonly uAssigned: string | null
  readonly sigmaFrom: string | null
  readonly sigma: string | null
}

/** A value that is set beforehand must be there before the first result, one from the participants must not be. */
function mustBeSet(terms: Terms): void {
  const byParticipants = terms.valueFrom === 'participants'
  if (!byParticipants && (terms.assigned === null || terms.uAssigned === null))
    refuse('assigned-value-missing', { field: terms.assigned === null ? 'assigned' : 'uAssigned' })
  if (byParticipants && (terms.assigned !== null || terms.uAssigned !== null)) refuse('assigned-value-given', { field: 'assigned' })
  if (terms.sigmaFrom !== 'participants' && terms.sigma === null) refuse('assigned-value-missing', { field: 'sigma' })
  if (terms.sigmaFrom === 'participants' && terms.sigma !== null) refuse('assigned-value-given', { field: 'sigma' })
}

export const proficiencyTesting = procedure(proficiencyRound, {
  duties: {
    organiser: words('能力验证组织人员', 'Organiser of proficiency rounds'),
    evaluator: words('能力验证统计人员', 'Statistician of proficiency rounds'),
    publisher: words('能力验证发布人员', 'Publisher of proficiency rounds'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    planned: words('筹备', 'Planned'),
    open: words('接收结果', 'Open'),
    evaluated: words('已评价', 'Evaluated'),
    published: words('已公布', 'Published'),
    cancelled: words('取消', 'Cancelled'),
  },
  ends: ['published', 'cancelled'],
  opens: {
    title: words('筹备一轮', 'Plan a round'),
    state: 'planned',
    by: 'organiser',
    basis: provider('4.4'),
    asks: ['title', 'organised', 'productClass', 'parameter', 'method', 'unit', ...termsAsked, 'invented'],
    check: (c) => mustBeSet(c.answers),
  },
  steps: (step) => ({
    change: step({
      title: words('更改设计', 'Change the design'),
      from: 'planned',
      to: 'planned',
      by: 'organiser',
      basis: provider('4.4'),
      returning: true,
      asks: ask(proficiencyRound, ...termsAsked),
      check: (c) => mustBeSet(c.answers),
    }),
    call: step({
      title: words('开始接收结果', 'Call for results'),
      from: 'planned',
      to: 'open',
      by: 'organiser',
      basis: provider('4.6'),
      check(c) {
        if (c.record.closes < c.today) refuse('closing-day-past', { closes: c.record.closes })
      },
    }),
    evaluate: step({
      title: words('评价', 'Evaluate'),
      from: ['open', 'evaluated'],
      to: 'evaluated',
      by: 'evaluator',
      basis: provider('4.7'),
      check(c) {
        if (c.today <= c.record.closes) refuse('round-still-open', { closes: c.record.closes })
      },
      async confirm(c, at) {
        const results = await at.list('proficiency-result', { round: c.record.id, state: 'submitted' }, 1000)
        const least = Number(c.parameter('testing.proficiency-least').value)
        return evaluated(c.record as RoundTerms, results as unknown as readonly Submitted[], least) as never
      },
    }),
    publish: step({
      title: words('公布', 'Publish'),
      from: 'evaluated',
      to: 'published',
      by: 'publisher',
      basis: provider('4.8'),
      notBy: ['evaluate'],
    }),
    cancel: step({
      title: words('取消', 'Cancel'),
      from: ['planned', 'open', 'evaluated'],
      to: 'cancelled',
      by: 'organiser',
      basis: provider('4.6'),
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
  }),
})

/** Who may take part until when; the value that is sought stays sealed. */
export const calls = publication('proficiency-calls', {
  title: words('正在接收结果的能力验证', 'Open proficiency rounds'),
  of: proficiencyRound,
  states: ['open'],
  fields: ['title', 'organised', 'productClass', 'parameter', 'method', 'unit', 'closes', 'valueFrom', 'sigmaFrom', 'invented'],
  basis: provider('4.6'),
})

/** Participants stand under their code: who they are is known to themselves and to the organiser (ISO/IEC 17043:2010, 4.10.1). */
export const roundsPublished = publication('proficiency-rounds', {
  title: words('能力验证结果', 'Proficiency rounds'),
  of: proficiencyRound,
  states: ['published'],
  fields: [
    'title', 'organised', 'productClass', 'parameter', 'method', 'unit', 'closes', 'valueFrom', 'assigned', 'uAssigned', 'sigmaFrom', 'sigma',
    'participants', 'judgedBy', 'scores', 'invented',
  ],
  basis: provider('4.10'),
  sealed: true,
})
