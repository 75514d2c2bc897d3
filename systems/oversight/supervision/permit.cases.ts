// Worked cases of the register of permits: how each stood from day to day, and what can be corrected.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { invented } from './invented.ts'
import { keepingPermits } from './permit.ts'

const opens = (more: object = {}): Act => ({
  on: '2026-03-02', step: 'open', by: 'organiser',
  with: {
    kind: 'ccc', certificate: '2024演示000001', holder: invented(5), holderName: '虚构玩具厂（演示）', place: '130102', productClass: 'toys', issuer: invented(31), issuerName: '虚构认证中心（演示）',
    validFrom: '2024-01-10', validTo: '2026-06-30', standing: 'valid', source: '认证机构公布的目录（演示）', ...more,
  },
})
const change = (on: string, standing: string, since: string, more: object = {}, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'change', by: 'officer', with: { standing, since, validTo: null, source: '认证机构公告（演示）', why: '演示〔2026〕1号', ...more }, ...rest })

export const permitCases = cases(keepingPermits, [
  {
    title: words('暂停、恢复、延续、撤销依次记载；不倒插，台账不作出许可决定', 'Suspended, valid again, renewed, revoked: each noted in its turn, none put in before the last'),
    opens: { ...opens(), then: { state: 'kept', fields: { course: [{ on: '2024-01-10', standing: 'valid', to: '2026-06-30' }] } } },
    acts: [
      change('2026-04-10', 'suspended', '2026-04-01', {}, { then: { state: 'kept', fields: { standing: 'suspended', since: '2026-04-01', validTo: '2026-06-30' } } }),
      change('2026-04-20', 'valid', '2026-03-31', {}, { refused: 'supervision.before-the-last' }),
      change('2026-05-11', 'valid', '2026-05-08', {}),
      change('2026-06-20', 'valid', '2026-06-15', { validTo: '2023-06-30' }, { refused: 'supervision.permit-ends-first' }),
      change('2026-06-20', 'valid', '2026-06-15', { validTo: '2031-06-30' }, { then: { fields: { validTo: '2031-06-30' } } }),
      { on: '2026-06-21', step: 'correct', by: 'officer', with: { holder: invented(6), holderName: '虚构玩具厂（演示）', issuerName: '虚构认证中心（演示）', place: '130102', validFrom: '2024-01-10', reason: '代码录入有误' }, then: { fields: { holder: invented(6) } } },
      change('2026-07-10', 'revoked', '2026-07-09', {}, {
        then: { fields: { standing: 'revoked', course: [{ standing: 'valid' }, { standing: 'suspended' }, { standing: 'valid' }, { standing: 'valid', to: '2031-06-30' }, { on: '2026-07-09', standing: 'revoked' }] } },
      }),
      { on: '2026-07-11', step: 'strike', by: 'officer', with: { reason: '查无此证' }, refused: 'kernel.not-yours' },
      { on: '2026-07-11', step: 'strike', by: 'head', with: { reason: '查无此证' }, then: { state: 'struck' } },
      // A number is entered once: what was struck by mistake comes back under it, or it would be found nowhere for ever.
      { on: '2026-07-12', step: 'reinstate', by: 'officer', with: { reason: '查证属实' }, refused: 'kernel.not-yours' },
      { on: '2026-07-12', step: 'reinstate', by: 'head', with: { reason: '查证属实' }, then: { state: 'kept', fields: { standing: 'revoked' } } },
    ],
  },
  {
    title: words('生效日期、地域录入有误的可以更正，不得晚于其后的变化', 'A first day or a place that was mistyped is corrected, and begins no later than what came after it'),
    opens: opens({ validFrom: '2024-10-01' }),
    acts: [
      change('2026-04-10', 'suspended', '2026-04-01'),
      { on: '2026-04-11', step: 'correct', by: 'officer', with: { holderName: '虚构玩具厂（演示）', issuerName: '虚构认证中心（演示）', place: '130104', validFrom: '2026-04-02', reason: '录入有误' }, refused: 'supervision.permit-ends-first' },
      {
        on: '2026-04-11', step: 'correct', by: 'officer', with: { holderName: '虚构玩具厂（演示）', issuerName: '虚构认证中心（演示）', place: '130104', validFrom: '2024-01-10', reason: '录入有误' },
        then: { fields: { place: '130104', validFrom: '2024-01-10', course: [{ on: '2024-01-10', standing: 'valid' }, { on: '2026-04-01', standing: 'suspended' }] } },
      },
    ],
  },
  {
    title: words('最后一次登记有误的，撤回后再按查明的日期登记；只有一条时没有可撤回的', 'A last line that was wrong is taken back and entered anew with the day that was found; a single line is not'),
    opens: opens(),
    acts: [
      { on: '2026-04-09', step: 'take-back', by: 'officer', with: { reason: '误登' }, refused: 'supervision.nothing-to-take-back' },
      change('2026-04-10', 'revoked', '2026-04-08', { validTo: '2026-05-31' }),
      change('2026-04-11', 'suspended', '2026-04-01', {}, { refused: 'supervision.before-the-last' }),
      { on: '2026-04-11', step: 'take-back', by: 'officer', with: { reason: '公告是暂停，不是撤销' }, then: { fields: { standing: 'valid', since: null, validTo: '2026-06-30', course: [{ on: '2024-01-10', standing: 'valid', to: '2026-06-30' }] } } },
      change('2026-04-11', 'suspended', '2026-04-01', {}, { then: { fields: { standing: 'suspended', since: '2026-04-01' } } }),
    ],
  },
  {
    title: words('登记时已经暂停的，写明自何日起', 'One that is suspended when it is entered says since when'),
    opens: { ...opens({ standing: 'suspended' }), refused: 'supervision.since-when' },
    acts: [],
  },
  {
    title: words('登记时已经注销的，此前仍是有效', 'One that was cancelled before it was entered was valid until then'),
    opens: { ...opens({ standing: 'cancelled', since: '2026-02-01' }), then: { fields: { course: [{ on: '2024-01-10', standing: 'valid' }, { on: '2026-02-01', standing: 'cancelled' }] } } },
    acts: [],
  },
  {
    title: words('截止日期不得早于生效日期', 'It does not end before it begins'),
    opens: { ...opens({ validTo: '2023-01-10' }), refused: 'supervision.permit-ends-first' },
    acts: [],
  },
])
