// When a party is told of its case (處罰法 44, 55): by a paper that is served on it, by what is taken from it, or by an entry that says how.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, text } from '../../../kernel/kinds.ts'
import { service } from '../../../kernel/standing-steps.ts'
import { words } from '../../../kernel/words.ts'
import type { Day } from '../../../kernel/day.ts'
import { states } from './case-codes.ts'
import { servedOn } from './decision.ts'
import { summons } from './documents.ts'
import type { Maker } from './remedies.ts'

const rules = (article: string) => cite('penalty-procedure', article)
const law = (article: string) => cite('administrative-penalty-law', article)

/** Acts by which a party hears of its case. */
export const tellings = {
  notice: words('处罚告知书', 'Notice of an intended penalty'),
  summons: words('询问通知书', 'Summons'),
  hold: words('强制措施决定书', 'Order to hold goods'),
  decision: words('处罚决定书', 'Decision'),
} as const

interface Serving {
  readonly record: { readonly party: string | null; readonly informed: string | null }
  readonly answers: Readonly<Record<string, unknown>>
  readonly today: Day
  parameter(name: string): { readonly value: unknown }
}

/** Whoever has received a paper of the case knows of it; a paper on its way or returned tells nothing. */
export const toldBy = (c: Serving): { readonly informed?: string | null } => (servedOn(c) === null ? {} : { informed: c.record.party })

/** Questions of a signature. */
export const signing = {
  document: text(words('文号', 'Number of the document'), { length: 120 }),
  how: choice(words('签署方式', 'How'), { hand: words('手签', 'By hand'), seal: words('盖章', 'Seal'), electronic: words('电子确认', 'Electronically') }),
}

const anyState = Object.keys(states) as (keyof typeof states)[]
const afterLead = anyState.filter((state) => !['lead', 'verifying', 'notFiled', 'passedOn'].includes(state))

export const telling = (step: Maker) => ({
  summon: step({
    title: words('通知询问', 'Summon the party'),
    from: 'investigating',
    to: 'investigating',
    by: 'handler',
    basis: law('55'),
    returning: true,
    issues: summons,
    asks: {
      comeOn: day(words('询问日期', 'To come on'), { mayLieAhead: true }),
      comeTo: text(words('询问地点', 'Where'), { length: 120 }),
      about: text(words('询问事项', 'About what'), { length: 300, hint: words('不写线索来源', 'Without saying where the lead came from') }),
    },
    gives: (c) => ({ summoned: c.today }),
  }),
  // Heads sign what is served in a case; what officers decide on the spot they sign by a step of their own.
  'sign-document': step({
    title: words('签署文书', 'Sign a document'),
    from: anyState,
    to: (c) => c.record.state as 'told',
    by: 'head',
    basis: rules('81'),
    returning: true,
    standing: true,
    paper: 'sign',
    asks: signing,
  }),
  'serve-document': step({
    title: words('送达文书', 'Serve a document'),
    from: anyState,
    to: (c) => c.record.state as 'told',
    by: ['handler', 'head'],
    basis: rules('81'),
    returning: true,
    standing: true,
    paper: 'serve',
    asks: service(['handler', 'head']),
    gives: toldBy,
  }),
  inform: step({
    title: words('登记已告知当事人', 'Enter that the party was told'),
    from: afterLead,
    to: (c) => c.record.state as 'told',
    by: ['handler', 'head'],
    basis: law('44'),
    returning: true,
    standing: true,
    asks: { how: choice(words('告知方式', 'By which act'), tellings), proof: text(words('送达回证', 'Proof of service'), { optional: true, length: 120 }) },
    gives: (c) => ({ informed: c.record.party }),
  }),
})
