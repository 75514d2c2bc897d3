// Worked cases of complaints about a laboratory and its corrective actions: clocks, two persons, what is sent back, and the ways out.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { correcting } from './corrective-action.ts'
import { answering } from './lab-complaint.ts'

const lab = '91130102MAX000001J'
const complained: Act = {
  on: '2026-05-06', step: 'open', by: 'client',
  with: { laboratory: lab, received: '2026-05-06', source: 'client', complainant: '虚构乳品厂（演示）', about: '报告的样品状态与送样时不符' },
}
const acknowledged: Act = { on: '2026-05-08', step: 'acknowledge', by: 'laboratory', person: 'ma', then: { state: 'investigating', clocks: { acknowledge: 'met' } } }
const found = (outcome: string): Act => ({ on: '2026-05-15', step: 'investigate', by: 'reviewer', person: 'ci', with: { findings: '收样记录漏填', finding: outcome }, then: { state: 'answering', fields: { finding: outcome } } })

export const answeringCases = cases(answering, [
  {
    title: words('属实：五个工作日内受理，三十个工作日内由另一人答复，纠正有效后办结', 'It was right: acknowledged in five working days, answered by another person in thirty, closed once corrected'),
    // Saturday 9 May is worked by the notice on Labour Day.
    opens: { ...complained, then: { state: 'received', due: { acknowledge: '2026-05-12', answer: '2026-06-16' } } },
    acts: [
      acknowledged,
      found('founded'),
      { on: '2026-05-18', step: 'answer', by: 'signatory', person: 'ci', with: { answer: '已更正' }, refused: 'kernel.two-persons' },
      { on: '2026-05-18', step: 'answer', by: 'laboratory', person: 'ma', with: { answer: '记录有误，报告已更改' }, then: { state: 'answered', fields: { outcome: 'founded' }, clocks: { answer: 'met' } } },
      { on: '2026-06-10', step: 'close', by: 'laboratory', person: 'ma', then: { state: 'closed' } },
    ],
  },
  {
    title: words('不属实的，答复即办结', 'It was not right: closed with the answer'),
    opens: complained,
    acts: [acknowledged, found('unfounded'), { on: '2026-05-18', step: 'answer', by: 'laboratory', person: 'ma', with: { answer: '收样照片与报告一致' }, then: { state: 'closed' } }],
  },
  {
    title: words('不涉及本机构工作的，写明理由不予受理', 'Not about its work: declined with the reason'),
    opens: complained,
    acts: [{ on: '2026-05-20', step: 'decline', by: 'laboratory', with: { reason: '报告由其他机构出具' }, then: { state: 'declined', clocks: { acknowledge: 'late' } } }],
  },
  {
    title: words('委托人自己填的收到日期不算：期限自提交当日起算', 'The client does not name the day of receipt: the clocks begin on the day on which it is sent'),
    opens: { ...complained, with: { ...complained.with, received: '' }, then: { fields: { received: '2026-05-06' }, due: { acknowledge: '2026-05-12', answer: '2026-06-16' } } },
    acts: [acknowledged],
  },
  {
    title: words('委托人把收到日期往前填的，不予登记', 'A day months back, named by the client, is refused'),
    opens: { ...complained, with: { ...complained.with, received: '2026-01-05' }, refused: 'testing.received-today' },
    acts: [],
  },
  {
    title: words('机构登记来信，可以写收到来信的那一天', 'The laboratory that enters a letter names the day on which it came'),
    opens: { ...complained, by: 'laboratory', with: { ...complained.with, received: '2026-04-30' }, then: { fields: { received: '2026-04-30' } } },
    acts: [acknowledged],
  },
  { title: words('投诉人撤回', 'Taken back'), opens: complained, acts: [{ on: '2026-05-07', step: 'take-back', by: 'client', with: { reason: '已沟通' }, then: { state: 'withdrawn' } }] },
])

const opened: Act = { on: '2026-05-18', step: 'open', by: 'laboratory', with: { laboratory: lab, source: 'other', what: '收样记录漏填' } }
const planned: Act = { on: '2026-05-20', step: 'plan', by: 'laboratory', person: 'ma', with: { cause: '表格没有必填项', action: '表格增加必填项并培训' }, then: { state: 'acting' } }
const carried: Act = { on: '2026-05-25', step: 'carry-out', by: 'checker', person: 'bo', with: { done: '已修改并培训' }, then: { state: 'verifying' } }

export const correctingCases = cases(correcting, [
  {
    title: words('原因、措施、实施；有效与否由另一人验证，无效的重新查明原因，期限不重新起算', 'Cause, action, done; another person finds whether it worked; if not, the cause is found anew and the clock runs on'),
    opens: { ...opened, then: { due: { correction: '2026-06-30' } } },
    acts: [
      planned,
      carried,
      { on: '2026-06-01', step: 'verify', by: 'laboratory', person: 'ma', with: { effect: '抽查无漏填' }, refused: 'kernel.two-persons' },
      { on: '2026-06-01', step: 'send-back', by: 'reviewer', person: 'ci', with: { reason: '抽查仍有漏填' }, then: { state: 'opened', due: { correction: '2026-06-30' } } },
      { ...planned, on: '2026-06-02' },
      { ...carried, on: '2026-06-05' },
      { on: '2026-06-12', step: 'verify', by: 'reviewer', person: 'ci', with: { effect: '连续二十份无漏填' }, then: { state: 'closed', clocks: { correction: 'met' } } },
    ],
  },
])
