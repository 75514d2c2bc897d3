// Worked cases of plans and draws: approved by a second person, committed before the seed, opened after the last visit.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { drawing } from './drawing.ts'
import { invented, items } from './invented.ts'
import { planning } from './plan.ts'

const plan = {
  title: '木质家具监督抽查（演示）', kind: 'yearly', frame: 'random', line: 'goods', productClass: 'furniture', place: '130100', items, rule: 'guardedRejection',
  wanted: 2, mostQuantity: '3', from: '2026-03-01', to: '2026-06-30',
}
const drafted = (more: object = {}): Act => ({ on: '2026-02-10', step: 'open', by: 'organiser', person: 'li', with: { ...plan, ...more } })

export const planningCases = cases(planning, [
  {
    title: words('由另一人批准，在计划期间内安排抽取', 'Approved by another person, drawn from within its period'),
    opens: drafted(),
    acts: [
      { on: '2026-02-11', step: 'revise', by: 'organiser', person: 'li', with: { ...plan, wanted: 3 }, then: { state: 'drafted', fields: { wanted: 3 } } },
      { on: '2026-02-12', step: 'approve', by: 'approver', person: 'li', refused: 'kernel.two-persons' },
      { on: '2026-02-12', step: 'approve', by: 'approver', then: { state: 'approved' } },
      { on: '2026-03-02', step: 'call-draw', by: 'organiser', with: { drawTitle: '第一次抽取' }, then: { state: 'approved', fields: { drawTitle: '第一次抽取' } } },
      { on: '2026-07-01', step: 'call-draw', by: 'organiser', with: { drawTitle: '逾期的抽取' }, refused: 'supervision.plan-over' },
      { on: '2026-07-01', step: 'close', by: 'organiser', then: { state: 'closed' } },
    ],
  },
  { title: words('不向被抽查人收费', 'No fee is asked'), opens: { ...drafted({ feeFromChecked: true }), refused: 'supervision.no-fee' }, acts: [] },
  { title: words('期间不得颠倒', 'The period does not end before it begins'), opens: { ...drafted({ to: '2026-02-28' }), refused: 'supervision.ends-before-it-begins' }, acts: [] },
  {
    title: words('没有项目、规则或者限值的抽样计划不予批准；检查计划不需要', 'Without parameters, rule or limit no sampling plan is approved; a plan of visits needs none'),
    opens: drafted({ items: [], rule: null, productClass: null }),
    acts: [
      { on: '2026-02-12', step: 'approve', by: 'approver', refused: 'supervision.no-items' },
      { on: '2026-02-12', step: 'revise', by: 'organiser', with: { ...plan, items: [{ ...items[0], limit: null }] }, then: { state: 'drafted' } },
      { on: '2026-02-12', step: 'approve', by: 'approver', refused: 'supervision.no-limit' },
      { on: '2026-02-13', step: 'revise', by: 'organiser', with: { ...plan, rule: null }, then: { state: 'drafted' } },
      { on: '2026-02-13', step: 'approve', by: 'approver', refused: 'supervision.no-decision-rule' },
      { on: '2026-02-14', step: 'revise', by: 'organiser', with: { ...plan, kind: 'visits', items: [], rule: null, productClass: null }, then: { state: 'drafted' } },
      { on: '2026-02-14', step: 'approve', by: 'approver', then: { state: 'approved' } },
      { on: '2026-02-20', step: 'cancel', by: 'approver', with: { reason: '与上级计划重复' }, then: { state: 'cancelled' } },
    ],
  },
])

const opened: Act = {
  on: '2026-03-02', step: 'open', by: 'organiser',
  with: { title: '第一次抽取', purpose: 'sample', kind: 'yearly', frameKind: 'random', line: 'goods', productClass: 'furniture', place: '130100', items, rule: 'guardedRejection' },
}
const unit = (n: number) => ({ code: invented(n), name: `虚构家具厂${n}（演示）`, place: '130102', stratum: 'all' })
const list = [1, 2, 3, 4, 5, 6].map(unit)
const inspectors = [
  { account: 'wu', badge: 'ZF-001', avoids: invented(1) },
  { account: 'xu', badge: 'ZF-002' },
  { account: 'ye', badge: 'ZF-003' },
]
const lottery = { source: '福彩双色球 2026025 期', at: '2026-03-05T21:15:00+08:00' }
const second = { source: '福彩双色球 2026026 期', at: '2026-03-08T21:15:00+08:00' }
const committing = {
  take: [{ stratum: 'all', take: 2 }], reserve: 1, inspectorsEach: 2, seeds: [lottery, second], waitHours: 24,
  secret: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
}
const frozen: Act = { on: '2026-03-03', step: 'freeze', by: 'organiser', with: { list, inspectors }, then: { state: 'frozen', fields: { units: 6 } } }
const committed: Act = { on: '2026-03-04', step: 'commit', by: 'organiser', with: committing, then: { state: 'committed' } }
const seed = { seedSource: lottery.source, seed: '03 08 17 21 26 31 + 09', appeared: '2026-03-05T21:15:30+08:00' }

