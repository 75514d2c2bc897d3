// Comparative tests and consumer reviews (比較試驗、消費評議): what a consumers' association bought like anybody and had tested, as data.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, integer, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { complaintRefusals } from './refusals.ts'

const { refuse } = complaintRefusals
const basis = cite('consumer-comparative-test-norms-2016')
const duties = { organiser: words('试验组织者', 'Organiser'), reviewer: words('方案评审人', 'Reviewer'), trader: words('经营者', 'Trader') }

export const comparativeTest = register('comparative-test', {
  title: words('比较试验', 'Comparative tests'),
  number: 'BJ{year}{seq}',
  headline: 'topic',
  listed: ['topic', 'organiser', 'goodsClass', 'published'],
  fields: {
    topic: text(words('试验商品', 'Goods compared'), { searched: true }),
    organiser: text(words('组织单位', 'Organiser')),
    goodsClass: choice(words('商品类别', 'Class of goods'), productClasses, { optional: true }),
    plan: text(words('方案', 'Plan'), { optional: true, length: 3000 }),
    standards: text(words('依据标准', 'Standards'), { optional: true, length: 500 }),
    laboratory: text(words('检验机构', 'Laboratory'), { optional: true }),
    items: rows(
      words('项目', 'Items'),
      {
        item: text(words('指标', 'Item'), { length: 80 }),
        limit: text(words('标准值', 'Limit'), { length: 60 }),
        unit: text(words('单位', 'Unit'), { optional: true, length: 20 }),
      },
      { optional: true, most: 60 },
    ),
    samples: rows(
      words('样品', 'Samples'),
      {
        brand: text(words('品牌', 'Brand'), { length: 80 }),
        producer: text(words('标称生产者', 'Producer as stated'), { length: 120 }),
        batch: text(words('批号', 'Batch'), { optional: true, length: 60 }),
        channel: text(words('购买渠道', 'Bought from'), { length: 80 }),
        price: quantity(words('价格', 'Price'), { minimum: '0', unit: '元' }),
        meets: yes(words('符合标准', 'Meets the standard'), { optional: true }),
        failed: text(words('不符合项目', 'Items that fail'), { optional: true, length: 200 }),
        stars: integer(words('星级', 'Stars'), { optional: true, minimum: '1', maximum: '5' }),
      },
      { optional: true, most: 100 },
    ),
    bought: day(words('购样日期', 'Bought on'), { optional: true }),
    told: day(words('告知经营者日期', 'Traders told on'), { optional: true }),
    objections: text(words('异议及复核', 'Objections and review'), { optional: true, length: 2000 }),
    published: day(words('发布日期', 'Published on'), { optional: true }),
    conclusion: text(words('结论', 'Conclusion'), { optional: true, length: 2000 }),
    advice: text(words('消费提示', 'Advice to consumers'), { optional: true, length: 1000 }),
    handedOn: text(words('移送情况', 'Handed to the authority'), { optional: true, length: 500 }),
  },
})

