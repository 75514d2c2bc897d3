// Reads and parses every text that the catalogue names; told how to read, so that it runs anywhere.
import type { Act } from './catalogue.ts'
import { parsePolicy } from './policy-text.ts'
import { parseStatute, type Statute } from './statute-text.ts'

/** Gives the text of a file named relative to `jurisdictions/`. */
export type ReadText = (file: string) => string | Promise<string>

/** Parsed texts by file name. A file that cannot be read is the reader's error and is passed on. */
export async function loadStatutes(acts: readonly Act[], read: ReadText): Promise<ReadonlyMap<string, Statute>> {
  const files = acts.flatMap((act) => act.versions.flatMap((version) => (version.text === null ? [] : [{ file: version.text, act }])))
  const parsed = await Promise.all(
    files.map(async ({ file, act }): Promise<[string, Statute]> => {
      const text = await read(file)
      return [file, act.kind === 'policy' ? parsePolicy(text) : parseStatute(text)]
    }),
  )
  return new Map(parsed)
}
