// Which cases belong to a campaign, and what is counted of them.
import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/day.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { kinds } from './case-codes.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals

/** A campaign is told before it begins to end. */
export function wellPlanned({ from, to }: { readonly from: Day; readonly to: Day }, today: Day): void {
  if (to < from || to < today) refuse('days-wrong', { from, to, field: 'to' })
}

const matter = (campaign: string): string => `cases of a campaign: ${campaign}`

interface Filing {
  readonly record: { readonly kind: string; readonly productClass: string | null; readonly place: string }
  readonly answers: { readonly campaign: string | null; readonly productClass: string | null }
  readonly today: Day
}

/** A case counts for a campaign that runs on the day of its filing, of its kinds and classes, in its areas; nothing else swells it. */
export async function ofCampaign({ record, answers, today }: Filing, at: Reading): Promise<void> {
  if (answers.campaign == null) return
  // Nobody counts it while a case is being filed for it.
  await at.alone(matter(answers.campaign))
  const found = await at.first('campaign', { id: answers.campaign })
  if (found?.state !== 'running') return refuse('campaign-not-running', { number: found?.number ?? '—', field: 'campaign' })
  const [from, to] = [found['from'] as Day, found['to'] as Day]
  const number = found.number ?? found.id
  if (today < from || today > to) refuse('campaign-days', { number, from, to, field: 'campaign' })
  const wanted = found['kinds'] as readonly (keyof typeof kinds)[]
  if (!wanted.includes(record.kind as 'other')) refuse('campaign-kinds', { number, kind: kinds[record.kind as 'other'], field: 'campaign' })
  const classes = found['classes'] as readonly string[] | null
  const own = answers.productClass ?? record.productClass
  if (classes?.length && !(own !== null && classes.includes(own))) refuse('campaign-classes', { number, own: own ?? '—', field: 'productClass' })
  const areas = (found['areas'] as readonly { readonly area: string }[] | null) ?? []
  const there = (areas.length > 0 ? areas.map(({ area }) => area) : [found['place'] as string]).flatMap((area) => at.under(area))
  if (!there.includes(record.place)) refuse('campaign-areas', { number, field: 'campaign' })
}

interface Counting {
  readonly record: { readonly id: string }
  readonly today: Day
}

const all = 100_000

/** Counted from the cases that name it, as they stand on the day. A decision that was annulled is one no more, nor is its fine. */
export async function countedOf({ record, today }: Counting, at: Reading) {
  await at.alone(matter(record.id))
  const cases = await at.list('case', { campaign: record.id }, all)
  const standing = cases.filter((one) => one['decided'] != null && one.state !== 'annulled')
  const sum = (of: typeof cases, field: string): string =>
    of.reduce((total, one) => total.plus((one[field] as string | null) ?? 0), new Decimal(0)).toFixed(2)
  return {
    cases: cases.length,
    decisions: standing.length,
    waived: cases.filter((one) => one['waivedOn'] != null).length,
    crimes: cases.filter((one) => one['crime'] === true).length,
    annulled: cases.filter((one) => one.state === 'annulled').length,
    goodsValue: sum(cases, 'value'),
    fines: sum(standing, 'fine'),
    confiscated: sum(standing, 'confiscated'),
    countedOn: today,
  }
}
