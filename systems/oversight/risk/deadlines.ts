// The clocks of a matter of risk: assessed, consulted on, decided, acted on by its colour, judged again, and what follows its term.
import { parameter } from '../../../kernel/deadline.ts'
import { words } from '../../../kernel/words.ts'

const byColour = (name: string) => ({
  within: parameter(`${name}-blue`),
  except: (['red', 'orange', 'yellow'] as const).map((colour) => ({ field: 'colour' as const, is: colour, within: parameter(`${name}-${colour}`) })),
})
const firstMeasure = byColour('risk.first-measure')

export const matterDeadlines = [
  { name: 'assessment', title: words('评估期限', 'Assess the risk'), starts: 'assessing', metBy: ['assess', 'dismiss'], within: parameter('risk.assess'), lapse: 'alarm' },
  { name: 'consultation', title: words('会商期限', 'Consult'), starts: 'consulting', metBy: ['consult', 'dismiss'], within: parameter('risk.consult'), lapse: 'alarm', again: true },
  { name: 'decision', title: words('决定期限', 'Decide'), starts: 'deciding', metBy: ['warn', 'circulate', 'dismiss'], within: parameter('risk.decide'), lapse: 'alarm', again: true },
  {
    name: 'first-measure',
    title: words('首项措施期限', 'First measure'),
    // What was decided before the publication is a measure; then none is waited for.
    starts: { field: 'measureFrom' },
    metBy: ['decide-measures'],
    ...firstMeasure,
    // Of a warning that was lifted before any measure and stands again.
    again: 'renewed',
    lapse: 'alarm',
  },
  {
    // Raised again before its first measure the new colour’s term runs, unless the old one is over already: see `adjust`.
    name: 'measure-anew',
    title: words('提高颜色后的首项措施期限', 'First measure after a graver colour'),
    starts: { field: 'raisedAt' },
    metBy: ['decide-measures'],
    ...firstMeasure,
    again: 'renewed',
    lapse: 'alarm',
  },
  {
    name: 'judgement',
    title: words('再研判周期', 'Judge again'),
    starts: { field: 'judgedAt' },
    // What is told internally and assessed anew is judged by the new decision.
    metBy: ['review', 'adjust', 'lift', 'retract', 'assess'],
    ...byColour('risk.rejudge'),
    again: true,
    lapse: 'alarm',
  },
  {
    name: 'after-term',
    title: words('预警期满处理', 'The warning’s term has passed'),
    // Of its own, so that a warning that stands again to the same day has its clock again.
    starts: { field: 'standsTo' },
    // A change that leaves the end as it is leaves the clock as it is.
    metBy: ['lift', 'retract'],
    within: parameter('risk.after-term'),
    again: 'renewed',
    lapse: { propose: 'lift' },
  },
] as const
