// Worked cases of enterprises and products; every body in them is invented.
import { cases } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { enterpriseLife } from './enterprise.ts'
import { productLife } from './product.ts'

const code = '91130102MAX000001J'
const other = '91130102MAX000002M'
const firm = { code, name: '虚构甲公司', place: '130102', kind: 'company', invented: true }

export const enterpriseCases = cases(enterpriseLife, [
  {
    title: words(
      '变更名称留下曾用名；注销后可由另一人恢复',
      'A change of name keeps the former one; a dissolution can be undone by another person',
    ),
    opens: { on: '2026-01-05', step: 'open', by: 'registrar', with: firm },
    acts: [
      {
        on: '2026-02-02',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构乙公司', place: '130102', changedOn: '2026-02-02' },
        then: { fields: { name: '虚构乙公司', formerName: '虚构甲公司' } },
      },
      {
        on: '2026-03-02',
        step: 'dissolve',
        by: 'registrar',
        person: 'one',
        with: { dissolvedOn: '2026-03-02' },
        then: { state: 'dissolved' },
      },
      { on: '2026-03-03', step: 'restore', by: 'registrar', person: 'one', with: { why: '误注销' }, refused: 'kernel.two-persons' },
      { on: '2026-03-03', step: 'restore', by: 'registrar', person: 'two', with: { why: '误注销' }, then: { state: 'active' } },
    ],
  },
  {
    title: words('合并指向承继单位', 'A merger points to its successor'),
    opens: { on: '2026-01-05', step: 'open', by: 'registrar', with: firm },
    acts: [
      {
        on: '2026-02-02',
        step: 'merge',
        by: 'registrar',
        with: { into: other, mergedOn: '2026-02-02' },
        then: { state: 'merged', fields: { successor: other } },
      },
    ],
  },
  {
    title: words('校验码不符的代码不予登记', 'A code whose check character does not fit is refused'),
    opens: { on: '2026-01-05', step: 'open', by: 'registrar', with: { ...firm, code: '91130102MAX000001A' }, refused: 'kernel.invalid' },
    acts: [],
  },
])

export const productCases = cases(productLife, [
  {
    title: words('商品条码须校验相符', 'A GTIN must fit its check digit'),
    opens: {
      on: '2026-01-05',
      step: 'open',
      by: 'registrar',
      with: { producer: code, name: '酸奶', class: '1440', gtin: '6901234567892' },
    },
    acts: [
      {
        on: '2026-01-06',
        step: 'change',
        by: 'registrar',
        with: { name: '酸奶', class: '1440', gtin: '6901234567891' },
        refused: 'parties.wrong-gtin',
      },
      {
        on: '2026-01-06',
        step: 'change',
        by: 'registrar',
        with: { name: '风味酸奶', class: '1440' },
        then: { fields: { name: '风味酸奶' } },
      },
      { on: '2026-01-07', step: 'end', by: 'registrar', then: { state: 'ended' } },
    ],
  },
])
