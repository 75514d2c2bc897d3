#!/usr/bin/env node
// The command `zhiheng`: runs the built program, or says how to build it.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const built = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'server', 'main.js')
if (!existsSync(built)) {
  process.stderr.write('Not built yet: run “npm run build” once.\n')
  process.exit(78)
}
await import(pathToFileURL(built).href)
