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
        then: { fields: { name: '虚构乙公司', formerNames: [{ name: '虚构甲公司', until: '2026-02-02' }] } },
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
    title: words('分立解散与换发代码各留去向；两次更名都留下', 'A division and a new code each leave a trail; both former names stay'),
    opens: { on: '2026-01-05', step: 'open', by: 'registrar', with: { ...firm, industry: 'C1441' }, then: { fields: { industry: '1441' } } },
    acts: [
      {
        on: '2026-02-02',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构乙公司', place: '130102', industry: '1441', changedOn: '2026-02-01' },
        then: { fields: { formerNames: [{ name: '虚构甲公司', until: '2026-02-01' }] } },
      },
      {
        on: '2026-02-03',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构丙公司', place: '130102', changedOn: '2026-02-03' },
        then: {
          fields: {
            formerNames: [
              { name: '虚构乙公司', until: '2026-02-03' },
              { name: '虚构甲公司', until: '2026-02-01' },
            ],
          },
        },
      },
      { on: '2026-03-02', step: 'divide', by: 'registrar', person: 'one', with: { dividedOn: '2026-03-01' }, then: { state: 'divided' } },
      { on: '2026-03-03', step: 'restore', by: 'registrar', person: 'one', with: { why: '误办' }, refused: 'kernel.two-persons' },
      { on: '2026-03-03', step: 'restore', by: 'registrar', person: 'two', with: { why: '误办' }, then: { state: 'active' } },
      {
        on: '2026-03-04',
        step: 'recode',
        by: 'registrar',
        with: { newCode: other, recodedOn: '2026-03-04' },
        then: { state: 'recoded', fields: { successor: other } },
      },
    ],
  },
  {
    title: words('吊销后仍可变更和注销', 'A body whose licence is revoked can still change and be dissolved'),
    opens: { on: '2026-01-05', step: 'open', by: 'registrar', with: firm },
    acts: [
      {
        on: '2026-02-02',
        step: 'revoke',
        by: 'registrar',
        with: { revokedOn: '2026-02-01', decision: '虚市监处罚〔2026〕1号' },
        then: { state: 'revoked' },
      },
      {
        on: '2026-02-03',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构甲公司', place: '130104', changedOn: '2026-02-03' },
        then: { state: 'revoked', fields: { place: '130104' } },
      },
      { on: '2026-02-04', step: 'dissolve', by: 'registrar', with: { dissolvedOn: '2026-02-04' }, then: { state: 'dissolved' } },
    ],
  },
  {
    title: words(
      '行业按当日施行的版本：1440 见于 2011 版，不见于 2017 版',
      'An industry is judged by the edition of the day: 1440 is in that of 2011 and not in that of 2017',
    ),
    opens: { on: '2016-07-06', step: 'open', by: 'registrar', with: { ...firm, industry: '1440' } },
    acts: [
      {
        on: '2018-01-02',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构甲公司', place: '130102', industry: '1440', changedOn: '2018-01-02' },
        refused: 'parties.unknown-industry',
      },
      {
        on: '2018-01-02',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构甲公司', place: '130102', industry: 'C1441', changedOn: '2018-01-02' },
        then: { fields: { industry: '1441' } },
      },
      {
        on: '2018-01-03',
        step: 'change',
        by: 'registrar',
        with: { name: '虚构甲公司', place: '130102', industry: 'D1441', changedOn: '2018-01-03' },
        refused: 'parties.unknown-industry',
      },
    ],
  },
  {
    title: words('没有的行政区划代码不予登记；外省住所地可以', 'A division code that does not exist is refused; a domicile in another province is not'),
    opens: { on: '2026-01-05', step: 'open', by: 'registrar', with: { ...firm, place: '999999' }, refused: 'kernel.invalid' },
    acts: [{ on: '2026-01-05', step: 'open', by: 'registrar', with: { ...firm, place: '110105' }, then: { fields: { place: '110105' } } }],
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
      with: { producer: code, name: '酸奶', class: '1442', gtin: '6901234567892' },
    },
    acts: [
      {
        on: '2026-01-06',
        step: 'change',
        by: 'registrar',
        with: { name: '酸奶', class: '1442', gtin: '6901234567891' },
        refused: 'parties.wrong-gtin',
      },
      {
        on: '2026-01-06',
        step: 'change',
        by: 'registrar',
        with: { name: '风味酸奶', class: '1442' },
        then: { fields: { name: '风味酸奶' } },
      },
      { on: '2026-01-07', step: 'end', by: 'registrar', then: { state: 'ended' } },
    ],
  },
])
