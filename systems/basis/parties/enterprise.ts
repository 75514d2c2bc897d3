// The register of enterprises and other bodies by unified social credit code (統一社會信用代碼), and how an entry lives.
import { cite } from '../../../kernel/citation.ts'
import { area, choice, day, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { industryOf } from './industry.ts'
import { partyRefusals } from './refusals.ts'

const of = (code: string, zh: string, en: string) => ({ title: words(zh, en), code })

/** The code of each kind is what the first two characters of the credit code then are (GB 32100-2015). */
export const bodyKinds = {
  company: of('91', '企业', 'Enterprise'),
  individual: of('92', '个体工商户', 'Sole trader'),
  cooperative: of('93', '农民专业合作社', 'Farmers’ cooperative'),
  organ: of('11', '机关', 'State organ'),
  institution: of('12', '事业单位', 'Public institution'),
  association: of('51', '社会团体', 'Association'),
  nonEnterprise: of('52', '民办非企业单位', 'Private non-enterprise unit'),
  foundation: of('53', '基金会', 'Foundation'),
  other: words('其他', 'Other'),
} as const

export const enterprise = register('enterprise', {
  title: words('企业和其他组织', 'Enterprises and other bodies'),
  headline: 'name',
  placedBy: 'place',
  concerns: 'code',
  knownBy: ['code'],
  readBy: ['reader'],
  listed: ['code', 'name', 'place', 'industry', 'size', 'established'],
  fields: {
    code: party(words('统一社会信用代码', 'Unified social credit code'), { fixed: true }),
    name: text(words('名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('住所地', 'Domicile')),
    address: text(words('地址', 'Address'), { optional: true }),
    industry: text(words('行业代码', 'Industry (GB/T 4754)'), { length: 8, optional: true }),
    size: choice(
      words('规模', 'Size'),
      { large: words('大型', 'Large'), medium: words('中型', 'Medium'), small: words('小型', 'Small'), micro: words('微型', 'Micro') },
      { optional: true },
    ),
    kind: choice(words('类型', 'Kind'), bodyKinds),
    established: day(words('成立日期', 'Established on'), { optional: true }),
    representative: text(words('法定代表人', 'Legal representative'), {
      personal: true,
      shownTo: ['registrar'],
      optional: true,
      length: 60,
    }),
    invented: yes(words('虚构的演示数据', 'Invented for demonstration')),
    dividedFrom: party(words('分立自', 'Divided from'), { optional: true, fixed: true }),
    formerNames: rows(
      words('曾用名', 'Former names'),
      { name: text(words('曾用名', 'Former name'), { length: 120, searched: true }), until: day(words('用至', 'Until'), { optional: true }) },
      { optional: true },
    ),
    successor: party(words('承继单位', 'Succeeded by'), { optional: true }),
  },
})

const regulation = (article: string) => cite('enterprise-publicity-regulation', article)

/** The body that takes over must be another one and in existence, or the trail would end in the air. */
async function takesOver(at: Reading, code: string, into: string, field: string): Promise<void> {
  if (into === code) partyRefusals.refuse('into-itself', { field })
  if ((await at.count('enterprise', { code: into, state: 'active' })) === 0) partyRefusals.refuse('no-successor', { code: into, field })
}

const inBusiness = ['active', 'revoked'] as const

export const enterpriseLife = procedure(enterprise, {
  duties: { registrar: words('登记员', 'Registrar'), reader: words('查询人', 'Reader'), self: words('本单位', 'The body itself') },
  states: {
    active: words('存续', 'In existence'),
    revoked: words('吊销未注销', 'Licence revoked'),
    merged: words('已合并', 'Merged'),
    divided: words('已分立', 'Divided'),
    recoded: words('已换发代码', 'Given another code'),
    dissolved: words('已注销', 'Dissolved'),
  },
  ends: ['merged', 'divided', 'recoded', 'dissolved'],
  opens: {
    title: words('登记', 'Enter'),
    state: 'active',
    by: 'registrar',
    basis: regulation('6'),
    asks: [
      ...(['code', 'name', 'place', 'address', 'industry', 'size', 'kind', 'established', 'representative', 'invented'] as const),
      ...(['dividedFrom', 'formerNames'] as const),
    ],
    check: (c) => void industryOf(c, c.answers.industry, 'industry'),
    async confirm(c, at) {
      const origin = c.answers.dividedFrom
      if (origin !== null && (await at.count('enterprise', { code: origin })) === 0)
        partyRefusals.refuse('no-origin', { code: origin, field: 'dividedFrom' })
    },
    gives: (c) => ({ industry: industryOf(c, c.answers.industry, 'industry') }),
  },
  steps: (step) => ({
    change: step({
      title: words('变更', 'Change'),
      from: inBusiness,
      to: (c) => c.record.state as 'active' | 'revoked',
      by: 'registrar',
      returning: true,
      basis: regulation('10'),
      asks: { ...ask(enterprise, 'name', 'place', 'address', 'industry', 'size'), changedOn: day(words('变更日期', 'Changed on')) },
      check: (c) => void industryOf(c, c.answers.industry, 'industry'),
      gives: (c) => ({
        industry: industryOf(c, c.answers.industry, 'industry'),
        ...(c.answers.name === c.record.name
          ? {}
          : { formerNames: [{ name: c.record.name, until: c.answers.changedOn }, ...(c.record.formerNames ?? [])] }),
      }),
    }),
    merge: step({
      title: words('合并', 'Merge'),
      from: inBusiness,
      to: 'merged',
      by: 'registrar',
      basis: regulation('10'),
      asks: { into: party(words('合并入', 'Merged into')), mergedOn: day(words('合并日期', 'Merged on')) },
      confirm: (c, at) => takesOver(at, c.record.code, c.answers.into, 'into'),
      gives: (c) => ({ successor: c.answers.into }),
    }),
    divide: step({
      title: words('分立解散', 'Divide and end'),
      from: inBusiness,
      to: 'divided',
      by: 'registrar',
      basis: regulation('10'),
      asks: { dividedOn: day(words('分立日期', 'Divided on')) },
      async confirm(c, at) {
        const count = await at.count('enterprise', { dividedFrom: c.record.code, state: 'active' })
        if (count < 2) partyRefusals.refuse('no-parts', { count })
      },
    }),
    recode: step({
      title: words('换发代码', 'Give another code'),
      from: inBusiness,
      to: 'recoded',
      by: 'registrar',
      basis: regulation('10'),
      asks: { newCode: party(words('新代码', 'New code')), recodedOn: day(words('换发日期', 'Given on')) },
      confirm: (c, at) => takesOver(at, c.record.code, c.answers.newCode, 'newCode'),
      gives: (c) => ({ successor: c.answers.newCode }),
    }),
    revoke: step({
      title: words('吊销执照', 'Revoke the licence'),
      from: 'active',
      to: 'revoked',
      by: 'registrar',
      basis: regulation('6'),
      asks: { revokedOn: day(words('吊销日期', 'Revoked on')), decision: text(words('决定书文号', 'Number of the decision')) },
    }),
    dissolve: step({
      title: words('注销', 'Dissolve'),
      from: inBusiness,
      to: 'dissolved',
      by: 'registrar',
      basis: regulation('10'),
      asks: { dissolvedOn: day(words('注销日期', 'Dissolved on')) },
    }),
    restore: step({
      title: words('恢复', 'Restore'),
      from: ['merged', 'divided', 'recoded', 'dissolved', 'revoked'],
      to: 'active',
      by: 'registrar',
      notBy: ['merge', 'divide', 'recode', 'dissolve', 'revoke'],
      returning: true,
      basis: regulation('10'),
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
      gives: () => ({ successor: null }),
    }),
  }),
})
