// Builds the web (Vite) and the server with the CLI (rolldown) into dist/.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Packages of many small files and nothing beside them: put together, a start reads one file and not fourteen hundred. */
const putTogether = /^(echarts|zrender|kysely|typebox|hucre|csv-parse|csv-stringify|@simplewebauthn\/server|@levischuck\/tiny-cbor)(\/|$)/

async function server() {
  const bundle = await rolldown({
    input: { main: join(root, 'cli/main.ts'), ...(existsSync(join(root, 'server/paper/press-worker.ts')) ? { 'press-worker': join(root, 'server/paper/press-worker.ts') } : {}) },
    platform: 'node', cwd: root, logLevel: 'warn',
    // Other packages stay packages.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:\\/.test(id) && !id.startsWith('\0') && !putTogether.test(id),
  })
  await bundle.write({ dir: join(root, 'dist/server'), format: 'esm', sourcemap: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' })
}

/** The office, in which a reader loads one language. Files lie compressed beside themselves, so that serving costs nothing. */
async function web() {
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn', configFile: join(root, 'vite.config.ts') })
  const assets = join(root, 'dist/web/assets')
  for (const name of readdirSync(assets)) {
    const bytes = readFileSync(join(assets, name))
    if (bytes.length < 1024) continue
    writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

/** The scripts of pages that are rendered on the server: off-line verification with its Traditional sentences, passkeys, the field, the draw. */
async function scripts() {
  const bundle = await rolldown({ input: join(root, 'web/verify/bundle.ts'), platform: 'node', cwd: root, logLevel: 'silent', external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0') })
  await bundle.write({ file: join(root, 'dist/build/bundle.js'), format: 'esm' })
  const { bundleScript, traditionalSentences } = await import(pathToFileURL(join(root, 'dist/build/bundle.js')).href)
  writeFileSync(join(root, 'dist/verify.json'), JSON.stringify({ script: await bundleScript(join(root, 'web/verify/check.ts')), traditional: traditionalSentences(['河北省']) }))
  const pages = { 'passkey.js': 'web/desk/passkey-script.ts', 'field.js': 'web/field/script.ts', 'field-worker.js': 'web/field/worker.ts', 'draw.js': 'web/site/draw-script.ts' }
  for (const [name, source] of Object.entries(pages)) writeFileSync(join(root, 'dist', name), await bundleScript(join(root, source)))
}

await web()
await server()
await scripts()
