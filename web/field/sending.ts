// Sending a kept sheet through the ordinary gate: visit, pictures, seal; each under its key, so that a second sending does nothing twice.
import { keep, type KeptFile, type Refused, type Sheet, type Wrong } from './kept.ts'

export interface Receipt {
  readonly record: string
  readonly number: string | null
}

export type Outcome = { readonly sent: Receipt } | { readonly refused: Refused } | 'unreachable' | 'nobody' | 'other'

interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  readonly field?: string
  readonly basis?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly remedy: string }[]
}

class NoLine extends Error {}
class No extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Under whom it goes out, and by how much the clock of the device is wrong. */
interface Standing {
  readonly csrf: string | null
  readonly account: string
  readonly language: string
  readonly skew: number
}

async function ask<T>(path: string, standing: Pick<Standing, 'language'> & Partial<Standing>, more: RequestInit = {}): Promise<T> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': standing.language,
    ...(standing.csrf ? { 'x-csrf-token': standing.csrf } : {}),
    ...(standing.account ? { 'x-account': encodeURIComponent(standing.account) } : {}),
    ...(more.headers as Record<string, string> | undefined),
  }
  const response = await fetch(path, { ...more, headers, credentials: 'same-origin' }).catch(() => {
    throw new NoLine(path)
  })
  if (response.ok) return (await response.json()) as T
  const said = (await response.json().catch(() => null)) as Problem | null
  if (!said?.code || response.status >= 500 || response.status === 429) throw new NoLine(path)
  throw new No(said)
}

const post = <T>(path: string, standing: Standing, body: object, headers: Record<string, string>): Promise<T> =>
  ask<T>(path, standing, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })

/** A moment of the device by the clock of the server: what was wrong at the first contact was wrong before. */
const moment = (told: string, { skew }: Standing): string => new Date(Date.parse(told) + skew).toISOString()

const path = (sheet: Sheet): string => `/api/v1/registers/sample/${sheet.sample}`
const certificates = ['firstSampler', 'secondSampler']
const answered = (sheet: Sheet, which: (name: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(sheet.answers).filter(([name, value]) => which(name) && value !== ''))
const dated = (sheet: Sheet, told: string, standing: Standing): object => ({
  ...(sheet.asOfNow ? {} : { occurred: moment(told, standing) }),
  ...(sheet.reason ? { reason: sheet.reason } : {}),
})

async function uploaded(sheet: Sheet, standing: Standing): Promise<Sheet> {
  const files: KeptFile[] = []
  for (const file of sheet.files) {
    if (file.hash && file.ends && file.ends > new Date(Date.now() + standing.skew).toISOString()) {
      files.push(file)
      continue
    }
    const form = new FormData()
    form.append('file', file.blob, file.name)
    const { items } = await ask<{ items: { hash: string; ends: string }[] }>(`/api/v1/registers/sample/files/${file.field}`, standing, { method: 'POST', body: form })
    files.push({ ...file, hash: items[0]!.hash, ends: items[0]!.ends })
  }
  const known = { ...sheet, files }
  await keep(known)
  return known
}

function sealed(sheet: Sheet): Record<string, unknown> {
  const files: Record<string, string[]> = {}
  for (const { field, hash } of sheet.files) if (hash) (files[field] ??= []).push(hash)
  return { ...answered(sheet, () => true), ...files }
}

async function through(sheet: Sheet, standing: Standing): Promise<Receipt> {
  const { record } = await ask<{ record: { state: string; version: number } }>(path(sheet), standing)
  const waits = record.state === 'drawn' || record.state === 'visiting'
  let { version } = record
  if (record.state === 'drawn') {
    const visit = { answers: answered(sheet, (name) => certificates.includes(name)), ...dated(sheet, sheet.begun, standing) }
    const headers = { 'idempotency-key': sheet.visitKey, 'if-match': `"v${version}"` }
    version = (await post<{ version: number }>(`${path(sheet)}/steps/visit`, standing, visit, headers)).version
  }
  // A sheet whose answer was lost is asked for again as it was sent: the gate then gives the first receipt.
  const whole = waits ? await uploaded(sheet, standing) : sheet
  const seal = { answers: sealed(whole), ...dated(whole, whole.done, standing) }
  return post<Receipt>(`${path(sheet)}/steps/seal`, standing, seal, { 'idempotency-key': sheet.id, 'if-match': `"v${version}"` })
}

function told({ code, title, detail, remedy, field, basis, errors }: Problem): Refused {
  const wrong: readonly Wrong[] = errors?.length
    ? errors.map((each) => ({ field: each.pointer.split('/')[2] ?? '', text: each.detail, remedy: each.remedy }))
    : [{ field: field ?? '', text: detail || title, remedy }]
  return { code, basis: basis ?? null, wrong }
}

interface Me {
  readonly id: string
  readonly csrf: string | null
  readonly now: string
}

/** Sends one sheet. What is refused is told with its field; a line that breaks leaves everything as it was. */
export async function send(sheet: Sheet, language: string): Promise<Outcome> {
  try {
    const me = await ask<Me>('/api/v1/me', { language })
    if (me.id === 'anyone') return 'nobody'
    if (me.id !== sheet.account) return 'other'
    const skew = sheet.skew ?? Date.parse(me.now) - Date.now()
    const known = { ...sheet, skew }
    if (sheet.skew === undefined) await keep(known)
    return { sent: await through(known, { csrf: me.csrf, account: me.id, language, skew }) }
  } catch (error) {
    if (error instanceof NoLine) return 'unreachable'
    if (!(error instanceof No)) throw error
    return error.problem.code === 'kernel.not-signed-in' || error.problem.code === 'identity.csrf' ? 'nobody' : { refused: told(error.problem) }
  }
}
