// Sealed publications: what a reader is told with nothing but the seal, the published keys and a clock.
import fc from 'fast-check'
import { compactVerify, importJWK, CompactSign } from 'jose'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { fill } from '../words.ts'
import { entryHash } from './chain.ts'
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import {
  activeKey, compromised, logKeys, openKeyHistory, rotated, sealKeyHistory, statusOf, type KeyHistory, type KeyUse,
} from './key-history.ts'
import { append, consistencyProof, emptyFrontier, inclusionProof, leafHash, rootOf, type Hash } from './merkle.ts'
import { openNote } from './note.ts'
import { fragmentLimit, readSeal, seal, sealAddress, sealDigest, staple, type SealedProof, type SealRequest } from './seal.ts'
import { decodeCore, encodeCore, type SealCore } from './seal-core.ts'
import { verifySealed, type Circumstances, type Verdict } from './seal-verdict.ts'
import { sayVerdict, sealSentences, verdictWords, type Sentence } from './seal-words.ts'
import { newPrivateKey, softwareSigner, type PrivateKey, type Signer } from './signature.ts'
import { sealStatusList } from './status-list.ts'

const keys = { root: newPrivateKey('ES256'), seal: newPrivateKey('ES256'), next: newPrivateKey('ES256'), log: newPrivateKey('Ed25519') }
const [root, signer] = [softwareSigner(keys.root), softwareSigner(keys.seal)]
const [nextSigner, logSigner] = [softwareSigner(keys.next), softwareSigner(keys.log)]
const newYear = '2026-01-01T00:00:00.000Z'
const published = (use: KeyUse, { keyId, publicKey }: Signer) => ({ keyId, use, publicKey, validFrom: newYear })
const history: KeyHistory = {
  issuer: 'demo', title: { zh: '示例平台', en: 'Demonstration' }, site: 'https://quality.example', origin: 'quality.example/log',
  revision: 1, issuedOn: newYear, keys: [published('root', root), published('seal', signer), published('log', logSigner)],
}
const request: SealRequest = {
  kind: 'complaints.receipt', number: 'TS13010020260001', title: '质量投诉回执',
  content: { number: 'TS13010020260001', received: '2026-03-02', against: '示例商行' },
  facts: [['收到日期', '2026-03-02'], ['被投诉人', '示例商行']], issuedOn: '2026-03-02T02:00:00.000Z', validUntil: '2027-03-01',
  status: { list: 1, index: 4711 },
}
const sealed = (by: Signer = signer, asked: Partial<SealRequest> = {}): Promise<SealedProof> =>
  seal({ ...request, ...asked }, { issuer: 'demo', signer: by })
const at = (now: string, more: Partial<Circumstances> = {}): Circumstances => ({ history, now, ...more })
const spring = at('2026-04-01T00:00:00.000Z')
const judge = (proof: SealedProof | string, circumstances = spring) =>
  verifySealed(typeof proof === 'string' ? proof : JSON.stringify(proof), circumstances)
const statusList = (withdrawn: number[], validFrom: string, by = signer): Promise<string> =>
  sealStatusList({ id: 'https://quality.example/status-lists/1', validFrom, validUntil: '2026-12-31T00:00:00.000Z', withdrawn }, 'demo', by)

/** A log in which the seal's entry is followed and preceded by others. */
async function logged(proof: SealedProof, place: { before: number; after: number }, by: Signer = logSigner): Promise<SealedProof> {
  const entry = { act: 'seal', answers: { sealed: sealDigest(proof.signature) } }
  const previous = leafHash(Uint8Array.of(42))
  const others = (count: number, mark: number): Hash[] => Array.from({ length: count }, (_, one) => leafHash(Uint8Array.of(mark, one)))
  const leaves = [...others(place.before, 1), leafHash(entryHash(previous, entry)), ...others(place.after, 2)]
  const { frontier, completed } = append(emptyFrontier, leaves)
  const read = (level: number, index: number): Hash =>
    completed.find((node) => node.level === level && node.index === index)?.hash as Hash
  const checkpoint = await signCheckpoint({ origin: history.origin, size: leaves.length, root: rootOf(frontier) }, [by])
  const path = await inclusionProof(place.before, leaves.length, read)
  return staple(proof, { previous, entry, log: { index: place.before, proof: path, checkpoint } })
}

