// More seals than one status list holds: the next list begins by itself, and a proof is judged by its own list alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import type { SealedProof } from '../../kernel/trust/seal.ts'
import { listLength } from '../../kernel/trust/status-list.ts'
import { statusLists } from '../../store/seals.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast
let [early, late] = [] as unknown as [Published, Published]

beforeAll(async () => {
  house = await openHouse({ now: '2026-07-09', pages: true })
  who = await cast(house)
}, 120_000)
afterAll(() => house.close())

interface Published {
  readonly id: string
  readonly proof: SealedProof
}

async function published(goods: string): Promise<Published> {
  const file = await complain(house, who.citizen, yoghurt('2026-07-09', { goods }))
  await take(house, file, 'settle', who.citizen, { terms: '全额退款', recovered: '128.50' })
  await take(house, file, 'notify', who.clerkChangan, { told: 'electronic' })
  await house.work.settled()
  return { id: file.id, proof: (await house.get(`/api/v1/publications/complaint-outcomes/${file.id}/proof`)).body as SealedProof }
}
const verdict = async (proof: SealedProof): Promise<string> =>
  verifySealed(JSON.stringify(proof), { history: house.keys.history, now: house.engine.now(), statusLists: await statusLists(house.engine, house.keys) }).verdict

/** Every place of the first list is taken by a seal of another matter, all of them withdrawn. */
const fill = (): Promise<unknown> =>
  house.engine.database.query(
    `insert into kernel.seal (id, kind, register, record, number, proof, digest, list, place, issued, withdrawn)
     select gen_random_uuid(), 'filled', 'complaint', gen_random_uuid(), '', '{}', 'filled ' || place, 1, place, now(), now()
     from generate_series(0, $1 - 1) as place on conflict do nothing`,
    [listLength],
  )

describe('when the first status list has no place left', () => {
  it('a seal stands in the second, is good though its neighbours by number are withdrawn, and is withdrawn there alone', async () => {
    early = await published('酸奶')
    expect(await statusLists(house.engine, house.keys)).toHaveLength(1)
    await fill()
    late = await published('牛奶')
    expect(await statusLists(house.engine, house.keys)).toHaveLength(2)
    expect([await verdict(early.proof), await verdict(late.proof)]).toEqual(['good', 'good'])
    const { rows } = await house.engine.database.query<{ list: number }>('select list from kernel.seal where record = any($1::uuid[]) and document is null order by list', [[early.id, late.id]])
    expect(rows.map(({ list }) => list)).toEqual([1, 2])
    await house.engine.database.query('update kernel.seal set withdrawn = now() where record = $1 and document is null', [late.id])
    expect([await verdict(early.proof), await verdict(late.proof)]).toEqual(['good', 'withdrawn'])
  })
  it('both lists are given out by number, and a number that is not in use is not found', async () => {
    const answers = ['1', '2', '3', '0', '1.5', 'x'].map(async (list) => (await house.get(`/status-lists/${list}`)).status)
    expect(await Promise.all(answers)).toEqual([200, 200, 404, 404, 404, 404])
  })
  it('the page of checking that works without a server carries both', async () => {
    const { body } = await house.app.inject({ url: '/verify' })
    const data = JSON.parse(/id="data">(.+)<\/script>\n/.exec(body)![1]!) as { statusLists: readonly string[] }
    const verdicts = [early, late].map(({ proof }) =>
      verifySealed(JSON.stringify(proof), { history: house.keys.history, now: house.engine.now(), statusLists: data.statusLists }).verdict)
    expect(verdicts).toEqual(['good', 'withdrawn'])
  })
})
