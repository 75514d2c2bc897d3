// The cases of the list that one came from, so that the next one is a key away.

export interface Queued {
  readonly register: string
  readonly id: string
  readonly name: string
}

export interface Queue {
  readonly title: string
  /** Address of the list within the office. */
  readonly back: string
  readonly items: readonly Queued[]
}

const place = 'queue'

export function keepQueue(queue: Queue): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(queue))
  } catch {
    // Without a store there is no next case; the list is still there.
  }
}

function queueNow(): Queue | null {
  const text = sessionStorage.getItem(place)
  return text === null ? null : (JSON.parse(text) as Queue)
}

export interface Neighbours {
  readonly title: string
  readonly back: string
  readonly at: number
  readonly count: number
  readonly before: Queued | null
  readonly after: Queued | null
}

/** Where a record stands in the list that one came from; null when one came another way. */
export function neighboursOf(register: string, id: string): Neighbours | null {
  const queue = queueNow()
  const at = queue?.items.findIndex((item) => item.register === register && item.id === id) ?? -1
  if (queue === null || at < 0) return null
  const { items, title, back } = queue
  return { title, back, at: at + 1, count: items.length, before: items[at - 1] ?? null, after: items[at + 1] ?? null }
}
