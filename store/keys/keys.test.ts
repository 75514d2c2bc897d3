// Keys on disk: made once, closed to others, rotated with their history, and personal data that dies with its key.
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyHistory, statusOf } from '../../kernel/trust/key-history.ts'
import { seal, type SealRequest } from '../../kernel/trust/seal.ts'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import { openKeys, recordTheft, rotate, rotateMaster, type KeyRing } from './key-files.ts'
import { decryptPersonal, encryptPersonal, newPersonalKey, rewrap, unwrap, wrap } from './personal.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'keys-'))
})
afterEach(() => rm(data, { recursive: true }))

const identity = {
  issuer: 'demo',
  title: { zh: '示例', en: 'Demonstration' },
  site: 'https://quality.example',
  origin: 'quality.example/log',
}
const [spring, summer, autumn] = ['2026-03-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z'] as const
const open = (now: string = spring): Promise<KeyRing> => openKeys(join(data, 'keys'), identity, now)
const request: SealRequest = {
  kind: 'demo.notice',
  number: '1',
  title: '公告',
  content: { text: '一' },
  facts: [],
  issuedOn: spring,
}
const judge = (proof: object, { history }: KeyRing) => verifySealed(JSON.stringify(proof), { history, now: autumn })

describe('the keys folder', () => {
  it('is made once, readable by the server alone, and opens to the same keys', async () => {
    const first = await open()
    const names = (await readdir(first.folder)).sort()
    expect(names.map((name) => name.replace(/-[\w-]{11}\./, '-ID.'))).toEqual([
      'key-history.jws',
      'log-ID.json',
      'master-0001.key',
      'root-ID.json',
      'seal-ID.json',
    ])
    expect((await stat(first.folder)).mode & 0o777).toBe(0o700)
    for (const name of names) expect((await stat(join(first.folder, name))).mode & 0o777).toBe(0o600)
    const again = await open(summer)
    expect([again.seal.keyId, again.log.keyId, again.sealedHistory]).toEqual([first.seal.keyId, first.log.keyId, first.sealedHistory])
    expect(again.masters).toEqual(first.masters)
    expect([first.seal.algorithm, first.log.algorithm]).toEqual(['ES256', 'Ed25519'])
  })
  it('publishes nothing private', async () => {
    const { history, sealedHistory } = await open()
    expect(JSON.stringify(history)).not.toContain('"d"')
    expect(Buffer.from(sealedHistory.split('.')[1] as string, 'base64url').toString()).not.toContain('"d"')
  })
  it('refuses a key that others can read', async () => {
    const {
      folder,
      seal: { keyId },
    } = await open()
    await chmod(join(folder, `seal-${keyId}.json`), 0o644)
    await expect(open()).rejects.toThrow('consider the key stolen')
  })
  it('refuses a history that its root key did not sign, a foreign key file and another platform’s name', async () => {
    const { folder, seal: signer, sealedHistory } = await open()
    await expect(openKeys(folder, { ...identity, issuer: 'other' }, spring)).rejects.toThrow('belong to demo')
    const [header, payload, signature] = sealedHistory.split('.') as [string, string, string]
    const said = Buffer.from(payload, 'base64url').toString().replace('Demonstration', 'Demonstratiom')
    const changed = Buffer.from(said).toString('base64url')
    await writeFile(join(folder, 'key-history.jws'), [header, changed, signature].join('.'))
    await expect(open()).rejects.toThrow('not signed by its root key')
    await writeFile(join(folder, 'key-history.jws'), sealedHistory)
    const other = await openKeys(join(data, 'other'), identity, spring)
    await writeFile(join(folder, `seal-${signer.keyId}.json`), await readFile(join(other.folder, `seal-${other.seal.keyId}.json`)))
    await expect(open()).rejects.toThrow('holds another key')
  })
  it('follows the site when it moves', async () => {
    const { history } = await open()
    const moved = await openKeys(join(data, 'keys'), { ...identity, site: 'https://new.example' }, summer)
    expect(moved.history).toMatchObject({ site: 'https://new.example', revision: 2, keys: history.keys })
  })
})

