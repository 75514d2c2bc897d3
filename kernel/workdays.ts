// Working days by the State Council's yearly notices; a day that no published notice covers is counted by weekends and marked provisional.
import { addDays, daysBetween, isDay, weekday, type Day } from './day.ts'

/** One year's notice: days off beside the weekends, and weekend days that are worked. */
export interface YearNotice {
  readonly year: number
  readonly source: string
  readonly days: readonly { readonly date: Day; readonly name: string; readonly isOffDay: boolean }[]
  /** An amending notice lists changed days only and is laid over the year's notice; else it takes that notice's place. */
  readonly amends?: boolean
}

export interface Counted {
  readonly day: Day
  /** True when a day without a published notice was counted on the way. */
  readonly provisional: boolean
}

/**
 * The New Year holiday is set by the notice of the new year and has reached back to 29 December (notices for 2008 and 2019),
 * so the last three days of a year are settled only when the next year's notice is out too.
 */
const turnOfYear = '12-29'

/** What is wrong with a notice before it is loaded; empty when nothing is. */
export function noticeFaults(notice: YearNotice): readonly string[] {
  const seen = new Set<Day>()
  return notice.days.flatMap(({ date, isOffDay }) => {
    if (!isDay(date)) return [`${date} is not a day`]
    if (seen.has(date)) return [`${date} is listed twice`]
    seen.add(date)
    const ofYear = date.startsWith(`${notice.year}-`) || (date.startsWith(`${notice.year - 1}-`) && date.slice(5) >= turnOfYear)
    if (!ofYear) return [`${date} is not a day of the notice for ${notice.year}`]
    return !isOffDay && weekday(date) % 6 !== 0 && !notice.amends ? [`${date} is a weekday and worked anyway`] : []
  })
}

function laid(before: readonly YearNotice[], loaded: YearNotice): readonly YearNotice[] {
  const same = before.find((notice) => notice.year === loaded.year)
  if (!loaded.amends || same === undefined) return [...before.filter((notice) => notice !== same), loaded]
  const changed = new Set(loaded.days.map((d) => d.date))
  const days = [...same.days.filter((d) => !changed.has(d.date)), ...loaded.days]
  return [...before.filter((notice) => notice !== same), { ...same, source: `${same.source} ${loaded.source}`, days }]
}

/** Positions of working days over the years with a notice, so that a term is looked up instead of walked. */
interface Ordinals {
  readonly first: Day
  /** Working days from `first` up to and with the day at this index. */
  readonly upTo: Int32Array
  /** Days without a published notice, likewise. */
  readonly unpublished: Int32Array
  /** Index of the n-th working day. */
  readonly nth: readonly number[]
}

export class WorkCalendar {
  readonly years: ReadonlySet<number>
  /** One notice a year, amendments laid over. */
  readonly notices: readonly YearNotice[]
  private readonly special: ReadonlyMap<Day, boolean>
  private table: Ordinals | null = null

  constructor(notices: readonly YearNotice[]) {
    this.notices = notices.reduce(laid, []).toSorted((a, b) => a.year - b.year)
    this.years = new Set(this.notices.map((notice) => notice.year))
    this.special = new Map(this.notices.flatMap((notice) => notice.days.map((d) => [d.date, d.isOffDay] as const)))
  }

  /** A calendar with further notices; one for a year that is there already takes its place, or amends it if it says so. */
  with(loaded: readonly YearNotice[]): WorkCalendar {
    return new WorkCalendar([...this.notices, ...loaded])
  }

  /** Whether a published notice settles the day. */
  isPublished(day: Day): boolean {
    const year = Number(day.slice(0, 4))
    return this.years.has(year) && (day.slice(5) < turnOfYear || this.years.has(year + 1))
  }

  isWorkday(day: Day): boolean {
    const off = this.special.get(day)
    return off === undefined ? weekday(day) % 6 !== 0 : !off
  }

  /** Whether the day is worked, and whether a notice may still change that. */
  describe(day: Day): { readonly workday: boolean; readonly provisional: boolean } {
    return { workday: this.isWorkday(day), provisional: !this.isPublished(day) }
  }

  /** The day itself if it is worked, else the first worked day after it. */
  workdayFrom(day: Day): Counted {
    return this.walk(day, 1)
  }

  /** The day itself if it is worked, else the last worked day before it. */
  workdayUpTo(day: Day): Counted {
    return this.walk(day, -1)
  }

  /** The first worked day after the day. */
  nextWorkday(day: Day): Counted {
    return this.addWorkdays(day, 1)
  }

  /** The `count`-th working day after `day`, which itself is not counted; the day itself for 0. */
  addWorkdays(day: Day, count: number): Counted {
    return this.lookUp(day, count) ?? this.step(day, count, 1)
  }

  /** The `count`-th working day before `day`, which itself is not counted. */
  subtractWorkdays(day: Day, count: number): Counted {
    return this.step(day, count, -1)
  }

  /** Working days after `from` up to and with `to`; 0 when `to` is not after `from`. */
  workdaysBetween(from: Day, to: Day): number {
    const table = this.ordinals()
    const [a, b] = [daysBetween(table.first, from), daysBetween(table.first, to)]
    if (a >= 0 && b > a && b < table.upTo.length) return table.upTo[b]! - table.upTo[a]!
    let count = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (this.isWorkday(at)) count += 1
    return count
  }

  /** Whether published notices settle every day after `from` up to and with `to`. */
  isPublishedBetween(from: Day, to: Day): boolean {
    const table = this.ordinals()
    const [a, b] = [daysBetween(table.first, from), daysBetween(table.first, to)]
    if (a >= 0 && b > a && b < table.upTo.length) return table.unpublished[b] === table.unpublished[a]
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (!this.isPublished(at)) return false
    return true
  }

  private walk(day: Day, by: 1 | -1): Counted {
    let at = day
    let provisional = !this.isPublished(at)
    while (!this.isWorkday(at)) {
      at = addDays(at, by)
      provisional ||= !this.isPublished(at)
    }
    return { day: at, provisional }
  }

  private step(day: Day, count: number, by: 1 | -1): Counted {
    let at = day
    let provisional = false
    for (let left = count; left > 0;) {
      at = addDays(at, by)
      provisional ||= !this.isPublished(at)
      if (this.isWorkday(at)) left -= 1
    }
    return { day: at, provisional }
  }

  private lookUp(day: Day, count: number): Counted | null {
    const table = this.ordinals()
    const from = daysBetween(table.first, day)
    if (count < 1 || from < 0 || from >= table.upTo.length) return null
    const to = table.nth[table.upTo[from]! + count - 1]
    return to === undefined ? null : { day: addDays(table.first, to), provisional: table.unpublished[to]! > table.unpublished[from]! }
  }

  private ordinals(): Ordinals {
    if (this.table !== null) return this.table
    const years = [...this.years]
    const first = years.length === 0 ? '2000-01-01' : `${Math.min(...years)}-01-01`
    const length = years.length === 0 ? 0 : daysBetween(first, `${Math.max(...years) + 2}-01-01`)
    const table = { first, upTo: new Int32Array(length), unpublished: new Int32Array(length), nth: [] as number[] }
    for (let index = 0, day: Day = first; index < length; index += 1, day = addDays(day, 1)) {
      if (this.isWorkday(day)) table.nth.push(index)
      table.upTo[index] = table.nth.length
      table.unpublished[index] = (table.unpublished[index - 1] ?? 0) + (this.isPublished(day) ? 0 : 1)
    }
    this.table = table
    return table
  }
}
