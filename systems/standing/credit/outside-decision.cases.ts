// Worked cases of penalties and judgments of others: noted, confirmed from the document by another person, dropped, fallen.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { noting } from './outside-decision.ts'

const noted = (sort: 'criminal' | 'administrative'): Act => ({
  on: '2026-05-11',
  step: 'open',
  by: 'clerk',
  person: 'a',
  with: { party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', sort, source: '外省来函（虚构）' },
  then: { state: 'noted' },
})
const paper = { authority: '虚构市场监管局', document: '虚构罚〔2026〕8号', decided: '2026-04-20', degree: 'ordinary' }

export const notingCases = cases(noting, [
  {
    title: words('登记人不得自己核实；行政处罚要写明种类，罚款要写明数额', 'Who noted it does not confirm it; penalties are named, and a fine has its sum'),
    opens: noted('administrative'),
    acts: [
      { on: '2026-05-12', step: 'confirm', by: 'officer', person: 'a', with: { ...paper, penalties: ['stop'] }, refused: 'kernel.two-persons' },
      { on: '2026-05-12', step: 'confirm', by: 'officer', person: 'b', with: paper, refused: 'credit.no-penalty-named' },
      { on: '2026-05-12', step: 'confirm', by: 'officer', person: 'b', with: { ...paper, penalties: ['fine'] }, refused: 'credit.no-sum-named' },
      { on: '2026-05-12', step: 'confirm', by: 'officer', person: 'b', with: { ...paper, penalties: ['fine'], fine: '2000000.00' }, then: { state: 'confirmed' } },
      { on: '2026-09-01', step: 'withdraw', by: 'officer', person: 'b', with: { reason: '原决定经复议撤销' }, then: { state: 'withdrawn' } },
    ],
  },
  {
    title: words('刑事判决不必另有处罚种类', 'A judgment needs no further penalty'),
    opens: noted('criminal'),
    acts: [{ on: '2026-05-12', step: 'confirm', by: 'officer', person: 'b', with: paper, then: { state: 'confirmed' } }],
  },
  {
    title: words('无罪判决不记入', 'An acquittal enters nothing'),
    opens: noted('criminal'),
    acts: [{ on: '2026-05-12', step: 'drop', by: 'officer', person: 'b', with: { reason: '判决无罪' }, then: { state: 'dropped' } }],
  },
])
