// The vehicle identification number (車輛識別代號, GB 16735): seventeen characters, of which the ninth checks the others.

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const

/** Letters count as digits; I, O and Q are not used, since they look like digits. */
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9]
const values = new Map([...'ABCDEFGHJKLMNPRSTUVWXYZ'].map((letter, at) => [letter, digits[at]!]))

/** One number however it is typed: full width, small letters, blanks or dashes. */
export const plainVin = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').slice(0, 40)

/** Whether a number is well formed and its check digit right. */
export function checkVin(text: string): boolean {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(text)) return false
  const sum = [...text].reduce((total, each, at) => total + (values.get(each) ?? Number(each)) * weights[at]!, 0)
  return text[8] === (sum % 11 === 10 ? 'X' : String(sum % 11))
}

/** Without the check digit, which follows from the others, numbers of one model stand in the order in which they were given. */
const inOrder = (vin: string): string => vin.slice(0, 8) + vin.slice(9)

export const vinBefore = (one: string, other: string): boolean => inOrder(one) < inOrder(other)

/** Whether a vehicle lies in a range; a range without an end is one vehicle. */
export const vinWithin = (vin: string, from: string, to: string | null): boolean => !vinBefore(vin, from) && !vinBefore(to ?? from, vin)
