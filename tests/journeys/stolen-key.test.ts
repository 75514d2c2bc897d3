// A signing key is rotated, and another one is stolen: what was public before stays good, what the thief makes is refused off-line.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../cli/run-command.ts'
import { openKeyHistory, statusOf, type KeyHistory } from '../../kernel/trust/key-history.ts'
import { seal, type SealedProof } from '../../kernel/trust/seal.ts'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import type { Signer } from '../../kernel/trust/signature.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast
/** A reader who took the key history on the first day and has asked nobody since. */
let trusted: KeyHistory
let thief: Signer

const command = (name: string, args: object) =>
  runCommand({ engine: house.engine, keys: house.keys } as never, { command: name, args: args as never }, () => undefined)

/** A complaint settled and told, and so public; gives back the proof that anybody may fetch. */
async function published(day: string): Promise<string> {
  house.at(day)
  const file = await complain(house, who.citizen, yoghurt(day))
  await take(house, file, 'settle', who.citizen, { terms: '全额退款' })
  await take(house, file, 'notify', who.clerkChangan, { told: 'electronic' })
  await house.work.settled()
  return file.id
}
const proofOf = async (id: string): Promise<SealedProof> => (await house.get(`/api/v1/publications/complaint-outcomes/${id}/proof`)).body

/** What the off-line page holds once it was saved: the keys and the status list of that moment. */
async function page(): Promise<{ keyHistory: KeyHistory; statusLists: string[] }> {
  const html = String((await house.get('/verify')).body)
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!)
}
const judged = async (proof: SealedProof, now: string) => {
  const { keyHistory, statusLists } = await page()
  return verifySealed(JSON.stringify(proof), { history: keyHistory, statusLists, now })
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06', pages: true })
  who = await cast(house)
  trusted = (await house.get('/keys')).body.history
})
afterAll(() => house.close())

describe('the keys of the platform', () => {
  let first: string
  let second: string

  it('seal a publication; the log holds the digest, and the proof carries its place', async () => {
    first = await published('2026-05-06')
    const proof = await proofOf(first)
    expect(proof.staple?.proof).toContain('c2sp.org/tlog-proof@v1')
    // The log says which signature was made and no word of what was sealed.
    expect(Object.keys((proof.staple!.entry as { answers: object }).answers)).toEqual(['digest'])
    expect(await judged(proof, '2026-05-07T00:00:00Z')).toMatchObject({ verdict: 'good', key: 'active', log: 'proven', content: 'matches' })
  })

  it('rotated in order, the old key signs no more and what it signed stays good', async () => {
    house.at('2026-06-01')
    const old = house.keys.seal.keyId
    await command('rotate-key', { use: 'seal' })
    expect(house.keys.seal.keyId).not.toBe(old)
    second = await published('2026-06-02')
    expect(await judged(await proofOf(first), '2026-06-03T00:00:00Z')).toMatchObject({ verdict: 'good', key: 'retired' })
    expect(await judged(await proofOf(second), '2026-06-03T00:00:00Z')).toMatchObject({ verdict: 'good', key: 'active' })
    // Whoever trusted the first history may believe the new one: the same root signed it.
    const { history, sealed } = (await house.get('/keys')).body
    expect(openKeyHistory(sealed, trusted)).toEqual(history)
  })

  it('stolen on 10 June and noticed on the 12th: a successor takes over at once, in the server that runs', async () => {
    thief = house.keys.seal
    house.at('2026-06-12')
    await expect(command('stolen-key', { use: 'seal', from: '2027-01-01T00:00:00Z' })).rejects.toThrow('not one to come')
    await expect(command('stolen-key', { use: 'root', from: '2026-06-10T00:00:00Z' })).rejects.toThrow('root key')
    await expect(command('stolen-key', { use: 'door', from: '2026-06-10T00:00:00Z' })).rejects.toThrow('no use of a key')
    const told = await command('stolen-key', { use: 'seal', from: '2026-06-10T00:00:00+08:00' })
    expect(told).toMatchObject({ stolen: { keyId: thief.keyId, from: '2026-06-09T16:00:00.000Z' } })
    expect(house.keys.history.keys.filter((key) => key.use === 'seal').map(statusOf)).toEqual(['retired', 'compromised', 'active'])
    expect(JSON.stringify((await house.get('/keys')).body)).not.toContain('"d":')
  })

  it('what was sealed before the theft stays good, because the log held it', async () => {
    expect(await judged(await proofOf(second), '2026-06-13T00:00:00Z')).toMatchObject({ verdict: 'good', key: 'compromised, proven earlier', log: 'proven' })
    expect(await judged(await proofOf(first), '2026-06-13T00:00:00Z')).toMatchObject({ verdict: 'good', key: 'retired' })
    // Without its staple nobody can tell it from what the thief dates back.
    const { staple: _staple, ...bare } = await proofOf(second)
    expect((await judged(bare, '2026-06-13T00:00:00Z')).verdict).toBe('unproven before compromise')
  })

  it('what the thief signs after the theft is refused, and so is what the thief dates back or carries another’s staple', async () => {
    const real = await proofOf(second)
    const forge = (issuedOn: string) =>
      seal(
        { kind: 'complaint-outcomes', number: 'TS0', title: '消费投诉信息公示', content: { number: 'TS0', traderName: '虚构' }, facts: [], issuedOn },
        { issuer: house.keys.history.issuer, signer: thief },
      )
    expect((await judged(await forge('2026-06-11T00:00:00Z'), '2026-06-13T00:00:00Z')).verdict).toBe('signed after compromise')
    const back = await forge('2026-06-02T00:00:00Z')
    expect((await judged(back, '2026-06-13T00:00:00Z')).verdict).toBe('unproven before compromise')
    expect((await judged({ ...back, staple: real.staple! }, '2026-06-13T00:00:00Z')).verdict).toBe('unproven before compromise')
    // A page that was saved before the rotation does not know the key at all.
    expect(verifySealed(JSON.stringify(real), { history: trusted, now: '2026-06-13T00:00:00Z' }).verdict).toBe('unknown key')
  })

  it('the successor seals what becomes public now, and withdrawal still shows', async () => {
    const third = await published('2026-06-15')
    expect(await judged(await proofOf(third), '2026-06-16T00:00:00Z')).toMatchObject({ verdict: 'good', key: 'active', log: 'proven' })
    const proof = await proofOf(third)
    const file = { id: third, version: 3 }
    await take(house, file, 'stop-publishing', who.head, { why: '更正经营者名称' })
    await house.work.settled()
    house.at('2026-06-16')
    expect((await judged(proof, '2026-06-16T02:00:00Z')).verdict).toBe('withdrawn')
  })

  it('after the theft of the log key its checkpoints are believed no more; the log is signed anew and the seals stand', async () => {
    house.at('2026-07-01')
    const before = await proofOf(first)
    await command('stolen-key', { use: 'log', from: '2026-06-30T00:00:00Z' })
    expect((await judged(before, '2026-07-02T00:00:00Z')).verdict).toBe('bad log proof')
    for (const id of [first, second]) expect(await judged(await proofOf(id), '2026-07-02T00:00:00Z')).toMatchObject({ verdict: 'good', log: 'proven' })
  })

  it('and verify is clean, until somebody exchanges a seal', async () => {
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
    await house.engine.database.query("update kernel.seal set digest = 'other' where record = $1", [first])
    expect((await verifyAll(house.engine)).findings).toMatchObject([{ kind: 'document', what: expect.stringContaining('is not the one that the log names') }])
  })
})
