// The noes of the complaints system, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

export const complaintRefusals = refusals('complaints', {
  'no-claim': {
    status: 422,
    title: words('请写明具体请求', 'Say what you ask for'),
    detail: words(
      '投诉须有具体的投诉请求以及消费者权益争议事实；“{field}”为空，机关无法组织调解。',
      'A complaint needs a definite claim and the facts of the dispute; without “{field}” there is nothing to mediate.',
    ),
    remedy: words('请选择至少一项请求，如退款、更换、修理或赔偿。', 'Choose at least one claim: refund, exchange, repair or damages.'),
    basis: cite('samr-order-121', '10'),
  },
  'no-price': {
    status: 422,
    title: words('索要款项须填价款', 'A demand for money needs the price'),
    detail: words(
      '您请求“{demand}”，但没有填写所付价款；赔偿以价款或损失为计算依据。',
      'You ask for “{demand}” without the price you paid; the sum is worked out from the price or the loss.',
    ),
    remedy: words(
      '请填写实际支付的价款，并附小票、订单或转账记录。',
      'Give the price that you paid and attach the receipt, order or transfer.',
    ),
    basis: cite('samr-order-121', '10'),
  },
  'trader-unknown': {
    status: 422,
    title: words('请写明被投诉人', 'Name the trader'),
    detail: words(
      '须写明被投诉人的名称或者姓名、地址；仅凭相近的名称不会自动认定为某一企业。',
      'The name and address of the trader are needed; a like name is never taken for a certain firm.',
    ),
    remedy: words('请填写名称和地址；有统一社会信用代码的一并填写。', 'Give name and address, and the credit code if you have it.'),
    basis: cite('samr-order-121', '10'),
  },
  'reason-needed': {
    status: 422,
    title: words('须选择法定理由', 'A legal ground is needed'),
    detail: words(
      '不予受理或者终止调解须有法定理由；理由“{ground}”须写明具体情况。',
      'Declining or ending needs a legal ground; the ground “{ground}” needs the particulars.',
    ),
    remedy: words(
      '请写明事实，并告知投诉人消费者权益保护法第三十九条规定的其他途径。',
      'State the facts, and tell the complainant of the other ways of article 39 of the consumer law.',
    ),
    basis: cite('samr-order-121', '16'),
  },
  'not-old': {
    status: 422,
    title: words('未超过三年', 'Not older than three years'),
    detail: words(
      '自知道权益受侵害之日 {known} 起至收到投诉之日 {received} 未满 {years} 年，不能以此不予受理。',
      'From {known}, when the harm was known, to {received} is less than {years} years; this is no ground to decline.',
    ),
    remedy: words('请改选其他理由，或者予以受理。', 'Choose another ground, or accept.'),
    basis: cite('samr-order-121', '16(4)'),
  },
  'too-early-to-end': {
    status: 422,
    title: words('调解期限尚未届满', 'The term of mediation still runs'),
    detail: words(
      '以“期限届满未达成协议”终止，须在调解期限 {due} 届满之后。',
      'Ending because the term ran out is possible only after {due}.',
    ),
    remedy: words('请继续调解，或者按其他法定情形终止。', 'Go on mediating, or end on another legal ground.'),
    basis: cite('samr-order-121', '23'),
  },
  'no-consent': {
    status: 422,
    title: words('须双方同意', 'Both sides must consent'),
    detail: words('{matter}须投诉人和被投诉人双方同意。', '{matter} needs the consent of complainant and trader.'),
    remedy: words('请取得双方书面或者电子形式的同意后再办理。', 'Obtain the consent of both in writing or electronically first.'),
    basis: cite('samr-order-121', '18'),
  },
  'same-dispute': {
    status: 409,
    title: words('同一争议已有投诉', 'The same dispute is already on record'),
    detail: words(
      '同一请求标识之外，{number} 已就同一订单受理；同一争议只处理一次。',
      'Complaint {number} on the same order is already in hand; one dispute is handled once.',
    ),
    remedy: words(
      '请在原投诉中补充材料；确属另一争议的，请写明区别。',
      'Add to the complaint on record; if it is another dispute, say how it differs.',
    ),
    basis: cite('samr-order-121', '16(2)'),
  },
  'split-first': {
    status: 422,
    title: words('投诉与举报须分开提出', 'Complaint and report are two things'),
    detail: words(
      '内容既有请求调解又有反映违法线索；两者程序和期限不同，须分别登记。',
      'It asks for mediation and reports a breach; the two have different procedures and clocks and are filed apart.',
    ),
    remedy: words('请分别提交；系统会把两份相互关联。', 'Send the two apart; they will be linked to each other.'),
    basis: cite('samr-order-121', '9'),
  },
  'no-receiver': {
    status: 422,
    title: words('请选择接收机关', 'Choose the receiving office'),
    detail: words(
      '转办须指明接收机关，且不得转给原机关 {office}。',
      'A transfer names the receiving office, which cannot be {office} itself.',
    ),
    remedy: words('请从机构表中选择有管辖权的机关。', 'Choose the office in charge from the list.'),
    basis: cite('samr-order-121', '14'),
  },
  'reporter-missing': {
    status: 422,
    title: words('实名举报须填姓名', 'A named report needs the name'),
    detail: words(
      '您没有选择匿名，但没有填写姓名；无法向您反馈。',
      'You did not choose to stay anonymous and gave no name; nobody could tell you the outcome.',
    ),
    remedy: words('请填写姓名，或选择匿名举报。', 'Give your name, or choose to stay anonymous.'),
    basis: cite('samr-order-121', '28'),
  },
  'not-anonymous': {
    status: 422,
    title: words('匿名举报不应填写姓名', 'An anonymous report holds no name'),
    detail: words(
      '您选择了匿名，却填写了姓名；为保护您，没有保存。',
      'You chose to stay anonymous and gave a name; to protect you nothing was saved.',
    ),
    remedy: words('请删除姓名，或改为实名举报。', 'Delete the name, or report under your name.'),
    basis: cite('samr-order-121', '37'),
  },
  'reward-too-high': {
    status: 422,
    title: words('奖励超过比例', 'The reward is above its share'),
    detail: words(
      '奖励 {sum} 元超过罚没款 {fine} 元的 {ratio}。',
      'A reward of {sum} yuan is more than {ratio} of the fine of {fine} yuan.',
    ),
    remedy: words('请按奖励办法核定金额。', 'Work out the sum by the reward measures.'),
    basis: cite('report-reward-measures'),
  },
})
