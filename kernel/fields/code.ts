// Codes that name something governed: a party, an area, an office, another record, an article, figures.
import { problem, taken, type FieldKind, type KindName } from '../field.ts'
import { checkUscCode } from '../usc-code.ts'
import { words } from '../words.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** An enterprise or other body by its unified social credit code (GB 32100-2015), check characters tried. */
export const partyKind: FieldKind<string> = {
  name: 'party',
  column: () => 'text',
  parse(raw) {
    const checked = checkUscCode(String(raw))
    if (checked.ok) return taken(checked.code)
    return problem(
      'wrong-credit-code',
      checked.reason,
      words('对照营业执照重新录入 18 位统一社会信用代码', 'Copy the 18 characters of the unified social credit code from the business licence'),
    )
  },
  schema: () => ({ type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
  show: (value) => value,
}

const coded = (
  name: KindName,
  pattern: RegExp,
  text: ReturnType<typeof words>,
  remedy: ReturnType<typeof words>,
  column: 'text' | 'uuid',
): FieldKind<string> => ({
  name,
  column: () => column,
  parse: (raw) => (typeof raw === 'string' && pattern.test(raw.trim()) ? taken(raw.trim()) : problem('unknown-code', text, remedy)),
  schema: () => ({ type: 'string', pattern: pattern.source }),
  show: (value) => value,
})

export const areaKind = coded(
  'area',
  /^\d{6}$/,
  words('不能确定是哪个市、县、区', 'Which division is meant is not certain'),
  words('写全市名和县、区名，或者填六位行政区划代码（GB/T 2260），如 130100', 'Name city and county in full, or give the code of GB/T 2260, such as 130100'),
  'text',
)
export const officeKind = coded(
  'office',
  /^[a-z0-9-]{2,60}$/,
  words('没有这个机构', 'There is no such office'),
  words('从机构表中选择', 'Choose from the list of offices'),
  'text',
)
export const linkKind = coded(
  'link',
  uuid,
  words('不是记录的标识', 'It is not the identity of a record'),
  words('从列表中选择记录', 'Choose the record from the list'),
  'uuid',
)
export const citationKind = coded(
  'citation',
  /^[a-z0-9-]+(\/[0-9A-Za-z.()-]+)?$/,
  words('不是法条引用', 'It is not a citation'),
  words('从法规库中选择', 'Choose from the law library'),
  'text',
)

/** A table of figures stands in a cell as its JSON text. */
function inJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A small table of figures by key, such as yearly path values of a target; decimals as strings. */
export const figuresKind: FieldKind<Readonly<Record<string, string>>> = {
  name: 'figures',
  column: () => 'jsonb',
  parse(given) {
    const raw = typeof given === 'string' ? inJson(given) : given
    const pairs = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : []
    if (pairs.length <= 100 && pairs.every(([, v]) => typeof v === 'string' && /^-?\d{1,14}(\.\d{1,12})?$/.test(v)))
      return taken(Object.fromEntries(pairs) as Record<string, string>)
    return problem(
      'not-figures',
      words('应为“名称：数值”的表', 'A table of names and numbers is expected'),
      words('数值用十进制文字', 'Write the numbers as decimal text'),
    )
  },
  schema: () => ({ type: 'object', additionalProperties: { type: 'string' } }),
  show: (value) => Object.entries(value).map(([k, v]) => `${k}: ${v}`).join('; '),
}
