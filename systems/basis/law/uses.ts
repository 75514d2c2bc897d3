// What of the house rests on which article: every clock, step, refusal, publication, measure and value that cites it.
import { citedEver, type Citation } from '../../../kernel/citation.ts'
import type { Day } from '../../../kernel/day.ts'
import { lengthsOf } from '../../../kernel/deadline.ts'
import type { Mark, ParameterData } from '../../../kernel/parameter.ts'
import type { System } from '../../../kernel/system.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { articleReference, compareArticles } from './article-number.ts'

export const useKinds = {
  deadline: words('期限', 'Deadline'),
  step: words('步骤', 'Step'),
  refusal: words('拒绝理由', 'Refusal'),
  publication: words('公示', 'Publication'),
  document: words('文书', 'Document'),
  linkage: words('联动', 'Linkage'),
  measure: words('指标', 'Measure'),
  scale: words('评分', 'Scale'),
  stream: words('采集', 'Stream'),
  check: words('核查', 'Check'),
  parameter: words('参数', 'Parameter'),
} as const satisfies Record<string, Words>

export type UseKind = keyof typeof useKinds

export interface Use {
  readonly citation: Citation
  readonly kind: UseKind
  /** Name of the system; absent for a parameter that several may read. */
  readonly system?: string
  /** Name inside the house: `complaint.accept`, `complaints.mediation`. */
  readonly name: string
  readonly title: Words
  /** Days on which the citation holds, where it is dated. */
  readonly from?: Day
  readonly to?: Day
  readonly mark?: Mark
}

type Dated = Pick<Use, 'from' | 'to' | 'mark'>

const dated = ({ from, to, mark }: Dated): Dated => ({ ...(from && { from }), ...(to && { to }), ...(mark && { mark }) })

interface Cited {
  readonly name: string
  readonly title: Words
  readonly basis?: Citation
}

/** A rule that had earlier ones in its place is a use of each, till its last day. */
function use(kind: UseKind, system: string, { name, title, basis }: Cited, more: Dated = {}): Use[] {
  const rules = basis ? citedEver(basis) : []
  return rules.map(({ rule, to }) => ({ citation: rule, kind, system, name, title, ...(to && { to }), ...more }))
}

function procedureUses(system: System, parameters: ReadonlyMap<string, ParameterData>): Use[] {
  return system.procedures.flatMap((procedure) => {
    const register = procedure.of.name
    const opening = { name: `${register}.open`, title: procedure.opens.title ?? procedure.of.title }
    const steps = Object.entries(procedure.steps).map(([name, step]) => ({ ...step, name: `${register}.${name}` }))
    const clocks = procedure.deadlines.flatMap((deadline) => {
      const named = { name: `${register}.${deadline.name}`, title: deadline.title }
      const versions = lengthsOf(deadline).flatMap((parameter) => parameters.get(parameter)?.versions ?? [])
      const taken = typeof deadline.lapse === 'object' && 'take' in deadline.lapse ? { ...named, basis: deadline.lapse.basis } : named
      const terms = versions.flatMap((version) => use('deadline', system.name, { ...named, basis: version.basis }, dated(version)))
      return [...terms, ...use('deadline', system.name, taken)]
    })
    const open = procedure.opens.basis ? { ...opening, basis: procedure.opens.basis } : opening
    return [...use('step', system.name, open), ...steps.flatMap((step) => use('step', system.name, step)), ...clocks]
  })
}

function methodUses(system: System): Use[] {
  const measures = system.measures.flatMap((measure) => [
    ...use('measure', system.name, measure),
    ...measure.editions.flatMap((edition) => use('measure', system.name, { ...measure, basis: edition.basis }, dated(edition))),
  ])
  const scales = system.scales.flatMap((scale) => [
    ...use('scale', system.name, scale),
    ...scale.editions.flatMap((edition) => {
      const lines = [...edition.lines, ...edition.vetoes].map((line) => ({ ...line, name: `${scale.name}.${line.name}` }))
      return lines.flatMap((line) => use('scale', system.name, line, dated(edition)))
    }),
  ])
  return [...measures, ...scales]
}

function systemUses(system: System, parameters: ReadonlyMap<string, ParameterData>): Use[] {
  const refusals = Object.entries(system.refusals).map(([name, form]) => ({ ...form, name }))
  return [
    ...procedureUses(system, parameters),
    ...methodUses(system),
    ...refusals.flatMap((refusal) => use('refusal', system.name, refusal)),
    ...system.publications.flatMap((publication) => use('publication', system.name, publication)),
    ...system.documents.flatMap((document) => use('document', system.name, document)),
    ...system.linkages.flatMap((linkage) => use('linkage', system.name, linkage)),
    ...system.streams.flatMap((stream) => use('stream', system.name, stream)),
    ...system.checks.flatMap((check) => use('check', system.name, check)),
  ]
}

/** Every citation that the declarations and the dated values of the house make. */
export function usesOf(systems: readonly System[], parameters: readonly ParameterData[]): readonly Use[] {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  const values = parameters.flatMap(({ name, title, versions }) =>
    versions.map((version): Use => ({ citation: version.basis, kind: 'parameter', name, title, ...dated(version) })),
  )
  return [...systems.flatMap((system) => systemUses(system, byName)), ...values]
}

/** Uses by act and article; a citation of `16(4)` stands under article 16. */
export class UseIndex {
  readonly #byAct = new Map<string, Map<string, Use[]>>()

  constructor(uses: readonly Use[]) {
    for (const one of uses) {
      const articles = this.#byAct.get(one.citation.act) ?? new Map<string, Use[]>()
      this.#byAct.set(one.citation.act, articles)
      const article = one.citation.article === undefined ? '' : articleReference(one.citation.article).article
      articles.set(article, [...(articles.get(article) ?? []), one])
    }
  }

  /** What rests on an article; without an article, what cites the act as a whole. */
  of(act: string, article = ''): readonly Use[] {
    return this.#byAct.get(act)?.get(article) ?? []
  }

  /** Cited articles of an act with the number of uses, in order. */
  articles(act: string): readonly (readonly [article: string, uses: number])[] {
    const cited = [...(this.#byAct.get(act) ?? [])].filter(([article]) => article !== '')
    return cited.toSorted(([one], [other]) => compareArticles(one, other)).map(([article, uses]) => [article, uses.length])
  }

  /** Acts that anything rests on, the most used first. */
  acts(): readonly (readonly [act: string, uses: number])[] {
    const counted = [...this.#byAct].map(([act, articles]) => [act, [...articles.values()].flat().length] as const)
    return counted.toSorted(([, one], [, other]) => other - one)
  }
}
