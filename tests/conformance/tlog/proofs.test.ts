// RFC 6962 inclusion and consistency proofs of the transparency-dev conformance set: every file says whether it must fail.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyConsistency, verifyInclusion } from '../../../kernel/trust/merkle.ts'

interface InclusionCase { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null; wantErr: boolean }
interface ConsistencyCase { size1: number; size2: number; root1: string; root2: string; proof: string[] | null; wantErr: boolean }

function casesOf<Case>(kind: 'inclusion' | 'consistency'): [string, Case][] {
  const folder = join(import.meta.dirname, 'rfc6962', kind)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort()
  return names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case])
}
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
const proofOf = (proof: string[] | null): Uint8Array[] => (proof ?? []).map(bytes)

describe('an inclusion proof is judged as the conformance set says', () => {
  const cases = casesOf<InclusionCase>('inclusion')
  it('brings all its cases', () => expect(cases).toHaveLength(49))
  it.each(cases)('%s', (_, given) => {
    const claim = { index: given.leafIdx, size: given.treeSize, leaf: bytes(given.leafHash), root: bytes(given.root) }
    expect(verifyInclusion({ ...claim, proof: proofOf(given.proof) })).toBe(!given.wantErr)
  })
})

describe('a consistency proof is judged as the conformance set says', () => {
  const cases = casesOf<ConsistencyCase>('consistency')
  it('brings all its cases', () => expect(cases).toHaveLength(49))
  it.each(cases)('%s', (_, given) => {
    const claim = { first: given.size1, second: given.size2, firstRoot: bytes(given.root1), secondRoot: bytes(given.root2) }
    expect(verifyConsistency({ ...claim, proof: proofOf(given.proof) })).toBe(!given.wantErr)
  })
})
