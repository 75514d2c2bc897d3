// A laboratory’s result in a proficiency round (能力验证结果): handed in before the day, scored, and corrected where it failed.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { fits } from '../../../kernel/filter.ts'
import { choice, link, party, quantity, text, yes } from '../../../kernel/kinds.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { publication } from '../../../kernel/publication.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { performances, type Performance } from './proficiency.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals
const provider = (clause: string) => cite('iso-iec-17043', clause)
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

const decimal = { places: 6 } as const
const opt = { optional: true } as const

export const proficiencyResult = register('proficiency-result', {
  title: words('能力验证参加结果', 'Results in proficiency rounds'),
  // The number is the code of the participant: it says nothing of the laboratory.
  number: 'NC{year}{seq}',
  headline: 'parameter',
  concerns: 'laboratory',
  knownBy: ['round', 'laboratory'],
  listed: ['parameter', 'value', 'unit', 'z', 'performance'],
  fields: {
    round: link(words('能力验证轮次', 'Round'), 'proficiency-round', {
      fixed: true,
      hint: words('在“能力验证”页点“提交结果”，这一项自动填入', 'Filled in when you come by “Hand in a result” on the page of proficiency rounds'),
    }),
    laboratory: party(words('参加机构', 'Laboratory'), { fixed: true }),
    value: quantity(words('结果', 'Result'), decimal),
    unit: text(words('单位', 'Unit'), { length: 20 }),
    expanded: quantity(words('扩展不确定度（k=2）', 'Expanded uncertainty (k = 2)'), { ...decimal, optional: true, minimum: '0' }),
    method: text(words('所用方法', 'Method used'), { optional: true, length: 80 }),
    named: yes(words('同意以机构名称公布结果', 'The result may be published under the laboratory’s name'), {
      optional: true,
      hint: words('须在知道结果之前决定；不同意的只以编号公布', 'To be decided before the result is known; without it only the code is published'),
    }),
    parameter: text(words('项目/参数', 'Parameter'), { optional: true, length: 80 }),
    z: quantity(words('z 或 z′', 'z or z′'), { places: 3, optional: true }),
    zeta: quantity(words('ζ', 'ζ'), { places: 3, optional: true }),
    en: quantity(words('Eₙ', 'Eₙ'), { places: 3, optional: true }),
    performance: choice(words('评价', 'Performance'), performances, opt),
    cause: text(words('原因', 'Cause'), { optional: true, length: 1000 }),
    correction: text(words('纠正措施', 'Corrective action'), { optional: true, length: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

interface HandingIn {
  readonly round: string
  readonly unit: string
  readonly today: string
}

/** The round takes results until the end of its closing day, in its own unit. */
async function mustFitRound({ round, unit, today }: HandingIn, at: Reading): Promise<{ parameter: string }> {
  const found = await at.first('proficiency-round', { id: round })
  if (!found) return refuse('round-not-open', { field: 'round' })
  if (found.state === 'open' && today > String(found['closes'])) refuse('handed-in-late', { closes: String(found['closes']), field: 'round' })
  if (found.state !== 'open') refuse('round-not-open', { field: 'round' })
  const [expected, measured] = [String(found['unit']), String(found['parameter'])]
  if (unit !== expected) refuse('wrong-unit', { parameter: measured, expected, given: unit, field: 'unit' })
  return { parameter: measured }
}

interface Line {
  readonly code: string
  readonly z: string
  readonly zeta: string | null
  readonly en: string | null
  readonly performance: Performance
}

/** What the published round says of this result; it must be what the step says. */
async function ownScore(record: { readonly round: string; readonly number: string | null }, at: Reading, expected: Performance) {
  const round = await at.first('proficiency-round', { id: record.round })
  const line = ((round?.['scores'] ?? []) as readonly Line[]).find(({ code }) => code === record.number)
  if (round?.state !== 'published' || !line) return refuse('round-not-published')
  if (line.performance !== expected) refuse('score-says-otherwise', { published: performances[line.performance] })
  return { z: line.z, zeta: line.zeta, en: line.en, performance: line.performance }
}

export const takingPart = procedure(proficiencyResult, {
  duties: { laboratory: words('检验检测机构', 'Laboratory'), organiser: words('能力验证组织人员', 'Organiser of proficiency rounds') },
  states: {
    submitted: words('已提交', 'Handed in'),
    satisfactory: words('满意', 'Satisfactory'),
    questionable: words('有问题，建议查找原因', 'Questionable: look for the cause'),
    unsatisfactory: words('不满意，应当纠正', 'Unsatisfactory: to be corrected'),
    corrected: words('已报纠正措施', 'Correction reported'),
    closed: words('纠正已确认', 'Correction accepted'),
  },
  ends: ['satisfactory', 'questionable', 'closed'],
  opens: {
    title: words('提交结果', 'Hand in a result'),
    state: 'submitted',
    by: ['laboratory', 'organiser'],
    basis: provider('4.6'),
    asks: ['round', 'laboratory', 'value', 'unit', 'expanded', 'method', 'named'],
    async confirm(c, at) {
      const known = await at.first('laboratory', { code: c.answers.laboratory })
      if (!known) refuse('unknown-laboratory', { laboratory: c.answers.laboratory, field: 'laboratory' })
      return mustFitRound({ ...c.answers, today: c.today }, at)
    },
  },
  steps: (step) => ({
    amend: step({
      title: words('截止前更正', 'Amend before the closing day'),
      from: 'submitted',
      to: 'submitted',
      by: ['laboratory', 'organiser'],
      basis: provider('4.6'),
      returning: true,
      asks: ask(proficiencyResult, 'value', 'unit', 'expanded', 'method', 'named'),
      confirm: (c, at) => mustFitRound({ round: c.record.round, unit: c.answers.unit, today: c.today }, at),
    }),
    satisfy: step({
      title: words('评为满意', 'Found satisfactory'),
      from: 'submitted', to: 'satisfactory', by: 'organiser', basis: provider('4.7'),
      confirm: (c, at) => ownScore(c.record, at, 'satisfactory'),
    }),
    question: step({
      title: words('评为有问题', 'Found questionable'),
      from: 'submitted', to: 'questionable', by: 'organiser', basis: provider('4.7'),
      confirm: (c, at) => ownScore(c.record, at, 'questionable'),
    }),
    fail: step({
      title: words('评为不满意', 'Found unsatisfactory'),
      from: 'submitted', to: 'unsatisfactory', by: 'organiser', basis: provider('4.7'),
      confirm: (c, at) => ownScore(c.record, at, 'unsatisfactory'),
    }),
    correct: step({
      title: words('报告原因和纠正措施', 'Report the cause and the correction'),
      from: 'unsatisfactory',
      to: 'corrected',
      by: 'laboratory',
      basis: iso('8.7'),
      asks: {
        cause: text(words('原因', 'Cause'), { length: 1000 }),
        correction: text(words('纠正措施', 'Corrective action'), { length: 1000 }),
      },
    }),
    'send-back': step({
      title: words('退回补充', 'Send back'),
      from: 'corrected',
      to: 'unsatisfactory',
      by: 'organiser',
      basis: iso('8.7'),
      returning: true,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
    accept: step({ title: words('确认纠正有效', 'Accept the correction'), from: 'corrected', to: 'closed', by: 'organiser', basis: iso('8.7') }),
  }),
  deadlines: [
    {
      name: 'correction',
      title: words('不满意结果的纠正期限', 'Correct an unsatisfactory result'),
      starts: 'unsatisfactory',
      metBy: ['correct'],
      within: parameter('testing.proficiency-correction'),
      lapse: 'alarm',
      again: true,
    },
  ],
})

const codesOf = ({ record }: Cause, performance: Performance): readonly string[] =>
  ((record['scores'] ?? []) as readonly Line[]).filter((line) => line.performance === performance).map(({ code }) => code)

/** Each result is told its own score when the round is published, and nothing before. */
const told = (name: string, step: 'satisfy' | 'question' | 'fail', performance: Performance) =>
  linkage(`testing.${name}`, {
    title: words(`公布后告知${performances[performance].zh}`, `Publication tells what was ${performances[performance].en.toLowerCase()}`),
    when: { register: 'proficiency-round', step: 'publish' },
    if: (cause) => codesOf(cause, performance).length > 0,
    then: {
      step,
      of: 'proficiency-result',
      where: (cause) => fits({ round: cause.record.id, state: 'submitted', number: codesOf(cause, performance) }),
      with: () => ({}),
    },
    by: 'organiser',
    basis: provider('4.8'),
  })

export const tellingScores = [
  told('round-satisfies', 'satisfy', 'satisfactory'),
  told('round-questions', 'question', 'questionable'),
  told('round-fails', 'fail', 'unsatisfactory'),
]

/** Results whose laboratory agreed, before it knew them, to stand behind them with its name. */
export const namedResults = publication('proficiency-named', {
  title: words('以机构名称公布的能力验证结果', 'Proficiency results under the laboratory’s name'),
  of: proficiencyResult,
  states: ['satisfactory', 'questionable', 'unsatisfactory', 'corrected', 'closed'],
  where: { field: 'named', is: true },
  fields: ['round', 'laboratory', 'parameter', 'z', 'zeta', 'en', 'performance'],
  basis: provider('4.10'),
})
