// Records found by two characters, a moment after the last key.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AnyRecord } from '../../../kernel/register.ts'
import { get, queryOf } from '../api.ts'
import { useOffice } from '../office.tsx'

const restMilliseconds = 250
const fewest = 2

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** The first records of a register whose searched text holds the words; none for less than two characters. */
export function useFound(register: string | null, text: string): readonly AnyRecord[] {
  const rested = useRested(text.trim())
  const known = useOffice().register(register ?? '')
  const parties = useOffice().house.parties
  const named = parties?.register === register ? [parties.field] : []
  const fields = ['number', ...named, ...(known?.headline ? [known.headline] : [])].join(',')
  const { data } = useQuery({
    queryKey: ['found', register, rested],
    enabled: register !== null && known?.searched === true && [...rested].length >= fewest,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      get<{ items: readonly AnyRecord[] }>(`/api/v1/registers/${register}${queryOf({ q: rested, limit: 20, fields })}`, signal),
  })
  return data?.items ?? []
}
