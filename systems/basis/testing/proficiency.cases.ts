// Worked cases of proficiency testing: a round from its design to its publication, and a result from the laboratory to its correction.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { takingPart } from './proficiency-result.ts'
import { proficiencyTesting } from './proficiency-round.ts'

const design = {
  title: '家具甲醛释放量能力验证（演示）', organised: '省局（演示）', productClass: 'furniture', parameter: '甲醛释放量', unit: 'mg/L', closes: '2026-05-29',
  valueFrom: 'certified', assigned: '10.0', uAssigned: '0.07', sigmaFrom: 'prescribed', sigma: '0.25', invented: true,
}
const planned = (more: object = {}): Act => ({ on: '2026-05-06', step: 'open', by: 'organiser', person: 'or', with: { ...design, ...more } })
const terms = (more: object) => {
  const { closes, valueFrom, assigned, uAssigned, sigmaFrom, sigma } = { ...design, ...more }
  return { closes, valueFrom, assigned, uAssigned, sigmaFrom, sigma }
}

export const proficiencyTestingCases = cases(proficiencyTesting, [
  {
    title: words('从筹备到公布：截止以后才评价，评价的人不公布', 'From design to publication: scored after the closing day, published by another person'),
    opens: planned(),
    acts: [
      { on: '2026-05-07', step: 'change', by: 'organiser', with: terms({ closes: '2026-05-28' }), then: { state: 'planned', fields: { closes: '2026-05-28' } } },
      { on: '2026-05-08', step: 'call', by: 'organiser', then: { state: 'open' } },
      { on: '2026-05-28', step: 'evaluate', by: 'evaluator', person: 'st', refused: 'testing.round-still-open' },
      { on: '2026-05-29', step: 'evaluate', by: 'evaluator', person: 'st', then: { state: 'evaluated' } },
      { on: '2026-06-01', step: 'publish', by: 'publisher', person: 'st', refused: 'kernel.two-persons' },
      { on: '2026-06-01', step: 'publish', by: 'publisher', person: 'pu', then: { state: 'published' } },
    ],
  },
  {
    title: words('截止日已过，不能开始；取消须说明理由', 'Not opened after its closing day; cancelled with a reason'),
    opens: planned(),
    acts: [
      { on: '2026-06-01', step: 'call', by: 'organiser', refused: 'testing.closing-day-past' },
      { on: '2026-06-01', step: 'cancel', by: 'organiser', with: { reason: '样品不均匀' }, then: { state: 'cancelled' } },
    ],
  },
  {
    title: words('标准值和它的不确定度须在收结果之前定好', 'The certified value and its uncertainty stand before the first result'),
    opens: { ...planned({ uAssigned: null }), refused: 'testing.assigned-value-missing' },
    acts: [],
  },
  {
    title: words('由参加者得出的值不能事先填写', 'What the participants are to give cannot be given'),
    opens: { ...planned({ valueFrom: 'participants' }), refused: 'testing.assigned-value-given' },
    acts: [],
  },
])

const handedIn: Act = {
  on: '2026-05-20', step: 'open', by: 'laboratory',
  with: { round: '019aaaaa-0000-7000-8000-000000000000', laboratory: '91130102MAX000001J', value: '10.75', unit: 'mg/L', expanded: '0.4', named: true },
}

export const takingPartCases = cases(takingPart, [
  {
    title: words('不满意：公布之日起算纠正期限，退回后重新起算', 'Unsatisfactory: the term to correct runs from publication, and anew when sent back'),
    opens: handedIn,
    acts: [
      { on: '2026-05-21', step: 'amend', by: 'laboratory', with: { value: '10.8', unit: 'mg/L' }, then: { state: 'submitted', fields: { value: '10.800000' } } },
      // Thirty working days from 15 June, the Dragon Boat Festival on 19 June being off.
      { on: '2026-06-15', step: 'fail', by: 'organiser', then: { state: 'unsatisfactory', due: { correction: '2026-07-28' } } },
      { on: '2026-06-22', step: 'correct', by: 'laboratory', with: { cause: '标准溶液过期', correction: '重新配制并复测' }, then: { state: 'corrected', clocks: { correction: 'met' } } },
      { on: '2026-06-23', step: 'send-back', by: 'organiser', with: { reason: '没有复测数据' }, then: { state: 'unsatisfactory' } },
      { on: '2026-06-29', step: 'correct', by: 'laboratory', with: { cause: '标准溶液过期', correction: '复测 10.1 mg/L' }, then: { state: 'corrected' } },
      { on: '2026-07-02', step: 'accept', by: 'organiser', then: { state: 'closed' } },
    ],
  },
  { title: words('满意', 'Satisfactory'), opens: handedIn, acts: [{ on: '2026-06-15', step: 'satisfy', by: 'organiser', then: { state: 'satisfactory' } }] },
  { title: words('有问题', 'Questionable'), opens: handedIn, acts: [{ on: '2026-06-15', step: 'question', by: 'organiser', then: { state: 'questionable' } }] },
])
