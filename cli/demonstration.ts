// The demonstration: offices, accounts with one password, and a few hundred invented enterprises, all marked as invented.
import { checkCharacter, organisationCheck } from '../kernel/usc-code.ts'
import type { Person } from '../kernel/permission.ts'
import { addAccount, personOf } from '../store/people/accounts.ts'
import { addOffices, readOffices } from '../store/people/offices.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { addTrail } from './demonstration-trail.ts'
import { act } from '../store/records/gate.ts'
import { numberEntries } from '../store/log/sequencer.ts'
import { followRights } from '../store/people/rights-follow.ts'
import { loadRows, namedId } from './load-records.ts'
import type { Progress } from './progress.ts'

/** Everybody of the demonstration signs in with this; it is printed at the start and never used with --empty. */
export const demonstrationPassword = 'zhiheng-demo'

const from = '2013-01-01'

export async function addPeople(zhiheng: Zhiheng): Promise<{ first: Person; second: Person; monitor: Person }> {
  const { engine } = zhiheng
  await addOffices(engine.database, hebei.offices)
  engine.offices = await readOffices(engine.database)
  const { rows } = await engine.database.query<{ count: number }>('select count(*) from kernel.account where demonstration')
  if (rows[0]!.count < hebei.accounts.length)
    for (const account of hebei.accounts) {
      // Who holds a duty over rights is there before anybody could give it; all other duties are given by these two.
      const holdings = account.holdings.filter((holding) => holding.duty.startsWith('access.'))
      await addAccount(engine.database, { ...account, holdings, password: demonstrationPassword, demonstration: true, from })
    }
  await giveDuties(zhiheng)
  const person = async (id: string) => (await personOf(engine.database, id))!
  return { first: await person('province'), second: await person('province.second'), monitor: await person('environment') }
}

/** Accounts and duties of the demonstration as records: proposed by the administrator, confirmed by the approver. */
async function giveDuties({ engine }: Zhiheng): Promise<void> {
  const person = async (id: string) => (await personOf(engine.database, id))!
  const [administrator, approver] = [await person('administrator'), await person('approver')]
  const others = hebei.accounts.filter((account) => !account.holdings.some((holding) => holding.duty.startsWith('access.')))
  const quiet = () => undefined
  const accounts = others.map(({ id, name, face, office, speaksFor }) => ({
    account: id, name, face, worksIn: office ?? '', speaksFor: speaksFor?.[0] ?? '',
  }))
  await loadRows({ engine, person: administrator, register: 'account', keyOf: (row) => String(row['account']) }, accounts, quiet)
  const grants = others.flatMap((account) =>
    account.holdings.map(({ duty, reach, area }) => {
      const unit = reach === 'office' ? (account.office ?? '') : ''
      return { account: account.id, duty, reach, within: area ?? '', unit, from, grounds: '演示数据' }
    }),
  )
  const keyOf = (row: Readonly<Record<string, unknown>>) => ['account', 'duty', 'reach', 'within'].map((name) => String(row[name])).join(' ')
  await loadRows({ engine, person: administrator, register: 'duty-grant', keyOf }, grants, quiet)
  for (const grant of grants) {
    const key = `load:duty-grant:${keyOf(grant)}`
    const asked = { register: 'duty-grant', record: namedId(key), step: 'confirm', answers: {}, version: 1 }
    await act(engine, { ...asked, person: approver, key: `confirm:${key}` })
  }
  await numberEntries(engine.database)
  await followRights(engine)
}

/** A generator that gives the same sequence for the same seed (mulberry32), so that the demonstration is the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const stems = ['虚衡', '拟质', '示远', '假山', '样川', '试禾', '演丰', '仿岳', '例泽', '模澜']
const trades: readonly (readonly [string, string])[] = [
  ['乳业', '1441'],
  ['管道装备', '3311'],
  ['家具', '2110'],
  ['箱包', '1922'],
  ['丝网', '3340'],
  ['玻璃制品', '3054'],
  ['纺织', '1751'],
  ['农机', '3572'],
  ['电缆', '3831'],
  ['食品', '1353'],
]
const sizes = ['large', 'medium', 'small', 'small', 'micro', 'micro'] as const

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The body's own eight characters begin with MAX, a range kept for invented ones in this demonstration; both checks fit. */
export function inventedCode(place: string, at: number, kind: string): string {
  const serial = Array.from({ length: 5 }, (_, digit) => alphabet[Math.floor(at / 31 ** (4 - digit)) % 31]!).join('')
  const body = `${kind}${place}MAX${serial}`
  const first17 = body + organisationCheck(body.slice(8))
  return first17 + checkCharacter(first17)
}

/** Enterprises that exist nowhere: their names say so (虛擬), and each record is marked as invented. */
export function inventedEnterprises(
  count: number,
  divisions: readonly { code: string; name: string; level: string; to?: string }[],
  seed = 20160706,
): Record<string, unknown>[] {
  const random = seeded(seed)
  const counties = divisions.filter((d) => d.level === 'county' && d.to === undefined)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, at) => {
    const county = pick(counties)
    const [trade, industry] = pick(trades)
    const row = invented(at, county, trade, industry)
    return { code: inventedCode(county.code, at, row.kind === 'company' ? '91' : '92'), ...row }
  })

  function invented(at: number, county: { code: string; name: string }, trade: string, industry: string) {
    return {
      name: `${county.name}${pick(stems)}${trade}有限公司（虚构${at + 1}）`,
      place: county.code,
      address: `${county.name}演示路 ${1 + Math.floor(random() * 200)} 号`,
      industry,
      size: pick(sizes),
      kind: random() < 0.85 ? 'company' : 'individual',
      established: `${2000 + Math.floor(random() * 20)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      invented: true,
    }
  }
}

export async function addEnterprises(zhiheng: Zhiheng, person: Person, progress: Progress): Promise<void> {
  const rows = inventedEnterprises(300, hebei.divisions)
  await loadRows(
    { engine: zhiheng.engine, person, register: 'enterprise', keyOf: (row) => String(row['code']) },
    rows,
    progress.begin('虚构企业 invented enterprises', rows.length),
  )
  await addTrail(zhiheng.engine, person, rows)
  // One that recalls a product, and one with a penalty to pay and an entry in its file: what is due, what is known, how to object.
  const owned = [0, 97].map((at) => rows[at]!['code'] as string)
  await zhiheng.engine.database.query("update kernel.account set speaks_for = $1 where id = 'enterprise' and demonstration", [owned])
}
