// The server's own judgement, run in the browser before sending: what it would refuse is said at once, what it cannot know is left to it.
import { judge as judged, type Found, type Request } from '../../kernel/act.ts'
import { readAnswers } from '../../kernel/answers.ts'
import type { Citation } from '../../kernel/citation.ts'
import { citationKey } from '../../kernel/citation.ts'
import type { ClockChange } from '../../kernel/journal.ts'
import type { Fields } from '../../kernel/field.ts'
import { Parameters, type ParameterData } from '../../kernel/parameter.ts'
import { Refusal, type FieldProblem } from '../../kernel/refusal.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Term } from '../../kernel/parameter.ts'
import type { ClockShown } from './answers.ts'
import type { Problem } from './api.ts'
import { houseOf, type Declared } from './declarations.ts'
import { say } from './language.ts'
import type { Office } from './office.tsx'
import { serverNow } from './session.ts'

/** A refusal as the server would have answered it. */
export const problemOf = (refusal: Refusal): Problem => ({
  status: refusal.status,
  code: refusal.code,
  title: say(refusal.title),
  detail: say(refusal.detail),
  remedy: say(refusal.remedy),
  ...(refusal.field ? { field: refusal.field } : {}),
  ...(refusal.basis ? { basis: citationKey(refusal.basis) } : {}),
  ...(refusal.problems.length > 0 ? { errors: refusal.problems.map(errorOf) } : {}),
})

const errorOf = (problem: FieldProblem) => ({
  pointer: `#/answers/${problem.field.replace(/^([^.]+)\.(\d+)\./, (_, name: string, row: string) => `${name}/${Number(row) - 1}/`)}`,
  code: problem.code,
  detail: say(problem.words),
  remedy: say(problem.remedy),
})

/** What is wrong with one answer as it stands; null while it is empty, since nobody is told off for what they have not yet written. */
export function wrongWith(fields: Fields, name: string, value: unknown): FieldProblem | null {
  const { problems } = readAnswers({ [name]: fields[name]! }, { [name]: value }, serverNow())
  return problems.find((problem) => problem.code !== 'missing') ?? null
}

const citationOf = (key: string): Citation => {
  const [act = '', article] = key.split('/')
  return article ? { act, article } : { act }
}

function clockOf(clock: ClockShown): ClockChange {
  const [length = '0', unit = 'day'] = clock.term.split(' ')
  const { deadline, run, state, starts, due, dueAt, provisional, rule, mark } = clock
  const term = { length: Number(length), unit } as Term
  const rest = { event: 'start', pauses: [], extensions: [], mark: mark as ClockChange['mark'] } as const
  return { deadline, run, state, starts, due, dueAt, provisional, term, rule: citationOf(rule), ...rest }
}

/** Raised when a rule looks at something that this reader is not shown: then only the server can judge. */
class Hidden extends Error {}

/** The record as the reader has it; looking at a field that was withheld is noticed. */
function asSeen(record: AnyRecord, fields: Fields): AnyRecord {
  return new Proxy(record, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && (name in fields || name === 'subject')) throw new Hidden(name)
      return Reflect.get(target, name) as unknown
    },
  })
}

export interface Trying {
  readonly declared: Declared
  readonly step: string
  readonly record: AnyRecord | null
  readonly clocks: readonly ClockShown[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly parameters: readonly ParameterData[]
  readonly office: Office
  readonly occurred?: string
  readonly reason?: string
}

/** Noes that rest on what only the server knows: who took which step, loaded rules, other records. */
const leftToServer = new Set(['kernel.no-rule', 'kernel.two-persons', 'kernel.not-found', 'kernel.before-last'])

/** The problem that the server would answer with, or null where the browser sees none. */
export function refusalBefore(trying: Trying): Problem | null {
  const { declared, step, record, clocks, answers, parameters, office, occurred, reason } = trying
  const { of } = declared.procedure
  const request: Request = {
    register: of.name,
    record: record?.id ?? '',
    step,
    answers,
    key: '',
    person: office.me,
    ...(record ? { version: record.version } : {}),
    ...(occurred ? { occurred } : {}),
    ...(reason ? { reason } : {}),
  }
  const found: Found = { record: record && asSeen(record, of.fields), clocks: clocks.map(clockOf), takenBy: {}, last: null }
  const around = {
    house: houseOf(declared.system),
    tree: office.tree,
    parameters: new Parameters(parameters),
    calendar: office.calendar,
    now: serverNow(),
  }
  try {
    judged(request, found, around)
    return null
  } catch (error) {
    return error instanceof Refusal && !leftToServer.has(error.code) ? problemOf(error) : null
  }
}
