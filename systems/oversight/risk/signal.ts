// A signal (風險信息): one thing told of one product on one day, from whatever source; screened, and joined to a matter or put aside.
import { area, choice, day, integer, rows, text } from '../../../kernel/kinds.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { matterToJoin } from './joining.ts'
import { riskRefusals } from './refusals.ts'
import { hazards, monitoring, sources, subjects } from './rules.ts'

const { refuse } = riskRefusals

export const archiveGrounds = {
  duplicate: words('重复', 'Told already'),
  implausible: words('不可信', 'Not credible'),
  irrelevant: words('与质量安全无关', 'Nothing to do with safety'),
  withdrawn: words('来源已撤回', 'Taken back by its source'),
} as const

/** One day of an episode of readings, or the Monday of one week of it, with the edition that judged it. */
const reading = {
  on: day(words('日期', 'Day')),
  value: text(words('读数', 'Reading'), { length: 30 }),
  beside: text(words('其他各地', 'Other places'), { optional: true, length: 30 }),
  measure: text(words('另一指标', 'By another measure'), { optional: true, length: 60 }),
  edition: text(words('标准版本', 'Edition'), { length: 80 }),
}
const term = {
  symbol: text(words('符号', 'Symbol'), { length: 20 }),
  zh: text(words('含义', 'Meaning'), { length: 80 }),
  en: text(words('含义（英文）', 'Meaning in English'), { length: 120 }),
  value: text(words('数值', 'Value'), { length: 30 }),
}

export const signal = register('signal', {
  title: words('风险信号', 'Signals'),
  number: 'XH{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  listed: ['day', 'productClass', 'product', 'hazard', 'source', 'place', 'weight'],
  // Whoever consults on a matter or decides its colour sees what it rests on.
  readBy: ['panel', 'head', 'province'],
  fields: {
    day: day(words('发生或者发布日期', 'Happened or published on')),
    source: choice(words('来源', 'Source'), sources),
    origin: text(words('来源台账', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    until: day(words('读数异常至', 'Readings until'), { optional: true, byLink: true }),
    readings: rows(words('读数', 'Readings'), reading, { optional: true, byLink: true, most: 100 }),
    arithmetic: rows(words('算式', 'Arithmetic'), term, { optional: true, byLink: true, most: 40 }),
    product: text(words('产品', 'Product'), { searched: true, length: 200 }),
    productClass: choice(words('产品类别', 'Product class'), subjects),
    hazard: choice(words('危害', 'Hazard'), hazards),
    place: area(words('发生地', 'Where it happened'), { optional: true, hint: words('境外或者不明的留空', 'Left out where it lies abroad or is not known') }),
    hurt: integer(words('受伤人数', 'People hurt'), { optional: true, minimum: '0' }),
    weight: integer(words('权重', 'Weight'), { optional: true, minimum: '1', hint: words('按来源取当日参数', 'By its source, as the parameter of the day says') }),
    credibility: integer(words('可信度', 'Credibility'), { optional: true, minimum: '1', maximum: '5' }),
    ground: choice(words('归档理由', 'Why it was put aside'), archiveGrounds, { optional: true }),
    sameAs: text(words('与之重复的信号', 'Signal that it repeats'), { optional: true, length: 40 }),
    matter: text(words('风险事项', 'Matter'), { optional: true, length: 40 }),
    matterRecord: text(words('风险事项记录', 'Record of the matter'), { optional: true, length: 40 }),
  },
})

/** What only a computation writes, since it can be computed again. */
const byComputation = (answers: { readonly until: unknown; readonly readings: unknown; readonly arithmetic: unknown }): boolean =>
  [answers.until, answers.readings, answers.arithmetic].some((one) => one !== null && (!Array.isArray(one) || one.length > 0))

export const screening = procedure(signal, {
  duties: { collector: words('信息收集人', 'Collector'), analyst: words('风险分析人', 'Analyst'), reader: words('查阅人', 'Reader') },
  states: {
    toScreen: words('待筛选', 'To be screened'),
    clue: words('风险线索', 'Clue'),
    joined: words('已归并', 'Joined to a matter'),
    archived: words('已归档', 'Put aside'),
  },
  ends: ['joined', 'archived'],
  opens: {
    title: words('登记信号', 'Record a signal'),
    state: 'toScreen',
    by: ['collector', 'analyst'],
    basis: monitoring,
    asks: ['day', 'source', 'origin', 'originRecord', 'until', 'readings', 'arithmetic', 'product', 'productClass', 'hazard', 'place', 'hurt'],
    check(c) {
      if (byComputation(c.answers) && c.actor.hand === undefined) refuse('readings-by-hand', { field: 'readings' })
    },
    // What is written of a signal's worth is what the parameter of the day says, whoever opens it.
    gives: (c) => ({ weight: (c.parameter('risk.signal-weights').value as Readonly<Record<string, number>>)[c.answers.source] ?? 1 }),
  },
  steps: (step) => ({
    take: step({
      title: words('作为线索', 'Take as a clue'),
      from: 'toScreen',
      to: 'clue',
      by: 'analyst',
      basis: monitoring,
      asks: { ...ask(signal, 'hazard'), credibility: integer(words('可信度', 'Credibility'), { minimum: '1', maximum: '5' }) },
    }),
    archive: step({
      title: words('归档', 'Put aside'),
      from: ['toScreen', 'clue'],
      to: 'archived',
      by: 'analyst',
      basis: monitoring,
      asks: { ground: choice(words('归档理由', 'Why it is put aside'), archiveGrounds), sameAs: signal.fields.sameAs },
      check(c) {
        if (c.answers.ground === 'duplicate' && !c.answers.sameAs) refuse('of-which', { field: 'sameAs' })
      },
    }),
    join: step({
      title: words('归并到风险事项', 'Join to a matter'),
      from: ['toScreen', 'clue'],
      to: 'joined',
      by: 'analyst',
      basis: monitoring,
      asks: {
        matter: text(words('风险事项', 'Matter'), { length: 40 }),
        listedIn: text(words('列明它的事项', 'Record of the matter that lists it'), { optional: true, byLink: true, length: 40 }),
      },
      check({ actor, answers }) {
        if (actor.hand === undefined && answers.listedIn !== null) refuse('listed-by-hand', { field: 'listedIn' })
      },
      // A matter that takes its signals along names them itself; a person may mistake the number.
      confirm: async (c, at) => ({ matterRecord: c.answers.listedIn ?? (await matterToJoin(c, at)) }),
    }),
    reread: step({
      title: words('读数有变，重新计算', 'The readings changed: computed again'),
      from: ['toScreen', 'clue', 'joined'],
      to: (c) => c.record.state as 'clue',
      by: 'collector',
      basis: monitoring,
      returning: true,
      asks: ask(signal, 'day', 'until', 'readings', 'arithmetic'),
      // Readings are computed; a person proposes their correction.
      confirm: async (c) => (c.actor.hand === undefined ? refuse('readings-by-hand', { field: 'readings' }) : {}),
    }),
    fall: step({
      title: words('来源撤回，退出归并', 'Taken back by its source after it was joined'),
      from: 'joined',
      to: 'archived',
      by: 'analyst',
      basis: monitoring,
      returning: true,
      asks: { why: text(words('撤回的理由', 'Why it was taken back'), { length: 500 }) },
      gives: () => ({ ground: 'withdrawn' }),
    }),
  }),
  deadlines: [
    { name: 'screening', title: words('筛选期限', 'Screen the signal'), starts: 'toScreen', metBy: ['take', 'archive', 'join'], within: parameter('risk.screen'), lapse: 'alarm' },
  ],
})
