// A person by name, where the record keeps their account: colleagues are offered, whoever else is written by account.
import { Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { Named } from '../../../store/people/names.ts'
import { get } from '../api.ts'
import { ariaOf, textIn, type ControlProps } from './control.tsx'

/** Fields that hold the accounts of several are longer than one account may be. */
const longestAccount = 60

export default function AccountControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const { data } = useQuery({
    queryKey: ['colleagues'],
    staleTime: 300_000,
    queryFn: ({ signal }) => get<{ items: readonly Named[] }>('/api/v1/colleagues', signal),
  })
  const several = (field.length ?? 200) > longestAccount
  const chosen = textIn(value).split(' ').filter(Boolean)
  return (
    <Select
      id={id}
      className="wide-input"
      // Tags take an account that is typed, too: not everybody is a colleague.
      mode="tags"
      maxCount={several ? undefined : 1}
      value={chosen}
      status={invalid ? 'error' : ''}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.items ?? []).map(({ account, name }) => ({ value: account, label: name }))}
      onChange={(picked: readonly string[]) => onChange(picked.length === 0 ? null : picked.join(' '))}
      {...ariaOf(props)}
    />
  )
}
