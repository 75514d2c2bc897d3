// Which county is in charge of a complaint, by law, and which department of the authority, by a table of the jurisdiction.
import type { Citation } from '../../../kernel/citation.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { order } from './orders.ts'

export interface Placing {
  readonly online: string
  readonly place: string
  readonly domicile?: string | null
  readonly platformPlace?: string | null
  readonly unreachable?: boolean | null
}

export interface Charge {
  readonly area: string
  readonly why: Words
  readonly basis: Citation
}

const article = order('13', '12')
const charge = (area: string, why: Words): Charge => ({ area, why, basis: article })

/** The county in charge (處理辦法 13): place of business, else the domicile; a trader who hides on a platform is sought at the platform’s. */
export function chargeOf({ online, place, domicile, platformPlace, unreachable }: Placing): Charge {
  if (online === 'ownSite' || online === 'platformOperator')
    return charge(
      domicile ?? place,
      words('自建网站或平台经营者由其住所地县级部门处理', 'A trader’s own site or a platform: the county of its domicile'),
    )
  if (online === 'platform' && unreachable && platformPlace)
    return charge(
      platformPlace,
      words('平台内经营者公示地址不实或无法联系，由平台住所地处理', 'The trader on a platform cannot be reached: the domicile of the platform'),
    )
  return charge(
    place,
    words('由被投诉人实际经营地或者住所地县级部门处理', 'The county of the trader’s actual place of business or domicile'),
  )
}

/** One line of the table of departments; a line without conditions takes the rest. */
export interface DepartmentLine {
  readonly department: string
  readonly issues?: readonly string[]
  readonly classes?: readonly string[]
}

/** The department for a field: the first line that fits, by the table in force (處理辦法 41: the intake unit dispatches). */
export const departmentFor = (
  asked: { readonly issue: string; readonly goodsClass: string | null },
  table: readonly DepartmentLine[],
): string | null =>
  table.find(
    (line) =>
      (!line.issues || line.issues.includes(asked.issue)) &&
      (!line.classes || (asked.goodsClass !== null && line.classes.includes(asked.goodsClass))),
  )?.department ?? null
