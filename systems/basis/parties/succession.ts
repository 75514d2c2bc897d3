// The trail of a body: who came before it, who took its place, step by step, so that an old code always leads on.

/** What the trail needs to know of a body. */
export interface Kin {
  readonly code: string
  readonly name: string
  readonly state: string
  readonly successor: string | null
  readonly dividedFrom: string | null
}

export interface Trail {
  /** Bodies that stand where the code leads today: itself, its successor, or the parts it was divided into. */
  readonly now: readonly Kin[]
  /** Direct links, for the page. */
  readonly into: Kin | null
  readonly from: Kin | null
  readonly merged: readonly Kin[]
  readonly parts: readonly Kin[]
  /** Codes of every body that became part of this one, however long ago. */
  readonly before: readonly string[]
}

/** Reads bodies by one field. */
export type ReadKin = (field: 'code' | 'successor' | 'dividedFrom', codes: readonly string[]) => Promise<readonly Kin[]>

/** More steps than any real body took; a circle, which the procedure cannot make, ends here too. */
const longest = 12

async function onward(start: Kin, read: ReadKin): Promise<readonly Kin[]> {
  const seen = new Set<string>()
  const now: Kin[] = []
  let level: readonly Kin[] = [start]
  for (let step = 0; step < longest && level.length > 0; step++) {
    const fresh = level.filter((kin) => !seen.has(kin.code))
    for (const kin of fresh) seen.add(kin.code)
    now.push(...fresh.filter((kin) => kin.successor === null && kin.state !== 'divided'))
    const divided = fresh.filter((kin) => kin.state === 'divided').map((kin) => kin.code)
    const next = fresh.flatMap((kin) => (kin.successor === null ? [] : [kin.successor]))
    level = [
      ...(next.length > 0 ? await read('code', next) : []),
      ...(divided.length > 0 ? await read('dividedFrom', divided) : []),
    ]
  }
  return now
}

async function backward(code: string, read: ReadKin): Promise<readonly string[]> {
  const seen = new Set([code])
  let level: readonly string[] = [code]
  for (let step = 0; step < longest && level.length > 0; step++) {
    level = (await read('successor', level)).map((kin) => kin.code).filter((each) => !seen.has(each))
    for (const each of level) seen.add(each)
  }
  seen.delete(code)
  return [...seen]
}

export async function trailOf(body: Kin, read: ReadKin): Promise<Trail> {
  const [now, before, merged, parts, into, from] = [
    await onward(body, read),
    await backward(body.code, read),
    await read('successor', [body.code]),
    await read('dividedFrom', [body.code]),
    body.successor === null ? null : ((await read('code', [body.successor]))[0] ?? null),
    body.dividedFrom === null ? null : ((await read('code', [body.dividedFrom]))[0] ?? null),
  ]
  return { now, before, merged, parts, into, from }
}
