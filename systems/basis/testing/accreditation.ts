// The standing of a mark (資質的存續): entered, suspended and restored, renewed, changed, withdrawn or cancelled, ended and granted anew.
import { cite } from '../../../kernel/citation.ts'
import { addDays } from '../../../kernel/day.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, day, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { barredByWithdrawal, barredSince, notBarred } from './barred.ts'
import { noneOnItsWay, stillGranted } from './fit-to-grant.ts'
import { suspendedAgain, suspendedFrom, suspendedUntil } from './holding.ts'
import { groundsOfWithdrawal, labDuties, laboratory } from './laboratory.ts'
import { testingRefusals } from './refusals.ts'
import {
  askedFor, begins, ended, endOf, markStands, mustBeDecided, mustJoin, mustNotEndFirst, notEnded, remindedAgain, reminded, settled, termOf,
} from './terms.ts'

const { refuse } = testingRefusals
const order163 = cite('aqsiq-order-163')
const order39 = cite('samr-order-39')

/** What a renewal may bring besides its term. */
const renewed = {
  number: text(words('新证书编号', 'Number of the new certificate'), { optional: true, length: 12 }),
  startsOn: day(words('新编号启用日', 'New number from'), { optional: true, mayLieAhead: true }),
  /** A grant says itself which lines its review confirmed. */
  withScope: yes(words('能力范围一并延续（不填为是）', 'The scope is prolonged along (yes when left empty)'), { optional: true }),
}

/** To when a mark holds, in words: to the end of its term, or until its renewal is decided. */
const heldTo = ({ certifiedTo, renewalNumber: number }: { readonly certifiedTo: string; readonly renewalNumber: string | null }) =>
  number === null
    ? words(certifiedTo, certifiedTo)
    : words(`${certifiedTo}，延续申请 ${number} 按期提出、尚未决定`, `${certifiedTo}, with the renewal ${number} asked for in time and undecided`)

