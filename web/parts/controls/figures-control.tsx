// A small table of names and figures, such as the yearly values of a path.
import { Button, Input } from 'antd'
import { words } from '../../../kernel/words.ts'
import { say } from '../language.ts'
import type { ControlProps } from './control.tsx'

const texts = {
  name: words('名称', 'Name'),
  figure: words('数值', 'Figure'),
  add: words('增加一行', 'Add a row'),
  remove: words('删除', 'Remove'),
}

const entriesOf = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value as Record<string, string>) : []

export default function FiguresControl({ id, value, onChange, labelledBy, invalid }: ControlProps) {
  const rows = entriesOf(value)
  const shown: [string, string][] = rows.length === 0 ? [['', '']] : rows
  const put = (next: [string, string][]) => {
    const kept = next.filter(([name, figure], at) => name !== '' || figure !== '' || at === next.length - 1)
    onChange(kept.length === 0 ? null : Object.fromEntries(kept))
  }
  const change = (at: number, name: string, figure: string) => put(shown.map((row, n) => (n === at ? [name, figure] : row)))
  return (
    <div id={id} role="group" aria-labelledby={labelledBy} tabIndex={-1} className="pairs">
      {shown.map(([name, figure], at) => (
        <div key={at} className="pair">
          <Input value={name} aria-label={`${say(texts.name)} ${at + 1}`} onChange={(event) => change(at, event.target.value.trim(), figure)} />
          <Input
            value={figure}
            className="figure-input"
            inputMode="decimal"
            status={invalid ? 'error' : ''}
            aria-label={`${say(texts.figure)} ${at + 1}`}
            onChange={(event) => change(at, name, event.target.value.trim())}
          />
          <Button size="small" type="text" onClick={() => put(shown.filter((_, n) => n !== at))} aria-label={`${say(texts.remove)} ${at + 1}`}>
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => put([...shown, ['', '']])} disabled={shown.some(([name]) => name === '')}>
        {say(texts.add)}
      </Button>
    </div>
  )
}
