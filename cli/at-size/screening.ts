// The analyst's first look at the signals that failures and recalls bring about.
import { addDays, type Day } from '../../kernel/day.ts'
import type { Chance } from './rates.ts'
import { actor, type Tale } from './tale.ts'

const analyst = actor('risk.analyst', 'hebei-market', ['risk.analyst'])

/** What came about is a signal too: it is looked at within days, one in thirty waits. */
export async function screen(cause: Tale, on: Day, chance: Chance): Promise<void> {
  const signal = await cause.follow('signal')
  if (signal && !signal.lies(on, 0.03, chance))
    await signal.take('take', addDays(on, chance.whole(1, 4)), analyst, { hazard: 'other', credibility: 4 })
}