describe('a seal', () => {
  it('is good as a whole proof, as an address from a QR and as its bare characters', async () => {
    const proof = await sealed()
    const whole = { verdict: 'good', key: 'active', content: 'matches', log: 'absent', status: { state: 'not asked' } }
    expect(judge(proof)).toMatchObject(whole)
    for (const text of [sealAddress(history.site, proof), proof.signature, ` ${proof.signature}\n`]) {
      expect(judge(text)).toMatchObject({ verdict: 'good', content: 'not given', core: { number: request.number, facts: request.facts } })
    }
  })
  it('is the same every time: signing is deterministic (RFC 6979)', async () => {
    expect(await sealed()).toEqual(await sealed())
  })
  it('fits the QR whatever is published: facts that do not fit are left to the full proof and counted', async () => {
    const fact = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
    await fc.assert(fc.asyncProperty(fc.array(fact, { maxLength: 12 }), async (facts) => {
      const proof = await sealed(signer, { facts })
      const core = readSeal(proof.signature)?.core
      expect(proof.signature.length).toBeLessThanOrEqual(fragmentLimit)
      expect((core?.facts.length ?? 0) + (core?.more ?? 0)).toBe(facts.length)
      expect(judge(proof).verdict).toBe('good')
    }), { numRuns: 25 })
    await expect(sealed(signer, { number: '9'.repeat(500) })).rejects.toThrow(RangeError)
  })
  it('stands in a QR of version 20 at level M, which a telephone reads from a printed corner', async () => {
    const proof = await sealed(signer, { facts: Array.from({ length: 30 }, (_, one) => [`项目${one}`, '合格']) })
    expect(proof.signature.length).toBeGreaterThan(570)
    expect(create(sealAddress(history.site, proof), { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(20)
  })
  it('has a core that is read back as it was written, and refuses any other array', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(fc.property(text, fc.nat(), fc.integer({ min: 1, max: 99 }), fc.array(fc.tuple(text, text)), (one, time, list, facts) => {
      const named = { issuer: one, kind: 'k', number: one, title: one }
      const core: SealCore = { ...named, issued: time, status: { list, index: time }, digest: 'd', facts, more: 2 }
      expect(decodeCore(encodeCore(core))).toEqual(core)
    }))
    const good = JSON.parse(new TextDecoder().decode(encodeCore(
      { issuer: 'i', kind: 'k', number: 'n', title: 't', issued: 1, digest: 'd', facts: [['a', 'b']], more: 0 }))) as unknown[]
    for (const wrong of [{}, [], good.slice(0, -1), good.with(0, 2), good.with(5, -1), good.with(5, 1e15), good.with(11, null)]) {
      expect(decodeCore(new TextEncoder().encode(JSON.stringify(wrong)))).toBeNull()
    }
  })
  it('is an ordinary JWS: another program verifies ours, and a foreign one of the right type is read by us', async () => {
    const proof = await sealed()
    const { protectedHeader } = await compactVerify(proof.signature, await importJWK({ ...signer.publicKey }, 'ES256'))
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: signer.keyId, typ: 'seal+jws' })
    const payload = readSeal(proof.signature)?.jws.payload as Uint8Array
    const foreign = await new CompactSign(payload).setProtectedHeader({ alg: 'ES256', kid: signer.keyId, typ: 'seal+jws' })
      .sign(await importJWK({ ...keys.seal }, 'ES256'))
    expect(judge(foreign).verdict).toBe('good')
  })
  it('does not survive any changed character', async () => {
    const { signature } = await sealed()
    fc.assert(fc.property(fc.nat(signature.length - 1), fc.constantFrom(...'Aa0_-'), (place, character) => {
      fc.pre(signature[place] !== character)
      expect(judge(signature.slice(0, place) + character + signature.slice(place + 1)).verdict).not.toBe('good')
    }), { numRuns: 40 })
  })
})

