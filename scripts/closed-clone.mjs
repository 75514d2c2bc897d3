// Tries what a clone under a closed (0700) parent folder does: as root the whole house must start there and show its first page.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const closed = mkdtempSync(join(tmpdir(), 'zhiheng-closed-'))
chmodSync(closed, 0o700)
const clone = join(closed, 'clone')
const left = new Set(['.git', 'node_modules', 'data-folder', 'bench', 'tests', 'docs', '.up.lock'])

/** The packages as they stand, by hard links where the disk allows it. */
function link(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) link(source, target)
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else
      try {
        linkSync(source, target)
      } catch {
        cpSync(source, target)
      }
  }
}

function prepare() {
  if (!existsSync(join(root, 'dist/server/main.js'))) throw new Error('build first: npm run build')
  mkdirSync(clone)
  for (const name of readdirSync(root).filter((each) => !left.has(each))) cpSync(join(root, name), join(clone, name), { recursive: true })
  link(join(root, 'node_modules'), join(clone, 'node_modules'))
}

/** Starts the house without demonstration data and answers the first address that it prints. */
function start() {
  const server = spawn(process.execPath, ['dist/server/main.js', 'serve', '--empty', '--port', '0', '--data', join(clone, 'data-folder')], { cwd: clone })
  const printed = new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (bytes) => {
        said += bytes
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
        if (found) resolve(found[0])
      })
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    setTimeout(() => reject(new Error(`no address after three minutes: ${said}`)), 180_000).unref()
  })
  return { server, printed }
}

let good = false
try {
  prepare()
  const { server, printed } = start()
  try {
    const answer = await fetch(await printed)
    const page = await answer.text()
    good = answer.status === 200 && page.includes('<h1')
    if (!good) process.stderr.write(`the first page answered ${answer.status}\n`)
  } finally {
    server.removeAllListeners('exit')
    const ended = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill('SIGTERM')) await ended
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`)
}
rmSync(closed, { recursive: true, force: true })
process.stdout.write(`a clone under a closed parent folder: ${good ? 'good' : 'FAILED'}\n`)
process.exit(good ? 0 : 1)