export const accreditation = procedure(laboratory, {
  duties: labDuties,
  states: {
    valid: words('有效', 'Valid'),
    suspended: words('暂停', 'Suspended'),
    withdrawn: words('撤销', 'Withdrawn'),
    cancelled: words('注销', 'Cancelled'),
  },
  ends: ['withdrawn', 'cancelled'],
  opens: {
    title: words('登记机构', 'Enter a laboratory'),
    state: 'valid',
    by: 'accreditor',
    basis: order163,
    asks: ['code', 'name', 'place', 'legal', 'cma', 'fields', 'certifiedFrom', 'certifiedTo', 'invented'],
    check(c) {
      if (!/^\d{12}$/.test(c.answers.cma)) refuse('mark-number', { given: c.answers.cma, field: 'cma' })
      if (c.answers.certifiedTo <= c.answers.certifiedFrom) refuse('ends-before-it-begins', { field: 'certifiedTo' })
    },
    async confirm({ answers: { code, cma, certifiedFrom: from, certifiedTo: to }, actor }, at) {
      if (actor.hand === 'linkage') await stillGranted('first', code, { cma, from, to }, at)
    },
    gives: reminded,
  },
  steps: (step) => ({
    suspend: step({
      title: words('暂停', 'Suspend'),
      from: 'valid',
      to: 'suspended',
      by: 'accreditor',
      basis: order39,
      asks: ask(laboratory, 'reason'),
      gives: ({ record, today }) => ({ suspensions: suspendedFrom(record.suspensions, today) as never }),
    }),
    restore: step({
      title: words('恢复', 'Restore'),
      from: 'suspended',
      to: 'valid',
      by: 'accreditor',
      basis: order39,
      returning: true,
      gives: ({ record, today }) => ({ suspensions: suspendedUntil(record.suspensions, today) as never }),
    }),
    remember: step({
      title: words('补记以前的暂停期间', 'Enter suspensions of before their days were kept'),
      from: ['valid', 'suspended', 'withdrawn', 'cancelled'],
      to: (c) => c.record.state as 'valid',
      by: 'accreditor',
      basis: order39,
      returning: true,
      asks: ask(laboratory, 'suspensions'),
      // The watch adds what lies before the first that is on record; a person would rewrite days by which results were judged.
      check({ record, answers, actor }) {
        const before = (record.suspensions ?? [])[0]?.from
        const earlier = before === undefined || (answers.suspensions ?? []).every(({ to }) => to !== null && to < before)
        if (record.suspensions != null && !(actor.hand === 'sweep' && earlier)) refuse('remembered-already', { field: 'suspensions' })
        for (const { from, to } of answers.suspensions ?? []) mustNotEndFirst(from, to, 'suspensions')
      },
      gives: ({ record, answers }) => ({
        endedOn: endOf(record), suspensions: [...(answers.suspensions ?? []), ...(record.suspensions ?? [])] as never,
      }),
    }),
    renew: step({
      title: words('延续', 'Renew'),
      from: ['valid', 'suspended'],
      // A suspension ends by its own decision; a longer term does not lift it.
      to: (c) => c.record.state as 'valid',
      by: 'accreditor',
      basis: order163,
      returning: true,
      asks: { ...ask(laboratory, 'certifiedTo'), ...renewed },
      check(c) {
        const { certifiedTo: to, startsOn } = c.answers
        if (to <= c.record.certifiedTo || (startsOn !== null && to <= startsOn)) refuse('ends-before-it-begins', { field: 'certifiedTo' })
        mustJoin(c.record.certifiedTo, begins(c), 'startsOn')
        if (c.answers.number !== null && !/^\d{12}$/.test(c.answers.number)) refuse('mark-number', { given: c.answers.number, field: 'number' })
      },
      confirm: ({ record, answers: { number: cma, startsOn: from, certifiedTo }, actor }, at) =>
        actor.hand === 'linkage' ? stillGranted('renewal', record.code, { cma, from, to: certifiedTo }, at) : noneOnItsWay(record.code, record, at),
      // Until its term begins reports bear the number before.
      gives(c) {
        const { record, answers, today } = c
        const term = { ...reminded(c), ...settled }
        if (answers.number === null || answers.number === record.cma) return term
        return { ...term, cma: answers.number, cmaBefore: record.cma, cmaFrom: answers.startsOn ?? today }
      },
    }),
    'ask-renewal': step({
      title: words('已申请延续', 'A renewal was asked for'),
      from: ['valid', 'suspended'],
      to: (c) => c.record.state as 'valid',
      by: ['laboratory', 'accreditor'],
      basis: order163,
      returning: true,
      confirm: (c, at) => askedFor(c, at),
      // Nothing is left to ask for, and no end to deal with before it is decided; should it come to nothing, both days are set again.
      gives: () => ({ renewBy: null, expires: null }),
    }),
    remind: step({
      title: words('延续申请未获准予，恢复提醒', 'The renewal came to nothing: remind again'),
      from: ['valid', 'suspended'],
      to: (c) => c.record.state as 'valid',
      by: 'accreditor',
      basis: order163,
      returning: true,
      confirm: (c, at) => remindedAgain(c as never, at) as never,
    }),
    'grant-anew': step({
      title: words('原资质终止后重新发证', 'Grant anew after the mark ended'),
      from: ['valid', 'suspended', 'withdrawn', 'cancelled'],
      to: 'valid',
      by: 'accreditor',
      basis: order163,
      returning: true,
      asks: {
        number: text(words('新证书编号', 'Number of the new certificate'), { length: 12 }),
        startsOn: day(words('新有效期自', 'Certified anew from'), { mayLieAhead: true }),
        ...ask(laboratory, 'certifiedTo'),
      },
      check({ record, answers, today }) {
        if (!/^\d{12}$/.test(answers.number)) refuse('mark-number', { given: answers.number, field: 'number' })
        if (markStands(record, today)) refuse('mark-still-holds', { to: heldTo(record), field: 'startsOn' })
        notBarred(record, today, 'startsOn')
        if (answers.startsOn < today) refuse('mark-dated-back', { from: answers.startsOn, today, field: 'startsOn' })
        if (answers.certifiedTo <= answers.startsOn) refuse('ends-before-it-begins', { field: 'certifiedTo' })
      },
      confirm: ({ record, answers: { number: cma, startsOn: from, certifiedTo }, actor }, at) =>
        actor.hand === 'linkage' ? stillGranted('anew', record.code, { cma, from, to: certifiedTo }, at) : noneOnItsWay(record.code, record, at),
      // The days between belong to neither term.
      gives: ({ record, answers, today, parameter: of }) => ({
        ...reminded({ answers, parameter: of }),
        ...settled,
        suspensions: suspendedUntil(record.suspensions, today) as never,
        earlierTerms: [...(record.earlierTerms ?? []), termOf(record)] as never,
        cma: answers.number, cmaBefore: record.cma, cmaFrom: answers.startsOn, certifiedFrom: answers.startsOn,
        ...notEnded,
      }),
    }),
    change: step({
      title: words('登记变更', 'Enter a change'),
      from: ['valid', 'suspended'],
      to: (c) => c.record.state as 'valid',
      by: 'accreditor',
      basis: order163,
      returning: true,
      asks: {
        newName: text(words('变更后的名称', 'New name'), { optional: true, length: 120 }),
        newPlace: area(words('变更后的所在地', 'New place'), { optional: true }),
        newAddress: text(words('变更后的地址', 'New address'), { optional: true, length: 200 }),
        newLegal: text(words('变更后的法定代表人', 'New legal representative'), {
          optional: true, personal: true, shownTo: ['laboratory', 'accreditor'], length: 60,
        }),
        decided: text(words('变更编号', 'Number of the change'), { length: 40 }),
      },
      // Reports keep the name they were issued under; the register tells until when it was so named, and who represents it since when.
      gives({ record, answers, today }) {
        const { name, place, address } = record
        const { newName, newPlace, newAddress, newLegal, decided } = answers
        const line = { name, place, address, until: addDays(today, -1), decided }
        const moved = newName !== null || newPlace !== null || newAddress !== null
        return {
          ...(moved && { name: newName ?? name, place: newPlace ?? place, address: newAddress ?? address }),
          ...(moved && { former: [...(record.former ?? []), line] as never }),
          ...(newLegal !== null && { legal: newLegal, legalSince: today }),
        }
      },
    }),
    withdraw: step({
      title: words('撤销资质', 'Withdraw the mark'),
      from: ['valid', 'suspended'],
      to: 'withdrawn',
      by: 'accreditor',
      basis: order39,
      asks: { withdrawnFor: choice(words('撤销的情形', 'Ground of the withdrawal'), groundsOfWithdrawal), ...ask(laboratory, 'reason') },
      gives: (c) => ({ ...ended(c), ...barredByWithdrawal(c) }),
    }),
    'enter-ground': step({
      title: words('补录撤销的情形', 'Enter the ground of an earlier withdrawal'),
      from: 'withdrawn',
      to: 'withdrawn',
      by: 'accreditor',
      basis: cite('administrative-licensing-law', '79'),
      returning: true,
      asks: { withdrawnFor: choice(words('撤销的情形', 'Ground of the withdrawal'), groundsOfWithdrawal), ...ask(laboratory, 'reason') },
      // The same ground entered again dates the bar as it was; another would change what was decided.
      check({ record, answers }) {
        if (record.withdrawnFor !== null && record.withdrawnFor !== answers.withdrawnFor) refuse('ground-entered', { field: 'withdrawnFor' })
      },
      gives: (c) => ({ endedOn: endOf(c.record), ...barredSince(c) }),
    }),
    'note-ended': step({
      title: words('补记撤销、注销日期', 'Enter on which day it was ended'),
      from: ['withdrawn', 'cancelled'],
      to: (c) => c.record.state as 'withdrawn',
      by: 'accreditor',
      basis: cite('administrative-licensing-law', '70'),
      returning: true,
      standing: true,
      asks: { ended: day(words('撤销或者注销日期', 'Withdrawn or cancelled on')) },
      check({ record }) {
        if (record.endedOn !== null) refuse('end-noted', { on: record.endedOn })
      },
      // A bar that was counted from another day is counted anew.
      gives({ record, answers: { ended: endedOn }, parameter: of }) {
        const barred = { record: { ...record, endedOn }, answers: record as never, parameter: of, today: endedOn }
        return { endedOn, ...(record.barredTo !== null && barredSince(barred)) }
      },
    }),
    'set-aside': step({
      title: words('撤销、注销决定被撤销，恢复资质', 'The withdrawal or cancellation was set aside: restore the mark'),
      from: ['withdrawn', 'cancelled'],
      // Ended while it was suspended, it is suspended again; what was set aside never held.
      to: ({ record }) => (suspendedAgain(record, endOf(record)!)?.at(-1)?.to === null ? 'suspended' : 'valid'),
      by: 'accreditor',
      notBy: ['withdraw', 'cancel'],
      basis: cite('administrative-licensing-law', '69'),
      returning: true,
      asks: { setAsideBy: text(words('复议决定或者裁判文书号', 'Decision or judgment that set it aside'), { length: 80 }), ...ask(laboratory, 'reason') },
      gives({ record, answers }) {
        const { withdrawnFor, barredTo, setAside } = record
        const endedOn = endOf(record)!
        return {
          suspensions: suspendedAgain(record, endedOn) as never,
          setAside: [...(setAside ?? []), { endedOn, withdrawnFor, barredTo, setAsideBy: answers.setAsideBy }] as never,
          ...{ ...notEnded, renewBy: null, expires: null },
        }
      },
    }),
    cancel: step({
      title: words('注销', 'Cancel'),
      from: ['valid', 'suspended'],
      to: 'cancelled',
      by: 'accreditor',
      basis: order163,
      asks: { ...ask(laboratory, 'reason'), ownWish: yes(words('机构书面申请注销', 'The laboratory asked for it in writing'), { optional: true }) },
      async confirm(c, at) {
        if (c.answers.ownWish !== true) await noneOnItsWay(c.record.code, c.record, at)
        await mustBeDecided(c, at)
      },
      gives: ended,
    }),
  }),
  deadlines: [
    // In hours, so that no rest day moves them on: what must come before the end would come too late. Both begin anew with another end.
    {
      name: 'renewal',
      title: words('申请延续资质的期限', 'Ask for the renewal of the mark'),
      starts: { field: 'renewBy' },
      metBy: ['ask-renewal'],
      within: parameter('laboratory.renewal-day'),
      lapse: 'alarm',
      again: 'renewed',
    },
    {
      name: 'expiry',
      title: words('资质有效期届满', 'The mark ends'),
      starts: { field: 'expires' },
      metBy: ['cancel', 'withdraw', 'ask-renewal'],
      within: parameter('laboratory.expiry'),
      lapse: { propose: 'cancel' },
      again: 'renewed',
    },
  ],
})
