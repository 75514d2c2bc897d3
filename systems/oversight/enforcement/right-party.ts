// Whose case it is: a party named or corrected before anybody was told; once somebody was, its case is ended and the right one has its own.
import { cite } from '../../../kernel/citation.ts'
import { party, text } from '../../../kernel/kinds.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { weighedAnew, type Fallen } from '../../basis/testing/index.ts'
import { officials, penaltyCase } from './case.ts'
import { lookingInto, toldOf } from './case-codes.ts'
import { notInstead } from './decision.ts'
import { enforcementRefusals } from './refusals.ts'
import type { Maker } from './remedies.ts'

const { refuse } = enforcementRefusals
const law = (article: string) => cite('administrative-penalty-law', article)
const reviewed: readonly string[] = ['reviewing', 'reviewed']

export const rightParty = (step: Maker) => ({
  // Whoever was named has heard nothing yet, and reads nothing; the one named now is told by an act of its own.
  'name-party': step({
    title: words('查明、更正当事人', 'Name the party, or correct it'),
    from: ['lead', 'verifying', 'testingLead', ...lookingInto, 'suspended', 'reviewing', 'reviewed'],
    to: (c) => (reviewed.includes(c.record.state) ? 'investigating' : (c.record.state as 'lead')),
    by: 'handler',
    shownTo: officials,
    basis: law('40'),
    returning: true,
    asks: { ...ask(penaltyCase, 'party', 'partyName', 'representative'), why: text(words('更正理由', 'Why'), { length: 500 }) },
    check(c) {
      if (c.record.informed !== null) refuse('told-already', { party: c.record.partyName, field: 'party' })
      // A paper made out to the one would tell the other once it is served. Goods whose owner is not known yet are no such paper.
      const held = c.record.party != null && (c.record.holding ?? []).length > 0
      if (c.record.summoned != null || held) refuse('paper-out', { party: c.record.partyName, field: 'party' })
      if (c.answers.party === c.record.party && c.answers.partyName === c.record.partyName) refuse('same-party', { field: 'party' })
    },
    // What was found of the earlier penalties of another says nothing of this one.
    gives: () => ({ earlier: null }),
  }),
  // It is told how its case ended; what follows for the right one stands in a file that it never reads.
  'wrong-party': step({
    title: words('当事人认定错误，对其终止并另立案源', 'It is the wrong party: end its case, and enter a lead for the right one'),
    from: [...lookingInto, 'suspended', 'reviewing', 'reviewed', ...toldOf, 'hearing', 'deciding'],
    to: 'terminated',
    by: 'head',
    basis: law('57'),
    asks: {
      reasons: text(words('终止的理由', 'Why it ends'), { length: 1000, hint: words('当事人可见，不写另一当事人', 'The party reads it: without naming the other') }),
      rightParty: party(words('应为当事人代码', 'Credit code of the right party'), { optional: true, shownTo: officials }),
      rightName: text(words('应为当事人', 'The right party'), { length: 120, shownTo: officials }),
    },
    check(c) {
      const { rightParty: code, rightName: name } = c.answers
      if (code === null ? name === c.record.partyName : code === c.record.party) refuse('same-party', { field: 'rightParty' })
    },
    // No file that names the wrong one stays under way; the suspicion itself goes along to the right one (移送規定 11).
    confirm: (c, at) => notInstead(c, at),
  }),
})

type Line = Readonly<Record<'sort' | 'first', string | null>>

/** What was found goes along, with where it was first entered and who had it; what the party said for itself stays in its own file. */
function carried(record: Readonly<Record<string, unknown>> & { readonly number: string | null }): readonly Line[] {
  const before = [record.number, [record['firstHandler'], record['secondHandler']].filter(Boolean).join('、')].filter(Boolean).join('，')
  const found = ((record['evidence'] ?? []) as readonly Line[]).filter(({ sort }) => sort !== 'party')
  return found.map((line) => ({ ...line, first: line.first ?? record.number, before }))
}

export const wrongPartyToLead = linkage('enforcement.wrong-party-to-lead', {
  title: words('当事人认定错误的，对应为当事人另立案源', 'Where it was the wrong party, a lead for the right one'),
  when: { register: 'case', step: 'wrong-party' },
  then: {
    open: 'case',
    with: ({ record, answers, occurred }) => ({
      ...Object.fromEntries(['source', 'passedAs', 'groundSample', 'place', 'handling', 'kind', 'productClass', 'protectedSign', 'rightHolder', 'facts', 'crime'].map((name) => [name, record[name]])),
      received: new Date(Date.parse(occurred) + 8 * 3_600_000).toISOString().slice(0, 10),
      origin: record['origin'] ?? 'case',
      originRecord: record['originRecord'] ?? record.id,
      // The breach was found when it was, whoever it is of.
      found: record['found'] ?? record['received'],
      party: answers['rightParty'] ?? null,
      partyName: answers['rightName'],
      evidence: carried(record),
      fallen: weighedAnew(record['fallen'] as readonly Fallen[] | null),
    }),
  },
  by: 'clerk',
  basis: cite('penalty-procedure', '18'),
})
