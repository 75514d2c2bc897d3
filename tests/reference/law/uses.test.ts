// Every citation that the house makes leads to an article page, and the page lists what rests on it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chinaActs } from '../../../jurisdictions/china/law/acts.ts'
import { hebei } from '../../../jurisdictions/hebei/index.ts'
import { hebeiActs } from '../../../jurisdictions/hebei/programme/acts.ts'
import { cite } from '../../../kernel/citation.ts'
import { words } from '../../../kernel/words.ts'
import { catalogueOf } from '../../../systems/basis/law/catalogue-check.ts'
import { doubtsOf } from '../../../systems/basis/law/doubts.ts'
import { Library } from '../../../systems/basis/law/library.ts'
import { loadStatutes } from '../../../systems/basis/law/statute-loader.ts'
import { type Use, UseIndex, usesOf } from '../../../systems/basis/law/uses.ts'
import { systems } from '../../../systems/index.ts'

const acts = catalogueOf(chinaActs, hebeiActs)
const texts = await loadStatutes(acts, (file) => readFileSync(join(import.meta.dirname, '../../../jurisdictions', file), 'utf8'))
const library = new Library(acts, texts)
const uses = usesOf(systems, hebei.parameters)
const title = words('示例', 'Example')

describe('the uses of the law in the house', () => {
  it('all lead to a text, or to a sentence with its mark', () => {
    expect(library.unresolved(uses.map((use) => use.citation))).toEqual([])
  })

  it('are listed under the article: the mediation clock under Orders 20 and 121', () => {
    const index = new UseIndex(uses)
    const mediation = [...index.of('samr-order-121', '23'), ...index.of('samr-order-20'), ...index.of('samr-order-20', '21')]
    expect(mediation.filter((use) => use.kind === 'parameter' && use.name === 'complaints.mediation')).toHaveLength(2)
    expect(mediation.some((use) => use.kind === 'deadline' && use.system === 'complaints')).toBe(true)
  })

  it('of an item stand under its article, and the acts are listed by how much rests on them', () => {
    const use = (act: string, article?: string): Use => ({ citation: cite(act, article), kind: 'refusal', name: 'x', title })
    const index = new UseIndex([use('a', '16(4)'), use('a', '16'), use('a', '2'), use('b')])
    expect(index.of('a', '16')).toHaveLength(2)
    expect(index.articles('a')).toEqual([['2', 1], ['16', 2]])
    expect(index.acts()).toEqual([['a', 3], ['b', 1]])
    expect(index.of('b')).toHaveLength(1)
  })
})

describe('what a jurist must look at before go-live', () => {
  const use = (act: string, article: string, from?: string): Use => ({
    citation: cite(act, article), kind: 'parameter', name: 'x', title, ...(from && { from }),
  })
  const kinds = (one: Use) => doubtsOf(library, [one]).map((doubt) => doubt.kind)

  it('is a value that claims days on which its act was not in force', () => {
    expect(kinds(use('samr-order-121', '23', '2016-07-06'))).toEqual(['not-in-force'])
  })

  it('is a value of days whose wording was not read, with the nearest wording beside it', () => {
    const [doubt] = doubtsOf(library, [use('penalty-procedure', '18', '2019-04-01')])
    expect(doubt!.kind).toBe('wording-not-read')
    expect(doubt!.resolution.state === 'not-loaded' && doubt!.resolution.other!.paraphrase!.mark).toBe('V')
  })

  it('is a citation of what nobody knows', () => {
    expect(kinds(use('no-such-act', '1'))).toEqual(['unresolved'])
  })

  it('is nothing where the text of the day is here', () => {
    expect(kinds(use('administrative-penalty-law', '36', '2021-07-15'))).toEqual([])
  })
})
