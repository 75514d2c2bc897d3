// The house test of what is sent to browsers: what the pages beside the office reach, and the weight of the office's first page.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { builtWeb } from '../web/routes/office.ts'
import { bundleScript } from '../web/verify/bundle.ts'

const root = join(import.meta.dirname, '..')
const heavy = /^(antd|@ant-design\/|@tanstack\/|echarts|zrender|dayjs)/

/** Every file of ours that a file reaches, and the packages that these name. */
function reached(from: string): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const [files, packages] = [new Set<string>(), new Set<string>()]
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    // The server draws charts for papers; what it draws with is sent to nobody.
    if (file.startsWith('server/paper/')) return
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^'"\n;]*?\sfrom\s)?['"]([^'"]+)['"]/g))
      if (name!.startsWith('.')) visit(relative(root, resolve(root, dirname(file), name!)))
      else packages.add(name!)
  }
  visit(from)
  return { files: new Set([...files].filter((file) => /\.tsx?$/.test(file))), packages }
}

describe('pages that are rendered on the server', () => {
  it('draw in no component library, query cache or chart of the office', () => {
    const { files, packages } = reached('web/pages.ts')
    expect(files.size).toBeGreaterThan(100)
    expect([...files]).toContain('web/site/document.tsx')
    expect([...packages].filter((name) => heavy.test(name))).toEqual([])
    expect([...files].filter((file) => file.startsWith('web/office/') || /^web\/parts\/.*\.tsx$/.test(file))).toEqual([])
  })
  it('have a script that runs a draw again: pure arithmetic of under 24 KB', async () => {
    const { files, packages } = reached('web/site/draw-script.ts')
    expect([...files].filter((file) => !/^(kernel|systems\/oversight\/supervision)\//.test(file))).toEqual(['web/site/draw-script.ts'])
    expect([...packages].filter((name) => !name.startsWith('@noble/') && name !== 'decimal.js' && name !== 'canonicalize')).toEqual([])
    expect(gzipSync(await bundleScript(join(root, 'web/site/draw-script.ts'))).length).toBeLessThan(24_576)
  })
  it('have one of passkeys: it stands on nothing else and weighs less than 2 KB', async () => {
    const { files, packages } = reached('web/desk/passkey-script.ts')
    expect([...files].sort()).toEqual(['web/desk/passkey-script.ts', 'web/parts/passkey.ts'])
    expect([...packages]).toEqual([])
    expect(gzipSync(await bundleScript(join(root, 'web/desk/passkey-script.ts'))).length).toBeLessThan(2048)
  })
  it('have those of the field, which judge nothing: their own few files, under 8 KB together', async () => {
    const scripts = ['web/field/script.ts', 'web/field/worker.ts']
    const all = scripts.map(reached)
    expect(all.flatMap(({ files }) => [...files]).filter((file) => !file.startsWith('web/field/'))).toEqual(['web/parts/new-id.ts'])
    expect(all.flatMap(({ packages }) => [...packages])).toEqual([])
    const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await bundleScript(join(root, script))).length))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8192)
  })
})

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

describe('the office application', () => {
  if (!existsSync(builtWeb)) throw new Error('The office application is not built: run “npm run build” before this test.')
  const manifest = JSON.parse(readFileSync(join(builtWeb, 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const first = (entry: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (!seen.has(entry)) {
      seen.add(entry)
      for (const other of manifest[entry]!.imports ?? []) first(other, seen)
    }
    return seen
  }
  it.each(['zh', 'hant', 'en'])('in %s opens with at most 260 KB of script, and without charts', (language) => {
    const files = [...first(`zhiheng.web.tsx?language=${language}`)].map((name) => manifest[name]!.file)
    const weight = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(builtWeb, file)), { level: 9 }).length, 0)
    expect(weight).toBeGreaterThan(100 * 1024)
    expect(weight).toBeLessThanOrEqual(260 * 1024)
    expect(files.filter((file) => /charts|echarts/.test(file))).toEqual([])
    // One language of our own files: the packages are shared.
    expect(files.filter((file) => /office-(zh|hant|en)/.test(file)).every((file) => file.includes(`office-${language}`))).toBe(true)
  })
})
