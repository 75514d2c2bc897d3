// Worked cases of accidents of special equipment: told, passed on, grown, investigated, approved, published, mended; and what was none.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingAccident } from './accident-handling.ts'
import { invented } from './invented.ts'

const at = (day: string, clock: string): string => `${day}T${clock}:00+08:00`
const told = (on: string, more: object = {}): Act => ({
  on, step: 'open', by: 'party',
  with: {
    happenedAt: at(on, '00:05'), learntAt: at(on, '00:10'), channel: 'unit', unit: invented(6), unitName: '虚构机械厂（演示）', place: '130102', site: '一号车间',
    kind: 'crane', course: '起重机吊物坠落（演示）', dead: 1, ...more,
  },
})
const verify = (on: string): Act => ({ on, step: 'verify', by: 'officer', with: { governmentTold: at(on, '00:30'), taken: '停用、警戒' }, then: { state: 'handling', fields: { verified: on } } })
const team = [{ body: '市市场监督管理局（演示）', role: '牵头' }, { body: '市总工会（演示）', role: '参加' }]
const begin = (on: string, investigator: string): Act => ({ on, step: 'investigate', by: 'head', with: { investigator, team } })
const report = { reportNumber: '演示调〔2026〕1号', nature: 'liability', cause: '钢丝绳断裂', responsibility: '使用单位未按规定检查', lessons: '更换并建立检查制度' }
const submit = (on: string): Act => ({ on, step: 'submit', by: 'officer', with: report, then: { state: 'submitted' } })
const approve = (on: string): Act => ({ on, step: 'approve', by: 'government', with: { approval: '演示批〔2026〕1号', decision: '同意' }, then: { state: 'approved', clocks: { approval: 'met' } } })

const suspect = (on: string, breach: string, more: object, rest: Partial<Act>): Act =>
  ({ on, step: 'suspect-breach', by: 'head', with: { breach, facts: '使用未经检验的起重机械', ...more }, ...rest })

