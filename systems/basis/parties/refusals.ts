// The noes of the register of parties.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

export const partyRefusals = refusals('parties', {
  'into-itself': {
    status: 422,
    title: words('不能并入自身', 'Into itself'),
    detail: words('合并须指明另一个组织。', 'A merger names another body.'),
    remedy: words('请核对代码。', 'Check the code.'),
  },
  'no-successor': {
    status: 422,
    title: words('承继单位不存在', 'No such successor'),
    detail: words('没有代码为 {code} 的存续组织，合并后将无法追溯。', 'No body in existence has the code {code}; the trail would end there.'),
    remedy: words('请先登记承继单位。', 'Enter the successor first.'),
    basis: cite('enterprise-publicity-regulation', '10'),
  },
  'no-parts': {
    status: 422,
    title: words('分立后的单位尚未登记', 'The parts are not entered yet'),
    detail: words(
      '解散分立须有至少两个“分立自”本单位的存续组织，现有 {count} 个；否则其义务无人承继。',
      'A division that ends the body needs at least two bodies entered as divided from it; there are {count}. Nobody would take over its duties.',
    ),
    remedy: words('请先登记分立后的各单位，并填写“分立自”。', 'Enter the parts first, each with this code under “divided from”.'),
    basis: cite('enterprise-publicity-regulation', '10'),
  },
  'no-origin': {
    status: 422,
    title: words('原单位不存在', 'No such origin'),
    detail: words('没有代码为 {code} 的组织，分立的来历将无法追溯。', 'No body has the code {code}; the trail would begin nowhere.'),
    remedy: words('请核对原单位代码，或者先登记原单位。', 'Check the code, or enter the origin first.'),
  },
  'wrong-gtin': {
    status: 422,
    title: words('商品条码校验不符', 'The check digit of the GTIN does not fit'),
    detail: words('“{gtin}”不是有效的商品条码，扫码将找不到产品。', '“{gtin}” is no valid GTIN; a scan would not find the product.'),
    remedy: words('请对照包装重新录入。', 'Copy it again from the package.'),
    basis: cite('gs1-general-specifications'),
  },
  'unknown-industry': {
    status: 422,
    title: words('没有这个行业代码', 'No such industry'),
    detail: words(
      '“{industry}”不在 {edition} 之中，按行业的统计会漏掉它；该标准是当日施行的版本。',
      '“{industry}” is not in {edition}, the edition in force on that day; figures by industry would leave it out.',
    ),
    remedy: words('请按 {edition} 填写二至四位代码，如 1441。', 'Give two to four digits of {edition}, such as 1441.'),
  },
})
