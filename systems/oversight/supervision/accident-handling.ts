// How an accident of special equipment goes (事故調查處理): told, passed on by the hour, investigated, approved, published, mended.
import { parameter } from '../../../kernel/deadline.ts'
import { addHours, dayOf } from '../../../kernel/day.ts'
import { choice, instant, rows, text } from '../../../kernel/kinds.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { accident, factNames, natures, teamLine } from './accident.ts'
import { breachAsks, neverTwiceSuspected, suspectedBefore, suspectedNow, suspectingAccident } from './accident-breaches.ts'
import { isHigher, tierOf, tiers } from './accident-level.ts'
import { climbing, judged, merged, ownEquipment, personal, stillCounts } from './accident-rules.ts'
import { some } from './duties.ts'
import { supervisionRefusals } from './refusals.ts'
import { accidentRule, equipmentLaw, equipmentRule } from './rules.ts'

const { refuse } = supervisionRefusals

const open = ['reported', 'handling', 'investigating', 'submitted'] as const
/** It stays where it is. */
const same = <S extends string>(c: { readonly record: { readonly state: string } }): S => c.record.state as S
const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const handlingAccident = procedure(accident, {
  duties: some('party', 'officer', 'head', 'government', 'reader'),
  states: {
    reported: words('快报', 'Told'),
    handling: words('已核实，处置中', 'Verified, being dealt with'),
    investigating: words('调查中', 'Investigated'),
    submitted: words('待批复', 'Report submitted'),
    approved: words('已批复，整改中', 'Approved, being mended'),
    mended: words('待评估', 'To be evaluated'),
    closed: words('已结案', 'Closed'),
    dismissed: words('不构成特种设备事故', 'No such accident'),
  },
  ends: ['closed', 'dismissed'],
  opens: {
    title: words('事故快报', 'Tell of an accident'),
    state: 'reported',
    by: ['party', 'officer'],
    basis: equipmentLaw('70'),
    asks: ['happenedAt', 'learntAt', 'channel', 'unit', 'unitName', 'place', 'site', 'kind', 'equipment', 'course', 'taken', ...factNames, 'missing', 'hurt', 'reached'],
    check(c) {
      if (c.answers.learntAt !== null && c.answers.learntAt < c.answers.happenedAt) refuse('told-before', { field: 'learntAt' })
    },
    confirm: (c, at) => ownEquipment(c.answers, c.actor.duty, at),
    gives(c) {
      const { happenedAt, learntAt, channel } = c.answers
      const term = c.parameter('accident.unit').value as Term
      const late = channel === 'unit' && learntAt !== null ? c.occurred > addHours(learntAt, term.length) : null
      const on = dayOf(happenedAt)
      return { ...judged(c.answers, on, c), happenedOn: on, reportedLate: late, receivedAt: c.occurred, reached: c.answers.reached ?? 'county' }
    },
  },
  steps: (step) => ({
    supplement: step({
      title: words('续报、补报', 'Add to the report'),
      from: [...open],
      to: same<'reported'>,
      by: ['party', 'officer'],
      basis: accidentRule('13'),
      returning: true,
      asks: { what: text(words('续报内容', 'What is added'), { length: 500 }), ...ask(accident, ...factNames, 'missing', 'hurt') },
      gives(c) {
        const facts = merged(c.record, c.answers)
        const as = { level: c.record.level!, grounds: c.record.grounds ?? [] }
        const now = stillCounts(c.clocks, c.today) ? judged({ ...facts, kind: c.record.kind }, c.record.happenedOn!, c) : as
        const again = isHigher(tierOf(now.level), tierOf(c.record.level ?? 'none')) && climbing(c.record.reached, now.level)
        return {
          ...facts, ...now,
          missing: c.answers.missing ?? c.record.missing,
          hurt: c.answers.hurt ?? c.record.hurt,
          told: [...(c.record.told ?? []), { at: c.occurred, what: c.answers.what, level: now.level }],
          ...(again ? { receivedAt: c.occurred } : {}),
        }
      },
    }),
    'pass-on': step({
      title: words('逐级上报', 'Pass it on'),
      from: [...open],
      to: same<'reported'>,
      by: 'officer',
      basis: accidentRule('10'),
      returning: true,
      asks: { to: choice(words('上报至', 'Passed on to'), tiers), receiver: text(words('接报机关', 'Received by'), { length: 120 }) },
      check(c) {
        if (!isHigher(c.answers.to, c.record.reached ?? 'county')) refuse('not-higher', { reached: tiers[c.record.reached ?? 'county'], field: 'to' })
      },
      gives: (c) => ({
        reached: c.answers.to,
        passed: [...(c.record.passed ?? []), { to: c.answers.to, at: c.occurred, receiver: c.answers.receiver }],
        ...(climbing(c.answers.to, c.record.level ?? 'none') ? { receivedAt: c.occurred } : {}),
      }),
    }),
    verify: step({
      title: words('核实', 'Verify'),
      from: 'reported',
      to: 'handling',
      by: 'officer',
      basis: equipmentLaw('70'),
      asks: { governmentTold: instant(words('报告本级人民政府时间', 'Government told at')), taken: text(words('已经采取的措施', 'What was done'), { length: 1000 }) },
      check(c) {
        if (c.record.level === 'none') refuse('below-every-level')
      },
      gives: (c) => ({ verified: c.today }),
    }),
    dismiss: step({
      title: words('不构成特种设备事故', 'Find that it is no such accident'),
      from: ['reported', 'handling', 'investigating'],
      to: 'dismissed',
      by: 'head',
      basis: equipmentLaw('70'),
      asks: why,
      gives: () => ({ level: 'none' as const, grounds: [] }),
    }),
    'settle-count': step({
      title: words('核定伤亡人数', 'Settle the casualties'),
      from: [...open],
      to: same<'handling'>,
      by: 'officer',
      basis: accidentRule('13'),
      returning: true,
      asks: { source: text(words('核定来源', 'Confirmed by'), { length: 200, hint: words('医疗机构、公安机关等', 'Hospital, police and the like') }) },
      check(c) {
        if (c.record.missing !== null && c.record.missing > 0) refuse('still-missing', { missing: c.record.missing })
      },
      gives: (c) => ({ counted: c.today }),
    }),
    investigate: step({
      title: words('组成事故调查组', 'Begin the inquiry'),
      from: 'handling',
      to: 'investigating',
      by: ['officer', 'head'],
      basis: equipmentLaw('72'),
      asks: { investigator: choice(words('组织调查的级别', 'Investigated by'), tiers), team: rows(words('事故调查组', 'Team'), teamLine) },
      check(c) {
        const least = tierOf(c.record.level ?? 'none')
        if (isHigher(least, c.answers.investigator)) refuse('too-low-to-investigate', { least: tiers[least], field: 'investigator' })
      },
    }),
    submit: step({
      title: words('提交调查报告', 'Submit the report'),
      from: 'investigating',
      to: 'submitted',
      by: 'officer',
      basis: accidentRule('30'),
      asks: {
        reportNumber: text(words('调查报告编号', 'Report of the inquiry'), { length: 60 }),
        nature: choice(words('事故性质', 'Nature'), natures),
        cause: text(words('事故原因', 'Cause'), { length: 2000 }),
        responsibility: text(words('责任认定和处理建议', 'Who is answerable, and what is proposed'), { length: 2000 }),
        lessons: text(words('防范和整改措施', 'What is to be done'), { length: 2000 }),
        papers: accident.fields.papers,
      },
      check(c) {
        // A number that grew since may have moved the inquiry to a higher tier (事故條例 20).
        const least = tierOf(c.record.level ?? 'none')
        if (c.record.investigator !== null && isHigher(least, c.record.investigator)) refuse('inquiry-moved-up', { least: tiers[least] })
      },
      gives: (c) => ({ submitted: c.today }),
    }),
    'take-over': step({
      title: words('上级组织调查', 'A higher tier takes the inquiry over'),
      from: 'investigating',
      to: 'investigating',
      by: ['officer', 'head'],
      basis: accidentRule('20'),
      returning: true,
      asks: { investigator: choice(words('组织调查的级别', 'Investigated by'), tiers), team: rows(words('事故调查组', 'Team'), teamLine) },
      check(c) {
        const now = c.record.investigator ?? 'county'
        if (!isHigher(c.answers.investigator, now)) refuse('not-higher', { reached: tiers[now], field: 'investigator' })
      },
    }),
    approve: step({
      title: words('批复', 'Approve the report'),
      from: 'submitted',
      to: 'approved',
      by: 'government',
      basis: equipmentRule('68'),
      notBy: ['submit'],
      asks: { approval: text(words('批复文号', 'Number of the approval'), { length: 80 }), decision: text(words('批复意见', 'Decision'), { length: 2000 }) },
      gives: (c) => ({ approved: c.today }),
    }),
    'send-back': step({
      title: words('退回补充调查', 'Send it back'),
      from: 'submitted',
      to: 'investigating',
      by: 'government',
      basis: equipmentRule('68'),
      returning: true,
      asks: why,
      gives: () => ({ submitted: null }),
    }),
    publish: step({
      title: words('公布处理情况', 'Publish how it was dealt with'),
      from: ['approved', 'mended'],
      to: same<'approved'>,
      by: 'officer',
      basis: accidentRule('34'),
      returning: true,
      asks: { handling: text(words('事故处理情况（公开文本）', 'How it was dealt with, for the public'), { length: 2000, hint: words('不写个人姓名、证件号和电话', 'No name, identity number or telephone of a person') }) },
      check(c) {
        if (personal.test(c.answers.handling)) refuse('personal-in-public', { field: 'handling' })
      },
      gives: (c) => ({ published: c.today }),
    }),
    'suspect-breach': step({
      title: words('涉嫌违法，移送立案', 'A breach is suspected'),
      from: ['handling', 'investigating', 'submitted', 'approved', 'mended'],
      to: same<'handling'>,
      by: ['officer', 'head'],
      shownTo: suspectingAccident,
      basis: equipmentLaw('73'),
      returning: true,
      asks: { ...breachAsks, facts: text(words('涉嫌违法事实', 'Facts alleged'), { length: 2000 }) },
      check: (c) => neverTwiceSuspected(c),
      confirm: (c, at) => suspectedBefore(c, at),
      gives: (c) => suspectedNow(c),
    }),
    mend: step({
      title: words('报告整改落实', 'Report what was mended'),
      from: 'approved',
      to: 'mended',
      by: 'party',
      basis: equipmentLaw('73'),
      asks: { mended: text(words('整改落实情况', 'What was mended'), { length: 1000 }) },
    }),
    'not-mended': step({
      title: words('评估不通过', 'Not mended yet'),
      from: 'mended',
      to: 'approved',
      by: 'officer',
      basis: accidentRule('33'),
      returning: true,
      asks: { evaluation: text(words('评估意见', 'Evaluation'), { length: 1000 }) },
    }),
    close: step({
      title: words('评估通过，结案', 'Close'),
      from: 'mended',
      to: 'closed',
      by: 'officer',
      basis: accidentRule('33'),
      asks: { evaluation: text(words('评估意见', 'Evaluation'), { length: 1000 }) },
      check(c) {
        if (!c.record.published) refuse('not-published')
      },
    }),
  }),
  deadlines: [
    {
      name: 'pass-on',
      title: words('逐级上报期限', 'Pass it on'),
      starts: { field: 'receivedAt' },
      metBy: ['pass-on', 'dismiss'],
      within: parameter('accident.level'),
      lapse: 'alarm',
      again: true,
    },
    { name: 'casualties', title: words('伤亡人数补报期', 'Casualties may still change'), starts: { field: 'happenedOn' }, metBy: ['settle-count'], within: parameter('accident.supplement'), lapse: { propose: 'settle-count' } },
    {
      name: 'investigation',
      title: words('事故调查期限', 'Investigate'),
      starts: { field: 'happenedOn' },
      metBy: ['submit'],
      within: parameter('accident.investigate'),
      lapse: 'alarm',
      extension: { by: 'government', within: parameter('accident.investigate.extension'), times: 1 },
    },
    {
      name: 'approval',
      title: words('调查报告批复期限', 'Approve the report'),
      starts: { field: 'submitted' },
      metBy: ['approve', 'send-back'],
      within: parameter('accident.approve'),
      except: [{ field: 'level', is: 'gravest', within: parameter('accident.approve-gravest'), extension: parameter('accident.approve-gravest.extension') }],
      lapse: 'alarm',
      extension: { by: 'government', times: 1 },
      again: true,
    },
  ],
})
