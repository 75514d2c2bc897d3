// A warning (預警): decided on by colour, published, judged again, changed, lifted, withdrawn, and put back where its lifting was a mistake.
import { choice, choices, day, text } from '../../../kernel/kinds.ts'
import type { RunningClock, StepMaker } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { correctionNotice, liftingNotice, localWarning, provincialWarning, restoredNotice } from './documents.ts'
import { riskRefusals } from './refusals.ts'
import { outcomes, restoreGrounds, riskMatter } from './risk-matter.ts'
import { colours, grades, isProvincial, levels, usualColour, warningText, type Colour } from './rules.ts'
import type { RiskLevel } from './severity-probability.ts'

const { refuse } = riskRefusals
const reason = text(words('理由', 'Reason'), { length: 1000 })

/** Who acts in a matter of risk. */
export const duties = {
  analyst: words('风险分析人', 'Analyst'),
  panel: words('会商组织人', 'Convenor of the panel'),
  head: words('负责人', 'Head'),
  province: words('省级负责人', 'Head at the province'),
  publisher: words('预警发布人', 'Publisher of warnings'),
  reader: words('查阅人', 'Reader'),
} as const

/** Where a matter stands. */
export const states = {
  proposed: words('待受理', 'Proposed'),
  assessing: words('待评估', 'To be assessed'),
  consulting: words('待会商', 'To be consulted on'),
  deciding: words('待决定', 'To be decided'),
  approved: words('待发布', 'To be published'),
  warning: words('预警中', 'Warning in force'),
  internal: words('内部通报', 'Told internally'),
  lifted: words('已解除', 'Lifted'),
  retracted: words('已撤销', 'Withdrawn'),
  dismissed: words('不予预警', 'No warning'),
} as const

export type Maker = StepMaker<(typeof riskMatter)['fields'], keyof typeof states, keyof typeof duties>

/** Red and orange are decided by the province; whoever else tries is told. */
export function decides(c: { readonly actor: { readonly duty: string } }, colour: string | null): void {
  if (isProvincial(colour) && !c.actor.duty.endsWith('.province')) refuse('province-decides', { colour: colours[colour as Colour].title, field: 'colour' })
}

interface Warned {
  readonly colour: Colour
  readonly colourWhy: string | null
  readonly warnedTo: string
}

/** A colour is a decision of a person with the power for it; where it departs from the level found, it says why. */
function mayWarn(
  c: { readonly today: string; readonly actor: { readonly duty: string } },
  { colour, colourWhy, warnedTo }: Warned,
  level: RiskLevel | null,
): void {
  decides(c, colour)
  if (level !== null && usualColour[level] !== colour && !colourWhy)
    refuse('why-this-colour', { level: levels[level], usual: colours[usualColour[level]].title, colour: colours[colour].title, field: 'colourWhy' })
  if (warnedTo <= c.today) refuse('ends-in-the-past', { until: warnedTo, field: 'warnedTo' })
}

/** Whether a colour warns of more than another; colours stand from the gravest down. */
const isGraver = (colour: string, was: string | null): boolean => {
  const order = Object.keys(colours)
  return was !== null && order.indexOf(colour) < order.indexOf(was)
}

/** A graver colour asks for a measure of its own; where a measure is overdue already, that clock stands and gives no new time. */
function measureAnew(c: { readonly today: string; readonly clocks: readonly RunningClock[] }, colour: string): boolean {
  const runs = c.clocks.find(({ deadline, state }) => deadline === 'measure-anew' && (state === 'open' || state === 'lapsed'))
  return !runs || runs.due === null || runs.due > c.today || (runs.due === c.today && colour === 'red')
}

interface Fallen {
  readonly fallen: readonly { readonly signal: string; readonly on: string; readonly why: string; readonly weighed: string | null }[] | null
}

export const weighedBy = (record: Fallen, weighing: string) =>
  (record.fallen ?? []).map((one) => ({ ...one, weighed: one.weighed ?? weighing }))

/** Nobody is warned by what its source took back, until somebody has weighed what remains. */
function signalsStand(record: Fallen): void {
  const fallen = (record.fallen ?? []).find(({ weighed }) => weighed === null)
  if (fallen) refuse('signal-fallen', { signal: fallen.signal })
}

export const outcomeSays = (outcome: string | null) => (outcome ? outcomes[outcome as keyof typeof outcomes] : words('尚未研判', 'not judged yet'))
const warning = {
  either: [localWarning, provincialWarning],
  which: (c: { record: { readonly colour: string | null } }) => (isProvincial(c.record.colour) ? provincialWarning : localWarning),
}

