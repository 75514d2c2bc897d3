// The documents say what is there: the printed reference, links between pages, and the commands they name.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referencePages } from '../cli/describe.ts'
import readings from '../jurisdictions/china/law/readings.json' with { type: 'json' }
import { hebei } from '../jurisdictions/hebei/index.ts'
import { house as build } from '../kernel/house.ts'
import { Parameters } from '../kernel/parameter.ts'
import { systems } from '../systems/index.ts'
import { openLibrary } from '../web/data/law.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? under(join(folder, entry.name)) : entry.name.endsWith('.md') ? [join(folder, entry.name)] : [],
  )
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...under('docs'), ...under('systems')]

describe('the reference', async () => {
  const printed = referencePages(build(systems), new Parameters(hebei.parameters), await openLibrary())
  it.each(Object.keys(printed))('%s is what the declarations say; `npx zhiheng describe` prints it anew', (name) => {
    expect(read(`docs/reference/${name}`) === printed[name]).toBe(true)
  })
  it('lists the wordings that were not read and every legal reading, each under an article that the catalogue knows', async () => {
    const list = read('docs/reference/verify-before-go-live.md')
    const library = await openLibrary()
    for (const { title, basis } of readings) {
      expect(list).toContain(title.zh)
      expect(library.resolve(basis).state, title.en).not.toBe('unknown-act')
    }
    // Read in full, so not listed; known by excerpts and numbers only, so listed.
    const lines = list.slice(list.indexOf('## 條文'), list.indexOf('## 法律選擇')).split('\n')
    const listed = new Set(lines.flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []))
    for (const act of library.acts()) {
      const version = library.versionOn(act)
      if (version?.text) expect(listed.has(act.id), act.id).toBe(false)
    }
    expect(listed.has('samr-order-44')).toBe(library.versionOn(library.act('samr-order-44')!)!.text === null)
    expect(listed.size).toBeGreaterThan(20)
  })
  it('holds every parameter that is not verified in its list', () => {
    const list = read('docs/reference/verify-before-go-live.md')
    for (const parameter of hebei.parameters)
      if (parameter.versions.some((version) => version.mark !== 'V')) expect(list).toContain(`\`${parameter.name}\``)
  })
})

describe('every document', () => {
  it('links only to what is there', () => {
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map((match) => match[1]!)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page} → ${target}`),
    )
    expect(dead).toEqual([])
  })
  it('names only commands that the program has', () => {
    const known = new Set([...read('cli/main.ts').matchAll(/command\('([\w-]+)/g)].map((match) => match[1]!))
    const named = pages.flatMap((page) => [...read(page).matchAll(/(?:npx )?zhiheng ([a-z]+)(?=[ `\n])/g)].map((match) => [page, match[1]!] as const))
    expect(named.filter(([, command]) => !known.has(command)).map((each) => each.join(': '))).toEqual([])
    expect(named.length).toBeGreaterThan(10)
  })
  it('each system has a page of its own that says what it is', () => {
    const without = build(systems).systems.filter(({ group }) => existsSync(join(root, 'systems', group)))
      .flatMap(({ group }) => readdirSync(join(root, 'systems', group)).map((name) => join('systems', group, name)))
      .filter((folder) => existsSync(join(root, folder, 'index.ts')) && !existsSync(join(root, folder, 'README.md')))
    expect([...new Set(without)]).toEqual([])
  })
})
