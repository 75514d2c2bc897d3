// Unified social credit codes (統一社會信用代碼, GB 32100-2015) with both check characters.
import { words, type Words } from './words.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Check character of the first 17 (GB 32100-2015 annex). */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(first17[at]!), 0)
  return alphabet[(31 - (sum % 31)) % 31]!
}

export type CheckedCode = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly reason: Words }

export function checkUscCode(text: string): CheckedCode {
  const code = text.trim().toUpperCase()
  if (code.length !== 18) return { ok: false, reason: words('统一社会信用代码应为 18 位', 'A unified social credit code has 18 characters') }
  if ([...code].some((character) => !alphabet.includes(character))) return { ok: false, reason: words('含有不允许的字符（不使用 I、O、S、V、Z）', 'It holds a character that is not used (I, O, S, V, Z are not)') }
  if (checkCharacter(code) !== code[17]) return { ok: false, reason: words('校验码不符', 'The check character does not fit') }
  return { ok: true, code }
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first eight of an organisation code (GB 11714): digits and letters, A as 10. */
export function organisationCheck(first8: string): string {
  const sum = organisationWeights.reduce((total, weight, at) => total + weight * Number.parseInt(first8[at]!, 36), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** Whether the organisation code inside a credit code fits too; codes are in use of which it does not, so this warns and never refuses. */
export const organisationFits = (code: string): boolean => organisationCheck(code.slice(8, 16)) === code[16]
