// The register of consumer complaints (投訴): who asks whom for what, about which goods, and how it ended.
import { register } from '../../../kernel/register.ts'
import { amount, area, choice, choices, day, files, integer, office, party, text, yes } from '../../../kernel/kinds.ts'
import { words } from '../../../kernel/words.ts'
import { claims, channels, endGrounds, issues, refusalGrounds } from './complaint-codes.ts'

const handlers = ['clerk', 'mediator', 'head', 'supervisor'] as const
const toComplainant = ['citizen', ...handlers] as const

export const complaint = register('complaint', {
  title: words('消费投诉', 'Consumer complaint'),
  number: 'TS{area}{year}{seq}',
  headline: 'traderName',
  placedBy: 'place',
  concerns: 'trader',
  readBy: ['supervisor'],
  listed: ['received', 'traderName', 'goods', 'issue', 'place', 'price'],
  fields: {
    received: day(words('收到日期', 'Received on'), { fixed: true }),
    channel: choice(words('来源渠道', 'Channel'), channels),
    complainant: text(words('投诉人姓名', 'Name of the complainant'), { personal: true, shownTo: toComplainant, length: 60 }),
    phone: text(words('联系电话', 'Telephone'), { personal: true, shownTo: toComplainant, length: 30 }),
    address: text(words('联系地址', 'Address'), { personal: true, shownTo: toComplainant, optional: true }),
    idNumber: text(words('证件号码', 'Identity number'), { personal: true, shownTo: ['clerk', 'head'], optional: true, length: 30, hint: words('仅在机关要求核实身份时填写', 'Only when the authority asks to check your identity') }),
    agent: text(words('代理人及授权', 'Agent and authority'), { personal: true, shownTo: toComplainant, optional: true }),
    traderName: text(words('被投诉人名称', 'Name of the trader'), { searched: true }),
    traderAddress: text(words('被投诉人地址', 'Address of the trader')),
    trader: party(words('被投诉人统一社会信用代码', 'Credit code of the trader'), { optional: true }),
    online: choice(words('交易方式', 'How it was sold'), {
      shop: words('线下门店', 'In a shop'), platform: words('平台内经营者', 'By a trader on a platform'), ownSite: words('自建网站或其他网络', 'On the trader’s own site'), platformOperator: words('平台经营者自身', 'By the platform itself'),
    }),
    place: area(words('经营地', 'Place of business'), { hint: words('被投诉人实际经营地或住所地的县（市、区）', 'County of the trader’s actual place of business or domicile') }),
    handling: office(words('承办机关', 'Office in charge'), { optional: true }),
    goods: text(words('商品或服务', 'Goods or service'), { searched: true }),
    goodsClass: text(words('商品类别代码', 'Class of goods'), { optional: true, length: 20 }),
    brand: text(words('品牌', 'Brand'), { optional: true }),
    model: text(words('型号', 'Model'), { optional: true }),
    batch: text(words('批号', 'Batch'), { optional: true, length: 60 }),
    quantity: integer(words('数量', 'Quantity'), { optional: true, minimum: '1' }),
    price: amount(words('价款', 'Price paid'), { optional: true, minimum: '0', unit: '元' }),
    bought: day(words('购买日期', 'Bought on')),
    orderNumber: text(words('订单号', 'Order number'), { optional: true, length: 60, personal: true, shownTo: toComplainant }),
    known: day(words('知道权益受侵害的日期', 'Harm known since')),
    issue: choice(words('争议类型', 'Kind of dispute'), issues),
    claims: choices(words('具体请求', 'What is asked'), claims),
    claimed: amount(words('请求金额', 'Sum asked'), { optional: true, minimum: '0', unit: '元' }),
    facts: text(words('事实与理由', 'Facts and reasons'), { length: 3000, personal: true, shownTo: toComplainant }),
    evidence: files(words('证据', 'Evidence'), { optional: true, personal: true, shownTo: toComplainant }),
    forDailyUse: yes(words('为生活消费需要', 'For daily use')),
    settleFirst: yes(words('愿意先与经营者协商', 'Willing to settle with the trader first'), { optional: true }),
    lead: office(words('主办部门', 'Lead department'), { optional: true }),
    refusalGround: choice(words('不予受理理由', 'Ground for declining'), refusalGrounds, { optional: true }),
    endGround: choice(words('终止调解情形', 'Ground for ending'), endGrounds, { optional: true }),
    explanation: text(words('说明', 'Explanation'), { optional: true, length: 1000, personal: true, shownTo: toComplainant }),
    recovered: amount(words('挽回损失', 'Sum recovered'), { optional: true, minimum: '0', unit: '元' }),
    performed: yes(words('协议已履行', 'Agreement performed'), { optional: true }),
    ended: day(words('办结日期', 'Ended on'), { optional: true }),
    rating: integer(words('满意度', 'Rating'), { optional: true, minimum: '1', maximum: '5' }),
    followCode: text(words('查询码', 'Follow-up code'), { optional: true, length: 80, personal: true, shownTo: ['clerk'] }),
  },
})
