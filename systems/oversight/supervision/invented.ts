// What the worked cases are given: bodies that do not exist, and one parameter to be tested.
import { checkCharacter } from '../../../kernel/usc-code.ts'

/** Invented bodies: the nine characters begin with MAX. */
export const invented = (n: number): string => {
  const first = `91130102MAX00${String(n).padStart(4, '0')}`
  return first + checkCharacter(first)
}

export const items = [{ parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', comparison: 'atMost', limit: '1.5', clause: 'GB 18584-2001 表1' }]
