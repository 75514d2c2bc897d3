// The noes about campaigns: what belongs to one, and when it is told, prolonged and closed.
import { cite } from '../../../kernel/citation.ts'
import { words } from '../../../kernel/words.ts'

const basis = cite('hebei-2016-33', '4.5')

export const campaignNoes = {
  'days-wrong': {
    status: 422,
    title: words('起止日期不对', 'The days do not fit'),
    detail: words('{from} 至 {to}：截止日期早于起始日期或者今天，没有案件能归入。', '{from} to {to}: it would end before it begins or before today, and no case could belong to it.'),
    remedy: words('核对方案所载的起止日期。', 'Check the days of the order.'),
    basis,
  },
  'area-beyond': {
    status: 422,
    title: words('实施地域超出组织地域', 'An area lies beyond its place'),
    detail: words('{area} 不在组织地域之内，该地案件不由本行动牵头机关组织。', '{area} lies outside the place of the campaign, whose lead office does not direct the cases there.'),
    remedy: words('只列组织地域内的地域，或者由上级机关拟订。', 'List areas within the place, or let the superior office plan it.'),
    basis,
  },
  'end-not-moved': {
    status: 422,
    title: words('截止日期没有这样调整', 'The end cannot be moved so'),
    detail: words('行动现在截止 {to}；截止日期不能与此相同，也不能早于 {earliest}，已归入的案件不能落在行动之外。', 'It ends on {to} now; the new end is neither that day nor one before {earliest}: cases filed for it must not fall outside.'),
    remedy: words('填写 {earliest} 或者以后的另一日期；要尽早结束的填写该日，次日总结。', 'Give another day from {earliest} on; to end it soon give that day, and close it on the next.'),
    basis,
  },
  'campaign-runs': {
    status: 409,
    title: words('行动尚未截止', 'It still runs'),
    detail: words('行动截止 {to}，此前立案的案件仍会归入，数字还会变化。', 'It runs until {to}; cases filed by then still belong to it, and the figures change.'),
    remedy: words('截止后再总结；其间可以统计进度。', 'Close it after that day; count it until then.'),
    basis,
  },
  'campaign-not-running': {
    status: 422,
    title: words('专项行动没有在实施', 'The campaign is not running'),
    detail: words('专项行动 {number} 尚未批准、已经总结或者没有登记，案件不能归入。', 'Campaign {number} was not started, is closed or is not on file, so that no case belongs to it.'),
    remedy: words('核对专项行动；不属于的不填。', 'Check which campaign it is, and leave it out where there is none.'),
    basis,
  },
  'campaign-days': {
    status: 422,
    title: words('立案不在行动期间', 'Not filed in its days'),
    detail: words('专项行动 {number} 自 {from} 至 {to}；期外立案的归入会虚增成果。', 'Campaign {number} runs from {from} to {to}; a case filed outside would swell what it did.'),
    remedy: words('不填专项行动，照常立案；确需延长的，由牵头机关延长。', 'File the case without it; where it is to last longer, the lead office prolongs it.'),
    basis,
  },
  'campaign-kinds': {
    status: 422,
    title: words('违法行为不在行动范围', 'Not a breach that it is about'),
    detail: words('专项行动 {number} 不包括“{kind}”。', 'Campaign {number} is not about “{kind}”.'),
    remedy: words('不填专项行动，照常立案。', 'File the case without it.'),
    basis,
  },
  'campaign-classes': {
    status: 422,
    title: words('产品不在行动范围', 'Not goods that it is about'),
    detail: words('专项行动 {number} 只包括所列产品类别，本案为 {own}。', 'Campaign {number} is about the classes that it lists; this case is of {own}.'),
    remedy: words('填写本案的产品类别；不在范围的不填专项行动。', 'Give the class of the goods, or leave the campaign out.'),
    basis,
  },
  'campaign-areas': {
    status: 422,
    title: words('案发地不在行动地域', 'Not where it runs'),
    detail: words('违法行为发生地不在专项行动 {number} 的实施地域。', 'The breach happened outside the areas of campaign {number}.'),
    remedy: words('不填专项行动，照常立案。', 'File the case without it.'),
    basis,
  },
} as const
