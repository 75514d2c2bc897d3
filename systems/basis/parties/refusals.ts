// The noes of the register of parties.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

export const partyRefusals = refusals('parties', {
  'into-itself': {
    status: 422, title: words('不能并入自身', 'Into itself'), detail: words('合并须指明另一个组织。', 'A merger names another body.'), remedy: words('请核对代码。', 'Check the code.'),
  },
  'no-successor': {
    status: 422, title: words('承继单位不存在', 'No such successor'), detail: words('没有代码为 {code} 的存续组织，合并后将无法追溯。', 'No body in existence has the code {code}; the trail would end there.'),
    remedy: words('请先登记承继单位。', 'Enter the successor first.'), basis: cite('enterprise-publicity-regulation', '10'),
  },
  'wrong-gtin': {
    status: 422, title: words('商品条码校验不符', 'The check digit of the GTIN does not fit'), detail: words('“{gtin}”不是有效的商品条码，扫码将找不到产品。', '“{gtin}” is no valid GTIN; a scan would not find the product.'),
    remedy: words('请对照包装重新录入。', 'Copy it again from the package.'),
  },
})
