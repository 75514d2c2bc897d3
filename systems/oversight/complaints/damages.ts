// The damages calculator: heads, formula, inputs, article and sum or last day for a claimant; a court or tribunal decides, not this.
import { Decimal } from 'decimal.js'
import { cite, type Citation } from '../../../kernel/citation.ts'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import type { InForce } from '../../../kernel/procedure.ts'
import { roundHalfEven } from '../../../kernel/rounding.ts'
import { words, type Words } from '../../../kernel/words.ts'

export const damageHeads = {
  fraud: words('经营者有欺诈行为', 'The trader deceived'),
  knowingDefect: words('明知缺陷造成死亡或健康严重损害', 'A known defect caused death or serious harm'),
  foodPrice: words('不安全食品，按价款', 'Unsafe food, by the price'),
  foodLoss: words('不安全食品，按损失', 'Unsafe food, by the loss'),
  foodFirst: words('不安全食品，先找谁赔', 'Unsafe food: who must pay first'),
  defect: words('产品缺陷造成损害', 'A defect caused harm'),
  durable: words('耐用商品或装饰装修', 'Durable goods or decoration'),
  distance: words('网络、电视、电话、邮购', 'Bought at a distance'),
  platform: words('网络交易平台', 'Bought on a platform'),
} as const

export type DamageHead = keyof typeof damageHeads

export interface DamagesAsked {
  readonly head: DamageHead
  /** Yuan, decimal text. */
  readonly price: string | null
  readonly loss: string | null
  /** Day on which the goods were received. */
  readonly received?: Day | null
  /** Day since which the harm is known. */
  readonly known?: Day | null
  /** The flaw is one of the label only, does not touch safety and does not mislead. */
  readonly labelOnly?: boolean
}

export interface Damages {
  readonly head: DamageHead
  readonly formula: Words
  readonly inputs: readonly (readonly [Words, string])[]
  /** Sum that may be asked beside the refund or the loss itself, yuan. */
  readonly sum: string | null
  readonly atMost: boolean
  /** Last days that follow, each with what it is the last day of. */
  readonly until: readonly (readonly [Words, Day])[]
  readonly basis: Citation
  readonly mark: string
  /** Why there is no sum, or what goes with it. */
  readonly why: Words | null
}

type Parameter = (name: string) => InForce
type Amount = readonly [title: Words, value: string | null]

export const notADecision = words('由法院或仲裁机构认定', 'A court or an arbitral body decides')
const needs = (what: Words): Words => words(`缺少${what.zh}，不能计算`, `Without the ${what.en} there is nothing to work out`)
const price = words('价款', 'price')
const loss = words('损失', 'loss')
const received = words('收到商品的日期', 'day of receipt')
const known = words('知道受损害的日期', 'day since which the harm is known')
const beside = words('另可请求退还价款或者赔偿实际损失', 'The price back, or the loss itself, may be asked beside it')

const passed = (day: Day, { length, unit }: Term): Day =>
  unit === 'day' ? addDays(day, length) : addMonths(day, length * (unit === 'year' ? 12 : 1))
const given = ([title, value]: Amount): readonly (readonly [Words, string])[] => (value === null ? [] : [[title, value]])

function multiple(head: DamageHead, [of, amount]: Amount, rule: { factor: InForce; least: InForce | null; atMost?: boolean }): Damages {
  const { factor, least } = rule
  const floor = least === null ? null : String(least.value)
  const sum = amount === null ? null : Decimal.max(new Decimal(amount).times(String(factor.value)), floor ?? 0)
  const [zh, en] = floor === null ? ['', ''] : [`，不足 ${floor} 元的为 ${floor} 元`, `, at least ${floor} yuan`]
  return {
    head,
    formula: words(`${of.zh} × ${String(factor.value)}${zh}`, `${of.en} × ${String(factor.value)}${en}`),
    inputs: given([of, amount]),
    sum: sum === null ? null : roundHalfEven(sum.toFixed(), 2),
    atMost: rule.atMost ?? false,
    until: [],
    basis: factor.basis,
    mark: factor.mark,
    why: sum === null ? needs(of) : beside,
  }
}

