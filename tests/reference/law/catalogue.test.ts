// The catalogue of acts is sound, and every text and every cited rule has its place in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chinaActs } from '../../../jurisdictions/china/law/acts.ts'
import { parameters } from '../../../jurisdictions/china/parameters/index.ts'
import { hebeiActs } from '../../../jurisdictions/hebei/programme/acts.ts'
import { cite } from '../../../kernel/citation.ts'
import { catalogueFaults, catalogueOf } from '../../../systems/basis/law/catalogue-check.ts'
import { commencement } from '../../../systems/basis/law/commencement.ts'
import { Library } from '../../../systems/basis/law/library.ts'
import { loadStatutes } from '../../../systems/basis/law/statute-loader.ts'

const jurisdictions = join(import.meta.dirname, '../../../jurisdictions')
const acts = catalogueOf(chinaActs, hebeiActs)
const texts = await loadStatutes(acts, (file) => readFileSync(join(jurisdictions, file), 'utf8'))
const library = new Library(acts, texts)

describe('the catalogue of acts', () => {
  it('has no fault', () => {
    expect(catalogueFaults(acts)).toEqual([])
  })

  it('names each of the 57 texts once, and the programme', () => {
    const named = acts.flatMap((act) => act.versions.flatMap((version) => (version.text === null ? [] : [version.text]))).toSorted()
    const files = readdirSync(join(jurisdictions, 'china/law/texts')).filter((name) => name.endsWith('.md') && name !== 'SOURCE.md')
    expect(named).toEqual([...files.map((name) => `china/law/texts/${name}`), 'hebei/programme/text.md'].toSorted())
  })

  it('gives the day of entry into force of a text as its closing article does, wherever it claims so', () => {
    const claimed = acts.flatMap((act) => act.versions.map((version) => ({ act, version })))
      .filter(({ act, version }) => act.kind !== 'policy' && version.text !== null && (version.fromMark ?? version.mark) === 'V')
    const wrong = claimed.filter(({ version }) => commencement(texts.get(version.text!)!) !== version.from)
    expect(wrong.map(({ version }) => version.text)).toEqual([])
    expect(claimed.length).toBeGreaterThan(25)
  })

  it('calls a loaded text by the title that it bears', () => {
    const bears = (file: string | null, title: string) => file === null || texts.get(file)!.title === title
    const misnamed = acts.filter((act) => !act.versions.every((version) => bears(version.text, act.title.zh)))
    expect(misnamed.map((act) => act.id)).toEqual([])
  })

  it('has a place for every article that a parameter rests on', () => {
    const bases = parameters.flatMap((parameter) => parameter.versions.map((version) => version.basis))
    expect(bases.length).toBeGreaterThan(100)
    expect(library.unresolved(bases)).toEqual([])
  })

  it('has a place for the articles that the penalty, credit and data rules name', () => {
    const named = [
      cite('administrative-penalty-law', '85'), cite('administrative-licensing-law', '82'), cite('food-safety-law', '148'),
      cite('civil-code', '1207'), cite('civil-procedure-law', '58'), cite('penalty-procedure', '80'),
      cite('personal-information-protection-law', '24'), cite('hebei-2016-33', '1.2'), cite('network-security-law', '21'),
      cite('gb-3095-2026', '4.4'), cite('gb-t-8170-2008'), cite('gb-32100-2015'), cite('iso-iec-17025-2017', '7.8'),
      cite('metrology-law-rules', '29'), cite('special-equipment-regulation', '61'), cite('trademark-law', '14'),
      cite('city-air-ranking-rule-2018'),
    ]
    expect(library.unresolved(named)).toEqual([])
  })
})

describe('a catalogue that cannot be right', () => {
  const version = { id: 'a', text: null, mark: 'U' }
  const later = { ...version, id: 'b', from: '2002-01-01' }
  const sound = { id: 'act', kind: 'law', title: { zh: '法', en: 'Law' }, says: { zh: '法', en: 'Law' }, versions: [version] }

  it.each([
    ['overlapping versions', { versions: [{ ...version, from: '2001-01-01', to: '2003-01-01' }, later] }, /overlaps/],
    ['a version without an end before the next', { versions: [{ ...version, from: '2001-01-01' }, later] }, /no end/],
    ['a day that is none', { versions: [{ ...version, from: '2001-02-30' }] }, /no day/],
    ['an unknown mark', { versions: [{ ...version, mark: 'X' }] }, /unknown mark/],
    ['an unknown kind', { kind: 'rumour' }, /unknown kind/],
    ['an unknown predecessor', { replaces: ['nothing'] }, /unknown act/],
    ['an article told twice', { articles: [1, 2].map(() => ({ article: '1', says: { zh: '', en: '' }, mark: 'U' })) }, /twice/],
  ])('is refused for %s', (_, fault, message) => {
    expect(() => catalogueOf([{ ...sound, ...fault }])).toThrow(message)
  })
})