describe('rotation', () => {
  it('brings a new key, keeps the old one published, and both seals stay good', async () => {
    const first = await open()
    const old = await seal(request, { issuer: 'demo', signer: first.seal })
    const second = await rotate(first, 'seal', summer)
    expect(second.history.keys.filter((key) => key.use === 'seal').map(statusOf)).toEqual(['retired', 'active'])
    expect(judge(old, second)).toMatchObject({ verdict: 'good', key: 'retired' })
    const fresh = await seal({ ...request, issuedOn: summer }, { issuer: 'demo', signer: second.seal })
    expect(judge(fresh, await open(autumn))).toMatchObject({ verdict: 'good', key: 'active' })
    expect(openKeyHistory(second.sealedHistory, first.history)).toEqual(second.history)
  })
  it('of the root key hands over by a history that the old root signed', async () => {
    const first = await open()
    const second = await rotate(first, 'root', summer)
    expect(openKeyHistory(second.sealedHistory, first.history)).toBeNull()
    const handover = await readFile(join(first.folder, 'key-history-2-handover.jws'), 'utf8')
    const trusted = openKeyHistory(handover, first.history)
    expect(trusted).toEqual(second.history)
    expect(openKeyHistory(second.sealedHistory, trusted as NonNullable<typeof trusted>)).toEqual(second.history)
  })
  it('needs the root key, which may be kept in a safe while the platform runs without it', async () => {
    const { folder, history } = await open()
    const name = `root-${history.keys.find((key) => key.use === 'root')?.keyId}.json`
    await rename(join(folder, name), join(data, name))
    const ring = await open(summer)
    expect(judge(await seal(request, { issuer: 'demo', signer: ring.seal }), ring).verdict).toBe('good')
    await expect(rotate(ring, 'seal', summer)).rejects.toThrow('put its file back')
    await rename(join(data, name), join(folder, name))
    expect((await rotate(ring, 'seal', summer)).history.revision).toBe(2)
  })
  it('after a theft refuses what the log did not hold and signs with a successor', async () => {
    const first = await open()
    const old = await seal(request, { issuer: 'demo', signer: first.seal })
    const second = await recordTheft(first, 'seal', { keyId: first.seal.keyId, from: '2026-05-01T00:00:00.000Z', logSize: 7 }, summer)
    expect(second.seal.keyId).not.toBe(first.seal.keyId)
    expect(judge(old, second).verdict).toBe('unproven before compromise')
    expect(judge(await seal({ ...request, issuedOn: summer }, { issuer: 'demo', signer: second.seal }), second).verdict).toBe('good')
    const third = await recordTheft(second, 'log', { keyId: second.log.keyId, from: summer, logSize: 9 }, autumn)
    expect([third.log.keyId === second.log.keyId, third.seal.keyId === second.seal.keyId]).toEqual([false, true])
  })
})

describe('personal data', () => {
  it('is read with its key and for its place only', async () => {
    const { masters } = await open()
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const key = newPersonalKey()
        const wrapped = wrap(masters, key, 'person-1/complaint')
        const sealed = encryptPersonal(key, value, 'complainant')
        expect(wrapped).toHaveLength(63)
        const read = decryptPersonal(unwrap(masters, wrapped, 'person-1/complaint'), sealed, 'complainant')
        expect(read).toEqual(JSON.parse(JSON.stringify(value)))
        expect(() => unwrap(masters, wrapped, 'person-2/complaint')).toThrow('altered')
        expect(() => decryptPersonal(key, sealed, 'phone')).toThrow('altered')
        expect(() => decryptPersonal(newPersonalKey(), sealed, 'complainant')).toThrow('altered')
      }),
      { numRuns: 30 },
    )
  })
  it('shows any altered byte', async () => {
    const { masters } = await open()
    const key = newPersonalKey()
    const [wrapped, sealed] = [wrap(masters, key, 'p'), encryptPersonal(key, { name: '王某' })]
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        expect(() =>
          decryptPersonal(
            key,
            sealed.map((byte, at) => (at === place ? byte ^ mask : byte)),
          ),
        ).toThrow()
      }),
    )
    expect(() => decryptPersonal(key, sealed.subarray(0, 20))).toThrow('no known format')
    expect(() => unwrap(new Map(), wrapped, 'p')).toThrow('Master key 1 is not in the keys folder.')
  })
  it('is wrapped again when the master key changes, and the old wrapping still opens', async () => {
    const first = await open()
    const key = newPersonalKey()
    const wrapped = wrap(first.masters, key, 'p')
    const { masters } = await rotateMaster(first)
    expect([...masters.keys()].sort()).toEqual([1, 2])
    const again = rewrap(masters, wrapped, 'p')
    expect([unwrap(masters, wrapped, 'p'), unwrap(masters, again, 'p')]).toEqual([key, key])
    expect(() => unwrap(first.masters, again, 'p')).toThrow('Master key 2')
  })
})
