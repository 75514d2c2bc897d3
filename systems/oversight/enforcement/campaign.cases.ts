// Worked cases of a campaign: planned by one and started by another, its end moved, counted, and closed once its days are over.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { campaigning } from './campaign.ts'

const plan = (more: object = {}, rest: Partial<Act> = {}): Act => ({
  on: '2026-03-02', step: 'open', by: 'clerk',
  with: {
    name: '打击侵权假冒专项行动（演示）', order: '演示市监〔2026〕1号', ground: 'trademark-law/57', place: '130100', areas: [{ area: '130102' }],
    kinds: ['trademark', 'geographical'], from: '2026-03-16', to: '2026-06-30', ...more,
  },
  ...rest,
})
const start: Act = { on: '2026-03-03', step: 'start', by: 'head', then: { state: 'running', due: { end: '2026-06-30' } } }
const prolong = (to: string, rest: Partial<Act> = {}): Act => ({ on: '2026-06-01', step: 'prolong', by: 'head', with: { to, reason: '线索较多' }, ...rest })
const close = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'close', by: 'head', with: { report: '查处情况见统计' }, ...rest })

export const campaignCases = cases(campaigning, [
  {
    title: words('拟订、批准由两人办理；截止日期可以推后、可以提前到今天或者以后；截止后才能总结', 'Planned by one and started by another; its end moved on, or back to a day still to come; closed once it is over'),
    opens: plan(),
    acts: [
      { on: '2026-03-03', step: 'start', by: 'head', person: 'person of clerk', refused: 'kernel.two-persons' },
      start,
      { on: '2026-05-01', step: 'count', by: 'clerk', then: { state: 'running' } },
      prolong('2026-06-30', { refused: 'enforcement.end-not-moved' }),
      prolong('2026-05-31', { refused: 'enforcement.end-not-moved' }),
      // Mistaken by a hand, it is put right on another day.
      prolong('2062-07-31', { then: { due: { end: '2062-07-31' } } }),
      prolong('2026-07-31', { then: { state: 'running', due: { end: '2026-07-31' } } }),
      close('2026-07-31', { refused: 'enforcement.campaign-runs' }),
      close('2026-08-03', { then: { state: 'closed' } }),
    ],
  },
  { title: words('截止早于起始的不能拟订', 'One that ends before it begins is not planned'), opens: plan({ to: '2026-03-15' }, { refused: 'enforcement.days-wrong' }), acts: [] },
  {
    title: words('没有批准的可以取消', 'One that was not started may be withdrawn'),
    opens: plan(),
    acts: [{ on: '2026-03-03', step: 'withdraw', by: 'clerk', with: { reason: '并入省级行动' }, then: { state: 'withdrawn' } }],
  },
])
