// A place: province, city, county in steps, or found by typing part of its name or its code.
import { Cascader } from 'antd'
import { useMemo } from 'react'
import type { Division } from '../../../kernel/area.ts'
import { dayOf } from '../../../kernel/day.ts'
import { useOffice } from '../office.tsx'
import { serverNow } from '../session.ts'
import { ariaOf, type ControlProps } from './control.tsx'

export interface PlaceOption {
  readonly value: string
  readonly label: string
  readonly children?: PlaceOption[]
}

/** The tree of today; a place that is no more can still be shown, not chosen. */
export function placeOptions(divisions: readonly Division[], today: string): PlaceOption[] {
  const standing = divisions.filter((row) => row.from <= today && (row.to === undefined || today <= row.to))
  const under = (parent: string | null): PlaceOption[] =>
    standing
      .filter((row) => row.parent === parent)
      .map((row) => {
        const children = under(row.code)
        return { value: row.code, label: row.name, ...(children.length > 0 ? { children } : {}) }
      })
  return under(null)
}

export default function AreaControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const { tree } = useOffice()
  const today = dayOf(serverNow())
  const options = useMemo(() => placeOptions(tree.divisions, today), [tree, today])
  const path = typeof value === 'string' && value ? [...tree.chain(value, today)].reverse() : undefined
  return (
    <Cascader
      id={id}
      className="wide-input"
      options={options}
      value={path}
      changeOnSelect
      allowClear={field.optional}
      expandTrigger="click"
      status={invalid ? 'error' : ''}
      displayRender={(labels) => labels.slice(labels.length > 1 ? 1 : 0).join(' ')}
      showSearch={{ filter: (text, way) => way.some((step) => step.label.includes(text) || String(step.value).startsWith(text)) }}
      onChange={(way) => onChange(way?.at(-1) ?? null)}
      {...ariaOf(props)}
    />
  )
}
