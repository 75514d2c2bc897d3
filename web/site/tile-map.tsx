// The schematic map of Hebei: a tile for each city, readable at 360 px, each with its number.
import type { Words } from '../../kernel/words.ts'
import { tilePlaces, tilesAround } from '../parts/tiles.ts'
import type { Saying } from './saying.ts'

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
  const at = ([column, row]: readonly [number, number]) => ({ gridColumn: column + 1, gridRow: row + 1 })
  return (
    <ul className="tiles" aria-label={label}>
      {tilesAround.map(([name, column, row]) => (
        <li key={name.en} className="beyond" style={at([column, row])} aria-hidden="true">
          <span>{s.say(name)}</span>
        </li>
      ))}
      {tiles.map((tile) => {
        const place = tilePlaces[tile.code]
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
