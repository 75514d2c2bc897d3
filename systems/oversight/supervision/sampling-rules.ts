// What must hold when a sample is visited, sealed, objected to and confirmed; plain rules over the record and the sheet.
import { addMonths, type Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import type { Actor, InForce, Reading } from '../../../kernel/procedure.ts'
import { lookUpAll } from './permit-on-day.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

interface Visiting {
  readonly record: { readonly inspectors: string | null }
  readonly answers: { readonly firstSampler: string | null; readonly secondSampler: string | null }
  readonly actor: Actor
}

/** Two persons with certificates, and those whom the draw named (抽查辦法；產品質量法 15). */
export function mayVisit({ record, answers, actor }: Visiting): void {
  twoPersons(answers)
  if (record.inspectors !== null && !record.inspectors.split(' ').includes(actor.id)) refuse('not-drawn', { account: actor.id })
}

export function twoPersons({ firstSampler, secondSampler }: Visiting['answers']): void {
  if (!firstSampler || !secondSampler || firstSampler === secondSampler) refuse('two-samplers', { field: 'secondSampler' })
}

interface Sheet extends Readonly<Record<string, unknown>> {
  readonly firstSampler: string | null
  readonly secondSampler: string | null
}

/** A sheet without two samplers, seal, standard or signature does not leave the field (§2.9 of the procedure). */
export function fitToSeal(sheet: Sheet, items: number): void {
  twoPersons(sheet)
  if (!sheet['sealNumber']) refuse('no-seal', { field: 'sealNumber' })
  if (sheet['backupQuantity'] !== null && Number(sheet['backupQuantity']) > 0 && !sheet['backupSeal']) refuse('no-seal', { field: 'backupSeal' })
  if (sheet['backupSeal'] && sheet['backupSeal'] === sheet['sealNumber']) refuse('one-seal', { seal: String(sheet['sealNumber']), field: 'backupSeal' })
  if (!sheet['standardNo']) refuse('no-standard', { field: 'standardNo' })
  if (items === 0) refuse('no-items', { field: 'items' })
  if (!sheet['signedBy'] && !sheet['refusalNote'] && sheet['stage'] !== 'online') refuse('not-signed', { field: 'signedBy' })
}

interface Taking {
  readonly record: { readonly id: string; readonly how: string; readonly productClass: string }
  readonly answers: Readonly<Record<'producer' | 'product' | 'model' | 'brand', string | null>> & { readonly sampledOn: Day | null }
  readonly today: Day
  parameter(name: string): InForce
}

const excepted = ['tracked', 'recheck', 'clue']

/** The same product of the same producer is not checked again within the term, follow-up and clues excepted. */
export async function neverTwice(c: Taking, at: Reading): Promise<void> {
  if (c.answers.producer === null || excepted.includes(c.record.how)) return
  const { producer, product, model, brand } = c.answers
  const { value, basis } = c.parameter('supervision.no-repeat')
  const term = value as Term
  const since = addMonths(c.answers.sampledOn ?? c.today, -term.length)
  const earlier = await at.list('sample', { producer, product, model, brand })
  const again = earlier.find((one) => one.id !== c.record.id && one['sampledOn'] !== null && String(one['sampledOn']) > since && one.state !== 'invalid')
  if (again) refuse('checked-already', { number: again.number ?? again.id, on: String(again['sampledOn']), months: term.length, basis, field: 'product' })
}

/** Another laboratory than the first. */
export function otherLaboratory(first: string | null, second: string): void {
  if (first === second) refuse('same-laboratory', { code: second, field: 'reLaboratory' })
}

interface Labelled extends Taking {
  readonly record: Taking['record'] & { readonly line: string }
  readonly answers: Taking['answers'] & Readonly<Record<'licenceNo' | 'cccNo' | 'certNo', string | null>>
}

/** Not taken twice, and what the register said of the numbers on the label on the day on which it was taken. */
export async function fitSheet(c: Labelled, at: Reading) {
  await neverTwice(c, at)
  const { producer: holder, licenceNo, cccNo, certNo, sampledOn } = c.answers
  const given = { [c.record.line === 'food' ? 'food' : 'production']: licenceNo, ccc: cccNo, voluntary: certNo }
  return lookUpAll(Object.entries(given).map(([kind, permit]) => ({ kind, permit, holder, on: sampledOn ?? c.today })), at)
}
