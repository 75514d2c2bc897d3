// What the benches use of autocannon, which brings no types.
declare module 'autocannon' {
  export interface Result {
    readonly requests: { readonly total: number }
    readonly duration: number
    readonly latency: { readonly p50: number; readonly p95?: number; readonly p97_5: number }
    readonly non2xx: number
    readonly errors: number
  }
  export interface Options {
    readonly url: string
    readonly connections: number
    readonly duration?: number
    readonly amount?: number
    readonly headers?: Readonly<Record<string, string>>
    readonly requests?: readonly { readonly path: string; readonly method?: 'GET' }[]
  }
  export interface Running extends Promise<Result> {
    on(event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void
  }
  export default function autocannon(options: Options): Running
}
