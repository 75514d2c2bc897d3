// Clients who act and import while servers die: each request has a key, and each remembers whether it was acknowledged.
import { inventedCode } from '../../cli/demonstration.ts'
import { addDays, dayOf } from '../../kernel/day.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { yoghurt } from '../journeys/complaint-story.ts'
import type { KilledServer } from './server.ts'

export interface Receipt {
  readonly entry: string
  readonly record: string
  readonly version: number
  readonly hash: string
  readonly replayed: boolean
}

export interface Act {
  readonly key: string
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  receipt: Receipt | null
  /** A refusal, which leaves nothing. */
  refused: number | null
}

export interface Upload {
  readonly name: string
  readonly table: string
  readonly codes: readonly string[]
  acknowledged: boolean
}

export const rowsOfFile = 400

export class Load {
  readonly acts: Act[] = []
  readonly uploads: Upload[] = []
  /** Requests cut off or answered with a fault: nobody told the client what became of them. */
  unknown = 0
  private readonly server: KilledServer
  private readonly token: string
  private stopped = false
  private serial = 0
  private corrected = 0

  constructor(server: KilledServer, token: string) {
    this.server = server
    this.token = token
  }

  private headers(): Record<string, string> {
    const n = ++this.serial
    return { authorization: `Bearer ${this.token}`, 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` }
  }

  /** Sends a request, for the first time or again with the same key. */
  async send(act: Act): Promise<void> {
    const headers = { ...this.headers(), 'content-type': 'application/json', 'idempotency-key': act.key, ...act.headers }
    const answer = await fetch(this.server.url + act.path, { method: 'POST', headers, body: act.body }).catch(() => null)
    const body = await answer?.json().catch(() => null)
    if (!answer || body === null || answer.status >= 500) this.unknown += 1
    else if (answer.ok) act.receipt = body as Receipt
    else act.refused = answer.status
  }

  async upload(file: Upload): Promise<{ repeated: boolean; opened: number } | null> {
    const form = new FormData()
    form.append('file', new Blob([file.table]), file.name)
    const path = `${this.server.url}/api/v1/registers/enterprise/import`
    const answer = await fetch(path, { method: 'POST', headers: this.headers(), body: form }).catch(() => null)
    const body = (await answer?.json().catch(() => null)) as { repeated: boolean; opened: number; problemCount?: number } | null
    if (!answer?.ok || !body) {
      this.unknown += 1
      return null
    }
    file.acknowledged = true
    return body
  }

  private make(path: string, body: object, headers: Record<string, string> = {}): Act {
    const act: Act = { key: uuidv7(), path, body: JSON.stringify(body), headers, receipt: null, refused: null }
    this.acts.push(act)
    return act
  }

  /** A complaint whose term of acceptance ran out long ago, that also reports a breach; half of them are accepted at once. */
  private async complain(): Promise<void> {
    const answers = { ...yoghurt(addDays(dayOf(new Date().toISOString()), -40)), alsoReport: true, breach: '未标明生产日期' }
    const opening = this.make('/api/v1/registers/complaint', { id: uuidv7(), answers })
    await this.send(opening)
    if (!opening.receipt || this.stopped || this.serial % 2 === 0) return
    const path = `/api/v1/registers/complaint/${opening.receipt.record}/steps/accept`
    await this.send(this.make(path, { answers: {} }, { 'if-match': `"v${opening.receipt.version}"` }))
  }

  /** A notice from outside, which becomes a signal; and a credit entry that is withdrawn after an extract named its body. */
  private async correct(): Promise<void> {
    const today = dayOf(new Date().toISOString())
    const n = ++this.corrected
    const notice = {
      source: 'safetyGate', reference: `kill-${n}`, day: today, country: '虚构国', product: '木质书柜', productClass: 'furniture', hazard: 'chemical',
      hazardText: '甲醛超标（演示）', grade: 'serious',
    }
    await this.send(this.make('/api/v1/registers/outside-notice', { id: uuidv7(), answers: notice }))
    const [code, document] = [inventedCode('130102', 900_000 + n, '91'), `虚构 ${n} 号`]
    const entry = {
      party: code, partyName: `虚构单位${n}`, place: '130102', category: 'ordinary', summary: '行政处罚', authority: 'market-130102', document, determined: today, scope: 'open',
    }
    const entered = this.make('/api/v1/registers/credit-entry', { id: uuidv7(), answers: entry })
    await this.send(entered)
    const query = { purchaser: '虚构采购中心', project: document, purpose: 'tender', codes: [{ code }] }
    const asked = this.make('/api/v1/registers/credit-extract', { id: uuidv7(), answers: query })
    await this.send(asked)
    if (!entered.receipt || !asked.receipt || this.stopped) return
    const path = `/api/v1/registers/credit-entry/${entered.receipt.record}/steps/revoke`
    await this.send(this.make(path, { answers: { reason: '记入有误' } }, { 'if-match': `"v${entered.receipt.version}"` }))
  }

  private async import(): Promise<void> {
    const first = this.uploads.length * rowsOfFile
    const codes = Array.from({ length: rowsOfFile }, (_, n) => inventedCode('130102', first + n, '91'))
    const lines = codes.map((code, n) => `${code},虚构企业${first + n},130102,company,是`)
    const table = `code,name,place,kind,invented\n${lines.join('\n')}\n`
    const file: Upload = { name: `file-${first}.csv`, table, codes, acknowledged: false }
    this.uploads.push(file)
    await this.upload(file)
  }

  /** Works until told to stop; each client waits for its answer, or for the cut, before it goes on. */
  start(): () => Promise<void> {
    this.stopped = false
    const client = async (work: () => Promise<void>) => {
      while (!this.stopped) await work()
    }
    const clients = [client(() => this.import()), client(() => this.correct()), ...Array.from({ length: 4 }, () => client(() => this.complain()))]
    return async () => {
      this.stopped = true
      await Promise.all(clients)
    }
  }
}
