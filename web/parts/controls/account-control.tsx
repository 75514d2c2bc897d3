// A person by name, where the record keeps their account: colleagues are looked for, whoever else may be named is written by account.
import { Select } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FoundPeople } from '../../../store/people/names.ts'
import { words } from '../../../kernel/words.ts'
import { get, queryOf } from '../api.ts'
import { say } from '../language.ts'
import { ariaOf, textIn, type ControlProps } from './control.tsx'

/** Fields that hold the accounts of several are longer than one account may be. */
const longestAccount = 60

const texts = { more: words('还有其他人，请输入姓名', 'There are others: type the name') }

const ask = (query: { readonly q?: string; readonly accounts?: string }) => ({ signal }: { signal: AbortSignal }) =>
  get<FoundPeople>(`/api/v1/colleagues${queryOf(query)}`, signal)

export default function AccountControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const [typed, setTyped] = useState('')
  const several = (field.length ?? 200) > longestAccount
  const accounts = textIn(value)
  const chosen = accounts.split(' ').filter(Boolean)
  const q = typed.trim()
  const kept = { staleTime: 300_000, placeholderData: keepPreviousData }
  const { data } = useQuery({ ...kept, queryKey: ['colleagues', q], queryFn: ask({ q }) })
  const named = useQuery({ ...kept, queryKey: ['colleagues-of', accounts], enabled: chosen.length > 0, queryFn: ask({ accounts }) })
  const people = new Map([...(named.data?.items ?? []), ...(data?.items ?? [])].map(({ account, name }) => [account, name]))
  const options = [...people].map(([account, name]) => ({ value: account, label: name, disabled: false }))
  return (
    <Select
      id={id}
      className="wide-input"
      // Tags take an account that is typed, too: not everybody is a colleague; whoever may not be named is refused.
      mode="tags"
      maxCount={several ? undefined : 1}
      value={chosen}
      status={invalid ? 'error' : ''}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={data?.more ? [...options, { value: '…', label: say(texts.more), disabled: true }] : options}
      onChange={(picked: readonly string[]) => onChange(picked.length === 0 ? null : picked.join(' '))}
      {...ariaOf(props)}
    />
  )
}
