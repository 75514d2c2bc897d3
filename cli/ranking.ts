// `publish ranking --year 2014`: our ranking beside each list that was published, on a terminal, every difference with its reason.
import { inLanguage } from '../server/language.ts'
import type { RankingView } from '../web/data/air.ts'

const padded = (text: string, width: number): string => {
  // A Chinese character takes two columns of a terminal.
  const taken = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(width - taken, 1))
}

function comparisonText(comparison: RankingView['comparisons'][number]): string {
  const { from, cities, differences, inBoth, length, onlyPublished, onlyComputed, sameSet } = comparison
  const head = from === 'worst' ? '较差前 10 位 the ten worst' : '较好前 10 位 the ten best'
  const verdict = sameSet
    ? `同一组城市 the same set: ${inBoth.length}/${length}`
    : `一致 agree: ${inBoth.length}/${length}；仅公布 only published: ${onlyPublished.join('、')}；仅计算 only computed: ${onlyComputed.join('、')}`
  const rows = cities.map((city) => {
    const said = differences.find((each) => each.city === city.city)
    return [
      padded(city.city, 10),
      padded(String(city.published ?? '—'), 6),
      padded(String(city.computed ?? '—'), 6),
      padded(city.value ?? '—', 8),
      said ? inLanguage(said.words, 'zh') : '',
    ].join('')
  })
  const columns = [padded('城市', 10), padded('公布', 6), padded('计算', 6), padded('指数', 8), '差异与原因'].join('')
  return [head, verdict, columns, ...rows].join('\n')
}

/** The whole comparison of a year as text. */
export function rankingText(view: RankingView): string {
  const known = view.cities.filter((city) => city.rank !== null).length
  const trial = view.cities.filter((city) => city.kind === 'trial').map((city) => city.city)
  return [
    `${view.year} 年 74 城市环境空气质量综合指数排名：有指数的城市 ${known} 个${trial.length > 0 ? `，其中试算值 ${trial.join('、')}` : ''}`,
    ...view.comparisons.map(comparisonText),
  ].join('\n\n')
}
