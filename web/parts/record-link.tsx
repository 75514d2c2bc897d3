// A link to another record by its number or name; what lies beyond the reader's reach stays plain text.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnyRecord } from '../../kernel/register.ts'
import { get, queryOf } from './api.ts'
import { useOffice } from './office.tsx'

interface RecordLinkProps {
  readonly register: string
  readonly id?: string
  /** Finds the record by what it is known by. */
  readonly where?: Readonly<Record<string, string>>
  readonly text: string
}

/** A body by its credit code, with its name where the reader may read it. */
export function PartyLink({ code }: { code: string }) {
  const { parties } = useOffice().house
  return parties ? <RecordLink register={parties.register} where={{ [parties.field]: code }} text={code} /> : <span>{code}</span>
}

export function RecordLink({ register, id, where, text }: RecordLinkProps) {
  const known = useOffice().register(register)
  const fields = ['number', ...(known?.headline ? [known.headline] : [])]
  const query = useQuery({
    queryKey: ['linked', register, id, where],
    enabled: known?.reads === true,
    staleTime: 300_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const asked = id === undefined ? (where ?? {}) : { id }
      const page = await get<{ items: readonly AnyRecord[] }>(`/api/v1/registers/${register}${queryOf({ ...asked, limit: 1, fields: fields.join(',') })}`, signal)
      return page.items[0] ?? null
    },
  })
  const found = query.data
  if (!found) return <span>{text}</span>
  const name = known?.headline ? (found[known.headline] as string | null) : null
  return (
    <Link to="/registers/$register/$id" params={{ register, id: found.id }}>
      {name ? `${name}${found.number || where ? ` (${found.number ?? text})` : ''}` : (found.number ?? text)}
    </Link>
  )
}