describe('a forgery is told apart', () => {
  const outcome = async (spoil: (proof: SealedProof) => SealedProof | string): Promise<Verdict> => judge(spoil(await sealed())).verdict
  it('content that was changed beside a genuine signature', async () => {
    expect(await outcome((proof) => ({ ...proof, content: { ...proof.content, against: '别家' } }))).toBe('content altered')
    for (const hostile of ['"\\ud800"', '['.repeat(20_000) + ']'.repeat(20_000)]) {
      const content = `"content":{"a":${hostile}}`
      expect(await outcome((proof) => JSON.stringify({ ...proof, content: 0 }).replace('"content":0', content))).toBe('content altered')
    }
    expect(await outcome((proof) => ({ ...proof, validUntil: '2099-01-01' }))).toBe('content altered')
    expect(await outcome((proof) => ({ ...proof, note: 'added' }) as SealedProof)).toBe('content altered')
  })
  it('a signature by a stranger, or by our key for another purpose', async () => {
    const stranger: PrivateKey = newPrivateKey('ES256')
    expect(judge(await sealed(softwareSigner(stranger)))).toMatchObject({ verdict: 'unknown key' })
    expect(judge(await sealed({ ...softwareSigner(stranger), keyId: signer.keyId })).verdict).toBe('bad signature')
    expect(judge(await sealed(root)).verdict).toBe('unknown key')
    expect(judge(await statusList([], '2026-03-03T00:00:00.000Z')).verdict).toBe('unreadable')
  })
  it('a signature of no algorithm', async () => {
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: signer.keyId, typ: 'seal+jws' })).toString('base64url')
    expect(await outcome((proof) => `${none}.${proof.signature.split('.')[1]}.`)).toBe('bad signature')
    for (const text of ['', 'https://quality.example/verify', '{', '{"format":"zhiheng-seal/1"}', 'a.b.c', '[]']) {
      expect(judge(text).verdict).toBe('unreadable')
    }
  })
})

describe('the term', () => {
  it('includes its last day in Shanghai and ends with it', async () => {
    const proof = await sealed()
    expect(judge(proof, at('2027-03-01T15:59:59.000Z')).verdict).toBe('good')
    expect(judge(proof, at('2027-03-01T16:00:00.000Z')).verdict).toBe('expired')
  })
  it('has not begun for a seal dated in the future', async () => {
    expect(judge(await sealed(), at('2026-03-02T01:00:00.000Z')).verdict).toBe('not yet valid')
  })
})

describe('withdrawal', () => {
  it('is known as of the newest list, and a list from before the seal says nothing', async () => {
    const proof = await sealed()
    const [early, good, bad] = [await statusList([], '2026-03-01T00:00:00.000Z'), await statusList([4710], '2026-03-10T00:00:00.000Z'),
      await statusList([4711], '2026-03-20T00:00:00.000Z')]
    expect(judge(proof, { ...spring, statusLists: [early] }).status).toEqual({ state: 'not asked' })
    const known = judge(proof, { ...spring, statusLists: [early, good] })
    expect(known).toMatchObject({ verdict: 'good', status: { state: 'not withdrawn', asOf: '2026-03-10T00:00:00.000Z', stale: false } })
    const { text, values = {} } = sayVerdict(known).findings[0] as Sentence
    expect(fill(text, values)).toEqual({
      zh: '状态：截至2026-03-10 08:00（北京时间）未被撤回。', en: 'Status: not withdrawn as of 2026-03-10 08:00 (Beijing time).' })
    expect(judge(proof, { ...spring, statusLists: [bad, good] }).verdict).toBe('withdrawn')
  })
  it('is told with a warning when the list is out of date', async () => {
    const lists = [await statusList([], '2026-03-10T00:00:00.000Z')]
    expect(judge(await sealed(), at('2027-01-15T00:00:00.000Z', { statusLists: lists })).status).toMatchObject({ stale: true })
  })
  it('does not exist for publications without a list', async () => {
    const { status: _, ...without } = request
    const proof = await seal(without, { issuer: 'demo', signer })
    expect(judge(proof).status).toEqual({ state: 'no list' })
  })
})

