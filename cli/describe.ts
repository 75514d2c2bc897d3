// `describe`: the data dictionary, duties, deadlines, state diagrams, glossary and the list to verify, printed from the declarations.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { citationKey } from '../kernel/citation.ts'
import { lengthsOf } from '../kernel/deadline.ts'
import type { Field } from '../kernel/field.ts'
import type { Parameters, Term } from '../kernel/parameter.ts'
import { asList, type Procedure } from '../kernel/procedure.ts'
import type { House } from '../kernel/system.ts'
import type { Library } from '../systems/basis/law/index.ts'
import readings from '../jurisdictions/china/law/readings.json' with { type: 'json' }
import { unverified } from './describe-unverified.ts'
import { both, printed, table } from './markdown.ts'

const traits = (field: Field): string =>
  [
    field.optional ? '' : 'required',
    field.personal ? 'personal' : '',
    field.shownTo ? `for ${field.shownTo.join(', ')}` : '',
    field.unit ?? '',
    field.choices ? Object.keys(field.choices).join(' / ') : '',
  ]
    .filter(Boolean)
    .join('; ')

function dictionary(house: House): string {
  const parts = [...house.registers.values()].map((register) =>
    [
      `## ${both(register.title)} \`${register.name}\` (${house.systemOf(register.name).name})`,
      table(
        ['field', '中文', 'English', 'kind', ''],
        Object.entries(register.fields).map(([name, field]) => [`\`${name}\``, field.title.zh, field.title.en, field.kind, traits(field)]),
      ),
    ].join('\n\n'),
  )
  return `# 數據字典 Data dictionary\n\n${printed}${parts.join('\n\n')}\n`
}

function duties(house: House): string {
  const rows = [...house.procedures.values()].flatMap((procedure) =>
    Object.entries(procedure.duties).map(([name, title]) => {
      const steps = Object.entries(procedure.steps)
        .filter(([, step]) => asList(step.by).includes(name))
        .map(([, step]) => step.title.zh)
      const opens = asList(procedure.opens.by).includes(name) ? [procedure.opens.title?.zh ?? '登记'] : []
      return [`\`${house.duty(procedure.of.name, name)}\``, title.zh, title.en, procedure.of.title.zh, [...opens, ...steps].join('、')]
    }),
  )
  return `# 職責 Duties\n\n${printed}${table(['duty', '中文', 'English', 'register', 'steps'], rows)}\n`
}

function deadlines(house: House, parameters: Parameters): string {
  const rows = [...house.procedures.values()].flatMap((procedure) =>
    procedure.deadlines.flatMap((deadline) =>
      lengthsOf(deadline).flatMap((name) => (parameters.named(name)?.versions ?? []).map((version) => {
        const term = version.value as Term
        return [
          procedure.of.title.zh,
          both(deadline.title),
          `${term.length} ${term.unit}${term.moves === false ? ', to the day' : ''}`,
          `${version.from}${version.to ? ` – ${version.to}` : ' –'}`,
          citationKey(version.basis),
          version.mark,
          (deadline.pausedIn ?? []).join(', '),
        ]
      })),
    ),
  )
  return `# 期限 Deadlines\n\n${printed}${table(['register', 'deadline', 'length', 'in force', 'article', 'mark', 'stands still in'], rows)}\n`
}

function diagram(procedure: Procedure): string {
  const declared = Object.entries(procedure.steps).filter(([, step]) => !step.standing)
  const arrows = declared.flatMap(([name, step]) => {
    const to = typeof step.to === 'function' ? null : step.to
    return asList(step.from).map((from) => `  ${from} --> ${to ?? from}: ${step.title.zh} (${name})`)
  })
  const names = Object.entries(procedure.states).map(([name, title]) => `  state "${title.zh} · ${title.en}" as ${name}`)
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    `  [*] --> ${procedure.opens.state}`,
    ...arrows,
    ...procedure.ends.map((end) => `  ${end} --> [*]`),
    '```',
  ].join('\n')
}

const diagrams = (house: House): string =>
  `# 程序 Procedures\n\n${printed}${[...house.procedures.values()].map((procedure) => `## ${both(procedure.of.title)}\n\n${diagram(procedure)}`).join('\n\n')}\n`

function linkages(house: House): string {
  const links = house.linkages.map((l) => [
    `\`${l.name}\``,
    both(l.title),
    `${l.when.register}.${l.when.step}`,
    'open' in l.then ? `opens ${l.then.open}` : `${l.then.of}.${l.then.step}`,
    citationKey(l.basis),
  ])
  const questions = [...house.questions.values()].map((q) => [
    `\`${q.name}\``,
    both(q.title),
    JSON.stringify(q.otherwise),
    house.answers.has(q.name) ? 'answered' : 'default',
    q.why.en,
  ])
  return `# 聯動與諮詢 Linkages and questions\n\n${printed}${table(['linkage', 'what', 'when', 'then', 'article'], links)}\n\n${table(['question', 'what', 'default', 'now', 'why'], questions)}\n`
}

function glossary(house: House): string {
  // By code point: the order of the dictionary differs from one ICU to the next.
  const terms = new Map<string, string>()
  for (const procedure of house.procedures.values())
    for (const text of [
      procedure.of.title,
      ...Object.values(procedure.states),
      ...Object.values(procedure.steps).map((step) => step.title),
      ...Object.values(procedure.of.fields).map((field) => field.title),
    ])
      terms.set(text.zh, text.en)
  for (const measure of house.measures.values()) terms.set(measure.title.zh, measure.title.en)
  return `# 詞彙 Glossary\n\n${printed}${table(
    ['中文', 'English'],
    [...terms].sort(([a], [b]) => (a < b ? -1 : 1)),
  )}\n`
}

/** The reference, page by page. */
export function referencePages(house: House, parameters: Parameters, library: Library): Readonly<Record<string, string>> {
  return {
    'data-dictionary.md': dictionary(house),
    'duties.md': duties(house),
    'deadlines.md': deadlines(house, parameters),
    'procedures.md': diagrams(house),
    'linkages.md': linkages(house),
    'glossary.md': glossary(house),
    'verify-before-go-live.md': unverified(house, parameters, library, readings),
  }
}

/** Writes the reference into a folder and says which files were written. */
export async function describe(house: House, parameters: Parameters, library: Library, folder: string): Promise<readonly string[]> {
  const pages = referencePages(house, parameters, library)
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(pages)) await writeFile(join(folder, name), text)
  return Object.keys(pages)
}