export const comparing = procedure(comparativeTest, {
  duties,
  states: {
    chosen: words('已选题', 'Topic chosen'),
    planned: words('已定方案', 'Planned'),
    reviewed: words('方案已评审', 'Plan reviewed'),
    bought: words('已购样', 'Samples bought'),
    tested: words('已检验', 'Tested'),
    told: words('已告知经营者', 'Traders told'),
    published: words('已发布', 'Published'),
    followed: words('已办后续', 'Followed up'),
    dropped: words('已中止', 'Dropped'),
  },
  ends: ['followed', 'dropped'],
  opens: { title: words('选题', 'Choose a topic'), state: 'chosen', by: 'organiser', basis, asks: ['topic', 'organiser', 'goodsClass'] },
  steps: (step) => ({
    plan: step({
      title: words('制定方案', 'Plan'),
      from: 'chosen',
      to: 'planned',
      by: 'organiser',
      basis,
      asks: { ...ask(comparativeTest, 'plan', 'standards', 'laboratory', 'items'), paidByTraders: yes(words('生产经营者付费或者供样', 'Traders pay or give samples')) },
      check({ answers }) {
        if (answers.paidByTraders) refuse('not-neutral', { field: 'paidByTraders' })
        if (!answers.standards || !answers.items?.length) refuse('standard-needed', { field: 'standards' })
      },
    }),
    review: step({ title: words('评审方案', 'Review the plan'), from: 'planned', to: 'reviewed', by: 'reviewer', notBy: ['plan'], basis }),
    buy: step({
      title: words('匿名购样', 'Buy as an ordinary consumer'),
      from: 'reviewed',
      to: 'bought',
      by: 'organiser',
      basis,
      asks: { ...ask(comparativeTest, 'samples'), sealedWithInvoice: yes(words('有票据、已封样并拍照', 'Invoice kept, sealed and photographed')) },
      check({ answers }) {
        if (!answers.samples?.length || !answers.sealedWithInvoice) refuse('samples-unproved', { field: 'samples' })
      },
      gives: ({ today }) => ({ bought: today }),
    }),
    test: step({
      title: words('录入检验结果', 'Enter the results'),
      from: 'bought',
      to: 'tested',
      by: 'organiser',
      basis,
      asks: ask(comparativeTest, 'samples'),
      check({ answers, record }) {
        const missing = (answers.samples ?? []).filter((sample) => sample.meets === null).length
        if ((answers.samples?.length ?? 0) !== record.samples?.length || missing > 0) refuse('results-missing', { count: missing, field: 'samples' })
      },
    }),
    tell: step({ title: words('告知经营者', 'Tell the traders'), from: 'tested', to: 'told', by: 'organiser', basis, gives: ({ today }) => ({ told: today }) }),
    object: step({
      title: words('经营者异议', 'Object'),
      from: 'told',
      to: 'told',
      by: ['trader', 'organiser'],
      basis,
      returning: true,
      asks: { grounds: text(words('异议和复核结果', 'Objection and outcome of the review'), { length: 1000 }) },
      gives: ({ record, answers }) => ({ objections: [record.objections, answers.grounds].filter(Boolean).join('\n').slice(0, 2000) }),
    }),
    publish: step({
      title: words('发布报告', 'Publish'),
      from: 'told',
      to: 'published',
      by: 'reviewer',
      basis,
      asks: { says: text(words('结论', 'Conclusion'), { length: 2000 }), ...ask(comparativeTest, 'advice') },
      gives: ({ today, answers }) => ({ published: today, conclusion: answers.says }),
    }),
    'hand-on': step({
      title: words('移送问题样品', 'Hand failing samples to the authority'),
      from: 'published',
      to: 'followed',
      by: 'organiser',
      basis,
      asks: { to: text(words('接收机关和样品', 'To whom, and which samples'), { length: 500 }) },
      gives: ({ answers }) => ({ handedOn: answers.to }),
    }),
    drop: step({
      title: words('中止', 'Drop'),
      from: ['chosen', 'planned', 'reviewed', 'bought', 'tested', 'told'],
      to: 'dropped',
      by: 'organiser',
      basis,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
  }),
})

export const consumerReview = register('consumer-review', {
  title: words('消费评议', 'Consumer reviews'),
  headline: 'topic',
  listed: ['topic', 'organiser', 'held', 'sampleSize', 'score'],
  fields: {
    topic: text(words('评议对象', 'What is reviewed'), { searched: true }),
    organiser: text(words('组织单位', 'Organiser')),
    held: day(words('评议日期', 'Held on')),
    panel: integer(words('评议员人数', 'Panel'), { minimum: '1' }),
    consents: yes(words('评议员同意公开姓名', 'The panel consents to be named'), { optional: true }),
    questionnaire: text(words('问卷', 'Questionnaire'), { length: 3000 }),
    sampleSize: integer(words('样本量', 'Sample size'), { minimum: '1' }),
    score: quantity(words('得分', 'Score'), { places: 2, minimum: '0', maximum: '100' }),
    conclusion: text(words('结论', 'Conclusion'), { length: 2000 }),
  },
})

export const reviewing = procedure(consumerReview, {
  duties,
  states: { entered: words('已录入', 'Entered'), published: words('已发布', 'Published'), withdrawn: words('已撤回', 'Withdrawn') },
  ends: ['withdrawn'],
  opens: { title: words('录入评议', 'Enter a review'), state: 'entered', by: 'organiser', basis },
  steps: (step) => ({
    publish: step({ title: words('发布', 'Publish'), from: 'entered', to: 'published', by: 'reviewer', notBy: ['open'], basis }),
    withdraw: step({
      title: words('撤回', 'Withdraw'),
      from: ['entered', 'published'],
      to: 'withdrawn',
      by: 'reviewer',
      basis,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
  }),
})
