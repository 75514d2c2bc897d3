// The library as the pages show it, loaded once: acts, articles, and what in the house rests on each.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chinaActs } from '../../jurisdictions/china/law/acts.ts'
import { hebeiActs } from '../../jurisdictions/hebei/programme/acts.ts'
import { catalogueOf } from '../../systems/basis/law/index.ts'
import { Library } from '../../systems/basis/law/index.ts'
import { loadStatutes } from '../../systems/basis/law/index.ts'
import { UseIndex, usesOf } from '../../systems/basis/law/index.ts'
import type { Engine } from '../../store/engine.ts'
import { packageRoot } from '../../store/package-root.ts'

export interface LawShelf {
  readonly library: Library
  readonly uses: UseIndex
}

let shelf: Promise<LawShelf> | null = null

/** The library of the jurisdiction, from the texts that lie beside the code. */
export async function openLibrary(): Promise<Library> {
  const acts = catalogueOf(chinaActs, hebeiActs)
  return new Library(acts, await loadStatutes(acts, (file) => readFile(join(packageRoot, 'jurisdictions', file), 'utf8')))
}

async function open(engine: Engine): Promise<LawShelf> {
  return { library: await openLibrary(), uses: new UseIndex(usesOf(engine.house.systems, engine.parameters.all)) }
}

/** Opened when the first reader comes: about a tenth of a second. */
export const lawShelf = (engine: Engine): Promise<LawShelf> => (shelf ??= open(engine))