describe('the proof from the log', () => {
  it('is stapled at the next checkpoint and shows this very signature', async () => {
    const proof = await logged(await sealed(), { before: 5, after: 6 })
    expect(judge(proof)).toMatchObject({ verdict: 'good', log: 'proven' })
    const other = await sealed(signer, { number: 'TS2' })
    expect(judge({ ...other, staple: proof.staple } as SealedProof).verdict).toBe('bad log proof')
  })
  it('does not hold with an altered entry, a foreign checkpoint or another log’s key', async () => {
    const proof = await logged(await sealed(), { before: 5, after: 6 })
    const held = proof.staple as NonNullable<SealedProof['staple']>
    const spoilt = [{ ...held, previous: null }, { ...held, entry: { ...held.entry, act: 'other' } }, { ...held, proof: 'nonsense' }]
    for (const one of spoilt) expect(judge({ ...proof, staple: one }).verdict).toBe('bad log proof')
    const stranger = softwareSigner(newPrivateKey('Ed25519'))
    expect(judge(await logged(await sealed(), { before: 1, after: 1 }, stranger)).verdict).toBe('bad log proof')
  })
  it('must not contradict a checkpoint that the reader already trusts: a split view is noticed', async () => {
    const proof = await logged(await sealed(), { before: 5, after: 6 })
    const other = await logged(await sealed(signer, { number: 'TS2' }), { before: 5, after: 6 })
    const opened = openNote(other.staple?.proof.split('\n\n').slice(1).join('\n\n') as string, logKeys(history))
    const checkpoint = parseCheckpoint(opened.verdict === 'good' ? opened.text : '')
    expect(judge(proof, { ...spring, trusted: { checkpoint } }).verdict).toBe('bad log proof')
    expect(judge(other, { ...spring, trusted: { checkpoint } }).verdict).toBe('good')
    const leaves = Array.from({ length: 14 }, (_, one) => leafHash(Uint8Array.of(one)))
    const { frontier, completed } = append(emptyFrontier, leaves)
    const consistency = await consistencyProof(12, 14, (level, index) =>
      completed.find((node) => node.level === level && node.index === index)?.hash as Hash)
    const foreign = { origin: history.origin, size: 14, root: rootOf(frontier) }
    expect(judge(proof, { ...spring, trusted: { checkpoint: foreign, consistency } }).verdict).toBe('bad log proof')
  })
})

describe('a key that was rotated in order', () => {
  const later = rotated(history, 'seal', nextSigner.publicKey, '2026-06-01T00:00:00.000Z')
  const summer = (more: Partial<Circumstances> = {}): Circumstances => ({ history: later, now: '2026-07-01T00:00:00.000Z', ...more })
  it('leaves what it signed good, and the new key takes over', async () => {
    expect(judge(await sealed(), summer())).toMatchObject({ verdict: 'good', key: 'retired' })
    const fresh = await sealed(nextSigner, { issuedOn: '2026-06-02T00:00:00.000Z' })
    expect(judge(fresh, summer())).toMatchObject({ verdict: 'good', key: 'active' })
    expect(activeKey(later, 'seal')?.keyId).toBe(nextSigner.keyId)
    expect(later.keys.map(statusOf)).toEqual(['active', 'retired', 'active', 'active'])
  })
  it('signs nothing after its term, nor the new key anything before its own', async () => {
    expect(judge(await sealed(signer, { issuedOn: '2026-06-02T00:00:00.000Z' }), summer()).verdict).toBe('key out of term')
    expect(judge(await sealed(nextSigner), summer()).verdict).toBe('key out of term')
  })
  it('is published in a history that only the root key can sign', async () => {
    expect(openKeyHistory(await sealKeyHistory(later, root), history)).toEqual(later)
    expect(openKeyHistory(await sealKeyHistory(later, signer), history)).toBeNull()
    expect(openKeyHistory(await sealKeyHistory(later, { ...nextSigner, keyId: root.keyId }), history)).toBeNull()
    expect(openKeyHistory(await sealKeyHistory(history, root), later)).toBeNull()
    expect(openKeyHistory('nonsense', history)).toBeNull()
  })
})

