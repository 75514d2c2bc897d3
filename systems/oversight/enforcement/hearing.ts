// How a party is heard before a decision (處罰法 44–45, 57–64): its statement, a hearing where it may ask for one, the review after it.
import { cite } from '../../../kernel/citation.ts'
import { choice, choices, day, text } from '../../../kernel/kinds.ts'
import { words } from '../../../kernel/words.ts'
import { officials } from './case.ts'
import { investigated, stays, toldOf } from './case-codes.ts'
import { servedOn } from './decision.ts'
import { heardOut, mayAskHearing, mayBeAbsent, mayCall, mayHear, mustHaveBeenHeard, restOfBefore, speaksUntil } from './hearing-rules.ts'
import { hearingNotice } from './documents.ts'
import { enforcementRefusals } from './refusals.ts'
import type { Maker } from './remedies.ts'
import { movedOn } from './statute.ts'

const { refuse } = enforcementRefusals
const law = (article: string) => cite('administrative-penalty-law', article)
const rules = (article: string) => cite('penalty-procedure', article)

const waivable = { defence: words('陈述、申辩', 'To speak'), hearing: words('要求听证', 'To ask for a hearing') }

type Giving = Parameters<typeof heardOut>[0] & { readonly answers: { readonly given: string } }
const speaksYet = (c: Giving): boolean => c.answers.given === 'withdrawn' && !heardOut(c)

