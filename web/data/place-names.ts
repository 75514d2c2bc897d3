// Places as people write them in a form, and the division code that a name stands for.
import { dayOf, type Day } from '../../kernel/day.ts'
import type { Division } from '../../kernel/area.ts'
import { normalised } from '../../kernel/search-text.ts'
import type { Language } from '../../kernel/words.ts'
import { codeIn } from '../../server/intake/places.ts'
import { inLanguage } from '../../server/language.ts'
import { placeName } from '../../server/place-name.ts'
import type { Engine } from '../../store/engine.ts'

type Places = Pick<Engine, 'tree' | 'now'>

const standing = ({ tree }: Places, day: Day): readonly Division[] =>
  tree.divisions.filter(({ from, to }) => from <= day && (to === undefined || day <= to))

/** Divisions of today, in the order of their codes. */
export const placesInUse = (places: Places): readonly Division[] =>
  standing(places, dayOf(places.now())).toSorted((a, b) => a.code.localeCompare(b.code))

/** A place as a form writes it: with its city before it. */
export function fullName(places: Places, code: string, language: Language): string {
  const day = dayOf(places.now())
  const said = (each: 'zh' | 'en') => placeName(places.tree, code, day, each)
  return inLanguage({ zh: said('zh'), en: said('en') }, language)
}

/** The code of a place that was named so that only one is meant; else what was written, which the field then refuses. */
export function placeCode(places: Places, written: string): string {
  const chosen = codeIn(written.trim())
  if (/^\d{6}$/.test(chosen)) return chosen
  // Traditional characters, spaces and full-width forms are the same name.
  const name = normalised(written).replace(/^河北省(?=.)/, '')
  if (name === '' || /^\d+$/.test(name)) return written
  const day = dayOf(places.now())
  const isMeant = ({ name: own, code }: Division): boolean =>
    [own, placeName(places.tree, code, day, 'zh'), placeName(places.tree, code, day, 'en')].some((one) => normalised(one) === name)
  const meant = standing(places, day).filter(isMeant)
  return meant.length === 1 ? meant[0]!.code : written
}
