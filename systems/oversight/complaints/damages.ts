// The damages calculator: formula, inputs, article and sum for a claimant; a court or tribunal decides, not this.
import { Decimal } from 'decimal.js'
import type { Citation } from '../../../kernel/citation.ts'
import { roundHalfEven } from '../../../kernel/rounding.ts'
import type { InForce } from '../../../kernel/procedure.ts'
import { words, type Words } from '../../../kernel/words.ts'

export const damageHeads = {
  fraud: words('经营者有欺诈行为', 'The trader deceived'),
  knowingDefect: words('明知缺陷造成死亡或健康严重损害', 'A known defect caused death or serious harm'),
  foodPrice: words('不安全食品，按价款', 'Unsafe food, by the price'),
  foodLoss: words('不安全食品，按损失', 'Unsafe food, by the loss'),
} as const

export type DamageHead = keyof typeof damageHeads

export interface DamagesAsked {
  readonly head: DamageHead
  /** Yuan, decimal text. */
  readonly price: string | null
  readonly loss: string | null
}

export interface Damages {
  readonly head: DamageHead
  readonly formula: Words
  /** Sum that may be asked beside the refund or the loss itself, yuan. */
  readonly sum: string | null
  readonly atMost: boolean
  readonly basis: Citation
  readonly mark: string
  readonly why: Words | null
}

type Parameter = (name: string) => InForce

const needs = (what: Words): Words => words(`缺少${what.zh}，不能计算`, `Without the ${what.en} there is nothing to work out`)
const price = words('价款', 'price')
const loss = words('损失', 'loss')

function multiple(
  head: DamageHead,
  amount: string | null,
  of: Words,
  rule: { factor: InForce; least: InForce | null; atMost?: boolean },
): Damages {
  const { factor, least } = rule
  const sum =
    amount === null ? null : Decimal.max(new Decimal(amount).times(String(factor.value)), least === null ? 0 : String(least.value))
  const floor =
    least === null
      ? words('', '')
      : words(`，不足 ${String(least.value)} 元的为 ${String(least.value)} 元`, `, at least ${String(least.value)} yuan`)
  return {
    head,
    formula: words(`${of.zh} × ${String(factor.value)}${floor.zh}`, `${of.en} × ${String(factor.value)}${floor.en}`),
    sum: sum === null ? null : roundHalfEven(sum.toFixed(), 2),
    atMost: rule.atMost ?? false,
    basis: factor.basis,
    mark: factor.mark,
    why: sum === null ? needs(of) : null,
  }
}

/** Consumer law 55, food safety law 148: in force on the day of the purchase. */
export function damagesFor(asked: DamagesAsked, parameter: Parameter): Damages {
  switch (asked.head) {
    case 'fraud':
      return multiple('fraud', asked.price, price, { factor: parameter('damages.fraud.factor'), least: parameter('damages.fraud.least') })
    case 'knowingDefect':
      return multiple('knowingDefect', asked.loss, loss, { factor: parameter('damages.knowing-defect.factor'), least: null, atMost: true })
    case 'foodPrice':
      return multiple('foodPrice', asked.price, price, {
        factor: parameter('damages.food.price-factor'),
        least: parameter('damages.food.least'),
      })
    case 'foodLoss':
      return multiple('foodLoss', asked.loss, loss, {
        factor: parameter('damages.food.loss-factor'),
        least: parameter('damages.food.least'),
      })
  }
}

export const notADecision = words('由法院或仲裁机构认定', 'A court or an arbitral body decides')
