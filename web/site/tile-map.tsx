// The schematic map of Hebei: a tile for each city, readable at 360 px, each with its number.
import { words, type Words } from '../../kernel/words.ts'
import type { Saying } from './saying.ts'

/** Where each city stands in the schematic map: column and row from one; Beijing and Tianjin are left blank. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  '130700': [2, 1],
  '130800': [4, 1],
  '130300': [6, 2],
  '130200': [5, 2],
  '131000': [4, 3],
  '130600': [2, 3],
  '139001': [1, 4],
  '130100': [2, 4],
  '139002': [3, 4],
  '130900': [4, 4],
  '131100': [3, 5],
  '130500': [2, 6],
  '130400': [2, 7],
}
const around: readonly (readonly [Words, number, number])[] = [
  [words('北京', 'Beijing'), 3, 2],
  [words('天津', 'Tianjin'), 5, 3],
]

export interface Tile {
  readonly code: string
  readonly name: Words
  readonly value: string | null
  readonly href: string | null
  /** Step of the ramp from the better to the worse; null without a value. */
  readonly step: number | null
}

/** Long pinyin may break inside a tile. */
const syllables: Readonly<Record<string, string>> = {
  Shijiazhuang: 'Shijia​zhuang',
  Qinhuangdao: 'Qinhuang​dao',
  Zhangjiakou: 'Zhangjia​kou',
  Hengshui: 'Heng​shui',
  Cangzhou: 'Cang​zhou',
  Langfang: 'Lang​fang',
  Dingzhou: 'Ding​zhou',
  Tangshan: 'Tang​shan',
  Chengde: 'Cheng​de',
}

const shortened = (name: string, language: string): string => (language === 'en' ? (syllables[name] ?? name) : name.replace(/市$/, ''))

export function TileMap({ tiles, label, s }: { tiles: readonly Tile[]; label: string; s: Saying }) {
  const at = ([column, row]: readonly [number, number]) => ({ gridColumn: column, gridRow: row })
  return (
    <ul className="tiles" aria-label={label}>
      {around.map(([name, column, row]) => (
        <li key={name.en} className="beyond" style={at([column, row])} aria-hidden="true">
          <span>{s.say(name)}</span>
        </li>
      ))}
      {tiles.map((tile) => {
        const place = places[tile.code]
        if (!place) return null
        const inner = (
          <>
            {shortened(s.say(tile.name), s.language)}
            <b>{tile.value ?? '—'}</b>
          </>
        )
        return (
          <li key={tile.code} className={tile.step === null ? 'tn' : `t${tile.step}`} style={at(place)}>
            {tile.href ? <a href={tile.href}>{inner}</a> : <span>{inner}</span>}
          </li>
        )
      })}
    </ul>
  )
}
