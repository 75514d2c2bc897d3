// parties (主體): who and what is governed; every other system stands on it.
import { system } from '../../../kernel/system.ts'
import { page } from '../../../kernel/page.ts'
import { words } from '../../../kernel/words.ts'
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { publication } from '../../../kernel/publication.ts'
import { enterprise, enterpriseLife } from './enterprise.ts'
import { product, productLife } from './product.ts'
import { partyRefusals } from './refusals.ts'

export { productClasses, type ProductClass } from './product-class.ts'
export { enterprise, product }

export const parties = system('parties', {
  group: 'basis', title: words('主体', 'Parties'), chapter: '4.4',
  registers: [enterprise, product],
  procedures: [enterpriseLife, productLife],
  publications: [
    publication('enterprises', {
      title: words('企业名录', 'Enterprises'), of: enterprise, states: ['active', 'merged', 'dissolved'],
      fields: ['code', 'name', 'place', 'industry', 'size', 'kind', 'established', 'invented', 'successor', 'formerName'], basis: cite('enterprise-publicity-regulation', '6'),
    }),
  ],
  checks: [
    check('active-with-successor', {
      title: words('存续企业却有承继单位', 'In existence, yet succeeded'), of: 'enterprise', among: { all: [{ field: 'state', is: 'active' }, { not: { field: 'successor', is: null } }] }, severity: 'error',
      why: words('其他系统会把责任记到错误的单位', 'Other systems would charge the wrong body'), remedy: words('恢复或重新办理合并', 'Restore it, or merge it again'),
    }),
    check('without-industry', {
      title: words('缺少行业代码', 'No industry'), of: 'enterprise', among: { field: 'industry', is: null }, severity: 'warning',
      why: words('按行业的指标会漏掉该企业', 'Figures by industry leave it out'), remedy: words('补录 GB/T 4754 代码', 'Enter its GB/T 4754 code'),
    }),
  ],
  pages: [page('/parties/:code', { title: words('企业页', 'Enterprise'), face: 'public' })],
  refusals: partyRefusals,
})
