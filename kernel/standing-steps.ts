// Steps that a procedure has without declaring them: to extend a deadline, and to sign, serve or void a document that it issued.
import { cite } from './citation.ts'
import { waysOfService, type DocumentForm } from './document.ts'
import type { Field, Fields } from './field.ts'
import { kernelRefusals } from './house-refusals.ts'
import { choice, day, text } from './kinds.ts'
import type { Procedure, Step, StepContext } from './procedure.ts'
import { words } from './words.ts'

const procedureRules = (article: string) => cite('penalty-procedure', article)
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]
type Asked = StepContext<never, Readonly<Record<string, unknown>>>

/** Forms that a step may issue. */
export const formsOf = ({ issues }: { readonly issues?: Step['issues'] }): readonly DocumentForm[] =>
  issues === undefined ? [] : 'either' in issues ? issues.either : [issues]

/** Forms that a procedure may issue. */
export const formsIssued = (procedure: Procedure): readonly DocumentForm[] => [
  ...new Set([procedure.opens as Pick<Step, 'issues'>, ...Object.values(procedure.steps)].flatMap(formsOf)),
]

const stays = { to: (c: Asked) => (c.record as { readonly state: string }).state, returning: true, standing: true } as const

/** Never automatic: an approver, a reason and a paper, before expiry (處罰程序規定 18, 64). */
function extension(procedure: Procedure, from: readonly string[]): Readonly<Record<string, Step>> {
  const able = procedure.deadlines.filter((deadline) => deadline.extension)
  if (able.length === 0) return {}
  const check = (c: Asked): void => {
    const deadline = able.find((each) => each.name === c.answers['deadline'])!
    const { by, times } = deadline.extension!
    const clock = c.clocks.find((each) => each.deadline === deadline.name && ['open', 'paused', 'lapsed'].includes(each.state))
    const title = deadline.title.zh
    if (!clock) return kernelRefusals.refuse('no-clock', { deadline: title, field: 'deadline' })
    if (c.actor.duty.split('.').at(-1) !== by)
      kernelRefusals.refuse('not-yours', { step: `延长${title}`, duties: procedure.duties[by]?.zh ?? by })
    if (clock.state === 'lapsed' || (clock.due !== null && clock.due < c.today))
      kernelRefusals.refuse('too-late', { deadline: title, due: clock.due ?? '', field: 'deadline' })
    if (clock.extensions.length >= times) kernelRefusals.refuse('extended-already', { deadline: title, times, field: 'deadline' })
  }
  const step = {
    title: words('延长期限', 'Extend a deadline'),
    from,
    by: unique(able.map((deadline) => deadline.extension!.by)),
    basis: procedureRules('18'),
    asks: {
      deadline: choice(words('期限', 'Deadline'), Object.fromEntries(able.map(({ name, title }) => [name, title]))),
      why: text(words('延长理由', 'Why'), { length: 500 }),
      approval: text(words('批准文书', 'Paper of approval'), { length: 100 }),
    },
    check,
    ...stays,
  }
  return { 'extend-deadline': step as unknown as Step }
}

const outcomes = { sent: words('已发出', 'Sent'), served: words('已送达', 'Served'), failed: words('未妥投', 'Not delivered') }
const number: Field = text(words('文号', 'Number of the document'), { length: 120 })

/** Questions of a service; a procedure whose state moves with it declares its own step with them. */
export function service(named: readonly string[]): Fields {
  const some = { optional: true, length: 200, personal: true, shownTo: named } as const
  return {
    document: number,
    way: choice(words('送达方式', 'Way of service'), waysOfService),
    outcome: choice(words('送达结果', 'Outcome'), outcomes),
    on: day(words('送达日期', 'Served on'), { optional: true, hint: words('当事人收到之日；未填为今天', 'The day it was received; today when left out') }),
    place: text(words('送达地点', 'Place or address'), some),
    servers: text(words('送达人', 'Who served it'), { optional: true, length: 100, hint: words('两人', 'Two persons') }),
    signer: text(words('签收人及与受送达人关系', 'Who signed for it, and how related'), some),
    refusal: text(words('拒收记录', 'Record of the refusal'), { optional: true, length: 500, hint: words('见证人或者音像记录', 'Witness or recording') }),
    consent: text(words('同意电子送达确认书', 'Consent to electronic service'), { optional: true, length: 100 }),
  }
}

function papers(procedure: Procedure, from: readonly string[]): Readonly<Record<string, Step>> {
  const forms = formsIssued(procedure)
  if (forms.length === 0) return {}
  const officials = unique(forms.flatMap((form) => form.servedBy ?? form.signedBy))
  const steps = {
    'sign-document': {
      title: words('签署文书', 'Sign a document'),
      by: unique(forms.flatMap((form) => form.signedBy)),
      basis: procedureRules('81'),
      asks: { document: number, how: choice(words('签署方式', 'How'), { hand: words('手签', 'By hand'), seal: words('盖章', 'Seal'), electronic: words('电子确认', 'Electronically') }) },
      paper: 'sign',
    },
    'serve-document': { title: words('送达文书', 'Serve a document'), by: officials, basis: procedureRules('81'), asks: service(officials), paper: 'serve' },
    'void-document': {
      title: words('作废文书', 'Void a document'),
      by: unique(forms.map((form) => form.signedBy.at(-1)!)),
      basis: procedureRules('63'),
      asks: { document: number, why: text(words('作废理由', 'Why'), { length: 500 }) },
      paper: 'void',
    },
  }
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, { ...step, ...stays, from } as unknown as Step]))
}

/** The procedure with its standing steps; a declared step of the same name goes before. A document is handled in any state. */
export function withStandingSteps(procedure: Procedure): Procedure {
  const states = Object.keys(procedure.states)
  const running = states.filter((state) => !procedure.ends.includes(state))
  return { ...procedure, steps: { ...extension(procedure, running), ...papers(procedure, states), ...procedure.steps } }
}
