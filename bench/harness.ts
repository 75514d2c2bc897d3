// The harness of the benches: contenders take turns in one run, so that what disturbs the machine disturbs all of them alike.
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean' }, strict: { type: 'boolean' }, rounds: { type: 'string' } },
  strict: false,
})

/** What one round of one contender did. */
export interface Sample {
  readonly operations: number
  readonly seconds: number
  /** Milliseconds of each operation, where they were taken one by one. */
  readonly latencies: readonly number[]
  /** Seconds of processor that the contender's own process took, where it is a process of its own. */
  readonly processor?: number
}

export interface Contender {
  readonly name: string
  round(): Promise<Sample>
  /** Undone after every round, outside the time: rows removed, caches emptied. */
  after?(): Promise<void>
}

export interface Measured {
  readonly name: string
  /** Operations a second: the median of the rounds. */
  readonly rate: number
  readonly p50: number | null
  readonly p95: number | null
  /** Milliseconds of processor for each operation; less moved by a busy machine than the time on the wall. */
  readonly processor: number | null
}

export interface Comparison {
  readonly title: string
  readonly unit: string
  readonly contenders: readonly Measured[]
  /** Rate of the first contender over each of the others: median, least and greatest of the rounds taken as pairs. */
  readonly ratios: readonly { readonly to: string; readonly median: number; readonly least: number; readonly most: number }[]
  /** Least ratio of the first to the second that is promised. */
  readonly goal: number | null
}

export interface Comparing {
  readonly title: string
  /** What is counted: acts, rows, requests. */
  readonly unit: string
  readonly rounds?: number
  /** Rounds that are not counted: caches, plans and the compiler warm up. */
  readonly warm?: number
  readonly goal?: number
}

/** The value below which a share of the values lies, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Runs an operation so many times with so many under way at once, and takes the time of each. */
export async function drive(operations: number, connections: number, operation: (n: number) => Promise<unknown>): Promise<Sample> {
  const latencies: number[] = []
  let next = 0
  const hand = async () => {
    for (let n = next++; n < operations; n = next++) {
      const begun = performance.now()
      await operation(n)
      latencies.push(performance.now() - begun)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: connections }, hand))
  return { operations, seconds: (performance.now() - begun) / 1000, latencies }
}

/** Takes the time of one piece of work that counts as so many operations. */
export async function once(operations: number, work: () => Promise<unknown>): Promise<Sample> {
  const begun = performance.now()
  await work()
  return { operations, seconds: (performance.now() - begun) / 1000, latencies: [] }
}

const rateOf = (sample: Sample): number => sample.operations / sample.seconds

/** The first contender is ours. Who begins changes from round to round, so that nobody always runs in another's wake. */
export async function compare(comparing: Comparing, contenders: readonly Contender[]): Promise<Comparison> {
  const { title, unit, warm = 1, goal = null } = comparing
  const rounds = Number(flags['rounds'] ?? comparing.rounds ?? 7)
  const samples = contenders.map((): Sample[] => [])
  for (let round = -warm; round < rounds; round++) {
    const turns = contenders.map((_, at) => (at + Math.abs(round)) % contenders.length)
    for (const turn of turns) {
      const sample = await contenders[turn]!.round()
      await contenders[turn]!.after?.()
      if (round >= 0) samples[turn]!.push(sample)
    }
  }
  const measured = contenders.map(({ name }, at) => {
    const latencies = samples[at]!.flatMap((sample) => sample.latencies)
    const some = latencies.length > 0
    return {
      name,
      rate: median(samples[at]!.map(rateOf)),
      p50: some ? quantile(latencies, 0.5) : null,
      p95: some ? quantile(latencies, 0.95) : null,
      processor: samples[at]!.some((sample) => sample.processor === undefined)
        ? null
        : median(samples[at]!.map((sample) => (sample.processor! * 1000) / sample.operations)),
    }
  })
  const ratios = contenders.slice(1).map(({ name }, at) => {
    const paired = samples[0]!.map((sample, round) => rateOf(sample) / rateOf(samples[at + 1]![round]!))
    return { to: name, median: median(paired), least: Math.min(...paired), most: Math.max(...paired) }
  })
  return { title, unit, contenders: measured, ratios, goal }
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 1 ? value.toFixed(2) : value.toPrecision(2)

function printed(comparison: Comparison): string {
  const { title, unit, contenders, ratios, goal } = comparison
  const lines = contenders.map(
    ({ name, rate, p50, p95, processor }) =>
      `  ${name.padEnd(44)} ${figure(rate).padStart(10)} ${unit}/s` +
      (p50 === null ? '' : `   p50 ${figure(p50)} ms   p95 ${figure(p95!)} ms`) +
      (processor === null ? '' : `   ${figure(processor)} ms of processor each`),
  )
  const against = ratios.map(({ to, median: middle, least, most }, at) => {
    const judged = at === 0 && goal !== null ? `   goal ≥ ${goal}: ${middle >= goal ? 'met' : 'MISSED'}` : ''
    return `  ratio to ${to.padEnd(35)} ${middle.toFixed(2).padStart(10)}   (${least.toFixed(2)}–${most.toFixed(2)})${judged}`
  })
  return [title, ...lines, ...against].join('\n')
}

/** Prints what was found; with `--json` as JSON, with `--strict` a missed goal is a failure; `--rounds 3` makes any bench shorter. */
export function report(comparisons: readonly Comparison[]): void {
  if (flags['json']) process.stdout.write(`${JSON.stringify({ machine: machine(), comparisons }, null, 2)}\n`)
  else process.stdout.write(`${[machine(), ...comparisons.map(printed)].join('\n\n')}\n`)
  const missed = comparisons.some(({ goal, ratios }) => goal !== null && ratios[0]!.median < goal)
  if (flags['strict'] && missed) process.exitCode = 1
}