export const hearing = (step: Maker) => ({
  defend: step({
    title: words('记录陈述申辩', 'Record what the party says'),
    from: toldOf,
    ...stays,
    by: ['handler', 'party'],
    basis: law('45'),
    asks: { defence: text(words('陈述申辩', 'What the party says'), { length: 2000 }) },
  }),
  'ask-hearing': step({
    title: words('要求听证', 'Ask for a hearing'),
    from: toldOf,
    to: 'hearing',
    by: ['party', 'handler'],
    basis: law('63'),
    asks: {
      otherGround: text(words('不属于法定听证范围的，依据的其他规定', 'Where the law names no hearing for it: by which other rule'), { optional: true, length: 200 }),
    },
    check: (c) => mayAskHearing(c),
    gives: (c) => ({ noticeAnswered: c.today, speaksUntil: null }),
  }),
  'call-hearing': step({
    title: words('通知听证的时间、地点', 'Give notice of the hearing'),
    from: 'hearing',
    to: 'hearing',
    by: 'hearer',
    basis: law('64'),
    notBy: investigated,
    returning: true,
    issues: hearingNotice,
    asks: {
      hearingOn: day(words('听证日期', 'Day of the hearing'), { mayLieAhead: true }),
      hearingAt: text(words('听证地点', 'Where'), { length: 120 }),
      host: text(words('听证主持人', 'Who presides'), { length: 60, hint: words('不是本案调查人员', 'Nobody who investigated the case') }),
      closedFor: text(words('不公开举行的理由', 'Why it is not public'), { optional: true, length: 200, hint: words('国家秘密、商业秘密、个人隐私', 'State secrets, business secrets, privacy') }),
    },
    check: (c) => mayCall(c),
    gives: (c) => ({ hearingCalled: c.today }),
  }),
  hear: step({
    title: words('听证结束', 'The hearing is held'),
    from: 'hearing',
    to: 'deciding',
    by: 'hearer',
    basis: law('64'),
    notBy: [...investigated, 'review-pass'],
    asks: {
      hearing: text(words('听证意见', 'Opinion of the hearing'), { length: 1000 }),
      heardOn: day(words('听证举行日期', 'Held on'), { optional: true, hint: words('未填为今天', 'Today when left out') }),
    },
    check: (c) => mayHear(c),
    // The legal review of a case that was heard follows the hearing (處罰法 58).
    gives: (c) => ({ legalReviewed: null, ...movedOn(c) }),
  }),
  'give-up-hearing': step({
    title: words('放弃听证', 'The hearing is given up'),
    from: 'hearing',
    // Whoever withdraws the request has not waived what is left of the term to speak.
    to: (c) => (speaksYet(c) ? 'told' : 'deciding'),
    by: ['party', 'hearer'],
    basis: law('64'),
    asks: {
      given: choice(words('放弃的情形', 'How'), { withdrawn: words('撤回听证要求', 'The request is withdrawn'), absent: words('无正当理由不出席或者中途退出', 'The party stayed away or left, without good reason') }),
    },
    check(c) {
      if (c.answers.given === 'absent') mayBeAbsent(c)
    },
    gives: (c) => ({
      ...movedOn(c),
      ...(speaksYet(c) ? { noticeAnswered: null, speaksUntil: speaksUntil(c), hearingOn: null, hearingCalled: null } : {}),
    }),
  }),
  'end-defence': step({
    title: words('陈述申辩期满', 'The party was heard'),
    from: toldOf,
    to: 'deciding',
    by: 'handler',
    basis: rules('57'),
    asks: { waives: choices(words('当事人书面放弃的权利', 'Rights that the party waived in writing'), waivable, { optional: true }) },
    check: (c) => mustHaveBeenHeard(c),
    gives: (c) => ({ noticeAnswered: c.today, ...movedOn(c) }),
  }),
  // Cases of before announcing and taking back had clocks: the daily watch takes it, or the head where a hearing was taken back.
  'carry-notice': step({
    title: words('登记旧案告知书的公告期或者剩余的陈述申辩期限', 'Enter how long the notice of a case of before is announced, or what is left to speak'),
    ...{ from: 'told', by: 'head', shownTo: officials, basis: rules('64'), returning: true, standing: true },
    to: (c) => (c.answers.announcedUntil ? 'announcing' : 'told'),
    asks: { announcedUntil: day(words('公告期满日', 'Last day of the announcement'), { optional: true, mayLieAhead: true, hint: words('由系统按送达记录登记', 'The daily watch enters it, as the record of service says') }) },
    check(c) {
      const until = c.answers.announcedUntil
      // Nobody stops the ninety days by naming a day: the watch reads it off the service of the last notice, on the day that was put up.
      const byWatch = () => c.actor.hand === 'sweep' && until! <= servedOn({ ...c, answers: { way: 'notice', outcome: 'sent' } })!
      if (until && !byWatch()) refuse('announcement-by-watch', { field: 'announcedUntil' })
      if (!until && restOfBefore(c) === null) refuse('nothing-to-carry')
    },
    gives: (c) => (c.answers.announcedUntil ? {} : { announcedUntil: c.record.announcedUntil, speaksUntil: restOfBefore(c) }),
  }),
  'legal-review': step({
    title: words('法制审核', 'Legal review'),
    from: 'deciding',
    to: 'deciding',
    by: 'reviewer',
    shownTo: officials,
    basis: law('58'),
    notBy: [...investigated, 'hear'],
    returning: true,
    asks: { opinion: text(words('法制审核意见', 'Opinion of the legal review'), { length: 1000 }) },
    gives: (c) => ({ legalReviewed: c.today }),
  }),
  // Facts that changed, or a penalty that the notice did not name: found, reviewed and told anew, and heard anew.
  'find-anew': step({
    title: words('事实或者拟处罚有变化，退回补充调查', 'Facts or penalty changed: back to the investigation'),
    from: [...toldOf, 'hearing', 'deciding'],
    to: 'investigating',
    by: 'head',
    shownTo: officials,
    basis: rules('57'),
    returning: true,
    asks: { reasons: text(words('理由', 'Reasons'), { length: 1000 }) },
    gives: (c) => ({
      ...movedOn(c),
      noticeOn: null, noticeAnswered: null, speaksUntil: null, legalReviewed: null,
      toldFine: null, toldConfiscated: null, hearing: null, hearingOn: null, hearingCalled: null,
    }),
  }),
})
