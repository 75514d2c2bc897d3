// How a body comes onto the list of serious breaches and off it: considered, told, heard, decided by the head, shown, repaired or ended.
import { cite } from '../../../kernel/citation.ts'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { choice, text, yes } from '../../../kernel/kinds.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { procedure, type StepContext } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { monthsOf } from './entry.ts'
import { listingDecision, listingNotice } from './listing-documents.ts'
import { allowedMeasures } from './measure-rules.ts'
import { creditRefusals } from './refusals.ts'
import { seriousListing } from './serious-listing.ts'

const { refuse } = creditRefusals
const order = cite('samr-order-44')
const repairRules = cite('ndrc-order-36')
const why = { reasons: text(words('理由', 'Reasons'), { length: 1000 }) }
const under = { province: words('省级', 'Province'), city: words('市级', 'City'), county: words('县级', 'County') }

/** The last day of a listing that is shown from a day on, by the term of that day; the first day is not counted, as by its clock. */
const lastDay = (c: StepContext<unknown, unknown>, from: Day): Day =>
  addMonths(from, monthsOf(c.parameter('credit.serious-list-term', from).value as Term))

const shown = ['published', 'repairAsked', 'repairing'] as const
const before = ['considered', 'noticed', 'hearing', 'heard', 'listed'] as const

