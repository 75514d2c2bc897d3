// Calendar days and instants as strings: a day is `YYYY-MM-DD` in Asia/Shanghai, an instant is RFC 3339 in UTC.

declare const dayBrand: unique symbol
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string & { readonly [dayBrand]?: never }
/** A moment, RFC 3339 with `Z`. */
export type Instant = string

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

export function isDay(text: string): text is Day {
  const parts = dayPattern.exec(text)
  if (!parts) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

const millisecondsADay = 86_400_000
const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (time: number): Day => new Date(time).toISOString().slice(0, 10)

/** `days` calendar days after `day` (negative: before). */
export const addDays = (day: Day, days: number): Day => fromUtc(toUtc(day) + days * millisecondsADay)

/** Calendar days from `from` to `to`. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toUtc(to) - toUtc(from)) / millisecondsADay)

/** The same day `months` later; the last day of the month where that day does not exist (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + months
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return fromUtc(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), lastOfMonth)))
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(toUtc(day)).getUTCDay()

/** China has kept one zone, UTC+8 without summer time, since 1992. */
const shanghaiOffset = 8 * 3_600_000

/** The day in Asia/Shanghai on which a moment falls: that of UTC until four in the afternoon there, the next one after it. */
export const dayOf = (instant: Instant): Day =>
  instant.endsWith('Z') && instant.slice(11, 13) < '16' ? instant.slice(0, 10) : fromUtc(Date.parse(instant) + shanghaiOffset)

/** The moment at which a day begins in Asia/Shanghai. */
export const startOf = (day: Day): Instant => new Date(toUtc(day) - shanghaiOffset).toISOString()

export const addHours = (instant: Instant, hours: number): Instant => new Date(Date.parse(instant) + hours * 3_600_000).toISOString()
