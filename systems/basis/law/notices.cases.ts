// Worked cases of the data that officers load.
import { cases } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { noticeLife, parameterLife, trainingLife } from './notices.ts'

const notice = { year: 2027, source: '虚构的 2027 年通知', days: '2027-01-01,元旦,off\n2027-01-02,元旦,off\n2027-01-09,元旦,worked' }
const value = {
  parameter: 'complaints.mediation',
  from: '2027-01-01',
  value: '{"length":50,"unit":"day"}',
  act: 'samr-order-121',
  article: '23',
  mark: 'U',
  why: '虚构',
}

export const noticeCases = cases(noticeLife, [
  {
    title: words('由一人录入、另一人复核后生效', 'Entered by one, confirmed by another'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', person: 'one', with: notice },
    acts: [
      { on: '2026-11-25', step: 'confirm', by: 'confirmer', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-11-25', step: 'confirm', by: 'confirmer', person: 'two', then: { state: 'inForce' } },
      { on: '2026-11-26', step: 'withdraw', by: 'confirmer', with: { why: '通知有误' }, then: { state: 'withdrawn' } },
    ],
  },
  {
    title: words('不予采纳', 'Rejected'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: notice },
    acts: [{ on: '2026-11-25', step: 'reject', by: 'confirmer', with: { why: '来源不明' }, then: { state: 'rejected' } }],
  },
  {
    title: words('不属于该年的日子不予接受', 'A day of another year is refused'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: { ...notice, days: '2029-05-01,劳动节,off' }, refused: 'law.bad-line' },
    acts: [],
  },
])

export const parameterCases = cases(parameterLife, [
  {
    title: words('数值须可读取，由另一人复核', 'The value must be readable and is confirmed by another'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', person: 'one', with: value },
    acts: [
      { on: '2026-11-25', step: 'confirm', by: 'confirmer', person: 'two', then: { state: 'inForce' } },
      { on: '2026-11-26', step: 'withdraw', by: 'confirmer', with: { grounds: '废止' }, then: { state: 'withdrawn' } },
    ],
  },
  {
    title: words('读不出的数值不予接受', 'A value that cannot be read is refused'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: { ...value, value: '六十天' }, refused: 'law.not-json' },
    acts: [],
  },
  {
    title: words('期限须写作期限，起止须成先后', 'A term stays a term, and ends after it begins'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: { ...value, value: '"50"' }, refused: 'law.wrong-shape' },
    acts: [],
  },
  {
    title: words('失效日早于生效日的不予接受', 'A value that ends before it begins is refused'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: { ...value, to: '2026-12-31' }, refused: 'law.wrong-shape' },
    acts: [],
  },
  {
    title: words('没有这个参数的不予接受', 'There must be such a parameter'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: { ...value, parameter: 'complaints.no-such' }, refused: 'kernel.no-rule' },
    acts: [],
  },
  {
    title: words('不予采纳', 'Rejected'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: value },
    acts: [{ on: '2026-11-25', step: 'reject', by: 'confirmer', with: { grounds: '没有依据' }, then: { state: 'rejected' } }],
  },
])

export const trainingCases = cases(trainingLife, [
  {
    title: words('登记与注销', 'Entered and struck'),
    opens: { on: '2026-11-24', step: 'open', by: 'officer', with: { topic: '消费者权益保护法', held: '2026-11-20', people: 40 } },
    acts: [{ on: '2026-11-25', step: 'strike', by: 'officer', with: { why: '重复' }, then: { state: 'struck' } }],
  },
])
