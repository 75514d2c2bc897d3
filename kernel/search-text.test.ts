// What the name search promises of its texts: width, case, script and punctuation do not matter, and a fragment is made plain as its name was.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import phrases from '../tests/conformance/chinese-text/t2s.json' with { type: 'json' }
import { normalised, pairs, searchText, wordsOf } from './search-text.ts'

/** Characters of company names in both scripts, letters of both widths, and what is dropped. */
const names = fc.array(fc.constantFrom(...'河北鋼鐵钢铁集團团有限公司台臺灣湾後后ＡａB1１（）()· 𠮷'), { maxLength: 20 }).map((list) => list.join(''))

describe('the plain form of a text', () => {
  it('knows no width, no case, no punctuation and no space', () =>
    expect(normalised('ＡＢＣ（石家庄） 電纜·有限公司')).toBe('abc石家庄电缆有限公司'))
  it('is made again without change', () => fc.assert(fc.property(names, (text) => void expect(normalised(normalised(text))).toBe(normalised(text)))))
  it('of a fragment stands in that of the whole', () =>
    fc.assert(
      fc.property(names, fc.nat(20), fc.nat(20), (text, from, to) => {
        expect(normalised(text)).toContain(normalised([...text].slice(Math.min(from, to), Math.max(from, to)).join('')))
      }),
    ))
  // Two phrases of the list hold characters that are simplified in dictionaries only: 圞 and 樠.
  it.each(phrases.filter((phrase) => !/[圞樠]/.test(phrase.traditional)).map((phrase) => [phrase.traditional, phrase.simplified]))(
    '%s is found by %s',
    (traditional, simplified) => expect(normalised(traditional)).toBe(normalised(simplified)),
  )
})

describe('pairs', () => {
  it('are all neighbours, once each, characters beyond the basic plane taken whole', () =>
    expect(pairs('𠮷野家野家')).toEqual(['𠮷野', '野家', '家野']))
  it('never span two texts', () => expect(searchText(['甲乙', '丙丁'], 'f').bigrams).toEqual(['甲乙', '丙丁']))
  it('of one record in 256 are marked, and of one in 4096 twice', () => {
    expect(searchText(['甲乙'], 'a01').bigrams).toEqual(['甲乙'])
    expect(searchText(['甲乙'], 'a00').bigrams).toEqual(['甲乙', '#甲乙'])
    expect(searchText(['甲乙'], '000').bigrams).toEqual(['甲乙', '#甲乙', '##甲乙'])
  })
  it('of a text never look like marked ones', () =>
    fc.assert(fc.property(fc.string(), (text) => void expect(pairs(normalised(text)).some((pair) => pair.startsWith('#'))).toBe(false))))
})

describe('words of a query', () => {
  it('are parted by spaces of any width and made plain', () => expect(wordsOf(' 石家庄　鋼鐵 石家庄')).toEqual(['石家庄', '钢铁']))
  it('that are only punctuation are none', () => expect(wordsOf('——（）')).toEqual([]))
})
