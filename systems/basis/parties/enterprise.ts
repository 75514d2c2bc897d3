// The register of enterprises and other bodies by unified social credit code (統一社會信用代碼), and how an entry lives.
import { cite } from '../../../kernel/citation.ts'
import { area, choice, day, party, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { partyRefusals } from './refusals.ts'

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
    kind: choice(words('类型', 'Kind'), {
      company: words('企业', 'Enterprise'),
      individual: words('个体工商户', 'Sole trader'),
      institution: words('事业单位', 'Public institution'),
      association: words('社会团体', 'Association'),
      other: words('其他', 'Other'),
    }),
    established: day(words('成立日期', 'Established on'), { optional: true }),
    representative: text(words('法定代表人', 'Legal representative'), {
      personal: true,
      shownTo: ['registrar'],
      optional: true,
      length: 60,
    }),
    invented: yes(words('虚构的演示数据', 'Invented for demonstration')),
    successor: party(words('承继单位', 'Succeeded by'), { optional: true }),
    formerName: text(words('曾用名', 'Former name'), { optional: true, length: 120 }),
  },
})

const regulation = (article: string) => cite('enterprise-publicity-regulation', article)

export const enterpriseLife = procedure(enterprise, {
  duties: { registrar: words('登记员', 'Registrar'), reader: words('查询人', 'Reader'), self: words('本单位', 'The body itself') },
  states: { active: words('存续', 'In existence'), merged: words('已合并', 'Merged'), dissolved: words('已注销', 'Dissolved') },
  ends: ['merged', 'dissolved'],
  opens: {
    title: words('登记', 'Enter'),
    state: 'active',
    by: 'registrar',
    basis: regulation('6'),
  },
  steps: (step) => ({
    change: step({
      title: words('变更', 'Change'),
      from: 'active',
      to: 'active',
      by: 'registrar',
      returning: true,
      basis: regulation('10'),
      asks: { ...ask(enterprise, 'name', 'place', 'address', 'industry', 'size'), changedOn: day(words('变更日期', 'Changed on')) },
      gives: (c) => (c.answers.name === c.record.name ? {} : { formerName: c.record.name }),
    }),
    merge: step({
      title: words('合并', 'Merge'),
      from: 'active',
      to: 'merged',
      by: 'registrar',
      basis: regulation('10'),
      asks: { into: party(words('合并入', 'Merged into')), mergedOn: day(words('合并日期', 'Merged on')) },
      async confirm(c, at) {
        if (c.answers.into === c.record.code) partyRefusals.refuse('into-itself', { field: 'into' })
        if ((await at.count('enterprise', { code: c.answers.into, state: 'active' })) === 0)
          partyRefusals.refuse('no-successor', { code: c.answers.into, field: 'into' })
      },
      gives: (c) => ({ successor: c.answers.into }),
    }),
    dissolve: step({
      title: words('注销', 'Dissolve'),
      from: 'active',
      to: 'dissolved',
      by: 'registrar',
      basis: regulation('10'),
      asks: { dissolvedOn: day(words('注销日期', 'Dissolved on')) },
    }),
    restore: step({
      title: words('恢复', 'Restore'),
      from: ['merged', 'dissolved'],
      to: 'active',
      by: 'registrar',
      notBy: ['merge', 'dissolve'],
      returning: true,
      basis: regulation('10'),
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
      gives: () => ({ successor: null }),
    }),
  }),
})
