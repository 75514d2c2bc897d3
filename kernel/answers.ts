// Parsing of answers: all fields at once, so that a person mends a form in one go.
import type { AreaTree } from './area.ts'
import { dayOf, type Instant } from './day.ts'
import type { Field, Fields } from './field.ts'
import type { Row } from './fields/rows.ts'
import { kernelRefusals } from './house-refusals.ts'
import { kindOf } from './kinds.ts'
import type { FieldProblem } from './refusal.ts'
import { words } from './words.ts'

const blank = (raw: unknown): boolean => raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')

/** A form in which no file was chosen sends an empty list. */
const noFile = (raw: unknown): boolean => Array.isArray(raw) && raw.length === 0

const missing = (field: string): FieldProblem => ({
  field,
  code: 'missing',
  words: words('必填', 'It is required'),
  remedy: words('请填写此项', 'Fill it in'),
})
const unknown = (field: string): FieldProblem => ({
  field,
  code: 'unknown-field',
  words: words('没有这一项', 'There is no such field'),
  remedy: words('请删除此项，或核对字段名', 'Leave it out, or check its name'),
})
const ahead = (field: string): FieldProblem => ({
  field,
  code: 'in-the-future',
  words: words('日期在将来', 'The date lies in the future'),
  remedy: words('请核对日期', 'Check the date'),
})

const nowhere = (field: string): FieldProblem => ({
  field,
  code: 'unknown-area',
  words: words('没有这个行政区划代码', 'There is no such division code'),
  remedy: words('请对照行政区划代码表核对六位代码', 'Compare the six digits with the list of divisions'),
})

/** Values and problems of raw answers; unknown names are problems too, since what is not read would be lost unseen. */
export function readAnswers(
  fields: Fields,
  raw: Readonly<Record<string, unknown>>,
  now: Instant,
  tree?: AreaTree,
): { values: Record<string, unknown>; problems: FieldProblem[] } {
  const problems: FieldProblem[] = Object.keys(raw)
    .filter((name) => !Object.hasOwn(fields, name))
    .map(unknown)
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (blank(raw[name]) || (field.kind === 'files' && noFile(raw[name]))) {
      values[name] = null
      if (!field.optional) problems.push(missing(name))
      continue
    }
    const parsed = kindOf(field).parse(raw[name], field)
    if ('problem' in parsed) problems.push({ field: name, ...parsed.problem })
    else {
      const late =
        (field.kind === 'day' && (parsed.value as string) > dayOf(now)) || (field.kind === 'instant' && (parsed.value as string) > now)
      if (late && !field.mayLieAhead) problems.push(ahead(name))
      if (field.kind === 'area' && tree && !tree.has(parsed.value as string)) problems.push(nowhere(name))
      values[name] = field.columns ? readRows(name, field, parsed.value as readonly Row[], now, problems, tree) : parsed.value
    }
  }
  return { values, problems }
}

/** Cells of a table; a problem is named by its path, `items.2.value`, rows counted from one as people do. */
function readRows(
  name: string,
  field: Field,
  rows: readonly Row[],
  now: Instant,
  problems: FieldProblem[],
  tree?: AreaTree,
): Record<string, unknown>[] {
  if (rows.length === 0 && !field.optional) problems.push(missing(name))
  return rows.map((row, at) => {
    const read = readAnswers(field.columns!, row, now, tree)
    problems.push(...read.problems.map((p) => ({ ...p, field: `${name}.${at + 1}.${p.field}` })))
    return read.values
  })
}

/** As `readAnswers`, refusing with all problems at once. */
export function parseAnswers(
  fields: Fields,
  raw: Readonly<Record<string, unknown>>,
  now: Instant,
  tree?: AreaTree,
): Record<string, unknown> {
  const { values, problems } = readAnswers(fields, raw, now, tree)
  if (problems.length > 0) kernelRefusals.refuse('invalid', { count: problems.length, ...{ problems } })
  return values
}
