// Reads a catalogue of acts from data and says what in it cannot be right.
import { isDay } from '../../../kernel/day.ts'
import { type Act, actKinds, type ActVersion } from './catalogue.ts'

export interface CatalogueFault {
  readonly act: string
  readonly fault: string
}

const identifier = /^[a-z0-9]+(-[a-z0-9]+)*$/
const marks: readonly string[] = ['V', 'W', 'U', 'D']

function fieldFaults(version: ActVersion): string[] {
  const days = [version.adopted, version.from, version.to].filter((day) => day !== undefined && !isDay(day))
  const unmarked = [version.mark, version.fromMark ?? version.mark].filter((mark) => !marks.includes(mark))
  return [...days.map((day) => `${version.id}: ${day} is no day`), ...unmarked.map((mark) => `${version.id}: unknown mark ${mark}`)]
}

function versionFaults(act: Act): string[] {
  const faults = act.versions.flatMap(fieldFaults)
  const known = act.versions.filter((version) => version.from !== undefined)
  const dated = known.toSorted((one, other) => (one.from! < other.from! ? -1 : 1))
  for (const [at, version] of dated.entries()) {
    const next = dated[at + 1]
    if (version.to !== undefined && version.to < version.from!) faults.push(`${version.id} ends before it begins`)
    if (next && version.to === undefined) faults.push(`${version.id} has no end although ${next.id} follows`)
    if (next && version.to !== undefined && version.to >= next.from!) faults.push(`${version.id} overlaps ${next.id}`)
  }
  if (new Set(act.versions.map((version) => version.id)).size < act.versions.length) faults.push('two versions bear the same name')
  if (act.versions.length === 0) faults.push('no version')
  return faults
}

function paraphraseFaults(act: Act): string[] {
  const versions = new Set(act.versions.map((version) => version.id))
  const seen = new Set<string>()
  return (act.articles ?? []).flatMap((paraphrase) => {
    const unknown = (paraphrase.versions ?? []).filter((id) => !versions.has(id))
    const faults = unknown.map((id) => `article ${paraphrase.article} names an unknown version ${id}`)
    const key = `${paraphrase.article}@${paraphrase.versions?.join() ?? ''}`
    if (seen.has(key)) faults.push(`article ${paraphrase.article} is paraphrased twice`)
    seen.add(key)
    if (!marks.includes(paraphrase.mark)) faults.push(`article ${paraphrase.article} bears no known mark`)
    return faults
  })
}

/** What cannot be right in a catalogue; an empty list is a sound one. */
export function catalogueFaults(acts: readonly Act[]): readonly CatalogueFault[] {
  const count = new Map<string, number>()
  for (const act of acts) count.set(act.id, (count.get(act.id) ?? 0) + 1)
  return acts.flatMap((act) => [
    ...(identifier.test(act.id) ? [] : ['the identifier is no slug']),
    ...(count.get(act.id) === 1 ? [] : ['the identifier is used twice']),
    ...(act.kind in actKinds ? [] : [`unknown kind ${act.kind}`]),
    ...versionFaults(act),
    ...paraphraseFaults(act),
    ...(act.replaces ?? []).filter((id) => !count.has(id)).map((id) => `replaces an unknown act ${id}`),
    ...(act.says || act.versions.some((version) => version.text !== null) ? [] : ['neither a text nor a sentence on what it does']),
  ].map((fault) => ({ act: act.id, fault })))
}

/** The data of jurisdictions as a catalogue. Data that cannot be right is a programming error and thrown with all its faults. */
export function catalogueOf(...data: readonly (readonly unknown[])[]): readonly Act[] {
  const acts = data.flat() as readonly Act[]
  const faults = catalogueFaults(acts)
  if (faults.length === 0) return acts
  throw new Error(['the catalogue of acts is unsound:', ...faults.map(({ act, fault }) => `${act}: ${fault}`)].join('\n'))
}
