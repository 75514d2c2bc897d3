// The plan of a recall (召回計劃): what it must say before it is filed, and how it may be changed once it is public.
import { checkGtin } from '../../../kernel/check-digits.ts'
import { text } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { affectedLots } from './questions.ts'
import { recall } from './recall.ts'
import { recallRefusals } from './refusals.ts'
import { checkVin, vinBefore } from './vin.ts'

const { refuse } = recallRefusals

/** A person is named to the authority and not in the file that becomes public. */
const answerable = text(words('召回负责人（不公开）', 'Who answers for it, not public'), {
  optional: true, personal: true, shownTo: ['officer', 'head', 'evaluator', 'producer'], length: 60,
})
const written = ask(
  recall,
  ...(['scope', 'cause', 'made', 'affected', 'stock', 'exported', 'measures', 'payer', 'advice', 'contact'] as const),
  ...(['ways', 'aim', 'startsOn', 'endsOn', 'foodClass'] as const),
)
export const planFields = { ...written, answerable }

export interface ScopeRow {
  readonly model: string
  readonly gtin: string | null
  readonly lot: string | null
  readonly serials: string | null
  readonly vinFrom: string | null
  readonly vinTo: string | null
  readonly madeFrom: string | null
  readonly madeTo: string | null
}

interface Plan {
  readonly scope: readonly ScopeRow[] | null
  readonly made: number | null
  readonly affected: number | null
  readonly stock: number | null
  readonly exported: number | null
  readonly measures: readonly string[] | null
  readonly payer: string | null
  readonly advice: string | null
  readonly contact: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

interface Filing {
  readonly record: Pick<Plan, 'scope' | 'affected'> & { readonly state: string; readonly returned: number | null }
  readonly answers: Plan
  readonly today: string
}

/** What a consumer must learn from the notice, and what the effect is judged by (缺陷汽車條例 18、21). */
const needed: Readonly<Partial<Record<keyof Plan, Words>>> = {
  made: words('生产数量', 'how many were made'),
  affected: words('涉及已售数量', 'how many were sold and are affected'),
  measures: words('补救措施', 'the remedies'),
  advice: words('消费者怎么办', 'what to do'),
  contact: words('联系方式', 'whom to ask'),
  endsOn: words('计划结束日期', 'the planned end'),
}

/** A scope by which everybody can tell whether the thing at home is in it. */
export function fitScope(scope: readonly ScopeRow[]): void {
  if (scope.length === 0) refuse('no-scope', { field: 'scope' })
  const badVin = scope.flatMap(({ vinFrom, vinTo }) => [vinFrom, vinTo]).find((vin) => vin && !checkVin(vin))
  if (badVin) refuse('wrong-vin', { vin: badVin, field: 'scope' })
  const turned = scope.find(({ vinFrom, vinTo }) => vinTo && (!vinFrom || vinBefore(vinTo, vinFrom)))
  if (turned) refuse('vin-range', { from: turned.vinFrom ?? '—', to: turned.vinTo!, field: 'scope' })
  const wrong = scope.find(({ gtin }) => gtin && !checkGtin(gtin))
  if (wrong) refuse('wrong-gtin', { gtin: wrong.gtin!, field: 'scope' })
}

/** Numbers that can be true: no more sold than made, and no fewer than came back already. */
export function fitCount({ made, affected }: Pick<Plan, 'made' | 'affected'>, returned: number | null): void {
  if (made !== null && affected !== null && affected > made) refuse('more-sold-than-made', { sold: affected, made, field: 'affected' })
  if (returned !== null && affected !== null && returned > affected) refuse('more-returned-than-sold', { returned, affected, field: 'affected' })
}

const marks = ['gtin', 'lot', 'serials', 'vinFrom', 'vinTo', 'madeFrom', 'madeTo'] as const

/** Whether a line holds all that another holds: the same model, and no mark that the other has not. */
const holds = (wide: ScopeRow, narrow: ScopeRow): boolean =>
  wide.model === narrow.model && marks.every((mark) => wide[mark] === null || wide[mark] === narrow[mark])

/** A plan is filed with a scope, a remedy, a bearer of the cost and numbers that can be true (缺陷汽車條例 16；民法典 1206). */
export function fitToFile({ record, answers: plan, today }: Filing): void {
  fitScope(plan.scope ?? [])
  if (plan.payer !== 'producer' && plan.payer !== 'seller') refuse('nobody-pays', { field: 'payer' })
  fitCount(plan, record.returned)
  const isBlank = (name: keyof Plan): boolean => plan[name] === null || (name === 'measures' && plan.measures!.length === 0)
  const lacks = (Object.keys(needed) as (keyof Plan)[]).find(isBlank)
  if (lacks) refuse('plan-incomplete', { what: needed[lacks]!, field: lacks })
  const told = plan.affected! + (plan.stock ?? 0) + (plan.exported ?? 0)
  if (told > plan.made!) refuse('more-than-made', { told, made: plan.made!, field: 'made' })
  if (plan.startsOn !== null && plan.startsOn > plan.endsOn!) refuse('plan-turned', { startsOn: plan.startsOn, endsOn: plan.endsOn!, field: 'startsOn' })
  if (plan.endsOn! <= today) refuse('plan-over', { endsOn: plan.endsOn!, field: 'endsOn' })
  // Whoever read the notice relies on it: the maker alone may add to what is public, and takes nothing out of it.
  const lost = record.state === 'running' && (record.scope ?? []).some((old) => !plan.scope!.some((line) => holds(line, old)))
  if (lost || (record.state === 'running' && plan.affected! < (record.affected ?? 0))) refuse('scope-narrowed', { field: 'scope' })
}

/** Whoever reports what came back of what was sold: no more than that. */
export function fitReport({ record, answers: { returned } }: { record: Pick<Plan, 'affected'>; answers: { readonly returned: number } }): void {
  const affected = record.affected ?? 0
  if (returned > affected) refuse('more-returned-than-sold', { returned, affected, field: 'returned' })
}

/** No lot that is known to be affected may be left out; a line without a lot covers all of its model. */
export async function everyLot(product: string, scope: readonly { readonly lot: string | null }[], at: Reading): Promise<void> {
  const lots = scope.flatMap(({ lot }) => lot ?? [])
  const affected = (await at.ask(affectedLots.name, { product, lots })) as readonly string[]
  const missing = scope.some(({ lot }) => lot === null) ? [] : affected.filter((lot) => !lots.includes(lot))
  if (missing.length > 0) refuse('lots-missing', { lots: missing.join('、'), field: 'scope' })
}