const statement = (head: DamageHead, says: Words, basis: Citation, more: Partial<Damages> = {}): Damages => ({
  head,
  formula: says,
  inputs: [],
  sum: null,
  atMost: false,
  until: [],
  basis,
  mark: 'V',
  why: null,
  ...more,
})

type Run = readonly [what: Words, from: Words, day: Day | null | undefined, rule: InForce]

/** Terms that run from a day which the claimant knows; without the day there is none. */
function terms(head: DamageHead, says: Words, runs: readonly Run[]): Damages {
  const first = runs[0]![3]
  const weakest = runs.find(([, , , rule]) => rule.mark !== 'V')?.[3] ?? first
  const inputs = runs.flatMap(([, from, day]): (readonly [Words, string])[] => (day ? [[from, day]] : []))
  const missing = runs.find(([, , day]) => !day)
  return statement(head, says, first.basis, {
    mark: weakest.mark,
    inputs,
    until: runs.flatMap(([what, , day, rule]) => (day ? [[what, passed(day, rule.value as Term)] as const] : [])),
    why: missing ? needs(missing[1]) : null,
  })
}

const excluded = words(
  '标签、说明书的瑕疵不影响食品安全且不会误导消费者的，不适用惩罚性赔偿',
  'No multiple where the flaw is of the label only, does not touch safety and does not mislead',
)

function food(head: 'foodPrice' | 'foodLoss', asked: DamagesAsked, parameter: Parameter): Damages {
  const [factor, amount] =
    head === 'foodPrice' ? (['damages.food.price-factor', [price, asked.price]] as const) : (['damages.food.loss-factor', [loss, asked.loss]] as const)
  const worked = multiple(head, amount, { factor: parameter(factor), least: parameter('damages.food.least') })
  return asked.labelOnly ? { ...worked, sum: null, why: excluded } : worked
}

/** Consumer law 23, 25, 44, 55, food safety law 148, product quality law 41–45: each in force on the day of the purchase. */
export function damagesFor(asked: DamagesAsked, parameter: Parameter): Damages {
  switch (asked.head) {
    case 'fraud':
      return multiple('fraud', [price, asked.price], { factor: parameter('damages.fraud.factor'), least: parameter('damages.fraud.least') })
    case 'knowingDefect':
      return multiple('knowingDefect', [loss, asked.loss], { factor: parameter('damages.knowing-defect.factor'), least: null, atMost: true })
    case 'foodPrice':
    case 'foodLoss':
      return food(asked.head, asked, parameter)
    case 'foodFirst':
      return statement(
        'foodFirst',
        words(
          '生产者和经营者中先接到赔偿要求的先行赔付，不得推诿，再向责任方追偿',
          'Whoever of producer and trader is asked first pays first and may recover from the one liable',
        ),
        cite('food-safety-law', '148(1)'),
      )
    case 'defect':
      return terms(
        'defect',
        words('可以向生产者要求赔偿，也可以向销售者要求赔偿', 'Producer and seller may be asked alike'),
        [
          [words('诉讼时效届满', 'The claim lapses'), known, asked.known, parameter('damages.defect.limitation')],
          [
            words('请求权最长期限届满（明示的安全使用期更长的除外）', 'The claim ends at the latest, unless a stated safe-use period runs longer'),
            received,
            asked.received,
            parameter('damages.defect.repose'),
          ],
        ],
      )
    case 'durable':
      return terms(
        'durable',
        words('自接受之日起六个月内发现瑕疵的，由经营者承担有关瑕疵的举证责任', 'A flaw found within the term: the trader bears the burden of proof'),
        [[words('举证责任倒置至', 'The burden lies on the trader until'), received, asked.received, parameter('consumer.burden')]],
      )
    case 'distance':
      return terms(
        'distance',
        words('有权无理由退货，特定商品除外；经营者收到退货后应当返还价款', 'May be sent back without a reason, listed goods excepted; the price is returned after the goods came back'),
        [[words('可以无理由退货至', 'May be returned until'), received, asked.received, parameter('consumer.return')]],
      )
    case 'platform':
      return statement(
        'platform',
        words(
          '平台不能提供销售者真实名称、地址和有效联系方式的，可以向平台要求赔偿',
          'A platform that cannot give the seller’s true name, address and contact may be asked to pay',
        ),
        cite('consumer-protection-law', '44'),
      )
  }
}
