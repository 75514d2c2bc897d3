// Signed notes and checkpoints: what is accepted, passed over and refused (C2SP signed-note, tlog-checkpoint, tlog-proof).
import { createVerify, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from './base64.ts'
import {
  formatCheckpoint, formatLogProof, openCheckpoint, parseCheckpoint, parseLogProof, signCheckpoint, verifyLogProof,
} from './checkpoint.ts'
import { append, emptyFrontier, inclusionProof, leafHash, rootOf, type Hash } from './merkle.ts'
import { formatVerifierKey, noteKey, openNote, parseNote, parseVerifierKey, signNote } from './note.ts'
import { newPrivateKey, softwareSigner } from './signature.ts'

const name = 'quality.example/log'
const logSigner = softwareSigner(newPrivateKey('Ed25519'))
const sealSigner = softwareSigner(newPrivateKey('ES256'))
const logKey = noteKey(name, logSigner.publicKey)
const sealKey = noteKey(name, sealSigner.publicKey)

describe('a signed note', () => {
  it('opens for either key and for both', async () => {
    const note = await signNote('质量\n\nquality\n', name, [logSigner, sealSigner])
    expect(openNote(note, [logKey])).toMatchObject({ verdict: 'good', text: '质量\n\nquality\n', keys: [logKey] })
    expect(openNote(note, [sealKey, logKey])).toMatchObject({ verdict: 'good', keys: [logKey, sealKey] })
  })
  it('is not believed when only strangers signed it', async () => {
    const note = await signNote('text\n', name, [logSigner])
    expect(openNote(note, [sealKey])).toEqual({ verdict: 'no known key' })
    expect(openNote(note, [{ ...logKey, name: 'other.example' }])).toEqual({ verdict: 'no known key' })
  })
  it('is refused whole when one known key is misused, even beside a good signature', async () => {
    const [good, other] = [await signNote('text\n', name, [logSigner]), await signNote('other\n', name, [sealSigner])]
    const mixed = good + (other.split('\n\n')[1] as string)
    expect(openNote(mixed, [logKey])).toMatchObject({ verdict: 'good' })
    expect(openNote(mixed, [logKey, sealKey])).toEqual({ verdict: 'bad signature' })
    expect(openNote(good.replace('text', 'test'), [logKey])).toEqual({ verdict: 'bad signature' })
  })
  it('carries ECDSA as the witness programs write it: DER over SHA-256 of the text, id from the SPKI', async () => {
    const { text, signatures } = parseNote(await signNote('text\n', name, [sealSigner]))
    const key = createPublicKey({ key: { ...sealSigner.publicKey }, format: 'jwk' })
    expect(createVerify('sha256').update(text).verify(key, signatures[0]?.signature as Uint8Array)).toBe(true)
    const spki = fromBase64(formatVerifierKey(sealKey).split('+').slice(2).join('+')).subarray(1)
    expect(Buffer.from(spki).equals(key.export({ type: 'spki', format: 'der' }))).toBe(true)
    expect(parseVerifierKey(formatVerifierKey(sealKey))).toEqual(sealKey)
  })
  it('with a control character, a bad name or no signature is malformed', async () => {
    const note = await signNote('text\n', name, [logSigner])
    const spoilt = [note.replace('text', 'te\tt'), note.replace('text', 'te\ud800'), note.slice(0, -1), 'text\n', '',
      note.replace(name, 'a b'), note.replace(`— ${name}`, '—  '), note.replace('— ', '- '), `${note}\n`, note.replace('=\n', '\n')]
    for (const source of spoilt) expect(openNote(source, [logKey])).toEqual({ verdict: 'malformed' })
    await expect(signNote('no newline', name, [logSigner])).rejects.toThrow(SyntaxError)
    await expect(signNote('text\n', 'two words', [logSigner])).rejects.toThrow(SyntaxError)
  })
})

describe('a checkpoint', () => {
  const root = rootOf(append(emptyFrontier, [leafHash(Uint8Array.of(1))]).frontier)
  it('reads the example of the specification', () => {
    const checkpoint = parseCheckpoint('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n')
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 })
    expect(formatCheckpoint(checkpoint)).toBe('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n')
  })
  it('is refused with a leading zero, a short root, an empty line or no size', () => {
    const base64 = formatCheckpoint({ origin: name, size: 1, root }).split('\n')[2] as string
    const wrong = [`${name}\n01\n${base64}\n`, `${name}\n1\nAAAA\n`, `${name}\n1\n${base64}\n\nx\n`, `${name}\n${base64}\n`,
      `\n1\n${base64}\n`, `${name}\n-1\n${base64}\n`, `${name}\n99999999999999999\n${base64}\n`, `${name}\n1\n${base64}`]
    for (const text of wrong) expect(() => parseCheckpoint(text)).toThrow(SyntaxError)
    expect(parseCheckpoint(`${name}\n1\n${base64}\nextension\n`).size).toBe(1)
  })
  it('of another log says nothing about this one', async () => {
    const note = await signCheckpoint({ origin: name, size: 1, root }, [logSigner])
    expect(openCheckpoint(note, name, [logKey])).toMatchObject({ verdict: 'good', checkpoint: { size: 1 } })
    expect(openCheckpoint(note, 'quality.example/other', [logKey])).toEqual({ verdict: 'other log' })
    expect(openCheckpoint(await signNote('a\nb\n', name, [logSigner]), name, [logKey])).toEqual({ verdict: 'malformed' })
  })
})

describe('a proof from the log', () => {
  it('is written as tlog-proof v1, read back and judged', async () => {
    const leaves = Array.from({ length: 11 }, (_, at) => leafHash(Uint8Array.of(at)))
    const { frontier, completed } = append(emptyFrontier, leaves)
    const read = (level: number, index: number): Hash =>
      completed.find((node) => node.level === level && node.index === index)?.hash as Hash
    const checkpoint = await signCheckpoint({ origin: name, size: 11, root: rootOf(frontier) }, [logSigner])
    const text = formatLogProof({ index: 9, proof: await inclusionProof(9, 11, read), checkpoint })
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nindex 9\n')).toBe(true)
    const proof = parseLogProof(text)
    expect(parseLogProof(text.replace('v1\n', 'v1\nextra AAAA\n'))).toEqual(proof)
    expect(verifyLogProof(proof, leaves[9] as Hash, name, [logKey])).toMatchObject({ verdict: 'good', checkpoint: { size: 11 } })
    expect(verifyLogProof(proof, leaves[8] as Hash, name, [logKey])).toEqual({ verdict: 'not included' })
    expect(verifyLogProof(proof, leaves[9] as Hash, name, [sealKey])).toEqual({ verdict: 'no known key' })
    for (const wrong of [text.replace('@v1', '@v2'), text.replace('index 9', 'index 09'), text.replace('\n\n', '\n'), '']) {
      expect(() => parseLogProof(wrong)).toThrow(SyntaxError)
    }
  })
})
