// Chinese numerals as statutes write them: 一百三十三, 一千二百零二, 二〇一六.

const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千'] as const
/** The largest number that is printed and parsed. */
export const largestNumeral = 99_999_999

/** 0 ≤ number < 10000, without the shortening of 一十 to 十. */
function section(number: number): string {
  let text = ''
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10
    if (digit > 0) text += digits[digit]! + units[place]!
    else if (text !== '' && !text.endsWith('零') && number % 10 ** place > 0) text += '零'
  }
  return text
}

/** 133 → 一百三十三. Whole numbers from 0 to {@link largestNumeral}; anything else is a RangeError. */
export function printNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > largestNumeral) throw new RangeError(`no Chinese numeral for ${number}`)
  if (number === 0) return '零'
  const high = Math.floor(number / 10_000)
  const low = number % 10_000
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : ''
  const text = (high > 0 ? `${section(high)}万` : '') + gap + section(low)
  return text.startsWith('一十') ? text.slice(1) : text
}

function sectionValue(text: string): number {
  let value = 0
  let digit = 0
  for (const character of text) {
    const unit = units.indexOf(character as '十')
    if (unit > 0) {
      value += (digit === 0 ? 1 : digit) * 10 ** unit
      digit = 0
    } else digit = digits.indexOf(character)
  }
  return value + digit
}

/** 一百三十三 → 133; also 二〇一六, 133 and １３３. Null where the text is no well-formed numeral. */
export function parseNumeral(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll('〇', '零')
  if (/^\d{1,8}$/.test(plain)) return Number(plain)
  if (/^[零一二三四五六七八九]{2,8}$/.test(plain)) return Number([...plain].map((character) => digits.indexOf(character)).join(''))
  if (!/^[零一二三四五六七八九十百千万]+$/.test(plain)) return null
  const [first, second, ...more] = plain.split('万')
  if (first === undefined || more.length > 0) return null
  const value = second === undefined ? sectionValue(first) : sectionValue(first) * 10_000 + sectionValue(second)
  const printed = value <= largestNumeral ? printNumeral(value) : ''
  return printed === plain || `一${printed}` === plain ? value : null
}

/** What a numeral may be made of, for use inside other patterns. */
export const numeralPattern = '[零〇一二三四五六七八九十百千万]+'
