// Worked cases of retention: six years for records, months for samples, a hold, and no disposal by one person alone or before its time.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { retention } from './retention.ts'

const kept = (kind: string, more: object = {}): Act => ({
  on: '2022-03-01', step: 'open', by: 'keeper',
  with: { laboratory: '91130102MAX000001J', orderNumber: 'JY2022000001', kind, sampleName: '生乳', since: '2022-03-01', ...more },
})
const destroyed = { disposal: 'destroyed' }

export const retentionCases = cases(retention, [
  {
    title: words('原始记录和报告留存六年；期满前不得销毁，期满后由另一人批准', 'Records are kept for six years; not destroyed before, and then by two persons'),
    opens: { ...kept('records'), then: { due: { keep: '2028-03-01' } } },
    acts: [
      { on: '2024-03-01', step: 'propose', by: 'keeper', person: 'ke', with: destroyed, refused: 'testing.kept-still' },
      { on: '2028-03-01', step: 'propose', by: 'keeper', person: 'ke', with: destroyed, refused: 'testing.kept-still' },
      { on: '2028-03-02', step: 'propose', by: 'keeper', person: 'ke', with: destroyed, then: { state: 'proposed' } },
      { on: '2028-03-03', step: 'approve', by: 'laboratory', person: 'ke', refused: 'kernel.two-persons' },
      { on: '2028-03-03', step: 'approve', by: 'laboratory', person: 'ma', then: { state: 'disposed', fields: { disposedOn: '2028-03-03' } } },
    ],
  },
  {
    title: words('合格样品三个月；约定更久的从约定', 'What is left of a sample that met: three months, or longer by agreement'),
    opens: { ...kept('sample', { agreedTo: '2022-09-01' }), then: { due: { keep: '2022-06-01' } } },
    acts: [
      { on: '2022-06-02', step: 'propose', by: 'keeper', with: { disposal: 'returned' }, refused: 'testing.kept-still' },
      { on: '2022-09-02', step: 'propose', by: 'keeper', with: { disposal: 'returned' }, then: { state: 'proposed' } },
      { on: '2022-09-05', step: 'refuse', by: 'laboratory', with: { reason: '委托方要求续存' }, then: { state: 'kept' } },
    ],
  },
  {
    title: words('不合格样品六个月；复检期间暂停处置', 'A sample that failed: six months, and not while it is held'),
    opens: { ...kept('failedSample'), then: { due: { keep: '2022-09-01' } } },
    acts: [
      { on: '2022-08-01', step: 'hold', by: 'accreditor', with: { reason: '复检' }, then: { state: 'held' } },
      { on: '2022-10-10', step: 'propose', by: 'keeper', with: destroyed, refused: 'kernel.not-now' },
      { on: '2022-10-11', step: 'release', by: 'laboratory', with: { reason: '复检结束' }, then: { state: 'kept' } },
      { on: '2022-10-12', step: 'propose', by: 'keeper', with: destroyed, then: { state: 'proposed' } },
    ],
  },
])
