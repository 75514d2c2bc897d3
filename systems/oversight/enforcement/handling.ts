// How a case is handled (普通程序): lead, verification, filing, investigation, review, notice, hearing, decision, service, payment, close.
import { cite } from '../../../kernel/citation.ts'
import { choice, choices, citation, day, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { service } from '../../../kernel/standing-steps.ts'
import { words } from '../../../kernel/words.ts'
import { toldOfFall, unweighed, withFallen } from '../../basis/testing/index.ts'
import { evidenceLine, inside, officials, penaltyCase } from './case.ts'
import { circumstances, degrees, duties, investigated, leniencies, lookingInto, penalties, states, stays, toldOf, underWay } from './case-codes.ts'
import { caseDeadlines } from './case-deadlines.ts'
import { ofCampaign } from './campaign-rules.ts'
import { noClaimOpen } from './claims.ts'
import { penaltyDecision, penaltyNotice } from './documents.ts'
import {
  crimeWeighed, elsewhere, finedOnce, fineNamed, fitToDecide, gainNamed,
  groundsStand, notInstead, nothingOwed, nothingToSend, reconsiderationUsed, servedOn, signNamed, transferFirst,
} from './decision.ts'
import { nothingHeld } from './held.ts'
import { hearing } from './hearing.ts'
import { holding } from './holding.ts'
import { filedWithBureau, handedOnSpot, onTheSpot } from './on-the-spot.ts'
import { certificate, twoOfficers } from './officers.ts'
import { earlierPenalties } from './questions.ts'
import { enforcementRefusals } from './refusals.ts'
import { annulling, contesting, deferring, paying } from './remedies.ts'
import { rightParty } from './right-party.ts'
import { mayBeSet, movedOn, withinStatute } from './statute.ts'
import { telling, toldBy } from './telling.ts'

const { refuse } = enforcementRefusals
const rules = (article: string) => cite('penalty-procedure', article)
const law = (article: string) => cite('administrative-penalty-law', article)

const why = { reasons: text(words('理由', 'Reasons'), { length: 1000 }) }

export const handlingCase = procedure(penaltyCase, {
  duties,
  states,
  ends: ['notFiled', 'passedOn', 'archived', 'annulled'],
  opens: {
    title: words('登记案源', 'Enter a lead'),
    state: 'lead',
    by: ['clerk', 'handler'],
    basis: rules('18'),
    asks: [
      'received', 'found', 'source', 'origin', 'originRecord', 'passedAs', 'groundSample', 'party', 'partyName', 'representative', 'place', 'handling', 'kind',
      'productClass', 'protectedSign', 'rightHolder', 'facts', 'evidence', 'papers', 'fallen', 'crime',
    ],
    // A lead tells nobody.
    gives: () => ({ informed: null }),
  },
  steps: (step) => ({
    verify: step({
      title: words('开始核查', 'Verify'),
      ...{ from: 'lead', to: 'verifying', by: 'handler', basis: rules('18'), shownTo: officials },
      asks: { firstVerifier: certificate('核查人一', 'the officer who verifies'), secondVerifier: certificate('核查人二', 'the second officer') },
      check: ({ answers }) => twoOfficers(answers.firstVerifier, answers.secondVerifier, 'secondVerifier'),
    }),
    'pass-on': step({
      title: words('移送其他机关', 'Pass on'),
      // What turns out to be another authority's also goes there when it is to be decided (處罰程序規定 60).
      from: ['lead', 'verifying', 'testingLead', ...lookingInto, 'deciding'],
      to: 'passedOn',
      by: 'head',
      shownTo: officials,
      basis: law('22'),
      asks: { to: text(words('接收机关', 'To whom'), { length: 120 }), ...why },
      check: (c) => nothingHeld(c.record),
      confirm: (c, at) => notInstead(c, at),
    }),
    file: step({
      title: words('立案', 'File the case'),
      from: 'verifying',
      to: 'investigating',
      by: 'head',
      basis: rules('19'),
      notBy: ['verify'],
      asks: {
        firstHandler: certificate('承办人一', 'handler one'),
        secondHandler: certificate('承办人二', 'handler two'),
        ...ask(penaltyCase, 'recused', 'breach', 'breachEnded', 'found', 'harmful', 'campaign', 'productClass'),
      },
      check(c) {
        twoOfficers(c.answers.firstHandler, c.answers.secondHandler, 'secondHandler')
        withinStatute({ ...c.record, ...c.answers, found: c.answers.found ?? c.record.found }, c.parameter)
      },
      confirm: (c, at) => ofCampaign(c, at),
      gives: ({ record, answers }) => ({ productClass: answers.productClass ?? record.productClass, found: answers.found ?? record.found }),
    }),
    ...onTheSpot(step),
    ...rightParty(step),
    drop: step({
      title: words('不予立案', 'Do not file'),
      ...{ from: 'verifying', to: 'notFiled', by: 'head', basis: rules('20'), asks: why },
      check: (c) => nothingHeld(c.record),
      confirm: (c, at) => notInstead(c, at),
    }),
    gather: step({
      title: words('登记证据', 'Enter evidence'),
      from: lookingInto,
      ...stays,
      by: 'handler',
      shownTo: officials,
      basis: law('46'),
      asks: { ...evidenceLine, ...ask(penaltyCase, 'papers') },
      gives: ({ record, answers: { papers: _, ...line } }) => ({
        evidence: [...(record.evidence ?? []), { ...line, first: null, before: null }],
      }),
    }),
    ...holding(step),
    assist: step({
      title: words('请求协查', 'Ask another authority'),
      from: lookingInto,
      ...stays,
      by: 'handler',
      shownTo: officials,
      basis: rules('45'),
      asks: { of: text(words('协查机关', 'Of whom'), { length: 120 }), what: text(words('协查事项', 'What'), { length: 300 }) },
      gives: (c) => ({ assistFrom: c.today }),
    }),
    assisted: step({
      title: words('收到协查结果', 'Help received'),
      from: lookingInto,
      ...stays,
      by: 'handler',
      shownTo: officials,
      basis: rules('45'),
      asks: { result: text(words('协查结果', 'Result'), { length: 1000 }) },
    }),
    'suspect-crime': step({
      title: words('涉嫌犯罪', 'Suspect a crime'),
      from: ['lead', 'verifying', 'testingLead', ...lookingInto, 'reviewing', 'reviewed', ...toldOf, 'hearing', 'deciding'],
      ...stays,
      by: 'handler',
      shownTo: officials,
      basis: cite('crime-transfer-rules', '5'),
      // The party is not warned of what goes to the police.
      asks: { grounds: text(words('涉嫌罪名和线索', 'Which crime and why'), { length: 1000, shownTo: inside }) },
      gives: () => ({ crime: true }),
    }),
    suspend: step({ shownTo: officials, title: words('中止调查', 'Suspend'), from: 'investigating', to: 'suspended', by: 'head', basis: rules('46'), asks: why }),
    resume: step({
      title: words('恢复调查', 'Resume'),
      ...{ from: 'suspended', to: 'investigating', by: 'head', basis: rules('46'), returning: true, shownTo: officials, gives: movedOn },
    }),
    terminate: step({
      title: words('终止调查', 'End the investigation'),
      from: [...lookingInto, 'suspended'],
      to: 'terminated',
      by: 'head',
      basis: rules('47'),
      asks: why,
      confirm: (c, at) => notInstead(c, at),
    }),
    report: step({
      title: words('调查终结', 'Report the finding'),
      from: 'investigating',
      to: 'reviewing',
      by: 'handler',
      shownTo: officials,
      basis: rules('48'),
      asks: {
        finding: text(words('查明的事实和处理建议', 'Facts found and proposal'), {
          length: 2000, hint: words('告知书照此写明；不写线索来源和举报人', 'The notice says so to the party: without where the lead came from, or who informed'),
        }),
        breach: citation(words('违反条款', 'Article breached')),
        punishedBy: citation(words('处罚依据', 'Article of the penalty')),
        ...ask(penaltyCase, 'value', 'gain', 'protectedSign', 'rightHolder', 'breachEnded', 'found', 'harmful'),
        crimeWeighed: text(words('是否涉嫌犯罪的审查意见', 'Whether it may be a crime'), { optional: true, length: 500, shownTo: inside }),
      },
      check(c) {
        crimeWeighed(c)
        if ((c.record.evidence ?? []).length === 0) refuse('no-evidence')
        signNamed({ kind: c.record.kind, protectedSign: c.answers.protectedSign ?? c.record.protectedSign })
        groundsStand(c.record)
      },
      gives: ({ record, answers }) => ({
        protectedSign: answers.protectedSign ?? record.protectedSign,
        rightHolder: answers.rightHolder ?? record.rightHolder,
        breachEnded: answers.breachEnded ?? record.breachEnded,
        found: answers.found ?? record.found,
        harmful: answers.harmful ?? record.harmful,
      }),
      async confirm({ record }, at) {
        return record.party ? { earlier: (await at.ask(earlierPenalties.name, { code: record.party })) as number | null } : {}
      },
    }),
    'set-term': step({
      title: words('集体讨论决定办案期限', 'The heads set the term together'),
      from: [...lookingInto, 'reviewing', 'reviewed', ...toldOf, 'deciding'],
      ...stays,
      by: 'head',
      shownTo: officials,
      basis: rules('64'),
      asks: {
        decideBy: day(words('办案期限至', 'To be decided by'), { mayLieAhead: true }),
        termRecord: text(words('集体讨论记录', 'Record of the heads’ discussion'), { length: 60 }),
        ...why,
      },
      check: (c) => mayBeSet(c),
    }),
    'review-pass': step({
      title: words('审核通过', 'Pass the review'),
      from: 'reviewing',
      to: 'reviewed',
      by: 'reviewer',
      shownTo: officials,
      basis: rules('50'),
      notBy: investigated,
      asks: {
        opinion: text(words('审核意见', 'Opinion'), { length: 1000 }),
        legal: yes(words('本次为法制审核', 'It was the legal review'), { optional: true, hint: words('情节复杂、重大违法、重大公共利益的案件', 'Complex and serious cases, and those of great public interest') }),
      },
      gives: (c) => ({ legalReviewed: c.answers.legal ? c.today : null }),
    }),
    'review-back': step({
      title: words('退回补充调查', 'Send back'),
      from: 'reviewing',
      to: 'investigating',
      by: 'reviewer',
      shownTo: officials,
      basis: rules('55'),
      returning: true,
      asks: { opinion: text(words('审核意见', 'Opinion'), { length: 1000 }) },
    }),
    tell: step({
      title: words('告知拟处罚', 'Announce the penalty'),
      from: 'reviewed',
      to: 'told',
      by: 'head',
      basis: rules('57'),
      issues: penaltyNotice,
      check(c) {
        groundsStand(c.record)
        fineNamed(c.answers.penalties, c.answers.toldFine, 'toldFine')
        gainNamed(c.answers.penalties, c.answers.toldConfiscated, 'toldConfiscated')
      },
      asks: { ...ask(penaltyCase, 'toldFine', 'toldConfiscated'), penalties: choices(words('拟处罚种类', 'Penalties intended'), penalties) },
      // What the notice says is what the party reads: the finding of the handler, never the words of the lead.
      gives: (c) => ({ toldFacts: c.record.finding, toldPenalties: c.answers.penalties, noticeOn: c.today, noticeAnswered: null }),
    }),
    ...hearing(step),
    decide: step({
      title: words('作出处罚决定', 'Decide'),
      from: 'deciding',
      to: 'decided',
      by: 'head',
      basis: rules('60'),
      issues: penaltyDecision,
      asks: {
        circumstance: choice(words('裁量情节', 'Circumstance'), circumstances),
        penalties: choices(words('处罚种类', 'Penalties'), penalties),
        degree: choice(words('失信程度', 'Degree'), degrees),
        ...ask(penaltyCase, 'reasons', 'fine', 'confiscated', 'collective'),
      },
      check(c) {
        groundsStand(c.record)
        withinStatute(c.record, c.parameter, true)
        fitToDecide(c)
      },
      async confirm(c, at) {
        await transferFirst(c, at)
        await finedOnce(c, at)
      },
      gives: (c) => ({ decided: c.today, elsewhereFrom: elsewhere({ ...c.record, ...c.answers, decided: c.today }) ? c.today : null }),
    }),
    waive: step({
      title: words('不予处罚', 'Impose none'),
      from: 'deciding',
      to: 'waived',
      by: 'head',
      basis: law('33'),
      asks: { leniency: choice(words('不予处罚的情形', 'Ground for none'), leniencies), ...why },
      check(c) {
        if (c.answers.leniency === 'first' && (c.record.earlier ?? 0) > 0) refuse('not-the-first', { earlier: c.record.earlier ?? 0, field: 'leniency' })
      },
      confirm: (c, at) => notInstead(c, at),
      gives: (c) => ({ waivedOn: c.today }),
    }),
    serve: step({
      title: words('送达决定', 'Serve the decision'),
      from: 'decided',
      to: (c) => (servedOn(c) === null ? 'decided' : 'served'),
      by: 'handler',
      basis: law('61'),
      paper: 'serve',
      asks: service(['handler', 'head']),
      check: handedOnSpot,
      gives: (c) => ({ served: servedOn(c), sueFrom: servedOn(c), reconsiderFrom: servedOn(c), ...toldBy(c) }),
    }),
    ...telling(step),
    ...paying(step),
    ...deferring(step),
    ...contesting(step),
    'note-crime': step({
      title: words('记录移送结果', 'Note what came of the transfer'),
      from: underWay,
      ...stays,
      by: 'handler',
      shownTo: officials,
      basis: cite('crime-transfer-rules', '11'),
      asks: { crimeOutcome: text(words('移送结果', 'What came of the transfer'), { length: 600 }) },
    }),
    close: step({
      title: words('结案', 'Close'),
      // A warning leaves nothing to pay, and a fine that was changed may be paid already: there is no last payment to enter.
      from: ['served', 'urged', 'performed', 'court', 'waived', 'terminated'],
      to: 'closed',
      by: 'head',
      basis: rules('77'),
      asks: { outcome: text(words('结案方式', 'How it ended'), { length: 300 }) },
      check(c) {
        filedWithBureau(c.record)
        noClaimOpen(c.record)
        if (['served', 'urged'].includes(c.record.state)) nothingOwed(c)
      },
    }),
    archive: step({
      title: words('归档', 'Archive'),
      ...{ from: 'closed', to: 'archived', by: 'handler', basis: rules('78') },
      check(c) {
        nothingHeld(c.record)
        nothingToSend(c)
        reconsiderationUsed(c)
      },
    }),
    'lose-ground': step({
      title: words('所依据的报告或者认定已更改、撤回', 'A report or finding that it rests on fell'),
      from: underWay,
      ...stays,
      by: 'handler',
      basis: law('46'),
      asks: toldOfFall,
      gives: (c) => ({ fallen: withFallen(c) }),
    }),
    'weigh-ground': step({
      title: words('复核失效依据的影响', 'Weigh what the fall means'),
      from: underWay,
      ...stays,
      by: 'handler',
      shownTo: officials,
      basis: law('46'),
      asks: { weighing: text(words('复核意见', 'What it means for the case'), { length: 500, hint: words('其余证据是否足以认定；已经决定的，是否撤销', 'Whether the other evidence is enough; once decided, whether to annul') }) },
      check(c) {
        if (unweighed(c.record).length === 0) refuse('nothing-fell')
      },
      gives: (c) => ({ fallen: (c.record.fallen ?? []).map((one) => ({ ...one, weighed: one.weighed ?? c.answers.weighing })) }),
    }),
    ...annulling(step),
  }),
  deadlines: caseDeadlines,
})
