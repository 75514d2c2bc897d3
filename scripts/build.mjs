// Builds the web (Vite) and the server with the CLI (rolldown) into dist/.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

async function server() {
  const bundle = await rolldown({
    input: { main: join(root, 'cli/main.ts'), ...(existsSync(join(root, 'server/paper/press-worker.ts')) ? { 'press-worker': join(root, 'server/paper/press-worker.ts') } : {}) },
    platform: 'node', cwd: root, logLevel: 'warn',
    // Packages stay packages: only our own files are put together.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:\\/.test(id) && !id.startsWith('\0'),
  })
  await bundle.write({ dir: join(root, 'dist/server'), format: 'esm', sourcemap: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' })
}

async function web() {
  if (!existsSync(join(root, 'vite.config.ts'))) return
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn', configFile: join(root, 'vite.config.ts') })
}

await web()
await server()
