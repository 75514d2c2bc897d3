// Worked cases of changes of a mark: the clocks, two persons, the day from which the register changes, and the ways out.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { changing } from './mark-change.ts'

const asked = (more: object = {}): Act => ({
  on: '2026-05-06', step: 'open', by: 'laboratory',
  with: { received: '2026-05-06', laboratory: '91130102MAX000001J', kinds: ['name'], newName: '虚构检测研究院（演示）', ...more },
})
const accepted = (technical: boolean): Act => ({ on: '2026-05-08', step: 'accept', by: 'accreditor', person: 'clerk', with: { technical }, then: { clocks: { acceptance: 'met' } } })

export const changingCases = cases(changing, [
  {
    title: words('变更名称：五个工作日受理，十个工作日决定，另一人决定；写明的那天登记变更', 'A name: five working days, ten more, another person decides; entered on the day that is named'),
    opens: { ...asked(), then: { due: { acceptance: '2026-05-12' } } },
    acts: [
      // Saturday 9 May is worked by the notice on Labour Day.
      { ...accepted(false), then: { state: 'deciding', due: { decision: '2026-05-21' } } },
      { on: '2026-05-14', step: 'approve', by: 'accreditor', person: 'clerk', with: { from: '2026-06-01' }, refused: 'kernel.two-persons' },
      { on: '2026-05-14', step: 'approve', by: 'accreditor', person: 'head', with: { from: '2026-05-13' }, refused: 'testing.change-dated-back' },
      // A Monday after a Sunday: hours are not moved by a rest day, and the clock runs out as the day begins.
      { on: '2026-05-14', step: 'approve', by: 'accreditor', person: 'head', with: { from: '2026-06-01' }, then: { state: 'approved', due: { effect: '2026-06-01' } } },
      { on: '2026-05-31', step: 'enter', by: 'accreditor', refused: 'testing.change-not-yet' },
      { on: '2026-06-01', step: 'enter', by: 'accreditor', then: { state: 'entered' } },
    ],
  },
  {
    title: words('迁址影响资质条件的，技术评审后由另一人决定', 'New premises are reviewed, then decided by another person'),
    opens: asked({ kinds: ['premises'], newName: '', newAddress: '演示路 2 号' }),
    acts: [
      { on: '2026-05-07', step: 'ask-more', by: 'accreditor', with: { missing: '新场所证明' }, then: { state: 'completing', due: { supply: '2026-06-17' } } },
      { on: '2026-05-08', step: 'note-missing', by: 'accreditor', refused: 'testing.supply-runs' },
      { on: '2026-05-18', step: 'complete', by: 'laboratory', then: { state: 'applied', clocks: { supply: 'met' }, due: { acceptance: '2026-05-25' } } },
      { on: '2026-05-19', step: 'accept', by: 'accreditor', person: 'clerk', with: { technical: true }, then: { state: 'reviewing' } },
      { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: { team: '演示评审组', opinion: '场所符合' }, then: { state: 'deciding' } },
      { on: '2026-06-12', step: 'decline', by: 'accreditor', person: 'reviewer', with: { reason: '通风不足' }, refused: 'kernel.two-persons' },
      { on: '2026-06-12', step: 'decline', by: 'accreditor', person: 'head', with: { reason: '通风不足' }, then: { state: 'declined' } },
    ],
  },
  {
    title: words('选了的事项须填写，填写的须选；变更方法须写明新方法和单位', 'What is ticked is filled in, and the other way round; a method names the new one and its unit'),
    opens: { ...asked({ kinds: ['name', 'premises'] }), refused: 'testing.change-not-filled-in' },
    acts: [],
  },
  { title: words('填写了而没有选', 'Filled in and not ticked'), opens: { ...asked({ newAddress: '演示路 2 号' }), refused: 'testing.change-not-filled-in' }, acts: [] },
  {
    title: words('变更方法没有写新方法', 'A change of method without the new one'),
    opens: {
      ...asked({ kinds: ['scope'], newName: '', scope: [{ move: 'method', productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016' }] }),
      refused: 'testing.change-not-filled-in',
    },
    acts: [],
  },
  {
    title: words('新方法与原方法相同：原项目终止时新项目也会终止', 'A new method that is the old one: the line that ends would take the new one with it'),
    opens: {
      ...asked({ kinds: ['scope'], newName: '', scope: [{ move: 'method', productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', newMethod: 'GB 5009.5-2016', unit: 'g/100g' }] }),
      refused: 'testing.change-not-filled-in',
    },
    acts: [],
  },
  { title: words('机构把收到日期往前填', 'A laboratory dates its application back'), opens: { ...asked({ received: '2026-04-01' }), refused: 'testing.applied-today' }, acts: [] },
  { title: words('不予受理', 'Not accepted'), opens: asked(), acts: [{ on: '2026-05-08', step: 'not-accept', by: 'accreditor', with: { reason: '营业执照未变更' }, then: { state: 'notAccepted' } }] },
  { title: words('机构撤回', 'Taken back'), opens: asked(), acts: [{ on: '2026-05-08', step: 'take-back', by: 'laboratory', with: { reason: '调整计划' }, then: { state: 'withdrawn' } }] },
])
