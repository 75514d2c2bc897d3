// One attempt to have something done: it keeps its key until the answer is known, so that a lost line never makes two acts of one.
import { post, Unreachable } from './api.ts'
import { newId } from './new-id.ts'

export interface Sending {
  readonly path: string
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Seconds between tries; after the last the person decides. */
const pauses = [1, 2, 4, 8]

export class Attempt {
  private key = newId()
  private sent: string | null = null

  /** The same contents go out under the same key; changed contents are another act. */
  private keyFor(sending: Sending): string {
    const contents = JSON.stringify([sending.path, sending.body])
    if (this.sent !== null && this.sent !== contents) this.key = newId()
    this.sent = contents
    return this.key
  }

  async send<T>(
    sending: Sending,
    retrying: (tries: number) => void = () => undefined,
    wait: (seconds: number) => Promise<void> = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  ): Promise<T> {
    const headers = { ...sending.headers, 'idempotency-key': this.keyFor(sending) }
    for (let tries = 0; ; tries += 1) {
      try {
        return await post<T>(sending.path, sending.body, headers)
      } catch (error) {
        if (!(error instanceof Unreachable) || tries >= pauses.length) throw error
        retrying(tries + 1)
        await wait(pauses[tries]!)
      }
    }
  }
}
