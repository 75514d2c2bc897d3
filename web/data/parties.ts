// Bodies as the public sees them: from the publications alone, so that nothing unpublished can reach a page.
import { dayOf } from '../../kernel/day.ts'
import type { Filter } from '../../kernel/filter.ts'
import { everything } from '../../kernel/filter.ts'
import type { Publication } from '../../kernel/publication.ts'
import { concerned } from '../../kernel/register.ts'
import { wordsOf } from '../../kernel/search-text.ts'
import type { Words } from '../../kernel/words.ts'
import { listPublished, type Published } from '../../store/publications.ts'
import type { Engine } from '../../store/engine.ts'
import { recordsByName } from '../../store/records/by-name.ts'
import { trailOf, type Kin, type Trail } from '../../systems/basis/parties/index.ts'

/** What one system publishes of a body. */
export interface Section {
  readonly publication: Publication
  readonly items: readonly Published[]
  readonly more: boolean
}

export interface BodyView {
  readonly body: Published
  readonly trail: Trail
  readonly sections: readonly Section[]
}

export interface Registered {
  readonly department: Words
  readonly kind: Words
}

const shownOfEach = 5

const enterprises = (engine: Engine): Publication => engine.house.publications.get('enterprises')!

const kinOf = ({ state, values }: Published): Kin => ({
  code: String(values['code']),
  name: String(values['name']),
  state,
  successor: (values['successor'] as string | null) ?? null,
  dividedFrom: (values['dividedFrom'] as string | null) ?? null,
})

/** Fields of a publication that name a body: those by which its register concerns one, or where it shows none, the party it shows. */
function namesBody({ of, fields }: Publication): readonly string[] {
  const own = concerned(of).filter((field) => fields.includes(field))
  return own.length > 0 || concerned(of).length === 0 ? own : fields.filter((field) => of.fields[field]?.kind === 'party')
}

/** Every publication whose register names the party and that shows it fills a section of the body's page; a system need not do more. */
async function sectionsOf(engine: Engine, codes: readonly string[]): Promise<readonly Section[]> {
  const sections: Section[] = []
  for (const publication of engine.house.publications.values()) {
    const fields = namesBody(publication)
    if (publication.of.name === 'enterprise' || fields.length === 0) continue
    const where: Filter = { any: fields.map((field) => ({ field, in: codes })) }
    const items = await listPublished(engine, publication, { where, limit: shownOfEach + 1 })
    if (items.length > 0) sections.push({ publication, items: items.slice(0, shownOfEach), more: items.length > shownOfEach })
  }
  return sections
}

/** A body with its trail and what every system publishes of it and of the bodies that became part of it; null when it is not on record. */
export async function bodyView(engine: Engine, code: string): Promise<BodyView | null> {
  const publication = enterprises(engine)
  const read = async (field: string, codes: readonly string[]): Promise<readonly Published[]> =>
    listPublished(engine, publication, { where: { field, in: codes }, limit: 100 })
  const [body] = await read('code', [code])
  if (!body) return null
  const trail = await trailOf(kinOf(body), async (field, codes) => (await read(field, codes)).map(kinOf))
  return { body, trail, sections: await sectionsOf(engine, [code, ...trail.before]) }
}

/** Who registered a body of this code and of which kind it is, by the list in force today; null where the list does not say. */
export function registeredBy(engine: Engine, code: string): Registered | null {
  const rule = engine.parameters.find('parties.registration', dayOf(engine.now()))
  const departments = rule?.value as Readonly<Record<string, { title: Words; kinds: Readonly<Record<string, Words>> }>> | undefined
  const department = departments?.[code[0]!]
  const kind = department?.kinds[code[1]!]
  return department && kind ? { department: department.title, kind } : null
}

export interface Hit {
  readonly code: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly place: string
  readonly state: string
  readonly invented: boolean
}

export interface Search {
  readonly hits: readonly Hit[]
  /** There are more than are shown. */
  readonly more: boolean
  /** The words were too short to look for. */
  readonly short: boolean
}

const codeLike = /^[0-9A-HJ-NPQRTUWXY]{6,18}$/i
const limit = 20

const hitOf = (state: string, values: Readonly<Record<string, unknown>>): Hit => ({
  code: String(values['code']),
  name: String(values['name']),
  formerNames: ((values['formerNames'] ?? []) as readonly { name: string }[]).map((row) => row.name),
  place: String(values['place'] ?? ''),
  state,
  invented: values['invented'] === true,
})

/** By the beginning of a code, or by what stands in a name or a former name; `place` narrows to an area and all under it. */
export async function searchBodies(engine: Engine, query: string, place: string | null): Promise<Search> {
  const publication = enterprises(engine)
  const within: Filter = place ? { field: 'area', in: engine.tree.under(place, dayOf(engine.now())) } : everything
  const text = query.trim()
  if (codeLike.test(text)) {
    const code = text.toUpperCase()
    // No code holds a Z: whatever begins like the text stands before it.
    const where: Filter = { all: [{ field: 'code', from: code, to: code.padEnd(18, 'Z') }, within] }
    const items = await listPublished(engine, publication, { where, limit: limit + 1 })
    return { hits: items.slice(0, limit).map((item) => hitOf(item.state, item.values)), more: items.length > limit, short: false }
  }
  if (!wordsOf(text).some((word) => [...word].length > 1)) return { hits: [], more: false, short: text !== '' }
  const where: Filter = { all: [{ field: 'state', in: publication.states }, within] }
  const { records, frequent } = await recordsByName(engine.database, publication.of, { words: text, where, limit })
  return { hits: records.map((record) => hitOf(record.state, record as never)), more: frequent, short: false }
}
