// Another record: found by two characters of what its register searches, or by its number.
import { Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyRecord } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { get, queryOf } from '../api.ts'
import { say } from '../language.ts'
import { useOffice } from '../office.tsx'
import { ariaOf, textIn, type ControlProps } from './control.tsx'
import { useFound } from './found.ts'

const texts = { hint: words('编号，或名称中的两个字', 'Number, or two characters of the name') }

export default function LinkControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const register = useOffice().register(field.to ?? '')
  const [typed, setTyped] = useState('')
  const chosen = textIn(value)
  const fields = ['number', ...(register?.headline ? [register.headline] : [])].join(',')
  const named = useFound(field.to ?? null, typed)
  const listed = useQuery({
    queryKey: ['link', field.to, typed.trim(), chosen],
    enabled: register?.reads === true,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const asked = typed.trim() ? { number: typed.trim() } : {}
      const path = `/api/v1/registers/${field.to}`
      const some = await get<{ items: readonly AnyRecord[] }>(`${path}${queryOf({ ...asked, limit: 20, fields })}`, signal)
      const one = chosen ? await get<{ items: readonly AnyRecord[] }>(`${path}${queryOf({ id: chosen, limit: 1, fields })}`, signal) : { items: [] }
      return [...one.items, ...some.items]
    },
  })
  const records = new Map([...(listed.data ?? []), ...named].map((record) => [record.id, record]))
  const titleOf = (record: AnyRecord) =>
    [record.number, register?.headline ? record[register.headline] : null].filter(Boolean).join(' · ') || record.id.slice(0, 8)
  return (
    <Select
      id={id}
      className="wide-input"
      value={chosen || undefined}
      status={invalid ? 'error' : ''}
      allowClear={field.optional}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={say(texts.hint)}
      options={[...records.values()].map((record) => ({ value: record.id, label: titleOf(record) }))}
      onChange={(picked: string | undefined) => onChange(picked ?? null)}
      {...ariaOf(props)}
    />
  )
}
