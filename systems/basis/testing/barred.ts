// Who may not apply again for a while (不得再次申請): after a mark obtained by improper means, and after an application that concealed something.
import { cite } from '../../../kernel/citation.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Term } from '../../../kernel/parameter.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { testingRefusals } from './refusals.ts'
import { counted, endOf } from './terms.ts'

const { refuse } = testingRefusals

interface Deciding {
  readonly today: Day
  parameter(name: string, day?: Day): { readonly value: unknown }
}

const lastDay = ({ today, parameter }: Deciding, name: string) => ({ barredTo: counted(today, parameter(name, today).value as Term) })

/** Obtained by improper means, a mark takes the right to apply along (許可法 79). */
export const barredByWithdrawal = (c: Deciding & { readonly answers: { readonly withdrawnFor: string } }): { barredTo?: string } =>
  c.answers.withdrawnFor === 'improper' ? lastDay(c, 'laboratory.bar-improper') : {}

interface Earlier extends Deciding {
  readonly record: Parameters<typeof endOf>[0]
  readonly answers: { readonly withdrawnFor: string }
}

/** The ground of a withdrawal of before grounds were kept: the term runs from the day of the withdrawal, by the rule of that day. */
export const barredSince = (c: Earlier): { barredTo?: string } => {
  const { answers, parameter } = c
  return barredByWithdrawal({ answers, parameter, today: endOf(c.record) as Day })
}

/** Whoever concealed something or gave false material is turned away, and may not come again at once (許可法 78). */
export const barredByConcealing = (c: Deciding & { readonly answers: { readonly concealed: boolean | null } }): { barredTo?: string } =>
  c.answers.concealed === true ? lastDay(c, 'laboratory.bar-concealed') : {}

interface Withdrawn {
  readonly barredTo: string | null
}

/** Refuses a mark to a laboratory whose own was obtained by improper means, until the term is over. */
export function notBarred(found: Withdrawn | null, on: Day, field: string): void {
  const to = found?.barredTo ?? null
  if (to === null || on > to) return
  const ground = words('原资质系以不正当手段取得，已被撤销', 'its mark was obtained by improper means and was withdrawn')
  refuse('barred-from-applying', { to, ground, basis: cite('administrative-licensing-law', '79'), field })
}

interface UnderWay {
  readonly record: { readonly laboratory: string }
  readonly today: Day
}

/** Why an application ended: by this it is found again when the withdrawal is set aside. */
export const endedByBar = (to: string): string => `原资质系以不正当手段取得，已被撤销，${to} 以前不得再次申请该资质`

/** What was under way when the mark was withdrawn as improperly obtained ends by that; otherwise it is declined for a reason of its own. */
export async function mustBeBarred({ record: { laboratory }, today }: UnderWay, at: Reading): Promise<{ reason: string }> {
  const to = ((await at.first('laboratory', { code: laboratory }))?.['barredTo'] ?? null) as string | null
  if (to === null || today > to) return refuse('not-barred', { laboratory })
  return { reason: endedByBar(to) }
}

interface Applying {
  readonly kind: string
  readonly laboratory: string
  /** The day by which it is judged: that of the receipt, or of the grant. */
  readonly received: Day
  readonly field: string
}

/** Refuses an application within the term, and a grant too; concealed in one for a wider scope it bars that, elsewhere the mark. */
export async function mayApplyAgain({ kind, laboratory, received, field }: Applying, found: Withdrawn | null, at: Reading): Promise<void> {
  notBarred(found, received, field)
  const turnedAway = await at.list('mark-application', { laboratory, concealed: true, state: ['declined', 'notAccepted'] })
  const ofIts = turnedAway.filter((each) => (each['kind'] === 'widening') === (kind === 'widening'))
  const bar = ofIts.find((each) => each['barredTo'] !== null && received <= (each['barredTo'] as string))
  if (!bar) return
  const ground = words(
    `申请 ${bar.number} 隐瞒有关情况或者提供虚假材料，没有获得准予`,
    `the application ${bar.number} concealed matters or gave false material and was turned away for it`,
  )
  refuse('barred-from-applying', { to: bar['barredTo'] as string, ground, basis: cite('administrative-licensing-law', '78'), field })
}