export const listing = procedure(seriousListing, {
  duties: {
    clerk: words('记录人', 'Clerk'),
    officer: words('信用管理人员', 'Credit officer'),
    head: words('信用管理负责人', 'Head'),
    party: words('当事人', 'Party'),
  },
  states: {
    considered: words('拟列入审查', 'Considered'),
    noticed: words('已告知', 'Notice given'),
    hearing: words('待听证', 'Hearing asked for'),
    heard: words('已陈述申辩', 'Heard'),
    listed: words('已决定列入', 'Listed'),
    published: words('公示中', 'Shown'),
    repairAsked: words('申请提前移出', 'Early removal asked'),
    repairing: words('提前移出审查', 'Early removal examined'),
    declined: words('不予列入', 'Not listed'),
    removed: words('提前移出', 'Removed early'),
    expired: words('到期移出', 'Ended at its term'),
    withdrawn: words('已撤销', 'Withdrawn'),
  },
  // Removed early is no end while the term runs: a false promise brings the listing back.
  ends: ['declined', 'expired', 'withdrawn'],
  opens: {
    title: words('拟列入', 'Consider a listing'),
    state: 'considered',
    by: ['clerk', 'officer'],
    basis: order,
    asks: ['party', 'partyName', 'place', 'case', 'document'],
    async confirm({ answers }, at) {
      const decided = await at.first('case', { id: answers.case, party: answers.party })
      if (!decided || decided['degree'] !== 'serious' || decided['decided'] === null) return refuse('no-heavy-penalty', { field: 'case' })
      const earlier = await at.first('serious-listing', { case: answers.case })
      if (earlier) refuse('considered-already', { field: 'case', number: earlier.number ?? earlier.id })
    },
  },
  steps: (step) => ({
    notice: step({
      title: words('告知拟列入', 'Give notice'),
      from: 'considered',
      to: 'noticed',
      by: 'officer',
      basis: order,
      issues: listingNotice,
      asks: {
        ...ask(seriousListing, 'ground', 'facts'),
        heavier: { ...seriousListing.fields.heavier, optional: false },
        intent: yes(words('有主观故意（足以证明没有的，不予列入）', 'Done with intent; where lack of intent is proven, none is listed')),
      },
      check(c) {
        if (!c.answers.intent) refuse('no-intent', { field: 'intent' })
        if (c.answers.ground === null) refuse('no-ground', { field: 'ground' })
      },
    }),
    drop: step({ title: words('不列入', 'Do not list'), from: 'considered', to: 'declined', by: 'officer', basis: cite('samr-order-44', '12'), asks: why }),
    defend: step({
      title: words('陈述申辩', 'State a defence'),
      from: ['noticed', 'hearing', 'heard'],
      to: (c) => (c.record.state === 'hearing' ? 'hearing' : 'heard'),
      by: ['party', 'officer'],
      basis: order,
      returning: true,
      asks: { defence: text(words('陈述申辩', 'What the party says'), { length: 2000 }) },
    }),
    // From here no decision to list is open until the hearing is on record or the party has taken its request back.
    'ask-hearing': step({
      title: words('要求听证', 'Ask for a hearing'),
      from: ['noticed', 'heard'],
      to: 'hearing',
      by: ['party', 'officer'],
      basis: order,
      check(c) {
        if (c.record.hearing != null) refuse('hearing-held')
        const clock = c.clocks.find(({ deadline }) => deadline === 'defend')
        if (clock?.due != null && c.today > clock.due) refuse('hearing-late', { due: clock.due })
      },
    }),
    'forgo-hearing': step({
      title: words('书面撤回听证要求', 'Take the request back in writing'),
      from: 'hearing',
      to: 'heard',
      by: ['party', 'officer'],
      basis: order,
    }),
    hear: step({
      title: words('记录听证意见', 'Record the hearing'),
      from: ['noticed', 'hearing', 'heard'],
      to: 'heard',
      by: 'head',
      basis: order,
      returning: true,
      notBy: ['notice'],
      asks: { hearing: text(words('听证意见', 'Opinion of the hearing'), { length: 1000 }) },
    }),
    list: step({
      title: words('决定列入', 'Decide to list'),
      from: ['noticed', 'heard'],
      to: 'listed',
      by: 'head',
      basis: order,
      notBy: ['notice'],
      issues: listingDecision,
      asks: {
        ...why,
        measures: { ...seriousListing.fields.measures, optional: false },
        level: choice(words('决定机关层级', 'Level of the authority'), under),
        waived: yes(words('当事人书面放弃听证', 'Hearing waived in writing'), { optional: true }),
        ...ask(seriousListing, 'consent'),
      },
      check(c) {
        const clock = c.clocks.find(({ deadline }) => deadline === 'defend')
        // Who has spoken may still ask for a hearing until the term is over, unless it was held or waived: that waives no defence.
        const over = clock?.due != null && c.today > clock.due
        const wasHeard = c.record.hearing != null || (c.record.defence != null && c.answers.waived === true)
        if (!over && !wasHeard) refuse('not-heard-yet', { due: clock?.due ?? '—' })
        if (c.answers.level !== 'province' && !c.answers.consent) refuse('no-consent', { field: 'consent' })
        const allowed = allowedMeasures(c, 'punish')
        const strange = c.answers.measures.find(({ measure }) => allowed[measure] === undefined)
        if (strange) refuse('measure-not-on-list', { field: 'measures', measure: strange.measure, day: c.today })
      },
      gives: (c) => ({ decidedOn: c.today }),
    }),
    decline: step({ title: words('决定不予列入', 'Decide not to list'), from: ['noticed', 'hearing', 'heard'], to: 'declined', by: 'head', basis: cite('samr-order-44', '12'), notBy: ['notice'], asks: why }),
    publish: step({
      title: words('公示', 'Publish'),
      from: 'listed',
      to: 'published',
      by: 'officer',
      basis: order,
      gives: (c) => ({ published: c.today, until: lastDay(c, c.today) }),
    }),
    'ask-repair': step({
      title: words('申请提前移出', 'Ask for early removal'),
      from: 'published',
      to: 'repairAsked',
      by: 'party',
      basis: repairRules,
      asks: { promise: text(words('承诺和履行证明', 'Promise, and proof that the duties are done'), { length: 1000 }) },
      check(c) {
        const until = addMonths(c.record.published!, monthsOf(c.parameter('credit.serious-list-repair').value as Term))
        if (c.today < until) refuse('repair-early', { until })
      },
    }),
    accept: step({ title: words('受理移出申请', 'Accept the application'), from: 'repairAsked', to: 'repairing', by: 'officer', basis: repairRules }),
    grant: step({
      title: words('准予提前移出', 'Grant early removal'),
      from: 'repairing',
      to: 'removed',
      by: 'head',
      basis: repairRules,
      notBy: ['accept'],
      asks: why,
      gives: (c) => ({ until: addDays(c.today, -1) }),
    }),
    reject: step({ title: words('不予移出', 'Refuse early removal'), from: ['repairAsked', 'repairing'], to: 'published', by: 'head', basis: repairRules, returning: true, asks: why }),
    restore: step({
      title: words('承诺不实，恢复列入', 'The promise was false: list again'),
      from: 'removed',
      to: 'published',
      by: 'head',
      basis: repairRules,
      returning: true,
      asks: why,
      check(c) {
        const until = lastDay(c, c.record.published!)
        if (c.today > until) refuse('term-was-over', { until })
      },
      gives: (c) => ({ until: lastDay(c, c.record.published!) }),
    }),
    expire: step({
      title: words('到期移出', 'End at the term'),
      from: [...shown, 'removed'],
      to: (c) => (c.record.state === 'removed' ? 'removed' : 'expired'),
      by: 'officer',
      basis: order,
      check(c) {
        if (c.today <= c.record.until!) refuse('not-over', { until: c.record.until! })
      },
    }),
    withdraw: step({
      title: words('撤销列入', 'Withdraw the listing'),
      from: [...before, ...shown],
      to: 'withdrawn',
      by: ['clerk', 'officer', 'head'],
      basis: cite('samr-order-44', '19'),
      asks: why,
      gives: (c) => (c.record.published == null ? {} : { until: addDays(c.today, -1) }),
    }),
  }),
  deadlines: [
    {
      name: 'defend',
      title: words('陈述申辩、要求听证期限', 'The party may be heard'),
      starts: { served: 'listing-notice' },
      metBy: ['defend', 'ask-hearing', 'hear', 'list', 'decline'],
      within: parameter('credit.serious-list-defence'),
      lapse: 'alarm',
    },
    { name: 'publish', title: words('公示期限', 'Publish the listing'), starts: 'listed', metBy: ['publish', 'withdraw'], within: parameter('credit.serious-list-publication'), lapse: 'alarm' },
    { name: 'accept', title: words('移出申请受理期限', 'Accept or refuse the application'), starts: 'repairAsked', metBy: ['accept', 'reject'], within: parameter('credit.repair-application'), lapse: 'alarm', again: true },
    { name: 'repair', title: words('移出决定期限', 'Decide on early removal'), starts: 'repairing', metBy: ['grant', 'reject'], within: parameter('credit.repair'), lapse: 'alarm', again: true },
    {
      name: 'term',
      title: words('公示期', 'Term of the listing'),
      starts: { field: 'published' },
      // It runs on while the listing is removed early: of one that is restored the same term ends it.
      metBy: ['expire', 'withdraw'],
      within: parameter('credit.serious-list-term', 'published'),
      lapse: { take: 'expire', basis: order },
    },
  ],
})
