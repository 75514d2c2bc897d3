// Worked cases of letters after a failure: to a certifier, to a platform with fifteen working days, and taken back.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { invented } from './invented.ts'
import { writing } from './letter.ts'

const opens = (more: object): Act => ({
  on: '2026-04-10', step: 'open', by: 'organiser',
  with: {
    begun: '2026-04-10', kind: 'ccc', certificate: '2024演示000001', sampleNumber: 'CY1301022026000001', party: invented(5), partyName: '虚构玩具厂（演示）', place: '130102',
    product: '电动玩具车', productClass: 'toys', model: 'WJ-1', batch: '2026-02', ...more,
  },
})

export const writingCases = cases(writing, [
  {
    title: words('函告认证机构，由其决定暂停；收函单位的处理只作记录', 'The certifier is told and decides itself; what it did is only recorded'),
    opens: opens({}),
    acts: [
      { on: '2026-04-13', step: 'send', by: 'organiser', with: { issuer: '虚构认证中心（演示）' }, then: { state: 'sent', clocks: { send: 'met' }, fields: { sentOn: '2026-04-13' } } },
      { on: '2026-04-13', step: 'sign-document', by: 'organiser', with: { document: 'issuer-letter', how: 'seal' } },
      { on: '2026-04-15', step: 'serve-document', by: 'officer', with: { document: 'issuer-letter', way: 'post', outcome: 'served', on: '2026-04-15' } },
      { on: '2026-05-06', step: 'take-answer', by: 'officer', with: { action: 'takenDown', answer: '已下架' }, refused: 'supervision.not-in-their-power' },
      { on: '2026-05-06', step: 'take-answer', by: 'officer', with: { action: 'suspended', answer: '暂停三个月' }, then: { state: 'answered', fields: { action: 'suspended' } } },
      { on: '2026-08-06', step: 'take-answer', by: 'officer', with: { action: 'revoked', answer: '期满未改正，撤销证书' }, then: { state: 'answered', fields: { action: 'revoked' } } },
      { on: '2026-09-01', step: 'withdraw', by: 'head', with: { reason: '结论经复议撤销' }, then: { state: 'withdrawn' } },
    ],
  },
  {
    title: words('平台自收到告知函之日起十五个工作日答复', 'A platform answers within fifteen working days from receipt'),
    opens: opens({ kind: 'platform', certificate: null, shopUrl: 'https://shop.example/1' }),
    acts: [
      // A shop stands in no register of certificates: the sentence is one for platforms.
      { on: '2026-04-13', step: 'send', by: 'officer', refused: 'supervision.no-platform' },
      { on: '2026-04-13', step: 'send', by: 'officer', with: { issuer: '虚构商城（演示）' }, then: { state: 'sent' } },
      { on: '2026-04-13', step: 'sign-document', by: 'organiser', with: { document: 'platform-letter', how: 'seal' } },
      // 1 to 5 May are free, Saturday 9 May is worked by the notice for 2026.
      { on: '2026-04-15', step: 'serve-document', by: 'organiser', with: { document: 'platform-letter', way: 'electronic', outcome: 'served', on: '2026-04-15', consent: 'DZ-1' }, then: { due: { answer: '2026-05-09' }, rule: { answer: 'penalty-procedure/45' } } },
      { on: '2026-05-11', step: 'take-answer', by: 'officer', with: { action: 'revoked', answer: '—' }, refused: 'supervision.not-in-their-power' },
      { on: '2026-05-11', step: 'take-answer', by: 'officer', with: { action: 'takenDown', answer: '已下架并提供主体信息' }, then: { state: 'answered', clocks: { answer: 'late' } } },
    ],
  },
  {
    title: words('证照台账没有的编号，不写收函单位不能发函', 'Of a number that the register does not know no letter goes without an addressee'),
    opens: opens({}),
    acts: [{ on: '2026-04-13', step: 'send', by: 'organiser', refused: 'supervision.no-issuer' }],
  },
  {
    title: words('证书编号不真实、无处可函告的，写明理由不发函；未发的撤回，不通知任何人', 'Where the number is false and nobody gave it, no letter goes and the reason is kept; one not sent is withdrawn without telling anybody'),
    opens: opens({}),
    acts: [{ on: '2026-04-13', step: 'drop', by: 'organiser', with: { reason: '证书编号查无此证，另行移送' }, then: { state: 'dropped', clocks: { send: 'met' } } }],
  },
])
