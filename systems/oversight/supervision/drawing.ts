// The draw on record (雙隨機抽取): frame frozen, commitment published, public seed taken in, result used, and all opened after the last visit.
import { addHours } from '../../../kernel/day.ts'
import { area, choice, instant, integer, link, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { question } from '../../../kernel/question.ts'
import { register, type RecordOf } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { decisionRules, item } from '../../basis/testing/index.ts'
import { commit, commitmentDigest, draw as drawUnits, frameFaults, type Commitment } from './draw.ts'
import { seedFault, type SeedFault } from './draw-check.ts'
import { some } from './duties.ts'
import {
  frameOf, inspectorsOf, missedOf, planOf, repeated, weighted, weightsOf, type DrawnRow, type UnitRow,
} from './frame.ts'
import { producersOf, strayIn } from './makers.ts'
import { frames, lines, planKinds, purposes } from './plan.ts'
import { supervisionRefusals } from './refusals.ts'
import { nextReserve, placeIsFree, visitsLeft } from './reserves.ts'
import { order, quality } from './rules.ts'

const { refuse } = supervisionRefusals

/** The credit class of bodies by code; those left out, and all of them while nobody answers, are of the middle class. */
export const creditClass = question<{ codes: readonly string[] }, Readonly<Record<string, string>>>('supervision.credit-class', {
  title: words('被抽查单位的信用类别', 'Credit class of the bodies in a frame'),
  otherwise: {},
  why: words('无人作答时一律按中间类别，不加重也不减轻', 'While nobody answers, all are of the middle class: neither more often nor less'),
})

const unitLine = {
  code: party(words('统一社会信用代码', 'Credit code')),
  name: text(words('名称', 'Name'), { length: 120 }),
  place: area(words('所在地', 'Place')),
  stratum: text(words('层', 'Stratum'), { length: 40 }),
  weight: quantity(words('权重', 'Weight'), { optional: true, places: 6, minimum: '0' }),
}
const inspectorLine = {
  account: text(words('账号', 'Account'), { account: true, length: 60 }),
  badge: text(words('执法证号', 'Certificate'), { length: 40 }),
  avoids: text(words('应当回避的单位代码', 'Must not visit'), { optional: true, length: 400, hint: words('以空格分开', 'Codes, parted by spaces') }),
}
const takeLine = { stratum: text(words('层', 'Stratum'), { length: 40 }), take: integer(words('抽取数', 'To be drawn'), { minimum: '0' }) }
const seedLine = {
  source: text(words('种子来源', 'Source of the seed'), { length: 160, hint: words('任何人可查、任何官员不能左右，如某期开奖号码', 'Open to all and in no officer’s hand, such as a lottery on a named day') }),
  at: instant(words('产生时间', 'When it appears'), { mayLieAhead: true }),
  missed: text(words('缺失的证据', 'Proof that it did not appear'), { optional: true, length: 300 }),
}
const drawnLine = {
  id: party(words('单位', 'Unit')),
  stratum: takeLine.stratum,
  place: integer(words('次序', 'Place')),
  // A number of 17 digits as it was computed: text, so that no store rounds it.
  chance: text(words('入样概率', 'Chance'), { length: 30 }),
  reserve: yes(words('候补', 'Reserve')),
  inspectors: text(words('检查人员', 'Inspectors'), { account: true, optional: true, length: 200 }),
}
const calledLine = { id: party(words('单位', 'Unit')), why: text(words('原因', 'Why'), { length: 200 }) }

const closed = ['organiser'] as const

export const draw = register('draw', {
  title: words('双随机抽取', 'Draws'),
  number: 'CQ{year}{seq}',
  headline: 'title',
  placedBy: 'place',
  listed: ['title', 'kind', 'productClass', 'place', 'committed', 'published'],
  fields: {
    title: text(words('名称', 'Title'), { searched: true, length: 120 }),
    plan: link(words('计划', 'Plan'), 'check-plan', { optional: true }),
    planNumber: text(words('计划编号', 'Number of the plan'), { optional: true, length: 40 }),
    purpose: choice(words('用途', 'Purpose'), purposes),
    kind: choice(words('类别', 'Kind'), planKinds),
    frameKind: choice(words('抽样框', 'Frame'), frames),
    line: choice(words('适用领域', 'Body of law'), lines),
    productClass: choice(words('产品类别', 'Product class'), productClasses, { optional: true }),
    place: area(words('地域', 'Place')),
    items: rows(words('检验项目', 'Parameters'), item, { optional: true, most: 60 }),
    rule: choice(words('判定规则', 'Decision rule'), decisionRules, { optional: true }),
    mostQuantity: quantity(words('每批抽样数量上限', 'Most to be taken of a lot'), { optional: true, places: 3, minimum: '0' }),
    units: integer(words('名录单位数', 'Units in the frame'), { optional: true }),
    frame: rows(words('名录和权重', 'Frame and weights'), unitLine, { optional: true, most: 20_000, shownTo: closed }),
    inspectors: rows(words('检查人员名录', 'Inspectors'), inspectorLine, { optional: true, most: 2000, shownTo: closed }),
    take: rows(words('各层抽取数', 'To be drawn from each stratum'), takeLine, { optional: true }),
    seeds: rows(words('种子', 'Seeds'), seedLine, { optional: true, most: 10 }),
    waitHours: integer(words('等待时限（小时）', 'Hours to wait for a seed'), { optional: true, minimum: '1', maximum: '720' }),
    secret: text(words('密值', 'Secret'), { optional: true, length: 64, shownTo: closed }),
    commitment: text(words('承诺', 'Commitment'), { optional: true, length: 20_000 }),
    digest: text(words('承诺摘要', 'Digest of the commitment'), { optional: true, length: 64 }),
    committed: instant(words('承诺公布时间', 'Committed at'), { optional: true }),
    seedSource: text(words('所用种子的来源', 'Source of the seed used'), { optional: true, length: 160 }),
    seed: text(words('种子', 'Seed'), { optional: true, length: 400 }),
    appeared: instant(words('种子产生时间', 'The seed appeared at'), { optional: true }),
    result: rows(words('抽取结果', 'Result'), drawnLine, { optional: true, most: 20_000, shownTo: closed }),
    called: rows(words('启用的候补', 'Reserves called'), calledLine, { optional: true, shownTo: closed }),
    published: instant(words('公开时间', 'Opened at'), { optional: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const seedCode = (fault: SeedFault) => `seed-${fault}` as const

type Drawing = RecordOf<typeof draw>
const commitmentOf = (record: Drawing): Commitment => JSON.parse(record.commitment!) as Commitment

export const drawing = procedure(draw, {
  duties: some('organiser'),
  states: {
    preparing: words('准备名录', 'Frame being prepared'),
    frozen: words('名录已固定', 'Frame frozen'),
    committed: words('已公布承诺', 'Committed'),
    drawn: words('已抽取', 'Drawn'),
    opened: words('已公开', 'Opened'),
    abandoned: words('已作废', 'Abandoned'),
  },
  ends: ['opened', 'abandoned'],
  opens: {
    title: words('安排抽取', 'Arrange a draw'),
    state: 'preparing',
    by: 'organiser',
    basis: order,
    asks: ['title', 'plan', 'planNumber', 'purpose', 'kind', 'frameKind', 'line', 'productClass', 'place', 'items', 'rule', 'mostQuantity'],
  },
  steps: (step) => ({
    freeze: step({
      title: words('固定名录', 'Freeze the frame'),
      from: ['preparing', 'frozen'],
      to: 'frozen',
      by: 'organiser',
      basis: order,
      returning: true,
      asks: {
        list: rows(words('检查对象名录', 'Units'), unitLine, { optional: true, most: 20_000, hint: words('不填则取登记产品的生产企业', 'Left empty: the makers of registered products of the class') }),
        inspectors: rows(words('检查人员名录', 'Inspectors'), inspectorLine, { most: 2000 }),
      },
      check(c) {
        const twice = repeated(c.answers.list ?? [])
        if (twice) refuse('frame-repeated', { code: twice, field: 'list' })
      },
      gives: (c) => {
        const frame = weighted(c.answers.list ?? [], c.record.frameKind, weightsOf(c), {})
        return { frame: frame as never, units: frame.length }
      },
      async confirm(c, at) {
        const units: readonly UnitRow[] = c.answers.list ?? (await producersOf(c.record, at))
        if (units.length === 0) refuse('frame-empty', { field: 'list' })
        const outside = strayIn(units, c.record, at)
        if (outside) refuse('frame-outside', { code: outside.code, field: 'list' })
        const statistical = c.record.frameKind === 'statistical'
        const codes = units.map(({ code }) => code)
        const classes = statistical ? {} : await at.ask('supervision.credit-class', { codes })
        const frame = weighted(units, c.record.frameKind, weightsOf(c), classes as Readonly<Record<string, string>>)
        return { frame: frame as never, units: units.length }
      },
    }),
    commit: step({
      title: words('公布承诺', 'Publish the commitment'),
      from: 'frozen',
      to: 'committed',
      by: 'organiser',
      basis: order,
      asks: {
        take: rows(words('各层抽取数', 'To be drawn from each stratum'), takeLine),
        reserve: integer(words('每层候补数', 'Reserves of each stratum'), { minimum: '0', maximum: '1000' }),
        inspectorsEach: integer(words('每户检查人员数', 'Inspectors for each unit'), { minimum: '0', maximum: '10' }),
        visitsAtMost: integer(words('每人最多户数', 'Most visits for one'), { optional: true, minimum: '1' }),
        seeds: rows(words('种子来源，依次使用', 'Sources of the seed, in order'), { source: seedLine.source, at: seedLine.at }, { most: 10 }),
        waitHours: integer(words('等待时限（小时）', 'Hours to wait for a seed'), { minimum: '1', maximum: '720' }),
        secret: text(words('密值（64 位十六进制）', 'Secret, 64 hexadecimal digits'), { length: 64 }),
      },
      check(c) {
        const { answers, record } = c
        if (!/^[0-9a-f]{64}$/.test(answers.secret)) refuse('secret-form', { field: 'secret' })
        if (answers.inspectorsEach < 2) refuse('two-inspectors', { given: answers.inspectorsEach, field: 'inspectorsEach' })
        const early = answers.seeds.find(({ at }) => at <= c.occurred)
        if (early) refuse('seed-before-commitment', { source: early.source, field: 'seeds' })
        const [fault] = frameFaults(planOf(answers), frameOf(record.frame ?? []), inspectorsOf(record.inspectors ?? []))
        if (fault) refuse('frame-fault', { code: fault.code, id: fault.id || '—', field: fault.code === 'stratum' || fault.code === 'take' ? 'take' : 'frame' })
      },
      gives(c) {
        const commitment = commit(planOf(c.answers), {
          frame: frameOf(c.record.frame ?? []),
          inspectors: inspectorsOf(c.record.inspectors ?? []),
          secret: c.answers.secret,
        })
        const seeds = c.answers.seeds.map((seed) => ({ ...seed, missed: null }))
        return { seeds, commitment: JSON.stringify(commitment), digest: commitmentDigest(commitment), committed: c.occurred }
      },
      // Whatever hour it is entered under, it is published now: a seed that has appeared meanwhile may be known.
      async confirm(c, at) {
        const published = c.actor.hand ? c.occurred : at.now
        const early = c.answers.seeds.find((seed) => seed.at <= published)
        if (early) refuse('seed-before-commitment', { source: early.source, field: 'seeds' })
        return { committed: published }
      },
    }),
    'miss-seed': step({
      title: words('种子缺失', 'Record that a seed did not appear'),
      from: 'committed',
      to: 'committed',
      by: 'organiser',
      basis: order,
      returning: true,
      asks: { source: seedLine.source, proof: text(words('证据', 'Proof'), { length: 300 }) },
      check(c) {
        const planned = c.record.seeds?.find(({ source }) => source === c.answers.source)
        if (!planned) return refuse('seed-other-source', { source: c.answers.source, field: 'source' })
        const until = addHours(planned.at, c.record.waitHours ?? 0)
        if (c.occurred <= until) refuse('seed-awaited', { source: planned.source, until, field: 'source' })
      },
      gives: ({ record, answers }) => ({
        seeds: (record.seeds ?? []).map((seed) => (seed.source === answers.source ? { ...seed, missed: answers.proof } : seed)),
      }),
    }),
    draw: step({
      title: words('抽取', 'Draw'),
      from: 'committed',
      to: 'drawn',
      by: 'organiser',
      basis: order,
      asks: {
        seedSource: text(words('种子来源', 'Source of the seed'), { length: 160 }),
        seed: text(words('种子原文', 'The seed as its source wrote it'), { length: 400 }),
        appeared: instant(words('产生时间', 'It appeared at')),
      },
      check(c) {
        const { seedSource: source, appeared } = c.answers
        const evidence = { source, appeared, committed: c.record.committed!, usedBy: [] }
        const fault = seedFault(commitmentOf(c.record), evidence, missedOf(c.record))
        if (fault) refuse(seedCode(fault), { source, field: fault === 'other-source' || fault === 'said-missed' ? 'seedSource' : 'appeared' })
      },
      async confirm(c, at) {
        const earlier = await at.list('draw', { seed: c.answers.seed, seedSource: c.answers.seedSource })
        const other = earlier.find(({ id }) => id !== c.record.id)
        if (other) refuse('seed-replayed', { source: other.number ?? other.id, field: 'seed' })
      },
      gives(c) {
        const drawn = drawUnits(commitmentOf(c.record), {
          frame: frameOf(c.record.frame ?? []),
          inspectors: inspectorsOf(c.record.inspectors ?? []),
          secret: c.record.secret!,
          seed: c.answers.seed,
        })
        return { result: drawn.map((one) => ({ ...one, chance: String(one.chance), inspectors: one.inspectors.join(' ') || null })) }
      },
    }),
    'call-reserve': step({
      title: words('启用候补', 'Call the next reserve'),
      from: 'drawn',
      to: 'drawn',
      by: 'organiser',
      basis: order,
      returning: true,
      asks: { stratum: takeLine.stratum, why: text(words('原单位为何不能检查', 'Why the unit drawn cannot be checked'), { length: 200 }) },
      check(c) {
        if (!nextReserve(c.record, c.answers.stratum)) refuse('no-reserve', { stratum: c.answers.stratum, field: 'stratum' })
      },
      confirm: (c, at) => placeIsFree(c.record, c.answers.stratum, at),
      gives: (c) => ({ called: [...(c.record.called ?? []), { id: nextReserve(c.record, c.answers.stratum)!.id, why: c.answers.why }] }),
    }),
    publish: step({
      title: words('公开名录、种子和结果', 'Open frame, seed and result'),
      from: 'drawn',
      to: 'opened',
      by: 'organiser',
      basis: order,
      async confirm(c, at) {
        const left = await visitsLeft(c.record, at)
        if (left > 0) refuse('visits-not-over', { left })
      },
      gives: (c) => ({ published: c.occurred }),
    }),
    abandon: step({
      title: words('作废', 'Abandon'),
      from: ['preparing', 'frozen', 'committed'],
      to: 'abandoned',
      by: 'organiser',
      basis: quality('15'),
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
  }),
})
