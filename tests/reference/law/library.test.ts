// The library on the real catalogue and texts: what a citation means on a day, and search.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chinaActs } from '../../../jurisdictions/china/law/acts.ts'
import { hebeiActs } from '../../../jurisdictions/hebei/programme/acts.ts'
import { cite } from '../../../kernel/citation.ts'
import { catalogueOf } from '../../../systems/basis/law/catalogue-check.ts'
import { Library } from '../../../systems/basis/law/library.ts'
import { loadStatutes } from '../../../systems/basis/law/statute-loader.ts'
import { articleText } from '../../../systems/basis/law/statute-text.ts'

const acts = catalogueOf(chinaActs, hebeiActs)
const texts = await loadStatutes(acts, (file) => readFileSync(join(import.meta.dirname, '../../../jurisdictions', file), 'utf8'))
const library = new Library(acts, texts)

describe('a citation', () => {
  it('shows the text of the article: 消费者权益保护法 55, first paragraph, thrice the price', () => {
    const found = library.resolve(cite('consumer-protection-law', '55(1)'), '2016-07-06')
    if (found.state !== 'text') throw new Error(found.state)
    expect(found.version.id).toBe('2013-10-25')
    expect(found.part!.paragraph!.text).toContain('三倍')
  })

  it('points at an item where the article has items: 行政处罚法 63, item 1', () => {
    const found = library.resolve(cite('administrative-penalty-law', '63(1)'))
    if (found.state !== 'text') throw new Error(found.state)
    expect(found.part!.item!.label).toBe('（一）')
  })

  it('shows our own sentence with its mark where the text is not loaded: Order 121, article 15', () => {
    const found = library.resolve(cite('samr-order-121', '15'), '2026-05-01')
    if (found.state !== 'paraphrase') throw new Error(found.state)
    expect(found.paraphrase.mark).toBe('V')
    expect(found.paraphrase.says.zh).toContain('七个工作日')
  })

  it('takes the sentence on the item before the one on the article: Order 121, 16(4)', () => {
    const found = library.resolve(cite('samr-order-121', '16(4)'))
    if (found.state !== 'paraphrase') throw new Error(found.state)
    expect(found.paraphrase.says.zh).toContain('三年')
  })

  it('is governed by the rules of the day: Order 62, Order 20, Order 121, each on its days only', () => {
    const packs = ['saic-order-62', 'samr-order-20', 'samr-order-121']
    const governing = (day: string) => packs.filter((act) => library.resolve(cite(act), day).state === 'act')
    expect(governing('2014-03-14')).toEqual([])
    expect(governing('2016-07-06')).toEqual(['saic-order-62'])
    expect(governing('2019-12-31')).toEqual(['saic-order-62'])
    expect(governing('2020-01-01')).toEqual(['samr-order-20'])
    expect(governing('2026-04-14')).toEqual(['samr-order-20'])
    expect(governing('2026-04-15')).toEqual(['samr-order-121'])
  })

  it('never passes a later text off as the one of the day: 食品安全法 88 on 2016-07-06', () => {
    const found = library.resolve(cite('food-safety-law', '88'), '2016-07-06')
    if (found.state !== 'not-loaded') throw new Error(found.state)
    expect(found.version.id).toBe('2015-04-24')
    expect(found.other!.version.id).toBe('2021-04-29')
  })

  it('says so when the text is loaded and has no such article', () => {
    expect(library.resolve(cite('metrology-law', '99')).state).toBe('no-such-article')
  })

  it('says so when the catalogue does not know the act', () => {
    expect(library.resolve(cite('no-such-act', '1')).state).toBe('unknown-act')
    const unknown = cite('no-such-act', '1')
    expect(library.unresolved([unknown, unknown, cite('civil-code', '1206')])).toEqual([unknown])
  })

  it('of the programme shows the clause and a sentence in English', () => {
    const found = library.resolve(cite('hebei-2016-33', '1.2'))
    if (found.state !== 'text') throw new Error(found.state)
    expect(articleText(found.article)).toContain('PM2.5浓度较2013年下降40%')
    expect(found.paraphrase!.says.en).toContain('Main targets for 2020')
  })

  it('of an act lists every article that has a page', () => {
    expect(library.articleNumbers(library.act('product-quality-law')!)).toHaveLength(74)
    expect(library.articleNumbers(library.act('saic-order-62')!)).toEqual([])
  })
})

describe('search', () => {
  const first = (query: string) => {
    const [hit] = library.search(query)
    return hit && `${hit.act.id}${hit.article === undefined ? '' : `/${hit.article}`}`
  }

  it.each([
    ['消费者权益保护法', 'consumer-protection-law'],
    ['产品质量法', 'product-quality-law'],
    ['产品质量法第十五条', 'product-quality-law/15'],
    ['《食品安全法》88条', 'food-safety-law/88'],
    ['food safety law', 'food-safety-law'],
    ['冀政发〔2016〕33号', 'hebei-2016-33'],
    ['GB/T 8170', 'gb-t-8170-2008'],
    ['国家市场监督管理总局令第121号', 'samr-order-121'],
    ['三品一标', 'hebei-2016-33/2.2'],
  ])('for %s finds %s first', (query, expected) => {
    expect(first(query)).toBe(expected)
  })

  it('finds an exact phrase in the articles before what only shares its pairs', () => {
    const hits = library.search('费用的三倍')
    expect(hits[0]).toMatchObject({ kind: 'article', article: '55', exact: true })
    expect(hits[0]!.act.id).toBe('consumer-protection-law')
    const firstLoose = hits.findIndex((hit) => !hit.exact)
    expect(hits.slice(firstLoose < 0 ? hits.length : firstLoose).every((hit) => !hit.exact)).toBe(true)
  })

  it('shows where the phrase stands, whatever punctuation lies between', () => {
    for (const hit of library.search('费用的三倍').filter((candidate) => candidate.exact)) {
      expect(hit.excerpt.slice(...hit.found!)).toBe('费用的三倍')
    }
  })

  it('answers nothing to an empty query and never more than was asked for', () => {
    expect(library.search('　，')).toEqual([])
    expect(library.search('质量', 7)).toHaveLength(7)
  })

  it('finds each act and article once', () => {
    const keys = library.search('投诉', 100).map((hit) => `${hit.act.id}/${hit.article ?? ''}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
