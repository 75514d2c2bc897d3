// Working days by the State Council's yearly notices; a year without a notice is counted by weekends and marked provisional.
import { addDays, weekday, type Day } from './day.ts'

/** One year's notice: days off beside the weekends, and weekend days that are worked. */
export interface YearNotice {
  readonly year: number
  readonly source: string
  readonly days: readonly { readonly date: Day; readonly name: string; readonly isOffDay: boolean }[]
}

export interface Counted {
  readonly day: Day
  /** True when a day without a published notice was counted on the way. */
  readonly provisional: boolean
}

export class WorkCalendar {
  readonly years: ReadonlySet<number>
  private readonly notices: readonly YearNotice[]
  private readonly special: ReadonlyMap<Day, boolean>

  constructor(notices: readonly YearNotice[]) {
    this.notices = notices
    this.years = new Set(notices.map((notice) => notice.year))
    this.special = new Map(notices.flatMap((notice) => notice.days.map((d) => [d.date, d.isOffDay] as const)))
  }

  /** A calendar with further notices; one for a year that is there already takes its place. */
  with(loaded: readonly YearNotice[]): WorkCalendar {
    const years = new Set(loaded.map((notice) => notice.year))
    return new WorkCalendar([...this.notices.filter((notice) => !years.has(notice.year)), ...loaded])
  }

  isPublished(day: Day): boolean {
    return this.years.has(Number(day.slice(0, 4)))
  }

  isWorkday(day: Day): boolean {
    const off = this.special.get(day)
    return off === undefined ? weekday(day) % 6 !== 0 : !off
  }

  /** The day itself if it is worked, else the first worked day after it. */
  workdayFrom(day: Day): Counted {
    let at = day
    let provisional = !this.isPublished(at)
    while (!this.isWorkday(at)) {
      at = addDays(at, 1)
      provisional ||= !this.isPublished(at)
    }
    return { day: at, provisional }
  }

  /** The `count`-th working day after `day`, which itself is not counted. */
  addWorkdays(day: Day, count: number, isCounted: (day: Day) => boolean = () => true): Counted {
    let at = day
    let provisional = false
    for (let left = count; left > 0;) {
      at = addDays(at, 1)
      provisional ||= !this.isPublished(at)
      if (this.isWorkday(at) && isCounted(at)) left -= 1
    }
    return { day: at, provisional }
  }

  /** Working days after `from` up to and with `to`. */
  workdaysBetween(from: Day, to: Day): number {
    let count = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (this.isWorkday(at)) count += 1
    return count
  }
}
