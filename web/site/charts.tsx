// Small charts drawn on the server, each with its table: a path with its values, and the tiles of Hebei's cities.
import type { Words } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import type { TargetView } from '../data/targets.ts'
import type { Saying } from './saying.ts'

const width = 320
const height = 120

/** Path dashed, values as dots: hollow as published, full computed. The table beside it holds the same. */
export function PathChart({ target, s }: { target: TargetView; s: Saying }) {
  const points = [...target.path, ...target.values]
  if (points.length < 2) return null
  const years = points.map((p) => p.year)
  const numbers = points.map((p) => Number(p.value))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const x = (year: number) => 12 + ((year - from) / Math.max(to - from, 1)) * (width - 40)
  const y = (value: number) => height - 22 - ((value - low) / Math.max(high - low, 1e-9)) * (height - 40)
  const line = target.path.map((p) => `${x(p.year)},${y(Number(p.value))}`).join(' ')
  const label = s.say(words(`${target.title.zh}：路径与数值`, `${target.title.en}: path and values`))
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1="8" x2={width - 8} y1={height - 18} y2={height - 18} stroke="currentColor" strokeOpacity=".35" />
      <polyline points={line} fill="none" stroke="currentColor" strokeOpacity=".6" strokeWidth="2" strokeDasharray="5 4" />
      {target.values.map((v) => (
        <circle
          key={`${v.year}${v.origin}`}
          cx={x(v.year)}
          cy={y(Number(v.value))}
          r="5"
          fill={v.origin === 'computed' ? '#0f7a8c' : 'var(--paper)'}
          stroke="#0f7a8c"
          strokeWidth="2.5"
        />
      ))}
      <text x={x(from)} y={height - 4} textAnchor="start">
        {from}
      </text>
      <text x={x(to)} y={height - 4} textAnchor="end">
        {to}
      </text>
    </svg>
  )
}

/** Where each city stands in the schematic map: column and row; Beijing and Tianjin are left blank. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  '130700': [1, 0],
  '130800': [3, 0],
  '130300': [5, 1],
  '130200': [4, 1],
  '131000': [3, 2],
  '130600': [1, 2],
  '139001': [0, 3],
  '130100': [1, 3],
  '130900': [3, 3],
  '139002': [2, 3],
  '131100': [2, 4],
  '130500': [1, 5],
  '130400': [1, 6],
}
const around: readonly (readonly [Words, number, number])[] = [
  [words('北京', 'Beijing'), 2, 1],
  [words('天津', 'Tianjin'), 4, 2],
]
const cell = 92

export interface Tile {
  readonly code: string
  readonly name: Words
  readonly value: string | null
  readonly href: string | null
  readonly colour: string
}

const shortened = (name: string, language: string): string => (language === 'en' ? name : name.replace(/市$/, ''))

export function TileMap({ tiles, label, s }: { tiles: readonly Tile[]; label: string; s: Saying }) {
  return (
    <svg className="chart map" viewBox={`0 0 ${cell * 6} ${cell * 7 * 0.78}`} role="group" aria-label={label}>
      {around.map(([name, column, row]) => (
        <g key={name.en} transform={`translate(${column * cell} ${row * cell * 0.78})`} opacity=".6">
          <rect width={cell - 6} height={cell * 0.78 - 6} rx="6" fill="none" stroke="currentColor" strokeDasharray="4 4" />
          <text x={cell / 2 - 3} y="38" textAnchor="middle">
            {s.say(name)}
          </text>
        </g>
      ))}
      {tiles.map((tile) => {
        const place = places[tile.code]
        if (!place) return null
        const name = shortened(s.say(tile.name), s.language)
        const inner = (
          <g transform={`translate(${place[0] * cell} ${place[1] * cell * 0.78})`}>
            <rect width={cell - 6} height={cell * 0.78 - 6} rx="6" fill={tile.colour} stroke="#33444f" strokeOpacity=".4" />
            <text x={cell / 2 - 3} y="26" textAnchor="middle" style={{ fill: '#111', fontSize: s.language === 'en' ? 11 : 14 }}>
              {name}
            </text>
            <text x={cell / 2 - 3} y="50" textAnchor="middle" style={{ fill: '#111', fontWeight: 700, fontSize: 18 }}>
              {tile.value ?? '—'}
            </text>
          </g>
        )
        return tile.href ? (
          <a key={tile.code} href={tile.href} aria-label={`${name} ${tile.value ?? '—'}`}>
            {inner}
          </a>
        ) : (
          <g key={tile.code}>{inner}</g>
        )
      })}
    </svg>
  )
}
