// Proficiency rounds as the public may see them: those that take results, those that were published, and what one laboratory stands behind.
import type { Published } from '../../store/publications.ts'
import type { PublicParts } from '../render.ts'
import { publishedNow } from './published.ts'

export interface ScoreShown {
  readonly code: string
  readonly value: string
  readonly expanded: string | null
  readonly z: string
  readonly zeta: string | null
  readonly en: string | null
  readonly performance: 'satisfactory' | 'questionable' | 'unsatisfactory'
}

export const scoresOf = ({ values }: Published): readonly ScoreShown[] => (values['scores'] ?? []) as readonly ScoreShown[]

export const shareOf = (scores: readonly ScoreShown[], performance: ScoreShown['performance']): number =>
  scores.filter((each) => each.performance === performance).length

export const openRounds = async (parts: PublicParts): Promise<readonly Published[]> =>
  (await publishedNow(parts, 'proficiency-calls')).toSorted((a, b) => String(a.values['closes']).localeCompare(String(b.values['closes'])))

export const publishedRounds = (parts: PublicParts): Promise<readonly Published[]> => publishedNow(parts, 'proficiency-rounds')

export const namedResultsOf = (parts: PublicParts, laboratory: string): Promise<readonly Published[]> =>
  publishedNow(parts, 'proficiency-named', { field: 'laboratory', is: laboratory })