describe('a stolen key', () => {
  // The theft began on 2026-05-01, when the log had 6 leaves; it was noticed and recorded on the 3rd.
  const stolen = rotated(
    compromised(history, signer.keyId, { from: '2026-05-01T00:00:00.000Z', logSize: 6 }, '2026-05-03T00:00:00.000Z'),
    'seal', nextSigner.publicKey, '2026-05-03T00:00:00.000Z')
  const after: Circumstances = { history: stolen, now: '2026-06-01T00:00:00.000Z' }
  it('signs nothing more: a seal dated after the theft is refused', async () => {
    const forged = await sealed(signer, { issuedOn: '2026-05-02T00:00:00.000Z' })
    expect(judge(forged, after)).toMatchObject({ verdict: 'signed after compromise', key: 'compromised' })
  })
  it('cannot backdate: a seal dated before the theft is refused when no log proof speaks for it', async () => {
    expect(judge(await sealed(), after).verdict).toBe('unproven before compromise')
  })
  it('leaves good what the log held before the theft', async () => {
    const proof = await logged(await sealed(), { before: 5, after: 20 })
    expect(judge(proof, after)).toMatchObject({ verdict: 'good', key: 'compromised, proven earlier', log: 'proven' })
  })
  it('cannot bring a forgery in by logging it later', async () => {
    expect(judge(await logged(await sealed(), { before: 6, after: 20 }), after).verdict).toBe('unproven before compromise')
  })
  it('has a successor whose seals are good at once', async () => {
    const fresh = await sealed(nextSigner, { issuedOn: '2026-05-04T00:00:00.000Z' })
    expect(judge(fresh, after)).toMatchObject({ verdict: 'good', key: 'active' })
  })
  it('of the log spoils old staples until they are made anew under the next log key', async () => {
    const nextLog = softwareSigner(newPrivateKey('Ed25519'))
    const both = rotated(compromised(stolen, logSigner.keyId, { from: '2026-05-01T00:00:00.000Z', logSize: 6 }, '2026-05-03T00:00:00.000Z'),
      'log', nextLog.publicKey, '2026-05-03T00:00:00.000Z')
    const circumstances = { ...after, history: both }
    expect(judge(await logged(await sealed(), { before: 5, after: 20 }), circumstances).verdict).toBe('unproven before compromise')
    expect(judge(await logged(await sealed(), { before: 5, after: 20 }, nextLog), circumstances).verdict).toBe('good')
  })
  it('must be one of the history', () => {
    expect(() => compromised(history, 'stranger', { from: newYear, logSize: 6 }, newYear)).toThrow(RangeError)
  })
})

describe('a second signature', () => {
  const second: Signer = { keyId: 'sm2-1', algorithm: 'SM2', publicKey: signer.publicKey, sign: () => Uint8Array.of(1, 2, 3) }
  it('stands beside the first and is checked where its algorithm is at hand', async () => {
    const proof = await seal(request, { issuer: 'demo', signer, second })
    expect(proof.second).toEqual({ algorithm: 'SM2', keyId: 'sm2-1', signature: 'AQID' })
    expect(judge(proof)).toMatchObject({ verdict: 'good', second: 'not checked' })
    const checkSecond: Circumstances['checkSecond'] = ({ signature }) => signature === 'AQID'
    expect(judge(proof, { ...spring, checkSecond })).toMatchObject({ verdict: 'good', second: 'good' })
    expect(judge(proof, { ...spring, checkSecond: () => false }).verdict).toBe('bad signature')
  })
})

describe('the words', () => {
  it('say every verdict in Chinese and English, and of those that do not stand what to do', () => {
    for (const text of sealSentences) expect(text.zh.endsWith('。') && text.en.endsWith('.')).toBe(true)
    expect(sayVerdict({ verdict: 'bad signature' })).toEqual({ headline: verdictWords['bad signature'], findings: [] })
  })
})
