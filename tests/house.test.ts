// The house test: who may import whom, no circles (types included), sizes, names, first sentences, citations, units.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Field } from '../kernel/field.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { lengthsOf } from '../kernel/deadline.ts'
import { house as build } from '../kernel/house.ts'
import { groups } from '../kernel/system.ts'
import { systems } from '../systems/index.ts'

const root = join(import.meta.dirname, '..')
const top = ['cli', 'kernel', 'jurisdictions', 'server', 'store', 'systems', 'tests', 'web', 'bench']

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  )
}

const files = [
  ...top.flatMap((name) => {
    try {
      return walk(join(root, name))
    } catch {
      return []
    }
  }),
  join(root, 'zhiheng.ts'),
].map((file) => relative(root, file))
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.startsWith('tests/') || file.endsWith('.cases.ts')
const own = files.filter((file) => !isTest(file))

const importPattern = /(?:^|\n)\s*(?:import|export)\s(?:[^'"\n]*?\sfrom\s)?['"](\.[^'"]+)['"]/g
const importsOf = (file: string): string[] =>
  [...text.get(file)!.matchAll(importPattern)].map((match) => relative(root, resolve(root, dirname(file), match[1]!)))

const room = (file: string): string => file.split('/')[0]!
const systemOf = (file: string): [string, string] | null => {
  const parts = file.split('/')
  return parts[0] === 'systems' && parts.length > 3 ? [parts[1]!, parts[2]!] : null
}

/** Why an import is not allowed; null when it is. */
function fault(file: string, target: string): string | null {
  const [from, to] = [room(file), room(target)]
  if (from === 'kernel' && to !== 'kernel') return 'the kernel imports nothing of the house'
  if (from === 'jurisdictions' && to !== 'jurisdictions' && to !== 'kernel') return 'a jurisdiction is data'
  if (from === 'store' && !['store', 'kernel'].includes(to)) return 'the store imports the kernel only'
  if (from === 'server' && !['server', 'kernel', 'store'].includes(to)) return 'the server imports kernel and store'
  if (from === 'systems') return systemFault(file, target)
  return null
}

function systemFault(file: string, target: string): string | null {
  if (room(target) === 'kernel') return null
  if (file.endsWith('.page.tsx') && target.startsWith('web/parts/')) return null
  const [mine, theirs] = [systemOf(file), systemOf(target)]
  if (mine === null) return null
  if (theirs === null) return 'a system imports the kernel and other systems only'
  if (mine.join() === theirs.join()) return null
  if (!target.endsWith('/index.ts')) return 'only the index of another system may be imported'
  return groups.indexOf(theirs[0] as never) <= groups.indexOf(mine[0] as never) ? null : 'a system imports its own or an earlier group'
}

describe('imports', () => {
  it('each room imports what it may', () => {
    const faults = own.flatMap((file) =>
      importsOf(file).flatMap((target) => {
        const why = fault(file, target)
        return why ? [`${file} → ${target}: ${why}`] : []
      }),
    )
    expect(faults).toEqual([])
  })
  it('the kernel needs no Node', () => {
    expect(own.filter((file) => room(file) === 'kernel' && /from ['"](node:|fs|path|crypto)/.test(text.get(file)!))).toEqual([])
  })
  it('no circle stands anywhere, types included', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done' || !text.has(file)) return
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const target of importsOf(file)) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of own) visit(file, [])
    expect(circles).toEqual([])
  })
  it('data of the jurisdiction holds no function', () => {
    expect(own.filter((file) => room(file) === 'jurisdictions' && /=>|\bfunction\b/.test(text.get(file)!))).toEqual([])
  })
})

describe('sizes', () => {
  const lines = (file: string): number => text.get(file)!.split('\n').length
  it('a file has at most 300 lines, a declaration 400', () =>
    expect(
      own
        .filter((file) => lines(file) > (file.startsWith('systems/') || file.startsWith('jurisdictions/') ? 400 : 300))
        .map((file) => `${file}: ${lines(file)}`),
    ).toEqual([]))
  it('a line has at most 140 columns; only wording and SQL in quotes may run on', () => {
    // SQL and wording in quotes may run on: they are read as text, not as code.
    const code = (file: string): string =>
      text
        .get(file)!
        .replace(/\$\{[^{}]*\}/g, '')
        .replace(/`[^`]*`|'(?:[^'\\\n]|\\.)*'/g, '``')
    expect(
      own.flatMap((file) =>
        code(file)
          .split('\n')
          .filter((line) => line.length > 140)
          .map((line) => `${file}: ${line.trim().slice(0, 60)}`),
      ),
    ).toEqual([])
  })
  it('a function has at most 60 lines', () => expect(own.flatMap((file) => longFunctions(file))).toEqual([]))
  it('the kernel without the mathematics of the log and of distributions has at most 4,000 lines', () => {
    const statistics = ['kernel/distribution.ts', 'kernel/interval.ts', 'kernel/percentile.ts']
    const mathematics = (file: string): boolean => file.startsWith('kernel/trust/') || statistics.includes(file)
    const kernel = own.filter((file) => room(file) === 'kernel' && !mathematics(file))
    expect(kernel.reduce((sum, file) => sum + lines(file), 0)).toBeLessThanOrEqual(4000)
  })
})

const sameChoices = (a: Field, b: Field): boolean => Object.keys(a.choices ?? {}).join() === Object.keys(b.choices ?? {}).join()

/** Functions by indentation: from a line that opens one to the line that closes it at the same depth. */
function longFunctions(file: string): string[] {
  if (file.startsWith('systems/')) return []
  const rows = text.get(file)!.split('\n')
  return rows.flatMap((row, at) => {
    if (!/^(\s*)(export )?(async )?(function\b|const \w+ = (async )?(<.*>)?\([^)]*\)(: [^=]+)? => \{$)/.test(row)) return []
    const indent = /^\s*/.exec(row)![0]
    const end = rows.findIndex((later, n) => n > at && (later === `${indent}}` || later.startsWith(`${indent}}`)))
    // A page is markup that reads from top to bottom: it may be longer than a function that decides.
    return end - at > (file.endsWith('.tsx') ? 100 : 60) ? [`${file}:${at + 1} has ${end - at + 1} lines`] : []
  })
}

const forbidden = /(^|\/)(utils?|helpers?|common|shared|core|manager|service|misc|base)(\.|\/|$)/

describe('names and words', () => {
  it('no room is called utils, helpers, common or the like', () => expect(files.filter((file) => forbidden.test(file))).toEqual([]))
  it('files are named in kebab-case', () => expect(files.filter((file) => !/^[a-z0-9.-]+$/.test(file.split('/').at(-1)!))).toEqual([]))
  it('every file begins with a sentence that says what it is', () =>
    expect(own.filter((file) => !/^(\/\/|\/\*\*?) ?\S/.test(text.get(file)!))).toEqual([]))
  it('nothing is put off, skipped or silenced', () => {
    const words = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', 'eslint-' + 'disable', '\\.sk' + 'ip\\(', '\\.on' + 'ly\\('].join('|'),
    )
    expect(files.filter((file) => words.test(text.get(file)!))).toEqual([])
  })
  // Law is a library, complaints are six registers and credit seven, supervision ten with the permits it looks up, a case has twenty-three states, twenty-eight clocks, hearings, a short path, remedies that the court waits for, campaigns that count their cases, and what its party says it paid and may contest;
  // testing is sixteen registers and the statistics of its standards, control charts and what a laboratory does about results in doubt and complaints among them, a mark that ends with its scope and is granted anew, what an undecided or failed renewal does to that end and when it counts as granted, one application and grant at a time, who is barred from applying and what that does to a grant under way, what a decision that is set aside or a grant that is revoked restores, and on which days a mark holds or ended; a recall runs by the rules and articles of four lines of products and the classes of food; risk watches signals and the readings of every stream, and a warning has a way back from its lifting; the others hold mathematics that is read beside a standard.
  const roomier = new Map([['oversight/enforcement', 4730], ['basis/law', 1700], ['standing/credit', 2120], ['basis/testing', 6560], ['domains/environment', 1900], ['oversight/recall', 1860], ['oversight/supervision', 7100], ['oversight/risk', 3000], ['oversight/complaints', 3200]])
  it('a system without its pages has at most 1,200 lines, more only where it holds a method of its own', () => {
    const sums = new Map<string, number>()
    for (const file of own) {
      const system = systemOf(file)
      if (system && !file.endsWith('.page.tsx'))
        sums.set(system.join('/'), (sums.get(system.join('/')) ?? 0) + text.get(file)!.split('\n').length)
    }
    expect([...sums].filter(([name, lines]) => lines > (roomier.get(name) ?? 1200))).toEqual([])
  })
})

describe('declarations', () => {
  const house = build(systems)
  it('every deadline has a parameter on record, with an article', () => {
    const known = new Set(hebei.parameters.map((parameter) => parameter.name))
    expect(
      [...house.procedures.values()].flatMap((p) => p.deadlines.flatMap(lengthsOf)).filter((name) => !known.has(name)),
    ).toEqual([])
  })
  it('every step and every publication names the article it rests on', () => {
    expect(
      [...house.procedures.values()].flatMap((p) =>
        Object.entries(p.steps)
          .filter(([, step]) => !step.basis)
          .map(([name]) => `${p.of.name}.${name}`),
      ),
    ).toEqual([])
    expect([...house.publications.values()].filter((p) => !p.basis)).toEqual([])
  })
  it('no two linkages share a name: the second would be taken for the first and refuse the act that causes both', () => {
    const names = house.linkages.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
  it('every measure has a unit and an edition', () =>
    expect([...house.measures.values()].filter((m) => !m.unit || m.editions.length === 0).map((m) => m.name)).toEqual([]))
  it('no publication shows a personal field', () =>
    expect([...house.publications.values()].flatMap((p) => p.fields.filter((field) => p.of.fields[field]?.personal))).toEqual([]))
  it('what is searched is seen by all who read the record: a word found in a field that is not shown would tell what stands there', () =>
    expect(
      [...house.registers.values()].flatMap((register) =>
        Object.entries(register.fields).filter(([, field]) => field.searched && (field.shownTo || field.personal)).map(([name]) => `${register.name}.${name}`),
      ),
    ).toEqual([]))
  it('a question named like a choice of its register asks for that very choice, or it would write over it', () =>
    expect(
      [...house.procedures.values()].flatMap((p) =>
        Object.entries(p.steps).flatMap(([step, { asks, paper }]) =>
          Object.entries(paper ? {} : (asks ?? {}))
            .filter(([name, field]) => p.of.fields[name] && field.choices && !sameChoices(field, p.of.fields[name]))
            .map(([name]) => `${p.of.name}.${step}: ${name}`),
        ),
      ),
    ).toEqual([]))
  it('each of the five systems is here', () =>
    expect(house.systems.map((s) => s.name)).toEqual(expect.arrayContaining(['parties', 'environment', 'complaints', 'targets'])))
})
