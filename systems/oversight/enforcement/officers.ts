// Two officers, each named by a certificate (處罰法 42): nobody verifies, investigates or decides on the spot alone.
import { text } from '../../../kernel/kinds.ts'
import { words } from '../../../kernel/words.ts'
import { enforcementRefusals } from './refusals.ts'

export const certificate = (zh: string, en: string) => text(words(`${zh}执法证号`, `Certificate of ${en}`), { length: 30 })

export function twoOfficers(first: string, second: string, field: string): void {
  if (first === second) enforcementRefusals.refuse('two-handlers', { field })
}
