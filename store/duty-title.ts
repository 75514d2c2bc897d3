// What a duty is called: people are told of an official by office and duty, and not by name.
import type { Words } from '../kernel/words.ts'
import type { Engine } from './engine.ts'

/** The title that the first procedure gives it which knows it; null where none does. */
export function dutyTitle({ house }: Engine, duty: string): Words | null {
  for (const { of, duties } of house.procedures.values())
    for (const [name, title] of Object.entries(duties)) if (house.duty(of.name, name) === duty) return title
  return null
}
