// A citation as a link: the act by its name, the article by its number.
import { citedAs } from '../data/acts.ts'
import type { Saying } from './saying.ts'

export const Cited = ({ to, s }: { to: string; s: Saying }) => <a href={s.to(`/law/${to}`)}>{s.say(citedAs(to))}</a>
