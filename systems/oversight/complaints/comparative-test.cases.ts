// Worked cases of comparative tests and consumer reviews.
import { cases } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { comparing, reviewing } from './comparative-test.ts'

const sample = (brand: string, meets: boolean | null = null) => ({ brand, producer: '虚构针织厂', channel: '超市', price: '19.9', meets })
const plan = { plan: '购样 2 件', standards: 'FZ/T 73001', laboratory: '虚构检测中心', items: [{ item: '耐磨', limit: '≥ 200' }] }

export const comparingCases = cases(comparing, [
  {
    title: words('袜子比较试验：中立、匿名购样、告知、异议、发布、移送', 'Socks compared: neutral, bought like anybody, told, objected to, published, handed on'),
    opens: { on: '2026-03-02', step: 'open', by: 'organiser', with: { topic: '袜子', organiser: '虚构消费者协会' } },
    acts: [
      { on: '2026-03-03', step: 'plan', by: 'organiser', with: { ...plan, paidByTraders: true }, refused: 'complaints.not-neutral' },
      { on: '2026-03-03', step: 'plan', by: 'organiser', person: 'one', with: { ...plan, paidByTraders: false } },
      { on: '2026-03-04', step: 'review', by: 'reviewer', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-03-04', step: 'review', by: 'reviewer' },
      { on: '2026-03-10', step: 'buy', by: 'organiser', with: { samples: [sample('甲'), sample('乙')], sealedWithInvoice: false }, refused: 'complaints.samples-unproved' },
      { on: '2026-03-10', step: 'buy', by: 'organiser', with: { samples: [sample('甲'), sample('乙')], sealedWithInvoice: true }, then: { fields: { bought: '2026-03-10' } } },
      { on: '2026-04-01', step: 'test', by: 'organiser', with: { samples: [sample('甲', true), sample('乙')] }, refused: 'complaints.results-missing' },
      { on: '2026-04-01', step: 'test', by: 'organiser', with: { samples: [sample('甲', true), sample('乙', false)] } },
      { on: '2026-04-02', step: 'tell', by: 'organiser' },
      { on: '2026-04-09', step: 'object', by: 'trader', with: { grounds: '批次有误，复核维持' } },
      { on: '2026-04-20', step: 'publish', by: 'reviewer', with: { says: '两件样品一件不符合', advice: '看纤维含量标识' }, then: { state: 'published', fields: { published: '2026-04-20' } } },
      { on: '2026-04-21', step: 'hand-on', by: 'organiser', with: { to: '长安区市场监督管理局，样品乙' }, then: { state: 'followed' } },
    ],
  },
  {
    title: words('中止', 'Dropped'),
    opens: { on: '2026-03-02', step: 'open', by: 'organiser', with: { topic: '雨伞', organiser: '虚构消费者协会' } },
    acts: [{ on: '2026-03-03', step: 'drop', by: 'organiser', with: { why: '经费不足' }, then: { state: 'dropped' } }],
  },
])

export const reviewingCases = cases(reviewing, [
  {
    title: words('评议录入后由另一人发布', 'A review is published by another person'),
    opens: {
      on: '2026-03-02',
      step: 'open',
      by: 'organiser',
      person: 'one',
      with: { topic: '快递服务', organiser: '虚构消费者协会', held: '2026-03-01', panel: 12, questionnaire: '十问', sampleSize: 300, score: '82.5', conclusion: '投递及时，理赔偏慢' },
    },
    acts: [
      { on: '2026-03-03', step: 'publish', by: 'reviewer', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-03-03', step: 'publish', by: 'reviewer', then: { state: 'published' } },
      { on: '2026-03-09', step: 'withdraw', by: 'reviewer', with: { why: '问卷版本有误' }, then: { state: 'withdrawn' } },
    ],
  },
])
