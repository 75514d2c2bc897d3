// The 57 texts as they are: every article read, every history understood, every day of entry into force found.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commencement } from '../../../systems/basis/law/commencement.ts'
import { differences } from '../../../systems/basis/law/differences.ts'
import { articleText, findArticle, headingsAbove, missingArticles, parseStatute } from '../../../systems/basis/law/statute-text.ts'

const folder = join(import.meta.dirname, '../../../jurisdictions/china/law/texts')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const rows = read('index.csv').trim().split('\n').slice(1).map((line) => line.split(','))
const index = rows.map(([file, , title, , articles]) => ({ file: file!, title: title!, articles: Number(articles) }))
const statuteOf = (file: string) => parseStatute(read(file))

describe('the loaded statutes', () => {
  it('are 57, all of them counted', () => {
    expect(index).toHaveLength(57)
    expect(index.reduce((sum, entry) => sum + entry.articles, 0)).toBe(3529)
  })

  it.each(index)('$file has its $articles articles, numbered without a gap, under its title', ({ file, title, articles }) => {
    const statute = statuteOf(file)
    expect(statute.title).toBe(title)
    expect(statute.articles).toHaveLength(articles)
    expect(missingArticles(statute)).toEqual([])
    expect(statute.preamble).toEqual([])
    expect(statute.articles.every((article) => articleText(article).length > 5)).toBe(true)
  })

  it.each(index)('$file loses no character of its articles', ({ file }) => {
    const body = read(file).split('<!-- INFO END -->')[1]!
    const printed = body.split('\n').filter((line) => !line.startsWith('#')).join('').replaceAll(/[\s\u200B]/g, '')
    const statute = statuteOf(file)
    const kept = statute.articles.map((article) => article.label + articleText(article)).join('') + statute.annex.join('')
    expect(kept.replaceAll(/\s/g, '')).toBe(printed)
  })

  it('understand every line of every history', () => {
    const strange = index.flatMap(({ file }) => statuteOf(file).history.filter((revision) => revision.event === 'other').map(() => file))
    expect(strange).toEqual([])
  })

  it('say from when they are in force, but for the two of which only three articles are loaded', () => {
    const silent = index.filter(({ file }) => commencement(statuteOf(file)) === null).map(({ file }) => file)
    expect(silent).toEqual(['commodity-inspection-regulation.2019-03-02.md', 'commodity-inspection-regulation.2022-03-29.md'])
  })

  it.each([
    ['personal-information-protection-law.2021-08-20.md', '2021-11-01'],
    ['administrative-penalty-law.2021-01-22.md', '2021-07-15'],
    ['open-government-information-regulation.2019-04-03.md', '2019-05-15'],
    ['construction-quality-regulation.2019-04-23.md', '2000-01-30'],
    ['standardization-regulation-1990.1990-04-06.md', '1990-04-06'],
    ['compulsory-verification-measures.1987-04-14.md', '1987-07-01'],
  ])('%s takes force on %s by its own closing article', (file, day) => {
    expect(commencement(statuteOf(file))).toBe(day)
  })

  it('keep the two amendments that the Product Quality Law prints on one line apart', () => {
    expect(statuteOf('product-quality-law.2018-12-29.md').history.map(({ day, event }) => `${day} ${event}`)).toEqual([
      '1993-02-22 adopted', '2000-07-08 amended', '2009-08-27 amended', '2018-12-29 amended',
    ])
  })

  it('keep the list of 55 instruments out of article 18', () => {
    const statute = statuteOf('compulsory-verification-measures.1987-04-14.md')
    expect(articleText(findArticle(statute, '18')!)).toBe('本办法自1987年7月1日起施行。')
    expect(statute.annex.filter((line) => /^\d+．/.test(line))).toHaveLength(55)
  })

  it('read items within items: 行政复议法 (2017) article 28 (三) has five', () => {
    const article = findArticle(statuteOf('administrative-reconsideration-law.2017-09-01.md'), '28')!
    const items = article.paragraphs.flatMap((paragraph) => paragraph.items)
    expect(items.find((item) => item.number === '3')!.items).toHaveLength(5)
  })

  it('know chapter and section of an article: 个人信息保护法 28 stands in chapter two, section two', () => {
    const statute = statuteOf('personal-information-protection-law.2021-08-20.md')
    expect(headingsAbove(statute, '28').map(({ label, title }) => label + title)).toEqual(['第二章个人信息处理规则', '第二节敏感个人信息的处理规则'])
  })
})

describe('differences between loaded versions', () => {
  const count = (before: string, after: string) => {
    const tally: Record<string, number> = {}
    for (const { kind } of differences(statuteOf(before), statuteOf(after))) tally[kind] = (tally[kind] ?? 0) + 1
    return tally
  }

  it('of the licence regulation: 70 articles before and after 2023, none added or removed', () => {
    const tally = count('industrial-licence-regulation.2005-07-09.md', 'industrial-licence-regulation.2023-07-20.md')
    expect(tally['added'] ?? 0).toBe(0)
    expect(tally['removed'] ?? 0).toBe(0)
    expect((tally['same'] ?? 0) + (tally['changed'] ?? 0)).toBe(70)
  })

  it('of the Statistics Law: 50 articles became 53, and every article of both stands in the list once', () => {
    const [before, after] = ['statistics-law.2009-06-27.md', 'statistics-law.2024-09-13.md'].map(statuteOf)
    const changes = differences(before!, after!)
    const later = changes.flatMap((change) => ('after' in change ? [change.after.number] : []))
    const earlier = changes.flatMap((change) => ('before' in change ? [change.before.number] : []))
    expect(later).toEqual(after!.articles.map((article) => article.number))
    expect(earlier.toSorted()).toEqual(before!.articles.map((article) => article.number).toSorted())
  })
})
