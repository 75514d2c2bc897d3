// Worked cases of applications for the mark: five, thirty and ten working days, a pause while corrections are made, two persons, and the ways out.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { applying } from './application.ts'

const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const asked = (more: object = {}): Act => ({
  on: '2026-05-06', step: 'open', by: 'laboratory',
  with: { received: '2026-05-06', kind: 'widening', laboratory: '91130102MAX000001J', name: '虚构检测中心（演示）', place: '130102', lines: [line], invented: true, ...more },
})
const review = { team: '演示评审组', opinion: '具备能力' }
const grant = { cma: '230300120001', from: '2026-07-01', to: '2032-06-30' }
const accepted: Act = { on: '2026-05-08', step: 'accept', by: 'accreditor', then: { state: 'accepted', clocks: { acceptance: 'met' } } }

export const applyingCases = cases(applying, [
  {
    title: words('扩项：五个工作日受理，三十个工作日评审，整改期间停止计算，十个工作日决定', 'A wider scope: five working days to accept, thirty to review with a pause, ten to decide'),
    // Saturday 9 May is worked by the notice on Labour Day.
    opens: { ...asked(), then: { due: { acceptance: '2026-05-12' } } },
    acts: [
      accepted,
      { on: '2026-05-20', step: 'ask-correction', by: 'accreditor', with: { opinion: '标准溶液没有期间核查记录' }, then: { state: 'correcting', clocks: { review: 'paused', correction: 'open' }, due: { correction: '2026-07-02' } } },
      { on: '2026-06-01', step: 'correct', by: 'laboratory', with: { corrections: '已补做期间核查' }, then: { state: 'accepted', clocks: { review: 'open', correction: 'met' } } },
      { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review, then: { state: 'reviewed', clocks: { review: 'met' }, due: { decision: '2026-06-25' } } },
      { on: '2026-06-15', step: 'grant', by: 'accreditor', person: 'reviewer', with: grant, refused: 'kernel.two-persons' },
      { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: { ...grant, cma: '2303' }, refused: 'testing.mark-number' },
      { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: { ...grant, to: '2026-06-30' }, refused: 'testing.ends-before-it-begins' },
      { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: grant, then: { state: 'granted', clocks: { decision: 'late' } } },
    ],
  },
  {
    title: words('首次申请：补正后重新起算受理期限；准予后登记机构和范围', 'A first one: supplied, accepted, granted and entered'),
    opens: asked({ kind: 'first', fields: ['food'] }),
    acts: [
      { on: '2026-05-07', step: 'ask-more', by: 'accreditor', with: { missing: '场所证明' }, then: { state: 'completing', clocks: { supply: 'open' } } },
      { on: '2026-05-18', step: 'complete', by: 'laboratory', then: { state: 'applied', fields: { lines: [line] }, due: { acceptance: '2026-05-25' } } },
      { on: '2026-05-19', step: 'accept', by: 'accreditor' },
      { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review },
      { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: grant, then: { state: 'granted' } },
    ],
  },
  {
    title: words('复查换证：不另填项目', 'A renewal names no parameters'),
    opens: asked({ kind: 'renewal', lines: '' }),
    acts: [accepted, { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review }, { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: grant }],
  },
  {
    title: words('原资质终止后重新申请：逐项写明项目', 'Applied for anew after the mark ended: parameter by parameter'),
    opens: asked({ kind: 'anew' }),
    acts: [accepted, { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review }, { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: grant }],
  },
  { title: words('重新申请须写明项目', 'Applied for anew, it names its parameters'), opens: { ...asked({ kind: 'anew', lines: '' }), refused: 'testing.no-line-asked-for' }, acts: [] },
  { title: words('扩项须写明项目', 'A wider scope names its parameters'), opens: { ...asked({ lines: '' }), refused: 'testing.no-line-asked-for' }, acts: [] },
  {
    title: words('机构把收到日期往前填，不予登记', 'A laboratory does not date its application back'),
    opens: { ...asked({ received: '2026-04-01' }), refused: 'testing.applied-today' },
    acts: [],
  },
  {
    title: words('资质认定部门登记书面申请，写收件日期', 'The authority enters a letter with the day on which it came'),
    opens: { ...asked({ received: '2026-04-30' }), by: 'accreditor', then: { fields: { received: '2026-04-30' } } },
    acts: [accepted],
  },
  { title: words('不予受理', 'Not accepted'), opens: asked(), acts: [{ on: '2026-05-08', step: 'not-accept', by: 'accreditor', with: { reason: '不属于资质认定范围' }, then: { state: 'notAccepted' } }] },
  {
    title: words('评审后不予', 'Declined after the review'),
    opens: asked(),
    acts: [accepted, { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review }, { on: '2026-06-20', step: 'decline', by: 'accreditor', person: 'head', with: { reason: '能力验证不满意' }, then: { state: 'declined' } }],
  },
  {
    title: words('不予的决定被撤销：回到待决定，决定期限重新起算', 'A refusal that is set aside is to be decided anew, by a term of its own'),
    opens: asked(),
    acts: [
      accepted,
      { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review },
      { on: '2026-06-12', step: 'decline', by: 'accreditor', person: 'head', with: { reason: '提供虚假材料（演示）', concealed: true }, then: { fields: { barredTo: '2027-06-12' } } },
      { on: '2026-09-07', step: 'set-aside', by: 'accreditor', person: 'head', with: { setAsideBy: '行复〔2026〕1号（演示）' }, refused: 'kernel.two-persons' },
      {
        on: '2026-09-07', step: 'set-aside', by: 'accreditor', person: 'other', with: { setAsideBy: '行复〔2026〕1号（演示）' },
        then: { state: 'reviewed', fields: { barredTo: null, concealed: null }, clocks: { decision: 'open' } },
      },
    ],
  },
  {
    title: words('不予受理被撤销：回到待受理', 'Not accepting it is set aside: it waits for that again'),
    opens: asked(),
    acts: [
      { on: '2026-05-08', step: 'not-accept', by: 'accreditor', person: 'head', with: { reason: '不属于资质认定范围' } },
      { on: '2026-07-06', step: 'set-aside', by: 'accreditor', person: 'other', with: { setAsideBy: '行复〔2026〕2号（演示）' }, then: { state: 'applied', due: { acceptance: '2026-07-13' } } },
    ],
  },
  {
    title: words('没有整改的，由另一人不予', 'What is not corrected is declined by another person'),
    opens: asked(),
    acts: [
      accepted,
      { on: '2026-05-20', step: 'ask-correction', by: 'accreditor', person: 'reviewer', with: { opinion: '标准溶液没有期间核查记录' } },
      { on: '2026-07-06', step: 'decline', by: 'accreditor', person: 'reviewer', with: { reason: '逾期未整改' }, refused: 'kernel.two-persons' },
      { on: '2026-07-06', step: 'decline', by: 'accreditor', person: 'head', with: { reason: '逾期未整改' }, then: { state: 'declined', clocks: { correction: 'late' } } },
    ],
  },
  {
    title: words('没有补正的延续申请：补记原有效期，不予受理', 'A renewal for which nothing is supplied: the end of its term is entered, and it is not accepted'),
    opens: asked({ kind: 'renewal', lines: '' }),
    acts: [
      { on: '2026-05-07', step: 'ask-more', by: 'accreditor', with: { missing: '场所证明' } },
      { on: '2026-05-08', step: 'note-end', by: 'accreditor', then: { state: 'completing' } },
      { on: '2026-07-06', step: 'not-accept', by: 'accreditor', with: { reason: '逾期未补正' }, then: { state: 'notAccepted', clocks: { supply: 'late' } } },
    ],
  },
  {
    title: words('提供虚假材料的不予受理，一年内不得再次申请', 'Not accepted for false material: no application for a year'),
    opens: asked(),
    acts: [{ on: '2026-05-08', step: 'not-accept', by: 'accreditor', with: { reason: '提供虚假材料（演示）', concealed: true }, then: { state: 'notAccepted', fields: { barredTo: '2027-05-08' } } }],
  },
  {
    title: words('原资质系不正当取得：尚未受理的不予受理', 'The mark was obtained by improper means: not accepted while it waits for that'),
    opens: asked(),
    acts: [{ on: '2026-05-08', step: 'end-barred', by: 'accreditor', then: { state: 'notAccepted', clocks: { acceptance: 'met' } } }],
  },
  {
    title: words('原资质系不正当取得：评审中的不予', 'The mark was obtained by improper means: declined while it is under review'),
    opens: asked(),
    acts: [accepted, { on: '2026-05-20', step: 'end-barred', by: 'accreditor', then: { state: 'declined', clocks: { review: 'met' } } }],
  },
  {
    title: words('准予后不能登记的，由另一人撤销准予', 'A grant that cannot be entered is revoked by another person'),
    opens: asked({ kind: 'anew' }),
    acts: [
      accepted,
      { on: '2026-06-10', step: 'review', by: 'accreditor', person: 'reviewer', with: review },
      { on: '2026-07-01', step: 'grant', by: 'accreditor', person: 'head', with: grant },
      { on: '2026-07-02', step: 'revoke-grant', by: 'accreditor', person: 'head', with: { reason: '演示' }, refused: 'kernel.two-persons' },
      { on: '2026-07-02', step: 'revoke-grant', by: 'accreditor', person: 'other', with: { reason: '演示' }, then: { state: 'revoked' } },
    ],
  },
  { title: words('机构撤回', 'Taken back'), opens: asked(), acts: [{ on: '2026-05-08', step: 'take-back', by: 'laboratory', with: { reason: '调整计划' }, then: { state: 'withdrawn' } }] },
])
