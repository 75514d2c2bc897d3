// The noes of the recall system, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

const order19 = cite('samr-order-19')

export const recallRefusals = refusals('recall', {
  'more-sold-than-made': {
    status: 422,
    title: words('销售数量大于生产数量', 'More sold than made'),
    detail: words('填报已售 {sold}，生产 {made}；召回率以数量为基础，矛盾的数量无法评估效果。', '{sold} sold against {made} made; the effect is judged by these numbers, and such numbers judge nothing.'),
    remedy: words('核对生产和销售记录后重新填报。', 'Check the records of making and selling, and give both again.'),
    basis: order19,
  },
  'more-returned-than-sold': {
    status: 422,
    title: words('收回数量大于涉及数量', 'More returned than affected'),
    detail: words('累计收回或者补救 {returned}，涉及 {affected}；多出的部分没有来源。', '{returned} returned or remedied in all, against {affected} affected; the rest comes from nowhere.'),
    remedy: words('核对阶段报告；确有遗漏的，先变更召回计划的范围。', 'Check the reports; if units were forgotten, change the scope of the plan first.'),
    basis: order19,
  },
  'nobody-pays': {
    status: 422,
    title: words('费用须由生产者承担', 'The producer bears the cost'),
    detail: words('召回的必要费用由生产者、销售者承担；计划让消费者负担费用的，不予备案。', 'The necessary cost of a recall falls on producer and seller; a plan that charges consumers is not filed.'),
    remedy: words('修改计划，写明费用由谁承担。', 'Change the plan and say who bears the cost.'),
    basis: cite('civil-code', '1206'),
  },
  'not-told': {
    status: 409,
    title: words('尚未通知召回', 'The producer was not told to recall'),
    detail: words('这一类产品须先通知生产者召回并给予异议期，直接责令剥夺其申辩权。', 'For this line the producer is told to recall first and may object; an order straight away would take that away.'),
    remedy: words('先办理“通知召回”并送达；情况紧急的，先发布消费警示。', 'Take “Tell the producer to recall” and serve it; where danger presses, warn the public now.'),
    basis: cite('car-recall-regulation', '15'),
  },
  'no-grounds': {
    status: 422,
    title: words('没有写明认定缺陷的理由', 'Why it is a defect is not said'),
    detail: words('未经通知直接责令召回的，必须写明认定缺陷和危险的理由，否则生产者无从申辩。', 'An order without a notice before it says why there is a defect and a danger, or the producer cannot answer it.'),
    remedy: words('填写认定缺陷的理由。', 'Give the reasons.'),
    basis: cite('consumer-protection-law', '33'),
  },
  'no-mandate': {
    status: 422,
    title: words('没有国家机关的委托', 'No mandate of the national authority'),
    detail: words('汽车召回由国务院产品质量监督部门责令；省级机关只在其委托范围内办理。', 'A recall of cars is ordered by the national authority; a province acts only within its mandate.'),
    remedy: words('填写委托文号；没有委托的，报国家机关责令。', 'Give the number of the mandate, or report to the national authority.'),
    basis: cite('car-recall-regulation', '5'),
  },
  'not-ordered': {
    status: 409,
    title: words('不是责令召回', 'This recall was not ordered'),
    detail: words('生产者主动召回没有可以撤销的责令决定。', 'A voluntary recall has no order that could be withdrawn.'),
    remedy: words('不构成缺陷的，办理“不构成缺陷”；已经公布的，办理总结和评估。', 'Where there is no defect, find none; where it is announced, report its end and evaluate it.'),
    basis: cite('car-recall-regulation', '15'),
  },
  'wrong-gtin': {
    status: 422,
    title: words('商品条码的校验位不对', 'The check digit of a GTIN is wrong'),
    detail: words('{gtin} 不是有效的商品条码，消费者按条码查不到自己的产品。', '{gtin} is no valid GTIN; who looks by the barcode would not find the product.'),
    remedy: words('核对包装上的条码（8、12、13 或者 14 位）。', 'Check the barcode on the pack: 8, 12, 13 or 14 digits.'),
    basis: order19,
  },
  'objection-runs': {
    status: 409,
    title: words('异议期未满或者异议未决', 'The objection period runs, or an objection is open'),
    detail: words('通知已于 {served} 收到，异议期至 {due}；此前不得责令召回，否则剥夺生产者的申辩权。', 'The notice was received on {served} and may be objected to until {due}; an order before then would take away the right to be heard.'),
    remedy: words('待期满或者作出异议结论后再责令召回；情况紧急的，先发布消费警示。', 'Order the recall after that day or after the objection is decided; where danger presses, warn the public now.'),
    basis: cite('car-recall-regulation', '15'),
  },
  'objection-late': {
    status: 409,
    title: words('异议已过期限', 'The objection is late'),
    detail: words('异议期限为 {due}，逾期的异议不阻止责令召回。', 'Objections were open until {due}; a late one does not hold the order back.'),
    remedy: words('可以依法申请行政复议或者提起行政诉讼。', 'Reconsideration and suit remain open.'),
    basis: cite('car-recall-regulation', '15'),
  },
  'lots-missing': {
    status: 422,
    title: words('召回范围漏了批次', 'Lots are missing from the scope'),
    detail: words('追溯记录显示批次 {lots} 同样受影响；漏下的批次仍在消费者手中。', 'By the traceability records the lots {lots} are affected too; what is left out stays with consumers.'),
    remedy: words('把这些批次列入范围，或者更正追溯记录后重报。', 'Add these lots to the scope, or correct the traceability records and file again.'),
    basis: order19,
  },
  'line-unknown': {
    status: 422,
    title: words('从产品类别看不出召回门类', 'The class does not tell the line of the recall'),
    detail: words('这一类产品可能是消费品，也可能不是；门类决定异议期、期限和谁可以责令，不能猜。', 'Products of this class may be consumer goods or not; the line decides on terms, objections and who may order, and is not guessed.'),
    remedy: words('查明产品用途后选择召回门类；不属于任何一类的，不转入召回。', 'Find out what the product is for and choose the line; where none fits, no recall is begun.'),
    basis: order19,
  },
  'line-against-class': {
    status: 422,
    title: words('召回门类与产品类别不符', 'The line contradicts the class'),
    detail: words('这一类产品按“{line}”召回，填的是“{given}”；门类错了，期限和依据都错。', 'Products of this class are recalled as “{line}”; “{given}” was given, and with the wrong line every term and article is wrong.'),
    remedy: words('核对产品类别和召回门类。', 'Check the class and the line.'),
    basis: order19,
  },
  'wrong-vin': {
    status: 422,
    title: words('车辆识别代号不对', 'The VIN is wrong'),
    detail: words('{vin} 不是有效的车辆识别代号：应为 17 位，不含 I、O、Q，第九位为校验位；错的代号查不到车。', '{vin} is no valid VIN: it has 17 characters without I, O and Q, of which the ninth checks the others; a wrong one finds no car.'),
    remedy: words('对照行驶证或者铭牌重新填写，字母用大写。', 'Compare with the licence or the plate and type it again, in capital letters.'),
    basis: cite('gb-16735'),
  },
  'no-assessment': {
    status: 422,
    title: words('没有评估意见', 'There is no assessment'),
    detail: words('消费者的原话可能涉及个人，不能进入会公开的召回档案；转入调查须有评估人的意见。', 'A consumer’s own words may tell of persons and do not enter a file that becomes public; what is taken up needs the words of whoever assessed it.'),
    remedy: words('用不涉及个人的话写明缺陷和危险。', 'Say the defect and the danger in words that name no person.'),
    basis: order19,
  },
  'no-scope': {
    status: 422,
    title: words('没有写明召回范围', 'No scope is given'),
    detail: words('没有批次、型号或者序列号范围，消费者无法判断自己的产品是否在内。', 'Without lots, models or serial numbers nobody can tell whether their product is in it.'),
    remedy: words('至少填写一行范围：型号、批号或者起止序列号。', 'Give at least one line: model, lot, or range of serial numbers.'),
    basis: order19,
  },
})
