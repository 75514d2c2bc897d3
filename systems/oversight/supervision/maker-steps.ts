// What the maker that the goods name is told and may do: its notice, its acceptance, its objection, its denial, and the answer to that.
import { choice, text } from '../../../kernel/kinds.ts'
import type { StepMaker } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { makerNotice } from './documents.ts'
import { forTheMaker, makerMay, objectsOnce, ownTerm, restsIn, termOf } from './maker-term.ts'
import { supervisionRefusals } from './refusals.ts'
import { quality } from './rules.ts'
import { ownObjections, sample, type sampleStates } from './sample.ts'

const { refuse } = supervisionRefusals

export type SampleSteps = StepMaker<typeof sample.fields, keyof typeof sampleStates, 'organiser' | 'sampler' | 'party' | 'head' | 'officer' | 'reader'>

/** From the notice to the final verdict: the term of the one runs beside whatever the other has begun. */
export const hearing = ['told', 'objected', 'reinspecting', 'retested'] as const
/** Nobody is named any more: who was stands beside it, and every page says so in its reader’s language. */
const unnamed = null as unknown as string
const decision = text(words('对否认的处理意见', 'What was decided on the denial'), { length: 1000 })

export const makerSteps = (step: SampleSteps) => ({
  'tell-maker': step({
    title: words('告知标称生产者', 'Tell the maker named'),
    from: hearing,
    to: (c) => c.record.state as 'told',
    by: 'organiser',
    basis: quality('15'),
    issues: makerNotice,
    check(c) {
      if (!ownTerm(c.record)) refuse('no-own-term')
      if (c.record.makerToldOn != null && termOf(c, 'maker-objection')) refuse('maker-told-already', { on: c.record.makerToldOn })
    },
    gives: (c) => ({ makerToldOn: c.today }),
  }),
  'maker-accept': step({
    title: words('标称生产者认可结果', 'The maker accepts the result'),
    from: hearing,
    to: (c) => restsIn(c, {}, 'maker-objection'),
    by: 'party',
    basis: quality('15'),
    check(c) {
      forTheMaker(c)
      // Nobody accepts what has not been told: the notice comes first, and with it the term.
      if (termOf(c, 'maker-objection') === undefined) refuse('maker-not-served')
    },
  }),
  'maker-object': step({
    title: words('标称生产者提出异议、申请复检', 'The maker objects, or asks for re-inspection'),
    from: hearing,
    to: (c) => (c.record.state === 'told' ? 'objected' : (c.record.state as 'objected')),
    by: 'party',
    basis: quality('15'),
    asks: {
      makerObjectionKind: choice(words('异议种类', 'Kind of objection'), ownObjections),
      makerObjection: text(words('异议和证据', 'Objection and evidence'), { length: 2000 }),
    },
    check(c) {
      makerMay(c, 'makerObjection')
      // That the goods are not its own the maker may say after a re-inspection too.
      objectsOnce(c.record, c.record.makerObjectionKind, 'makerObjection')
    },
    // One that comes while the re-inspection runs is answered by it.
    gives: (c) => (c.record.state === 'reinspecting' ? {} : { objectedOn: c.record.objectedOn ?? c.today }),
  }),
  deny: step({
    title: words('标称生产者否认生产', 'The maker denies having made it'),
    from: hearing,
    to: (c) => restsIn(c, { deniedOn: c.today, denialFound: null }),
    by: 'party',
    basis: quality('15'),
    asks: { denial: text(words('否认的理由和证据', 'Why they are not its goods, and evidence'), { length: 2000 }) },
    check(c) {
      makerMay(c, 'denial')
      if (c.record.deniedOn != null) refuse('objected-already', { field: 'denial' })
    },
    gives: (c) => ({ deniedOn: c.today, denialFound: null }),
  }),
  // 食品抽檢 2014 年辦法 38: the maker named is free, and whoever sold the goods still answers for them, in the term of its own.
  disown: step({
    title: words('否认成立，标称生产者不承担', 'The producer named did not make it: the seller answers'),
    from: hearing,
    to: (c) => (c.record.makerOwed == null ? 'told' : restsIn(c, { producer: null, denialFound: 'true' })),
    by: 'organiser',
    basis: quality('15'),
    asks: { denialDecision: decision },
    check(c) {
      const { objectionKind, producer, checked, state, objectedOn, makerOwed, deniedOn, denialFound } = c.record
      const denied = makerOwed == null ? state === 'objected' && objectionKind === 'authenticity' : deniedOn != null && denialFound == null
      if (!denied || producer === null || producer === checked) refuse('no-maker-to-free', { field: 'denialDecision' })
      if (makerOwed != null && objectedOn != null) refuse('objection-first', { field: 'denialDecision' })
    },
    gives: (c) => ({
      ...{ disowned: c.record.producer, disownedName: c.record.producerName, producer: null, producerName: unnamed },
      denialFound: 'true' as const,
      // Before the maker had a term of its own its denial stood where the seller’s objection stands.
      ...(c.record.makerOwed == null
        ? { objectionKind: null, objection: null, objectedOn: null, denial: c.record.objection, deniedOn: c.record.objectedOn }
        : {}),
    }),
  }),
  'decline-denial': step({
    title: words('否认不成立', 'The denial does not hold'),
    from: hearing,
    to: (c) => restsIn(c, { denialFound: 'untrue' }),
    by: 'organiser',
    basis: quality('15'),
    asks: { denialDecision: decision },
    check(c) {
      if (c.record.deniedOn == null || c.record.denialFound != null) refuse('no-denial', { field: 'denialDecision' })
    },
    gives: () => ({ denialFound: 'untrue' as const }),
  }),
})
