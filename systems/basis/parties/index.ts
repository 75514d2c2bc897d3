// parties (主體): who and what is governed; every other system stands on it.
import { system } from '../../../kernel/system.ts'
import { page } from '../../../kernel/page.ts'
import { words } from '../../../kernel/words.ts'
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { publication } from '../../../kernel/publication.ts'
import { bodyKinds, enterprise, enterpriseLife } from './enterprise.ts'
import { product, productLife } from './product.ts'
import { organisationFits } from '../../../kernel/usc-code.ts'
import { partyRefusals } from './refusals.ts'

export { productClasses, type ProductClass } from './product-class.ts'
export { industriesOf, industryName } from './industry.ts'
export { trailOf, type Kin, type Trail } from './succession.ts'
export { enterprise, product }

const law = cite('enterprise-publicity-regulation', '6')
const all = ['active', 'revoked', 'merged', 'divided', 'recoded', 'dissolved'] as const

const kindCode = (kind: unknown): string | undefined => (bodyKinds[kind as keyof typeof bodyKinds] as { code?: string } | undefined)?.code

export const parties = system('parties', {
  group: 'basis',
  title: words('主体', 'Parties'),
  chapter: '4.4',
  registers: [enterprise, product],
  procedures: [enterpriseLife, productLife],
  publications: [
    publication('enterprises', {
      title: words('企业名录', 'Enterprises'),
      of: enterprise,
      states: all,
      fields: [
        ...(['code', 'name', 'place', 'industry', 'size', 'kind', 'established', 'invented'] as const),
        ...(['successor', 'dividedFrom', 'formerNames'] as const),
      ],
      basis: law,
    }),
    publication('products', {
      title: words('产品', 'Products'),
      of: product,
      states: ['made', 'ended'],
      fields: ['name', 'brand', 'model', 'gtin', 'class', 'standard', 'producer'],
      basis: cite('product-quality-law', '27'),
    }),
  ],
  checks: [
    check('active-with-successor', {
      title: words('存续企业却有承继单位', 'In existence, yet succeeded'),
      of: 'enterprise',
      among: { all: [{ field: 'state', is: 'active' }, { not: { field: 'successor', is: null } }] },
      severity: 'error',
      why: words('其他系统会把责任记到错误的单位', 'Other systems would charge the wrong body'),
      remedy: words('恢复或重新办理合并', 'Restore it, or merge it again'),
    }),
    check('without-industry', {
      title: words('缺少行业代码', 'No industry'),
      of: 'enterprise',
      among: { field: 'industry', is: null },
      severity: 'warning',
      why: words('按行业的指标会漏掉该企业', 'Figures by industry leave it out'),
      remedy: words('补录 GB/T 4754 代码', 'Enter its GB/T 4754 code'),
    }),
    check('kind-unlike-code', {
      title: words('类型与代码不符', 'Kind and code disagree'),
      of: 'enterprise',
      among: { not: { field: 'kind', is: 'other' } },
      wrong: (record) => kindCode(record['kind']) !== String(record['code']).slice(0, 2),
      severity: 'warning',
      why: words('代码前两位表明登记部门和机构类别', 'The first two characters say who registered the body and of which kind it is'),
      remedy: words('对照执照核对类型和代码', 'Compare kind and code with the licence'),
      basis: cite('gb-32100-2015'),
    }),
    check('organisation-code', {
      title: words('主体标识码校验不符', 'The inner organisation code does not fit'),
      of: 'enterprise',
      among: { all: [] },
      wrong: (record) => !organisationFits(String(record['code'])),
      severity: 'warning',
      why: words('外层校验相符而内层不符，可能录错', 'The outer check fits and the inner does not: it may be a slip'),
      remedy: words('对照执照核对第 9 至 17 位', 'Compare characters 9 to 17 with the licence'),
      basis: cite('gb-11714'),
    }),
  ],
  pages: [
    page('/enterprises', { title: words('查企业', 'Find a body'), face: 'public', menu: true }),
    page('/enterprise/:code', { title: words('企业页', 'One body'), face: 'public' }),
    page('/desk/own-file', { title: words('本企业', 'Your enterprise'), face: 'enterprise', for: ['parties.self'] }),
    page('/places', { title: words('行政区划', 'Places'), face: 'public' }),
  ],
  refusals: partyRefusals,
})
