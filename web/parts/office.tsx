// What every page of the office may use: who works here, the house as they may use it, places, offices, the calendar, acts of law.
import { createContext, useContext } from 'react'
import { AreaTree, type Division } from '../../kernel/area.ts'
import { dayOf } from '../../kernel/day.ts'
import { WorkCalendar, type YearNotice } from '../../kernel/workdays.ts'
import type { HouseShown, Me, OfficeShown, RegisterShown } from './answers.ts'
import { get } from './api.ts'
import { serverNow } from './session.ts'

export interface ActShown {
  readonly title: string
  readonly number: string | null
}

export interface Office {
  readonly me: Me
  readonly house: HouseShown
  readonly tree: AreaTree
  readonly offices: ReadonlyMap<string, OfficeShown>
  readonly calendar: WorkCalendar
  readonly acts: Readonly<Record<string, ActShown>>
  register(name: string): RegisterShown | undefined
  /** Name of an office, or its identifier where the list does not know it. */
  officeTitle(id: string | null): string
  /** Name of a place, with that of its master where it is a county. */
  placeTitle(code: string | null): string
  /** Names of the accounts in a value, as far as the page knows them. */
  accountTitle(accounts: string): string
}

interface Places {
  readonly divisions: readonly Division[]
  readonly offices: readonly OfficeShown[]
  readonly notices: readonly YearNotice[]
}

/** Reads all of it at once, when somebody has signed in. */
export async function openOffice(me: Me): Promise<Office> {
  const [house, places, acts] = await Promise.all([
    get<HouseShown>('/api/v1/house'),
    get<Places>('/api/v1/places'),
    get<{ items: Record<string, ActShown> }>('/api/v1/acts'),
  ])
  const tree = new AreaTree(places.divisions)
  const offices = new Map(places.offices.map((office) => [office.id, office]))
  const registers = new Map(house.registers.map((register) => [register.name, register]))
  return {
    me,
    house,
    tree,
    offices,
    calendar: new WorkCalendar(places.notices),
    acts: acts.items,
    register: (name) => registers.get(name),
    accountTitle: (accounts) => accounts,
    officeTitle: (id) => (id === null ? '' : (offices.get(id)?.title ?? id)),
    placeTitle(code) {
      if (code === null || code === '') return ''
      const today = dayOf(serverNow())
      const row = tree.on(code, today)
      const master = row?.level === 'county' && row.parent ? tree.on(row.parent, today) : undefined
      return row === undefined ? code : master && master.level === 'city' ? `${master.name} ${row.name}` : row.name
    },
  }
}

const OfficeContext = createContext<Office | null>(null)
export const OfficeProvider = OfficeContext.Provider

export function useOffice(): Office {
  const office = useContext(OfficeContext)
  if (office === null) throw new Error('fault: a page of the office stands outside it')
  return office
}
