// Dated data that officers load: notices of working days and values of parameters, proposed by one and confirmed by another.
import { cite } from '../../../kernel/citation.ts'
import { isDay } from '../../../kernel/day.ts'
import { versionFaults, type DatedValue, type ParameterKind } from '../../../kernel/parameter.ts'
import { choice, citation, day, integer, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'

export const lawRefusals = refusals('law', {
  'bad-line': {
    status: 422,
    title: words('放假安排有误', 'A line of the notice cannot be read'),
    detail: words(
      '“{line}”不是 {year} 年的一行放假安排；期限会因此算错。',
      '“{line}” is no line of the notice for {year}; clocks would come out wrong.',
    ),
    remedy: words('每行写作：2027-01-01,元旦,off（休）或 worked（班）。', 'Write each line as 2027-01-01,元旦,off or worked.'),
  },
  'no-days': {
    status: 422,
    title: words('没有任何放假日', 'No day off'),
    detail: words('放假安排中没有一个休息日。', 'The notice holds no day off.'),
    remedy: words('请核对通知原文。', 'Compare with the notice.'),
  },
  'not-json': {
    status: 422,
    title: words('数值无法读取', 'The value cannot be read'),
    detail: words('“{value}”不是有效的数值写法。', '“{value}” is not a value that can be read.'),
    remedy: words(
      '期限写作 JSON 对象，含 length 与 unit；金额写作带引号的数字。',
      'Write a term as a JSON object with length and unit, a sum as a number in quotes.',
    ),
  },
  'wrong-shape': {
    status: 422,
    title: words('数值的写法与该参数不符', 'The value is not written as this parameter is'),
    detail: words(
      '“{value}”不能代替参数“{parameter}”现有的写法（如 {known}）；据此计算的期限和金额会出错。',
      '“{value}” cannot stand where “{parameter}” is written like {known}; clocks and sums made of it would fail.',
    ),
    remedy: words('请按现有数值的写法填写，并核对起止日期。', 'Write it like the value in force, and check the days from and to.'),
  },
})
const { refuse } = lawRefusals

const holidays = cite('state-council-holiday-notices')
const rules = cite('hebei-2016-33', '5.4')
const duties = { officer: words('法规数据员', 'Officer of dated data'), confirmer: words('法规复核人', 'Confirmer') }
const states = {
  proposed: words('待复核', 'Proposed'),
  inForce: words('生效', 'In force'),
  rejected: words('不予采纳', 'Rejected'),
  withdrawn: words('已撤回', 'Withdrawn'),
}

export const calendarNotice = register('calendar-notice', {
  title: words('放假安排', 'Notices of working days'),
  headline: 'source',
  fields: {
    year: integer(words('年份', 'Year'), { minimum: '2007', maximum: '2100' }),
    source: text(words('通知文号和网址', 'Number and address of the notice'), { length: 500 }),
    days: text(words('放假与调休', 'Days off and days worked'), { length: 6000, hint: words('每行一天', 'One day a line') }),
  },
})

function checkDays(year: number, days: string): void {
  const lines = days
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter(Boolean)
  for (const line of lines) {
    const [date = '', name = '', kind = ''] = line.split(/[,，]/).map((part) => part.trim())
    const near = date >= `${year - 1}-12-20` && date <= `${year + 1}-01-10`
    if (!isDay(date) || !near || !name || !['off', 'worked'].includes(kind)) refuse('bad-line', { line, year, field: 'days' })
  }
  if (!lines.some((line) => /off$/.test(line))) refuse('no-days', { field: 'days' })
}

export const noticeLife = procedure(calendarNotice, {
  duties,
  states,
  ends: ['rejected', 'withdrawn'],
  opens: {
    title: words('录入放假安排', 'Enter a notice'),
    state: 'proposed',
    by: 'officer',
    basis: holidays,
    check: (c) => checkDays(c.answers.year, c.answers.days),
  },
  steps: (step) => ({
    confirm: step({
      title: words('复核生效', 'Confirm'),
      from: 'proposed',
      to: 'inForce',
      by: 'confirmer',
      notBy: ['open'],
      basis: holidays,
    }),
    reject: step({
      title: words('不予采纳', 'Reject'),
      from: 'proposed',
      to: 'rejected',
      by: 'confirmer',
      basis: holidays,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    withdraw: step({
      title: words('撤回', 'Withdraw'),
      from: 'inForce',
      to: 'withdrawn',
      by: 'confirmer',
      basis: holidays,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
  }),
})

export const parameterValue = register('parameter-value', {
  title: words('参数值', 'Values of parameters'),
  headline: 'parameter',
  fields: {
    parameter: text(words('参数', 'Parameter'), { length: 80 }),
    from: day(words('生效日', 'From'), { mayLieAhead: true }),
    to: day(words('失效日', 'To'), { optional: true, mayLieAhead: true }),
    value: text(words('数值', 'Value'), { length: 2000 }),
    act: text(words('法规标识', 'Act'), { length: 80 }),
    article: text(words('条', 'Article'), { optional: true, length: 20 }),
    mark: choice(words('核实程度', 'Mark'), {
      V: words('已读原文', 'Text read'),
      W: words('只见摘录', 'Excerpt read'),
      U: words('未核实', 'Unverified'),
      D: words('本平台设计', 'Our design'),
    }),
    why: text(words('理由', 'Why'), { length: 500 }),
  },
})

function read(value: string): unknown {
  try {
    return JSON.parse(value) as unknown
  } catch {
    return refuse('not-json', { value, field: 'value' })
  }
}

/** How a value is written, as far as it shows: a parameter keeps the kind that it has. */
const writtenAs = (value: unknown): ParameterKind =>
  typeof value === 'string' ? (/^-?[0-9.]+$/.test(value) ? 'number' : 'text') : isTerm(value) ? 'term' : 'table'
const isTerm = (value: unknown): boolean => typeof value === 'object' && value !== null && 'length' in value && 'unit' in value

export const parameterLife = procedure(parameterValue, {
  duties,
  states,
  ends: ['rejected', 'withdrawn'],
  opens: {
    title: words('录入参数值', 'Enter a value'),
    state: 'proposed',
    by: 'officer',
    basis: rules,
    check(c) {
      const { parameter, from, to, act, mark } = c.answers
      const value = read(c.answers.value)
      // Refused where there is no such parameter on the day from which the value shall hold.
      const known = c.parameter(parameter, from).value
      const version: DatedValue = { from, ...(to ? { to } : {}), value, basis: { act }, mark }
      if (versionFaults(writtenAs(known), version).length > 0)
        refuse('wrong-shape', { value: c.answers.value, parameter, known: JSON.stringify(known).slice(0, 80), field: 'value' })
    },
  },
  steps: (step) => ({
    confirm: step({ title: words('复核生效', 'Confirm'), from: 'proposed', to: 'inForce', by: 'confirmer', notBy: ['open'], basis: rules }),
    reject: step({
      title: words('不予采纳', 'Reject'),
      from: 'proposed',
      to: 'rejected',
      by: 'confirmer',
      basis: rules,
      asks: { grounds: text(words('理由', 'Grounds'), { length: 500 }) },
    }),
    withdraw: step({
      title: words('撤回', 'Withdraw'),
      from: 'inForce',
      to: 'withdrawn',
      by: 'confirmer',
      basis: rules,
      asks: { grounds: text(words('理由', 'Grounds'), { length: 500 }) },
    }),
  }),
})

export const training = register('law-training', {
  title: words('普法与培训', 'Law teaching and training'),
  headline: 'topic',
  fields: {
    topic: text(words('内容', 'Topic')),
    held: day(words('日期', 'Held on')),
    people: integer(words('人数', 'People'), { minimum: '0' }),
    article: citation(words('依据', 'Article'), { optional: true }),
  },
})

export const trainingLife = procedure(training, {
  duties,
  states: { held: words('已举办', 'Held'), struck: words('已注销', 'Struck') },
  ends: ['struck'],
  opens: { title: words('登记', 'Enter'), state: 'held', by: 'officer', basis: rules },
  steps: (step) => ({
    strike: step({
      title: words('注销', 'Strike'),
      from: 'held',
      to: 'struck',
      by: 'officer',
      basis: rules,
      asks: { why: text(words('理由', 'Why')) },
    }),
  }),
})
