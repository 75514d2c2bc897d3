// The published examples of C2SP signed-note and of the notes of the Go project.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatVerifierKey, openNote, parseVerifierKey } from '../../../kernel/trust/note.ts'

interface Vectors {
  spec_example: { vkey: string; note: string }
  go_note_test: { vkey: string; bad_vkeys: string[]; signature_line: string }
}
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'signed-note-vectors.json'), 'utf8')) as Vectors

describe('signed notes of others', () => {
  it('the example of the specification opens with its verifier key', () => {
    const key = parseVerifierKey(vectors.spec_example.vkey)
    expect(openNote(vectors.spec_example.note, [key])).toMatchObject({ verdict: 'good', text: 'This is an example message.\n' })
    expect(formatVerifierKey(key)).toBe(vectors.spec_example.vkey)
  })
  it('the signature of the Go tests opens with its verifier key', () => {
    const text = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n'
    const key = parseVerifierKey(vectors.go_note_test.vkey)
    expect(openNote(`${text}\n${vectors.go_note_test.signature_line}`, [key])).toMatchObject({ verdict: 'good', text })
  })
  it.each(vectors.go_note_test.bad_vkeys)('the bad verifier key %s is refused', (vkey) => {
    expect(() => parseVerifierKey(vkey)).toThrow(SyntaxError)
  })
})
