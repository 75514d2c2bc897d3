// A place by its full name: with its city before it, since two cities may have a district of the same name.
import type { AreaTree } from '../kernel/area.ts'
import type { Day } from '../kernel/day.ts'

/** Its own name with the masters below the province, `石家庄市长安区` or `Chang'an, Shijiazhuang`; the province by itself. */
export function placeName(tree: AreaTree, code: string, day: Day, language: 'zh' | 'en'): string {
  const above = tree.chain(code, day).slice(1, -1)
  const names = [code, ...above].map((each) => tree.name(each, day, language))
  return language === 'en' ? names.join(', ') : names.toReversed().join('')
}
