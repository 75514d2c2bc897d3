// A measure that another body takes (聯合獎懲): proposed by an article, sent, receipted, reported on, and lifted when its ground ends.
import { cite } from '../../../kernel/citation.ts'
import { area, choice, citation, day, link, party, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { standing } from './entry.ts'
import { measures, sorts } from './measure-codes.ts'
import { allowedMeasures } from './measure-rules.ts'
import { creditRefusals } from './refusals.ts'

const { refuse } = creditRefusals
const guidance = cite('state-council-2016-33')

export const jointMeasure = register('joint-measure', {
  title: words('联合奖惩措施', 'Joint measures'),
  number: 'LC{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  concerns: 'party',
  readBy: ['reader'],
  listed: ['party', 'partyName', 'sort', 'measure', 'executor', 'receipt', 'appliedOn', 'until'],
  fields: {
    party: party(words('统一社会信用代码', 'Credit code'), { fixed: true }),
    partyName: text(words('名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    sort: choice(words('类别', 'Sort'), sorts),
    measure: choice(words('措施', 'Measure'), { ...measures.punish, ...measures.reward }),
    article: citation(words('法律依据', 'Article'), { optional: true }),
    ground: text(words('事由', 'Ground'), { length: 300 }),
    listing: link(words('名单记录', 'Listing'), 'serious-listing', { optional: true, fixed: true }),
    entry: link(words('信用记录', 'Entry'), 'credit-entry', { optional: true, fixed: true }),
    executor: text(words('实施机关', 'Carried out by'), { optional: true, length: 120 }),
    receipt: text(words('回执号', 'Receipt'), { optional: true, length: 60 }),
    appliedOn: day(words('实施日期', 'In force from'), { optional: true }),
    until: day(words('最后一日', 'Last day'), { optional: true, mayLieAhead: true }),
    outcome: text(words('实施情况', 'What came of it'), { optional: true, length: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const taking = procedure(jointMeasure, {
  duties: {
    clerk: words('记录人', 'Clerk'),
    officer: words('信用管理人员', 'Credit officer'),
    executor: words('实施机关经办人', 'Who carries it out'),
    party: words('当事人', 'Party'),
  },
  states: {
    proposed: words('已发起', 'Proposed'),
    sent: words('已推送', 'Sent'),
    applied: words('实施中', 'In force'),
    returned: words('退回', 'Returned'),
    lifted: words('已解除', 'Lifted'),
  },
  ends: ['returned', 'lifted'],
  opens: {
    title: words('发起', 'Propose'),
    state: 'proposed',
    by: ['clerk', 'officer'],
    basis: guidance,
    asks: ['party', 'partyName', 'place', 'sort', 'measure', 'ground', 'listing', 'entry', 'until'],
    check(c) {
      const allowed = allowedMeasures(c, c.answers.sort)
      if (allowed[c.answers.measure] === undefined) refuse('measure-not-on-list', { field: 'measure', measure: c.answers.measure, day: c.today })
    },
    async confirm({ answers }, at) {
      if (!answers.entry) return
      const found = await at.count('credit-entry', { id: answers.entry, party: answers.party, state: standing })
      if (found === 0) refuse('other-entry', { field: 'entry' })
    },
    gives: (c) => ({ article: allowedMeasures(c, c.answers.sort)[c.answers.measure]! }),
  },
  steps: (step) => ({
    send: step({
      title: words('推送', 'Send'),
      from: 'proposed',
      to: 'sent',
      by: 'officer',
      basis: guidance,
      asks: { executor: text(words('实施机关', 'Carried out by'), { length: 120 }) },
    }),
    apply: step({
      title: words('回执并实施', 'Receipt, and carry out'),
      from: 'sent',
      to: 'applied',
      by: 'executor',
      basis: guidance,
      asks: { receipt: text(words('回执号', 'Receipt'), { length: 60 }) },
      gives: (c) => ({ appliedOn: c.today }),
    }),
    return: step({ title: words('退回', 'Return'), from: 'sent', to: 'returned', by: 'executor', basis: cite('state-office-2020-49'), asks: why }),
    report: step({
      title: words('反馈实施情况', 'Report what came of it'),
      from: 'applied',
      to: 'applied',
      by: 'executor',
      basis: guidance,
      returning: true,
      asks: { outcome: text(words('实施情况', 'What came of it'), { length: 1000 }) },
    }),
    lift: step({
      title: words('解除', 'Lift'),
      from: ['proposed', 'sent', 'applied'],
      to: 'lifted',
      by: ['clerk', 'officer'],
      basis: cite('ndrc-order-36'),
      asks: why,
      gives: (c) => ({ until: c.today }),
    }),
    // A repair that is taken back brings its measure back; it ends when the entry does.
    'propose-again': step({
      title: words('再次发起', 'Propose again'),
      from: 'lifted',
      to: 'proposed',
      by: ['clerk', 'officer'],
      basis: cite('ndrc-order-36'),
      asks: why,
      async confirm({ record }, at) {
        const stands = record.entry === null ? null : await at.first('credit-entry', { id: record.entry, state: standing })
        if (!stands) return refuse('other-entry', { field: 'reason' })
        // Where no clock ends the entry any more, the measure has its last day.
        return { until: stands.countsTo as string | null }
      },
      gives: () => ({ until: null }),
    }),
  }),
})
