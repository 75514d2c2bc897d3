// The folder of the package, found from wherever the code runs: sources, tests, or the built bundle.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function find(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    if (existsSync(join(at, 'package-lock.json'))) return at
    if (dirname(at) === at) throw new Error('the package was taken apart: its package-lock.json is missing')
  }
}

export const packageRoot = find(dirname(fileURLToPath(import.meta.url)))