export const drawingCases = cases(drawing, [
  {
    title: words('先公布承诺，后用公开种子抽取，最后一户到场后公开', 'Committed, drawn by a public seed, opened after the last visit'),
    opens: opened,
    acts: [
      { on: '2026-03-03', step: 'freeze', by: 'organiser', with: { list: [...list, unit(1)], inspectors }, refused: 'supervision.frame-repeated' },
      frozen,
      { on: '2026-03-04', step: 'commit', by: 'organiser', with: { ...committing, secret: 'abc' }, refused: 'supervision.secret-form' },
      { on: '2026-03-04', step: 'commit', by: 'organiser', with: { ...committing, inspectorsEach: 1 }, refused: 'supervision.two-inspectors' },
      { on: '2026-03-04', step: 'commit', by: 'organiser', with: { ...committing, take: [{ stratum: 'large', take: 2 }] }, refused: 'supervision.frame-fault' },
      { on: '2026-03-04', step: 'commit', by: 'organiser', with: { ...committing, seeds: [{ ...lottery, at: '2026-03-01T21:15:00+08:00' }] }, refused: 'supervision.seed-before-commitment' },
      committed,
      { on: '2026-03-06', step: 'draw', by: 'organiser', with: { ...seed, seedSource: '办公室骰子' }, refused: 'supervision.seed-other-source' },
      { on: '2026-03-06', step: 'draw', by: 'organiser', with: { ...seed, appeared: '2026-03-05T20:00:00+08:00' }, refused: 'supervision.seed-not-yet' },
      { on: '2026-03-07', step: 'draw', by: 'organiser', with: { ...seed, appeared: '2026-03-06T22:00:00+08:00' }, refused: 'supervision.seed-too-late' },
      { on: '2026-03-06', step: 'draw', by: 'organiser', with: seed, then: { state: 'drawn' } },
      { on: '2026-03-10', step: 'call-reserve', by: 'organiser', with: { stratum: 'large', why: '已停产' }, refused: 'supervision.no-reserve' },
      { on: '2026-03-10', step: 'call-reserve', by: 'organiser', with: { stratum: 'all', why: '已停产' }, then: { state: 'drawn' } },
      { on: '2026-03-11', step: 'call-reserve', by: 'organiser', with: { stratum: 'all', why: '已停产' }, refused: 'supervision.no-reserve' },
      { on: '2026-03-20', step: 'publish', by: 'organiser', then: { state: 'opened' } },
    ],
  },
  {
    title: words('第一个种子缺失的，等待时限届满并留证后才用下一个', 'A missed seed: the next one only after the wait, with proof'),
    opens: opened,
    acts: [
      frozen,
      committed,
      { on: '2026-03-09', step: 'draw', by: 'organiser', with: { seedSource: second.source, seed: '01 02', appeared: '2026-03-08T21:15:30+08:00' }, refused: 'supervision.seed-earlier-not-missed' },
      { on: '2026-03-06', step: 'miss-seed', by: 'organiser', with: { source: lottery.source, proof: '停售公告' }, refused: 'supervision.seed-awaited' },
      { on: '2026-03-07', step: 'miss-seed', by: 'organiser', with: { source: lottery.source, proof: '停售公告' }, then: { state: 'committed' } },
      { on: '2026-03-09', step: 'draw', by: 'organiser', with: { seedSource: second.source, seed: '01 02', appeared: '2026-03-08T21:15:30+08:00' }, then: { state: 'drawn' } },
    ],
  },
  {
    title: words('双随机检查：抽中的和启用的候补各安排一次检查', 'A draw for inspections: a visit for each unit drawn and for the reserve that is called'),
    opens: { ...opened, with: { title: '双随机检查（演示）', purpose: 'inspection', kind: 'visits', frameKind: 'random', line: 'goods', place: '130100' } },
    acts: [
      frozen,
      committed,
      { on: '2026-03-06', step: 'draw', by: 'organiser', with: seed, then: { state: 'drawn' } },
      { on: '2026-03-10', step: 'call-reserve', by: 'organiser', with: { stratum: 'all', why: '已停产' }, then: { state: 'drawn' } },
    ],
  },
  { title: words('作废的抽取写明理由', 'An abandoned draw says why'), opens: opened, acts: [frozen, { on: '2026-03-04', step: 'abandon', by: 'organiser', with: { reason: '名录有误' }, then: { state: 'abandoned' } }] },
])
