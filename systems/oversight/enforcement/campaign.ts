// A campaign (專項行動): its order and ground, days, kinds and classes, areas and lead office, and in the end what was counted from its cases.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { amount, area, choices, citation, day, integer, office, rows, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { publication } from '../../../kernel/publication.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { countedOf, wellPlanned } from './campaign-rules.ts'
import { kinds } from './case-codes.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals
const basis = cite('hebei-2016-33', '4.5')
const opt = { optional: true } as const
const number = (zh: string, en: string) => integer(words(zh, en), { optional: true, minimum: '0' })
const sum = (zh: string, en: string) => amount(words(zh, en), { optional: true, minimum: '0', unit: '元' })

export const campaign = register('campaign', {
  title: words('专项行动', 'Campaigns'),
  number: 'ZX{year}{seq}',
  headline: 'name',
  placedBy: 'place',
  readBy: ['superior'],
  // The counties carry out what their city or the province has ordered, and name it when they file.
  handedDown: true,
  listed: ['name', 'order', 'place', 'from', 'to', 'kinds', 'cases', 'fines'],
  fields: {
    name: text(words('行动名称', 'Name'), { searched: true, length: 120 }),
    order: text(words('依据文号', 'Order'), { length: 120 }),
    ground: citation(words('执法依据条款', 'Article that it enforces')),
    place: area(words('组织地域', 'Place')),
    areas: rows(words('实施地域', 'Areas'), { area: area(words('地域', 'Area')) }, { optional: true, most: 200, hint: words('未填为组织地域全部', 'All of the place when left out') }),
    lead: office(words('牵头机关', 'Lead office'), opt),
    kinds: choices(words('违法行为种类', 'Kinds of breach'), kinds),
    classes: choices(words('产品类别', 'Product classes'), productClasses, { optional: true, hint: words('未填为不限', 'Any when left out') }),
    from: day(words('起', 'From'), { mayLieAhead: true }),
    to: day(words('止', 'To'), { mayLieAhead: true }),
    cases: number('立案数', 'Cases filed'),
    decisions: number('处罚决定数', 'Decisions'),
    waived: number('不予处罚数', 'None imposed'),
    crimes: number('涉嫌犯罪数', 'Suspected crimes'),
    annulled: number('撤销数', 'Annulled'),
    goodsValue: sum('货值金额', 'Value of the goods'),
    fines: sum('罚款金额', 'Fines'),
    confiscated: sum('没收金额', 'Confiscated'),
    countedOn: day(words('统计日期', 'Counted on'), opt),
    report: text(words('总结', 'Report'), { optional: true, length: 4000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

/** What was ordered and what came of it, once it is over: numbers, no case and no party; the report may name some. */
export const campaignsClosed = publication('campaigns', {
  title: words('专项行动结果', 'Campaigns and what came of them'),
  of: campaign,
  states: ['closed'],
  fields: [
    ...['name', 'order', 'ground', 'place', 'areas', 'lead', 'kinds', 'classes', 'from', 'to'] as const,
    // No sums: of few cases they would tell what one party paid, also one whose penalty is not published.
    ...['cases', 'decisions', 'waived', 'annulled', 'countedOn'] as const,
  ],
  basis: cite('open-government-information-regulation', '19'),
})

export const campaigning = procedure(campaign, {
  duties: {
    head: words('负责人', 'Head'),
    clerk: words('专项行动承办人', 'Clerk of the campaign'),
    handler: words('承办人', 'Handler'),
    superior: words('上级', 'Superior'),
  },
  states: {
    planned: words('已拟订', 'Planned'),
    running: words('实施中', 'Running'),
    closed: words('已总结', 'Closed'),
    withdrawn: words('已取消', 'Withdrawn'),
  },
  ends: ['closed', 'withdrawn'],
  opens: {
    title: words('拟订专项行动', 'Plan a campaign'),
    state: 'planned',
    by: 'clerk',
    basis,
    asks: ['name', 'order', 'ground', 'place', 'areas', 'lead', 'kinds', 'classes', 'from', 'to'],
    check: (c) => wellPlanned(c.answers, c.today),
    confirm: async (c, at) => {
      const there = new Set(at.under(c.answers.place))
      const beyond = (c.answers.areas ?? []).find((line) => !there.has(line.area))
      if (beyond) refuse('area-beyond', { area: beyond.area, field: 'areas' })
    },
  },
  steps: (step) => ({
    start: step({ title: words('批准实施', 'Start'), from: 'planned', to: 'running', by: 'head', basis, notBy: ['open'] }),
    prolong: step({
      title: words('调整截止日期', 'Move the end'),
      from: 'running',
      to: 'running',
      by: 'head',
      basis,
      returning: true,
      asks: { to: day(words('止', 'To'), { mayLieAhead: true }), reason: text(words('理由', 'Reason'), { length: 500 }) },
      check(c) {
        // What was filed for it was filed up to today: an end before that would leave cases outside.
        const earliest = c.today > c.record.from ? c.today : c.record.from
        if (c.answers.to === c.record.to || c.answers.to < earliest) refuse('end-not-moved', { to: c.record.to, earliest, field: 'to' })
      },
    }),
    // Counted from the cases that name it, so that nobody can type a result.
    count: step({
      title: words('统计进度', 'Count'),
      from: 'running',
      to: 'running',
      by: ['clerk', 'head'],
      basis,
      returning: true,
      confirm: (c, at) => countedOf(c, at),
    }),
    close: step({
      title: words('总结', 'Close with a report'),
      from: 'running',
      to: 'closed',
      by: 'head',
      basis,
      asks: { report: text(words('总结', 'Report'), { length: 4000, hint: words('数字由案件统计，不在文中另填', 'Figures are counted from the cases, not typed here') }) },
      check(c) {
        if (c.today <= c.record.to) refuse('campaign-runs', { to: c.record.to })
      },
      confirm: (c, at) => countedOf(c, at),
    }),
    withdraw: step({
      title: words('取消', 'Withdraw'),
      from: 'planned',
      to: 'withdrawn',
      by: ['head', 'clerk'],
      basis,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
  }),
  deadlines: [
    {
      name: 'end',
      title: words('行动截止', 'The campaign ends'),
      starts: { field: 'to' },
      metBy: ['close', 'withdraw'],
      within: parameter('enforcement.campaign-end'),
      lapse: { propose: 'close' },
      again: 'renewed',
    },
  ],
})
