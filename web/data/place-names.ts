// Places as people write them in a form, and the division code that a name stands for.
import { dayOf, type Day } from '../../kernel/day.ts'
import type { Division } from '../../kernel/area.ts'
import type { Engine } from '../../store/engine.ts'

type Places = Pick<Engine, 'tree' | 'now'>

const standing = ({ tree }: Places, day: Day): readonly Division[] =>
  tree.divisions.filter(({ from, to }) => from <= day && (to === undefined || day <= to))

/** Name of a division with that of its city before it: two cities may have a district of the same name. */
function fullName(tree: Engine['tree'], { name, level, parent }: Division, day: Day): string {
  const above = level === 'county' && parent ? tree.on(parent, day) : undefined
  return above?.level === 'city' ? above.name + name : name
}

/** The code of a place that was named so that only one is meant; else what was written, which the field then refuses. */
export function placeCode(places: Places, written: string): string {
  const name = written.replaceAll(/\s/g, '').replace(/^河北省(?=.)/, '')
  if (name === '' || /^\d+$/.test(name)) return written
  const day = dayOf(places.now())
  const meant = standing(places, day).filter((each) => each.name === name || fullName(places.tree, each, day) === name)
  return meant.length === 1 ? meant[0]!.code : written
}
