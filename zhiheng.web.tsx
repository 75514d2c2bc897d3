// The root of the web: finds the systems and their pages by glob, loads each when needed, and starts the office.
/// <reference types="vite/client" />
import { startOffice } from './web/office/start.tsx'
import type { Loaders } from './web/parts/loaders.ts'
import type { PageLoaders } from './web/office/router.tsx'

/** `complaints` for `./systems/oversight/complaints/index.ts`. */
const systems: Loaders = Object.fromEntries(
  Object.entries(import.meta.glob('./systems/*/*/index.ts')).map(([file, load]) => [file.split('/')[3]!, load]),
)

/** `complaints/load` for `./systems/oversight/complaints/load.page.tsx`, at the address `/office/complaints/load`. */
const pages = Object.fromEntries(
  Object.entries(import.meta.glob('./systems/*/*/*.page.tsx')).map(([file, load]) => {
    const [, , , system, page] = file.split('/') as [string, string, string, string, string]
    return [`${system}/${page.replace('.page.tsx', '')}`, load]
  }),
) as PageLoaders

await startOffice({ systems, pages })
