// The two commands: installs and builds what is missing or stale, then starts the server or runs the suite.
// `npm start` gives V8 a young generation of 32 MiB: loading makes much that is soon forgotten, and sweeping it took a seventh of the time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [mode = 'start', ...rest] = process.argv.slice(2)
const at = (...parts) => join(root, ...parts)

function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Zhiheng needs Node 20.19 or later; this is ${process.version}.`, 78)

const digest = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex')
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Held while installing and building, so that two commands may be typed at once; a dead holder's lock is taken over. */
function locked(work) {
  const lock = at('.up.lock')
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const holder = Number(read(join(lock, 'pid')))
      let alive = false
      try { process.kill(holder, 0); alive = true } catch { /* gone */ }
      const young = existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 5000
      if (!alive && !young) { rmSync(lock, { recursive: true, force: true }); continue }
      if (tries > 6000) fail('Another command has been installing for ten minutes; remove the folder .up.lock if it is dead.')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  try { return work() } finally { rmSync(lock, { recursive: true, force: true }) }
}

function run(what, args, options = {}) {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options })
  if (done.status !== 0) fail(`${what} failed (${done.signal ?? done.status}).`, done.status ?? 1)
}

function npm() {
  if (process.env.npm_execpath?.endsWith('.js')) return process.env.npm_execpath
  const beside = [join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'), join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')].find(existsSync)
  return beside ?? fail('npm was not found beside Node; run this through npm.', 78)
}

function install() {
  const stamp = digest(read(at('package-lock.json')), read(at('package.json')), process.platform, process.arch, process.versions.modules)
  if (read(at('node_modules', '.up-stamp')) === stamp) return
  process.stdout.write('Installing packages …\n')
  // NODE_ENV=production would leave out what the build needs.
  run('Installing', [npm(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(at('node_modules', '.up-stamp'), stamp)
}

const sources = ['cli', 'kernel', 'jurisdictions', 'server', 'store', 'systems', 'web', 'scripts', 'zhiheng.ts', 'zhiheng.web.tsx', 'vite.config.ts', 'package-lock.json']

/** Names, sizes and times of all sources: cheap to take, and any edit changes it. */
function fingerprint() {
  const marks = []
  const walk = (path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return
    if (found.isDirectory()) for (const name of readdirSync(path).sort()) walk(join(path, name))
    else marks.push(`${path} ${found.size} ${found.mtimeMs}`)
  }
  for (const source of sources) walk(at(source))
  return digest(marks.join('\n'))
}

function build() {
  const stamp = fingerprint()
  if (read(at('dist', '.up-stamp')) === stamp) return
  process.stdout.write('Building …\n')
  rmSync(at('dist'), { recursive: true, force: true })
  run('Building', [at('scripts', 'build.mjs')])
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(at('dist', '.up-stamp'), stamp)
}

/** npm and its shell may die of a SIGTERM and leave us behind: then we go too. */
function followParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) process.emit('SIGTERM', 'SIGTERM') }, 500).unref()
}

function test(args) {
  const counts = at('dist', '.counts.json')
  rmSync(counts, { force: true })
  const begun = Date.now()
  const types = spawnSync(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'], { cwd: root, stdio: 'inherit' })
  process.stdout.write(`type check of the whole house: ${types.status === 0 ? 'good' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
  const ran = spawnSync(process.execPath, [at('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ZHIHENG_COUNTS: counts, ZHIHENG_BUILT: at('dist', 'server', 'main.js') } })
  const counted = existsSync(counts) ? JSON.parse(read(counts)) : { passed: 0, failed: 1, skipped: 0 }
  const good = types.status === 0
  const failed = counted.failed + (good ? 0 : 1) + (ran.status !== 0 && counted.failed === 0 ? 1 : 0)
  process.stdout.write(`${counted.passed + (good ? 1 : 0)} passed, ${failed} failed, ${counted.skipped} skipped\n`)
  process.exit(failed === 0 ? 0 : 1)
}

locked(() => {
  install()
  build()
})
if (mode === 'test') test(rest)
else if (mode === 'start') {
  followParent()
  process.argv = [process.execPath, at('dist', 'server', 'main.js'), 'serve', ...rest]
  await import(pathToFileURL(at('dist', 'server', 'main.js')).href)
} else if (mode !== 'build') fail(`Unknown: ${mode}. Use start, test or build.`, 2)