export const accidentCases = cases(handlingAccident, [
  {
    title: words('一般事故：两小时报至设区的市，六十日调查，十五日批复，公布后方可结案', 'An ordinary accident: to the city within two hours, sixty days to investigate, fifteen to approve, closed only once public'),
    opens: {
      ...told('2026-03-02'),
      // Sixty days after 2 March is 1 May, a holiday until 5 May; thirty is Wednesday 1 April.
      then: { state: 'reported', fields: { level: 'ordinary', grounds: ['dead'], reportedLate: false, reached: 'county' }, due: { 'pass-on': '2026-03-02', casualties: '2026-04-01', investigation: '2026-05-06' } },
    },
    acts: [
      { on: '2026-03-02', step: 'pass-on', by: 'officer', with: { to: 'county', receiver: '县局' }, refused: 'supervision.not-higher' },
      { on: '2026-03-02', step: 'pass-on', by: 'officer', with: { to: 'city', receiver: '市局（演示）' }, then: { fields: { reached: 'city' }, clocks: { 'pass-on': 'met' } } },
      verify('2026-03-02'),
      { on: '2026-03-20', step: 'settle-count', by: 'officer', with: { source: '市医院' }, then: { clocks: { casualties: 'met' }, fields: { counted: '2026-03-20' } } },
      { ...begin('2026-03-03', 'county'), on: '2026-03-21', refused: 'supervision.too-low-to-investigate' },
      { ...begin('2026-03-21', 'city'), then: { state: 'investigating' } },
      { on: '2026-04-20', step: 'extend-deadline', by: 'government', with: { deadline: 'investigation', why: '需要技术鉴定', approval: '演示延〔2026〕1号' }, then: { due: { investigation: '2026-06-30' } } },
      { ...submit('2026-06-01'), then: { state: 'submitted', clocks: { investigation: 'met' }, due: { approval: '2026-06-16' } } },
      { on: '2026-06-05', step: 'send-back', by: 'government', with: { reason: '责任认定不清' }, then: { state: 'investigating', clocks: { approval: 'met' } } },
      { ...submit('2026-06-10'), then: { state: 'submitted', due: { approval: '2026-06-25' } } },
      approve('2026-06-20'),
      suspect('2026-06-22', 'uninspected', {}, { then: { state: 'approved', fields: { suspicions: [{ breach: 'uninspected', on: '2026-03-02' }] } } }),
      suspect('2026-06-23', 'uninspected', {}, { refused: 'supervision.passed-already' }),
      suspect('2026-06-23', 'uninspected', { breachOn: '2026-03-02' }, { refused: 'supervision.passed-already' }),
      suspect('2026-06-23', 'upkeep', {}, { then: { state: 'approved' } }),
      // Done again after the accident it is another breach.
      suspect('2026-06-24', 'uninspected', { breachOn: '2026-06-20' }, { then: { state: 'approved' } }),
      { on: '2026-07-01', step: 'mend', by: 'party', with: { mended: '已更换' }, then: { state: 'mended' } },
      { on: '2026-07-02', step: 'not-mended', by: 'officer', with: { evaluation: '未见检查记录' }, then: { state: 'approved' } },
      { on: '2026-07-10', step: 'mend', by: 'party', with: { mended: '已更换并建立检查制度' } },
      { on: '2026-07-11', step: 'close', by: 'officer', with: { evaluation: '已落实' }, refused: 'supervision.not-published' },
      { on: '2026-07-11', step: 'publish', by: 'officer', with: { handling: '责任人 13900000000 已处理' }, refused: 'supervision.personal-in-public' },
      { on: '2026-07-11', step: 'publish', by: 'officer', with: { handling: '对事故单位立案，责令整改' }, then: { state: 'mended', fields: { published: '2026-07-11' } } },
      { on: '2026-07-12', step: 'close', by: 'officer', with: { evaluation: '已落实' }, then: { state: 'closed' } },
    ],
  },
  {
    title: words('伤亡增加使等级升高：重新上报，上级组织调查；三十日后不再改变等级', 'Casualties grow and raise the level: passed on anew, investigated higher up; after thirty days the level stands'),
    opens: told('2026-03-02', { dead: 2, missing: 1 }),
    acts: [
      { on: '2026-03-02', step: 'pass-on', by: 'officer', with: { to: 'city', receiver: '市局（演示）' } },
      verify('2026-03-02'),
      { on: '2026-03-03', step: 'settle-count', by: 'officer', with: { source: '市医院' }, refused: 'supervision.still-missing' },
      { ...begin('2026-03-03', 'city'), then: { state: 'investigating' } },
      { on: '2026-03-10', step: 'supplement', by: 'party', with: { what: '下落不明者确认死亡', dead: 3, missing: 0 }, then: { state: 'investigating', fields: { level: 'larger', dead: 3, missing: 0 }, due: { 'pass-on': '2026-03-10' } } },
      { ...submit('2026-03-11'), then: undefined, refused: 'supervision.inquiry-moved-up' } as Act,
      { on: '2026-03-11', step: 'take-over', by: 'head', with: { investigator: 'city', team }, refused: 'supervision.not-higher' },
      { on: '2026-03-11', step: 'take-over', by: 'head', with: { investigator: 'province', team }, then: { fields: { investigator: 'province' } } },
      { on: '2026-03-11', step: 'pass-on', by: 'officer', with: { to: 'province', receiver: '省局（演示）' }, then: { clocks: { 'pass-on': 'late' } } },
      { on: '2026-04-02', step: 'supplement', by: 'officer', with: { what: '一人因其他疾病死亡', dead: 10 }, then: { fields: { level: 'larger', dead: 10 } } },
      submit('2026-04-20'),
    ],
  },
  {
    title: words('特别重大事故三十日批复，可以再延长三十日', 'A gravest accident is approved within thirty days, and thirty more where it must be'),
    opens: { ...told('2026-03-02', { kind: 'ropeway', dead: null, stranded: 120, strandedHours: '48' }), then: { fields: { level: 'gravest', grounds: ['strandedMany'] } } },
    acts: [
      verify('2026-03-02'),
      begin('2026-03-03', 'national'),
      { ...submit('2026-04-10'), then: { state: 'submitted', due: { approval: '2026-05-11' } } },
      { on: '2026-04-20', step: 'extend-deadline', by: 'government', with: { deadline: 'approval', why: '案情重大', approval: '演示延〔2026〕2号' }, then: { due: { approval: '2026-06-09' } } },
      approve('2026-05-20'),
    ],
  },
  {
    title: words('够不上事故的不能核实为事故', 'What reaches no level is not verified as an accident'),
    opens: { ...told('2026-03-02', { dead: null, loss: '9999.99', kind: 'lift', strandedHours: '1.99' }), then: { fields: { level: 'none', grounds: [] } } },
    acts: [
      { on: '2026-03-02', step: 'verify', by: 'officer', with: { governmentTold: at('2026-03-02', '00:30'), taken: '已救出' }, refused: 'supervision.below-every-level' },
      { on: '2026-03-03', step: 'dismiss', by: 'head', with: { reason: '困人未达两小时' }, then: { state: 'dismissed' } },
    ],
  },
  {
    title: words('2016 年的事故依当时的条例；他人报告的不推定单位迟报', 'An accident of 2016 under the regulation of the time; where others told of it nothing is presumed of the unit'),
    opens: {
      ...told('2016-03-02', { channel: 'others', kind: 'boiler', exploded: true, dead: null }),
      by: 'officer',
      then: { fields: { level: 'larger', grounds: ['exploded'], reportedLate: null }, rule: { investigation: 'accident-regulation/29', 'pass-on': 'accident-regulation/11' } },
    },
    acts: [
      verify('2016-03-02'),
      { on: '2016-03-03', step: 'dismiss', by: 'head', with: { reason: '经查为容器外管道，另案处理' }, then: { state: 'dismissed' } },
    ],
  },
  {
    title: words('接到报告的时间不能早于事故', 'Nobody is told before it happens'),
    opens: { ...told('2026-03-02', { learntAt: at('2026-03-02', '00:01') }), refused: 'supervision.told-before' },
    acts: [],
  },
])
