// A sealed publication whose term is over: its seal is withdrawn in the status list, so that the proof no longer says good to whoever holds it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import type { SealedProof } from '../../kernel/trust/seal.ts'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import { withdrawEnded } from '../../store/seal-follow.ts'
import { statusLists } from '../../store/seals.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-07-09' })
  who = await cast(house)
}, 120_000)
afterAll(() => house.close())

describe('a sealed publication whose term is over', () => {
  it('is withdrawn in the status list by itself, once, and its proof no longer says good off-line', async () => {
    const file = await complain(house, who.citizen, yoghurt('2026-07-09'))
    await take(house, file, 'settle', who.citizen, { terms: '全额退款', recovered: '128.50' })
    await take(house, file, 'notify', who.clerkChangan, { told: 'electronic' })
    await house.work.settled()
    const path = `/api/v1/publications/complaint-outcomes/${file.id}`
    const [{ until }, proof] = [(await house.get(path)).body as { until: string }, (await house.get(`${path}/proof`)).body as SealedProof]
    expect(until).toBe('2027-07-09')
    // Off-line: the proof, the keys and a status list fetched that day, and nothing else.
    const verdict = async (): Promise<string> =>
      verifySealed(JSON.stringify(proof), {
        history: house.keys.history, now: house.engine.now(), statusLists: await statusLists(house.engine, house.keys),
      }).verdict
    house.at(until)
    expect([await withdrawEnded(house.engine), await verdict()]).toEqual([0, 'good'])
    house.at(addDays(until, 1))
    expect((await house.get(path)).status).toBe(410)
    expect([await withdrawEnded(house.engine), await withdrawEnded(house.engine), await verdict()]).toEqual([1, 0, 'withdrawn'])
    // A record that is touched again after its term is not sealed anew.
    await take(house, file, 'stop-publishing', who.head, { why: '更正经营者名称' })
    await house.work.settled()
    const { rows } = await house.engine.database.query<{ why: string }>('select withdrawn_why as why from kernel.seal where record = $1 and document is null', [file.id])
    expect(rows).toEqual([{ why: '公示期届满' }])
  })
})