export const warnings = (step: Maker) => ({
  warn: step({
    title: words('决定预警', 'Decide to warn'),
    from: 'deciding',
    to: 'approved',
    by: ['province', 'head'],
    basis: grades,
    notBy: ['assess', 'consult'],
    issues: warning,
    asks: {
      colour: choice(words('预警颜色', 'Colour'), colours),
      ...ask(riskMatter, 'colourWhy', 'scope', 'audience'),
      danger: text(words('危险', 'The danger'), { length: 1000 }),
      advice: text(words('怎么办', 'What to do'), { length: 1000 }),
      channels: choices(words('发布渠道', 'Channels'), riskMatter.fields.channels.choices!),
      warnedTo: day(words('预警截止', 'Warning until'), { mayLieAhead: true }),
    },
    check(c) {
      if (c.record.productClass === 'ambientAir') refuse('air-is-the-governments')
      signalsStand(c.record)
      mayWarn(c, c.answers, c.record.level)
    },
    gives: (c) => ({ standsTo: c.answers.warnedTo }),
  }),
  publish: step({
    title: words('发布预警', 'Publish the warning'),
    from: 'approved',
    to: 'warning',
    by: 'publisher',
    basis: warningText,
    check: (c) => signalsStand(c.record),
    gives: (c) => ({
      ...{ warnedFrom: c.today, warnedAt: c.occurred, reviewed: c.today, judgedAt: c.occurred },
      measureFrom: c.record.measured ? null : c.occurred,
    }),
  }),
  review: step({
    title: words('再研判', 'Judge again'),
    from: ['warning', 'internal'],
    to: (c) => c.record.state as 'warning',
    by: 'panel',
    basis: grades,
    returning: true,
    asks: { outcome: choice(words('研判结论', 'Outcome'), outcomes), reviewNote: reason },
    gives: (c) => ({ reviewed: c.today, judgedAt: c.occurred, fallen: weighedBy(c.record, c.answers.reviewNote) }),
  }),
  adjust: step({
    title: words('调整预警', 'Change the warning'),
    from: 'warning',
    to: 'warning',
    by: ['province', 'head'],
    basis: grades,
    returning: true,
    notBy: ['review'],
    issues: warning,
    asks: {
      colour: choice(words('预警颜色', 'Colour'), colours),
      colourWhy: reason,
      ...ask(riskMatter, 'scope', 'danger', 'advice'),
      wholeClass: choice(words('不再限定型号批次', 'Models and lots no longer named'), { yes: words('是，同类产品都应注意', 'Yes: heed it for all of the class') }, { optional: true }),
      warnedTo: day(words('预警截止', 'Warning until'), { mayLieAhead: true }),
    },
    check(c) {
      decides(c, c.record.colour)
      mayWarn(c, c.answers, c.record.level)
      signalsStand(c.record)
      if (c.record.outcome !== 'change') refuse('not-reviewed', { outcome: outcomeSays(c.record.outcome) })
    },
    // What is changed is published anew: judged again within the term of its colour, and a graver one asks for a measure of its own.
    gives: (c) => ({
      ...{ outcome: null, judgedAt: c.occurred, standsTo: c.answers.warnedTo },
      // What is left out of the form stays as it was told.
      scope: c.answers.wholeClass ? [] : c.answers.scope?.length ? c.answers.scope : c.record.scope,
      danger: c.answers.danger ?? c.record.danger,
      advice: c.answers.advice ?? c.record.advice,
      ...(isGraver(c.answers.colour, c.record.colour) && measureAnew(c, c.answers.colour) ? { raisedAt: c.occurred } : {}),
    }),
  }),
  lift: step({
    title: words('解除预警', 'Lift the warning'),
    from: ['warning', 'internal'],
    to: 'lifted',
    by: ['province', 'head'],
    basis: grades,
    notBy: ['review'],
    // What the public was never told of is not announced to have ended.
    issues: { either: [liftingNotice], which: (c) => (c.record.warnedFrom ? liftingNotice : null) },
    asks: { endWhy: reason },
    check(c) {
      decides(c, c.record.colour)
      if (c.record.outcome !== 'lift') refuse('not-reviewed', { outcome: outcomeSays(c.record.outcome) })
    },
    gives: (c) => ({ ended: c.today, standsTo: null }),
  }),
  restore: step({
    title: words('撤销解除，恢复预警', 'Take back the lifting'),
    from: 'lifted',
    // What the public was never told of is told internally again.
    to: (c) => (c.record.warnedFrom ? 'warning' : 'internal'),
    by: ['province', 'head'],
    basis: grades,
    issues: { either: [restoredNotice], which: (c) => (c.record.warnedFrom ? restoredNotice : null) },
    asks: {
      ground: choice(words('撤销解除的原因', 'Why the lifting does not stand'), restoreGrounds),
      restoredWhy: text(words('理由（公开）', 'Reason, public'), { length: 1000 }),
      ...ask(riskMatter, 'warnedTo'),
    },
    check(c) {
      decides(c, c.record.colour)
      signalsStand(c.record)
      const { warnedTo } = c.answers
      if (c.record.warnedFrom && (warnedTo === null || warnedTo <= c.today)) refuse('ends-in-the-past', { until: warnedTo ?? '—', field: 'warnedTo' })
    },
    // It stands as it was, and is judged again; where no measure was taken yet, one is waited for anew.
    gives: (c) => ({
      ...{ ended: null, endWhy: null, outcome: null, restored: c.today, reviewed: c.today, judgedAt: c.occurred },
      ...(c.record.warnedFrom ? { standsTo: c.answers.warnedTo } : { warnedTo: null }),
      ...(c.record.warnedFrom && !c.record.measured ? { measureFrom: c.occurred } : {}),
    }),
  }),
  retract: step({
    title: words('撤销并更正', 'Withdraw and correct'),
    // What proves wrong before its publication need not be published first; what does after its lifting is corrected all the same.
    from: ['approved', 'warning', 'lifted'],
    to: 'retracted',
    by: ['province', 'head'],
    basis: warningText,
    issues: { either: [correctionNotice], which: (c) => (c.record.warnedFrom ? correctionNotice : null) },
    asks: { endWhy: text(words('更正内容', 'Correction'), { length: 1000 }) },
    check(c) {
      if (c.record.state === 'lifted' && !c.record.warnedFrom) refuse('never-public')
      decides(c, c.record.colour)
    },
    gives: (c) => ({ ended: c.today, standsTo: null }),
  }),
})
