// Takes the data folder and starts its database at once, so that it comes up while the rest of the house is being read.
import { join, resolve as absolute } from 'node:path'
import { openDataFolder, type DataFolder } from '../store/embedded/data-folder.ts'
import { startPostgres, type RunningPostgres } from '../store/embedded/postgres.ts'

export interface Begun {
  readonly folder: DataFolder
  /** The embedded database that is starting; null where an outside one is used. */
  readonly postgres: Promise<RunningPostgres> | null
}

export async function begin(data: string, databaseUrl?: string): Promise<Begun> {
  const folder = await openDataFolder(absolute(data))
  if (databaseUrl) return { folder, postgres: null }
  return new Promise((resolve) => {
    const place = join(folder.path, 'postgres')
    const postgres: Promise<RunningPostgres> = startPostgres({ folder: place, spawned: () => resolve({ folder, postgres }) })
    // Whoever opens the house waits for the database, and meets its fault there.
    postgres.catch(() => resolve({ folder, postgres }))
  })
}
