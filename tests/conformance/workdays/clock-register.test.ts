// Every row of the clock register stands in the dated data with its length, unit and mark.
import { describe, expect, it } from 'vitest'
import { notices } from '../../../jurisdictions/china/calendar/index.ts'
import { parameters, suspensionReasons } from '../../../jurisdictions/china/parameters/index.ts'
import { noticeFaults } from '../../../kernel/workdays.ts'
import { Parameters, type Term } from '../../../kernel/parameter.ts'
import register from './clock-register.json' with { type: 'json' }

const china = new Parameters(parameters)

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  if (Object.hasOwn(value as object, 'closes')) {
    const season = value as { opens?: string; closes: string }
    return `${season.opens ?? ''}..${season.closes}`
  }
  const term = value as Term
  return `${term.length} ${term.unit}`
}

describe('the clock register', () => {
  it.each(register)('$row: $parameter is $value on $on, marked $mark', ({ parameter, on, value, mark }) => {
    const found = china.at(parameter, on)
    expect([shown(found.value), found.mark]).toEqual([value, mark])
  })
})

describe('the data of a jurisdiction', () => {
  it('names for every suspension a reason that is listed', () => {
    const named = parameters.flatMap((p) => p.versions.flatMap((v) => v.suspendedBy ?? []))
    expect([...new Set(named)].filter((code) => !Object.hasOwn(suspensionReasons, code))).toEqual([])
  })
  it('gives every extension a term that it extends, in the same unit', () => {
    for (const { name, versions } of parameters.filter((p) => p.name.endsWith('.extension'))) {
      for (const version of versions) {
        const extended = china.at(name.replace(/\.extension$/, ''), version.from).value as Term
        expect((version.value as Term).unit, name).toBe(extended.unit)
      }
    }
  })
  it('says of every version in force without a read text, on a list, where it comes from', () => {
    const list = china.verifyBeforeGoLive('2026-11-24')
    expect(list.length).toBeGreaterThan(50)
    for (const { name, version } of list) expect(version.basis.act, name).not.toBe('')
  })
  it('has notices of twenty years without a fault', () => {
    const faults = notices.flatMap((notice) => noticeFaults(notice))
    // The amending notice of January 2020 names the Monday on which work was taken up again.
    expect(faults).toEqual(['2020-02-03 is a weekday and worked anyway'])
  })
})
