// What a log may say of a fault: its kind and where it happened, never the values that caused it.

export interface FaultTold {
  readonly name: string
  /** Only sentences of our own promises; what a driver or parser says may quote what a person typed. */
  readonly sentence?: string
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly stack: readonly string[]
}

const ours = /^fault: /

/** The frames of a stack alone: its first lines repeat the message. */
const framesOf = (stack: string | undefined): readonly string[] =>
  (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12)

export function faultTold(error: unknown): FaultTold {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] }
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  const named = Object.entries({ code, table, constraint }).filter(([, value]) => typeof value === 'string')
  return {
    name: error.name,
    ...(ours.test(error.message) ? { sentence: error.message } : {}),
    ...Object.fromEntries(named),
    stack: framesOf(error.stack),
  }
}
