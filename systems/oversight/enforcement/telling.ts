// When a party is told of its case (處罰法 44, 55): by a paper that is served on it, by what is taken from it, or by an entry that says how.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, text } from '../../../kernel/kinds.ts'
import { kernelRefusals } from '../../../kernel/house-refusals.ts'
import { service } from '../../../kernel/standing-steps.ts'
import { words } from '../../../kernel/words.ts'
import type { Day } from '../../../kernel/day.ts'
import type { PaperChange } from '../../../kernel/document.ts'
import { officials } from './case.ts'
import { lookingInto, states, stays } from './case-codes.ts'
import { servedOn, stillOnce } from './decision.ts'
import { penaltyNotice, summons } from './documents.ts'
import { enforcementRefusals } from './refusals.ts'
import type { Maker } from './remedies.ts'
import { movedOn } from './statute.ts'

const { refuse } = enforcementRefusals
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
  readonly record: { readonly state: string; readonly party: string | null; readonly informed: string | null }
  readonly paper?: PaperChange | null
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

/** Only the notice of the penalty moves a case: its other papers are served beside that. */
const ofNotice = (c: Serving): boolean => c.paper?.form === penaltyNotice.name

/** A notice that is announced is received when that is over; until then the case stands still. */
const announced = (c: Serving): boolean =>
  c.record.state === 'told' && ofNotice(c) && c.answers['way'] === 'notice' && c.answers['outcome'] === 'sent'

/** Received by now: announced once more, it is not. */
const received = (c: Serving): boolean => ofNotice(c) && (servedOn(c) ?? '9999') <= c.today

const serving = { by: ['handler', 'head'], basis: rules('81'), returning: true, paper: 'serve', asks: service(['handler', 'head']) } as const

const anyState = Object.keys(states) as (keyof typeof states)[]
const afterLead = anyState.filter((state) => !['lead', 'verifying', 'testingLead', 'notFiled', 'passedOn'].includes(state))

export const telling = (step: Maker) => ({
  summon: step({
    title: words('通知询问', 'Summon the party'),
    from: lookingInto,
    ...stays,
    by: 'handler',
    basis: law('55'),
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
    ...stays,
    by: 'head',
    basis: rules('81'),
    standing: true,
    paper: 'sign',
    asks: signing,
  }),
  'serve-document': step({
    title: words('送达文书', 'Serve a document'),
    from: anyState.filter((state) => state !== 'announcing'),
    to: (c) => (announced(c) ? 'announcing' : (c.record.state as 'told')),
    ...serving,
    standing: true,
    // The terms of a decision that is announced count from the end of that, which the case has written down.
    check({ record: { served }, answers, today }) {
      if (served != null && served > today) kernelRefusals.refuse('served-already', { number: String(answers['document']), served, field: 'document' })
    },
    gives: (c) => ({ ...toldBy(c), ...(announced(c) ? { announcedUntil: servedOn(c) } : {}) }),
  }),
  // Whoever is found while the notice is announced has it from that day.
  'serve-meanwhile': step({
    title: words('公告期间另行送达', 'Serve it in another way while it is announced'),
    from: 'announcing',
    to: (c) => (received(c) ? 'told' : 'announcing'),
    ...serving,
    gives: (c) => ({ ...toldBy(c), ...(received(c) ? movedOn(c) : {}) }),
  }),
  'announcement-over': step({
    title: words('公告期满，视为送达', 'The announcement is over: it is served'),
    from: 'announcing',
    to: 'told',
    by: ['handler', 'head'],
    basis: rules('82'),
    returning: true,
    check({ record: { announcedUntil }, today }) {
      if (announcedUntil !== null && today <= announcedUntil) refuse('announcement-runs', { until: announcedUntil })
    },
    gives: (c) => movedOn(c),
  }),
  inform: step({
    title: words('登记已告知当事人', 'Enter that the party was told'),
    from: afterLead,
    ...stays,
    by: ['handler', 'head'],
    basis: law('44'),
    standing: true,
    asks: {
      how: choice(words('告知方式', 'By which act'), tellings),
      proof: text(words('送达回证', 'Proof of service'), { optional: true, length: 120 }),
      toldFacts: text(words('文书告知的事实', 'Facts as the paper told them'), { optional: true, length: 2000, hint: words('照已送达文书填写；只告知程序的不填', 'As the served paper says; none where it told of no facts') }),
    },
    gives: (c) => ({ informed: c.record.party, toldFacts: c.answers.toldFacts ?? c.record.toldFacts }),
  }),
  // Which breach of its origin a case is of: of two cases of one origin without it the second is not fined, for it may be the same.
  'mark-breach': step({
    title: words('登记是来源中的哪一违法', 'Enter which breach of its origin it is of'),
    from: anyState,
    ...stays,
    by: 'head',
    shownTo: officials,
    basis: law('29'),
    standing: true,
    asks: { passedAs: text(words('来源中的违法行为', 'Which breach of its origin'), { length: 60 }) },
    check(c) {
      if (c.record.passedAs !== null) refuse('marked-already', { mark: c.record.passedAs, field: 'passedAs' })
    },
  }),
  // What was entered wrongly is put right by another act with its reason, and stands beside the first in the history.
  'correct-mark': step({
    title: words('更正是来源中的哪一违法', 'Correct which breach of its origin it is of'),
    from: anyState,
    ...stays,
    by: 'head',
    shownTo: officials,
    basis: law('29'),
    standing: true,
    asks: {
      passedAs: text(words('来源中的违法行为', 'Which breach of its origin'), { length: 60 }),
      why: text(words('更正理由', 'Why'), { length: 500 }),
    },
    check(c) {
      if (c.record.passedAs === null) refuse('not-marked', { field: 'passedAs' })
      if (c.record.passedAs === c.answers.passedAs) refuse('marked-already', { mark: c.record.passedAs, field: 'passedAs' })
    },
    // Told apart from what was fined already it would be fined once more: then the other decision is annulled first.
    confirm: (c, at) => stillOnce(c, at),
  }),
})
