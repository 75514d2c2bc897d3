// Reading the form of a file while it streams by: a reader asks for the few bytes that matter and passes over the rest.

/** So many bytes to look at (fewer at the end of the file), so many to pass over, on to the next byte of a value, or all that is left. */
export type Need =
  | { readonly read: number }
  | { readonly skip: number }
  | { readonly until: number }
  | { readonly rest: (chunk: Buffer) => void }

/** Why a file is not taken. */
export type Fault = 'broken' | 'locked' | 'macros' | 'swells'

export type Reader<Found> = Generator<Need, Found, Buffer>

const nothing = Buffer.alloc(0)

/** Hands a stream's chunks to a reader; never holds more than what the reader asked to look at. */
export class Reading<Found> {
  private readonly reader: Reader<Found>
  private need: Need | null = null
  private held = nothing
  private passed = 0
  /** What the reader found, once it has. */
  found: Found | null = null

  constructor(reader: Reader<Found>) {
    this.reader = reader
    this.go(nothing)
  }

  private go(answer: Buffer): void {
    const { done, value } = this.reader.next(answer)
    this.passed = 0
    this.held = nothing
    if (done) this.found = value
    this.need = done ? null : value
  }

  take(chunk: Buffer): void {
    let left = chunk
    while (left.length > 0 && this.need !== null) left = this.step(left, this.need)
  }

  private step(chunk: Buffer, need: Need): Buffer {
    if ('rest' in need) {
      need.rest(chunk)
      return nothing
    }
    if ('until' in need) {
      const at = chunk.indexOf(need.until)
      if (at < 0) return nothing
      this.go(nothing)
      return chunk.subarray(at)
    }
    if ('skip' in need) {
      const count = Math.min(need.skip - this.passed, chunk.length)
      this.passed += count
      if (this.passed >= need.skip) this.go(nothing)
      return chunk.subarray(count)
    }
    const count = Math.min(need.read - this.held.length, chunk.length)
    this.held = Buffer.concat([this.held, chunk.subarray(0, count)])
    if (this.held.length >= need.read) this.go(this.held)
    return chunk.subarray(count)
  }

  /** The file has ended: a reader that still looks gets what there is, one that still passes over learns that it was cut off. */
  end(cutOff: Found): Found {
    while (this.found === null && this.need !== null) {
      if ('skip' in this.need && this.need.skip > 0) return cutOff
      if ('until' in this.need) return cutOff
      this.go(this.held)
    }
    return this.found ?? cutOff
  }
}

/** Keeps the last bytes of what streams by. */
export class Tail {
  private readonly most: number
  bytes = nothing
  constructor(most: number) {
    this.most = most
  }
  readonly take = (chunk: Buffer): void => {
    this.bytes = Buffer.concat([this.bytes, chunk]).subarray(-this.most)
  }
}
