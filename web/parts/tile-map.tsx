// The tiles of Hebei's cities with a number on each, coloured from the better to the worse; the table beside it says the same.
import { words } from '../../kernel/words.ts'
import { say, written } from './language.ts'
import { tileCell, tilePlaces, tilesAround } from './tiles.ts'

export interface CityValue {
  readonly code: string
  readonly name: string
  readonly value: number | null
  readonly text: string
}

const scale = ['#8fd99b', '#c9e07f', '#f5e66b', '#f6b26b', '#ef8a80', '#c79ad0']
const none = '#dfe6ea'

/** Sixths of what is shown; a map of one value has one colour. */
function colourOf(value: number | null, low: number, high: number, better: 'lower' | 'higher' | 'neither'): string {
  if (value === null) return none
  const share = (value - low) / Math.max(high - low, 1e-9)
  return scale[Math.min(5, Math.floor((better === 'higher' ? 1 - share : share) * 6))]!
}

interface TileMapProps {
  readonly cities: readonly CityValue[]
  readonly label: string
  readonly better: 'lower' | 'higher' | 'neither'
  readonly chosen?: string | null
  readonly choose?: (code: string) => void
}

const short = (name: string): string => (written === 'en' ? name.replace(/ (City|Shi)$/i, '') : name.replace(/市$/, ''))

export function TileMap({ cities, label, better, chosen, choose }: TileMapProps) {
  const values = cities.flatMap((city) => (city.value === null ? [] : [city.value]))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return (
    <svg className="tile-map" viewBox={`0 0 ${6 * tileCell} ${7 * tileCell * 0.78}`} role="group" aria-label={label}>
      {tilesAround.map(([name, column, row]) => (
        <g key={name.zh} transform={`translate(${column * tileCell} ${row * tileCell * 0.78})`} aria-hidden>
          <rect width={tileCell - 6} height={tileCell * 0.78 - 6} rx="6" className="around" />
          <text x={tileCell / 2 - 3} y="40" textAnchor="middle" className="around-name">
            {say(name)}
          </text>
        </g>
      ))}
      {cities.map((city) => {
        const place = tilePlaces[city.code]
        if (!place) return null
        const act = choose && {
          role: 'button',
          tabIndex: 0,
          'aria-pressed': city.code === chosen,
          onClick: () => choose(city.code),
          onKeyDown: (event: React.KeyboardEvent) => event.key === 'Enter' && choose(city.code),
        }
        return (
          <g
            key={city.code}
            className={city.code === chosen ? 'tile-city on' : 'tile-city'}
            transform={`translate(${place[0] * tileCell} ${place[1] * tileCell * 0.78})`}
            {...(act ?? { role: 'img', 'aria-label': `${city.name} ${city.text}` })}
          >
            <rect width={tileCell - 6} height={tileCell * 0.78 - 6} rx="6" fill={colourOf(city.value, low, high, better)} />
            <text x={tileCell / 2 - 3} y="26" textAnchor="middle" className="city-name">
              {short(city.name)}
            </text>
            <text x={tileCell / 2 - 3} y="51" textAnchor="middle" className="city-value">
              {city.text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

export function CityTable({ cities, caption, value }: { cities: readonly CityValue[]; caption: string; value: string }) {
  return (
    <table className="plain">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words('城市', 'City'))}</th>
          <th scope="col" className="number">
            {value}
          </th>
        </tr>
      </thead>
      <tbody>
        {cities.map((city) => (
          <tr key={city.code}>
            <th scope="row">{city.name}</th>
            <td className="number">{city.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
