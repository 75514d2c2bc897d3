// Invented enterprises that changed: renamed, merged, divided and given another code, so that the trail can be seen; and some products.
import type { Person } from '../kernel/permission.ts'
import { checkCharacter, organisationCheck } from '../kernel/usc-code.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'
import { listRecords } from '../store/records/list.ts'
import { namedId } from './load-records.ts'

type Row = Readonly<Record<string, unknown>>

/** A code for what came of a change: the ninth character tells it from those of the list. */
function laterCode(place: string, at: number): string {
  const body = `91${place}MAY0000${at}`
  const first17 = body + organisationCheck(body.slice(8))
  return first17 + checkCharacter(first17)
}

class Hand {
  private readonly engine: Engine
  private readonly person: Person

  constructor(engine: Engine, person: Person) {
    this.engine = engine
    this.person = person
  }

  async open(register: string, name: string, answers: Row): Promise<void> {
    const key = `trail:${register}:${name}`
    await act(this.engine, { register, record: namedId(key), step: 'open', answers, key, person: this.person, hand: 'import' })
  }

  /** Takes a step on the enterprise of a code; a step taken before is answered by its first receipt. */
  async step(code: string, step: string, answers: Row): Promise<void> {
    const register = this.engine.house.registers.get('enterprise')!
    const [record] = await listRecords(this.engine.database, register, { where: { field: 'code', is: code }, limit: 1 })
    const key = `trail:${step}:${code}`
    await act(this.engine, {
      register: 'enterprise',
      record: record!.id,
      version: record!.version,
      step,
      answers,
      key,
      person: this.person,
      hand: 'import',
    })
  }
}

const products = [
  ['酸奶', '1441', '虚衡牌', '6900000000014'],
  ['木椅', '2110', '示远牌', '6900000000021'],
  ['旅行箱', '1922', '例泽牌', '6900000000038'],
  ['镀锌丝网', '3340', '演丰牌', '6900000000045'],
  ['电力电缆', '3831', '仿岳牌', null],
] as const

/** Changes of a few of the enterprises that were loaded before. */
export async function addTrail(engine: Engine, person: Person, rows: readonly Row[]): Promise<void> {
  const hand = new Hand(engine, person)
  const [renamed, merged, taker, divided, recoded] = rows.slice(10, 15) as [Row, Row, Row, Row, Row]
  const change = (row: Row, name: string, changedOn: string) =>
    hand.step(String(row['code']), 'change', { name, place: row['place'], address: row['address'], industry: row['industry'], size: row['size'], changedOn })
  await change(renamed, String(renamed['name']).replace('有限公司', '集团有限公司'), '2026-03-02')
  await hand.step(String(merged['code']), 'merge', { into: taker['code'], mergedOn: '2026-04-01' })
  for (const [at, part] of (['甲', '乙'] as const).entries())
    await hand.open('enterprise', `part-${part}`, {
      ...divided,
      code: laterCode(String(divided['place']), at),
      name: String(divided['name']).replace(/有限公司（虚构\d+）/, `${part}业有限公司（虚构分立${part}）`),
      established: '2026-05-06',
      kind: 'company',
      dividedFrom: divided['code'],
    })
  await hand.step(String(divided['code']), 'divide', { dividedOn: '2026-05-06' })
  const newCode = laterCode(String(recoded['place']), 5)
  await hand.open('enterprise', 'recoded', { ...recoded, code: newCode, kind: 'company' })
  await hand.step(String(recoded['code']), 'recode', { newCode, recodedOn: '2026-06-01' })
  // Each is made by the first enterprise of its trade that stands as it was.
  const standing = rows.filter((_, at) => at < 10 || at > 14)
  for (const [at, [name, industry, brand, gtin]] of products.entries()) {
    const maker = standing.find((row) => row['industry'] === industry) ?? rows[at]!
    await hand.open('product', name, { producer: maker['code'], name, class: industry, brand, ...(gtin ? { gtin } : {}) })
  }
}
