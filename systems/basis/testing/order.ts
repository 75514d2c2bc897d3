// A test order (檢驗委託): from the request through reception, custody, analysis and a second person’s eye to the signature.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, instant, integer, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { fitToReceive, fitToSign, mustBeAuthorised, withinScope } from './fitness.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

/** Which side of the limit is good. */
export const comparisons = {
  atMost: words('不大于', 'At most'),
  atLeast: words('不小于', 'At least'),
  reported: words('只报结果', 'Reported only'),
} as const

/** How uncertainty enters the verdict (JCGM 106:2012, 8; ILAC-G8:09/2019). */
export const decisionRules = {
  simple: words('简单接受', 'Simple acceptance'),
  guarded: words('保护带（接收域收窄一个扩展不确定度）', 'Guarded acceptance: the limit drawn in by the expanded uncertainty'),
  guardedRejection: words('保护带（超出一个扩展不确定度才判不合格）', 'Guarded rejection: beyond the limit by the expanded uncertainty'),
} as const

export const item = {
  parameter: text(words('项目', 'Parameter'), { length: 80 }),
  method: text(words('检测依据', 'Method'), { length: 80 }),
  unit: text(words('单位', 'Unit'), { length: 20 }),
  comparison: choice(words('判定方式', 'Comparison'), comparisons),
  limit: quantity(words('限值', 'Limit'), { optional: true, places: 6 }),
  clause: text(words('限值出处', 'Source of the limit'), { optional: true, length: 80 }),
}

export const resultLine = {
  parameter: text(words('项目', 'Parameter'), { length: 80 }),
  value: quantity(words('结果', 'Result'), { places: 6 }),
  unit: text(words('单位', 'Unit'), { length: 20 }),
  expanded: quantity(words('扩展不确定度（k=2）', 'Expanded uncertainty (k = 2)'), { optional: true, places: 6, minimum: '0' }),
  instrument: text(words('设备编号', 'Number of the instrument'), { length: 40 }),
}

export const testOrder = register('test-order', {
  title: words('检验委托', 'Test orders'),
  number: 'JY{year}{seq}',
  headline: 'sampleName',
  concerns: 'laboratory',
  listed: ['received', 'sampleName', 'productClass', 'laboratory', 'finishBy'],
  fields: {
    laboratory: party(words('承检机构', 'Laboratory')),
    client: text(words('委托方', 'Client'), { length: 120 }),
    clientCode: party(words('委托方代码', 'Credit code of the client'), { optional: true }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    sampleName: text(words('样品名称', 'Sample'), { length: 120 }),
    sampleNumber: text(words('样品编号', 'Number of the sample'), { optional: true, length: 60 }),
    sealNumber: text(words('封条编号', 'Number of the seal'), { optional: true, length: 60 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    items: rows(words('检验项目', 'Parameters ordered'), item, { most: 60 }),
    rule: choice(words('判定规则', 'Decision rule'), decisionRules),
    finishBy: day(words('约定完成日', 'To be finished by'), { optional: true, mayLieAhead: true }),
    subcontract: yes(words('同意分包', 'Subcontracting agreed'), { optional: true }),
    received: day(words('收样日期', 'Sample received'), { optional: true }),
    condition: text(words('样品状态', 'Condition of the sample'), { optional: true, length: 300 }),
    custody: rows(
      words('流转记录', 'Custody'),
      {
        at: instant(words('时间', 'At')),
        action: text(words('环节', 'Action'), { length: 40 }),
        by: text(words('经手人', 'By'), { length: 60 }),
        to: text(words('交给', 'To'), { length: 60 }),
        place: text(words('地点', 'Place'), { length: 120 }),
        condition: text(words('状态', 'Condition'), { length: 200 }),
      },
      { optional: true, most: 100 },
    ),
    results: rows(words('检测结果', 'Results'), resultLine, { optional: true, most: 60 }),
    analysed: day(words('检测日期', 'Analysed on'), { optional: true }),
    analyst: text(words('检测人', 'Analyst'), { optional: true, length: 60 }),
    checker: text(words('校核人', 'Checker'), { optional: true, length: 60 }),
    reviewer: text(words('审核人', 'Reviewer'), { optional: true, length: 60 }),
    signatory: text(words('授权签字人', 'Authorised signatory'), { optional: true, length: 60 }),
    turnround: integer(words('检测用时（小时）', 'Hours from reception to record'), { optional: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

type Row = Readonly<Record<string, unknown>>

/** The custody with one more hand-over at its end. */
const handed = (
  c: { record: { custody: readonly Row[] | null }; occurred: string; actor: { id: string } },
  line: { action: string; to: string; place: string; condition: string },
) => [...(c.record.custody ?? []), { at: c.occurred, by: c.actor.id, ...line }] as never

const move = {
  to: text(words('交给', 'Hand over to'), { length: 60 }),
  place: text(words('地点', 'Place'), { length: 120 }),
  state: text(words('样品状态', 'Condition'), { length: 200 }),
}

export const testingOrder = procedure(testOrder, {
  duties: {
    client: words('委托人', 'Client'),
    keeper: words('样品管理员', 'Sample keeper'),
    analyst: words('检测员', 'Analyst'),
    checker: words('校核员', 'Checker'),
    reviewer: words('审核员', 'Reviewer'),
    signatory: words('授权签字人', 'Authorised signatory'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    requested: words('待受理', 'Requested'),
    accepted: words('待收样', 'Waiting for the sample'),
    received: words('待检', 'Waiting for analysis'),
    analysing: words('检测中', 'Being analysed'),
    checking: words('待校核', 'To be checked'),
    reviewing: words('待审核', 'To be reviewed'),
    signing: words('待签发', 'To be signed'),
    reported: words('已签发', 'Reported'),
    refused: words('不予受理', 'Refused'),
    rejected: words('拒收样品', 'Sample rejected'),
    terminated: words('终止', 'Terminated'),
  },
  ends: ['reported', 'refused', 'rejected', 'terminated'],
  opens: {
    title: words('委托检验', 'Order a test'),
    state: 'requested',
    by: ['client', 'keeper'],
    basis: iso('7.1'),
    asks: [
      'laboratory', 'client', 'clientCode', 'origin', 'originRecord', 'sampleName', 'sampleNumber', 'sealNumber',
      'productClass', 'items', 'rule', 'finishBy', 'subcontract',
    ],
    check(c) {
      const without = c.answers.items.find((one) => one.comparison !== 'reported' && one.limit === null)
      if (without) refuse('no-limit', { parameter: without.parameter, field: 'items' })
    },
  },
  steps: (step) => ({
    accept: step({
      title: words('受理委托', 'Accept'),
      from: 'requested',
      to: 'accepted',
      by: 'keeper',
      basis: iso('7.1'),
      confirm: (c, at) => withinScope(c.record, c.today, at),
    }),
    refuse: step({ title: words('不予受理', 'Refuse'), from: 'requested', to: 'refused', by: 'keeper', basis: iso('7.1'), asks: ask(testOrder, 'reason') }),
    receive: step({
      title: words('收样', 'Receive the sample'),
      from: 'accepted',
      to: 'received',
      by: 'keeper',
      basis: iso('7.4'),
      asks: {
        intact: yes(words('封样完好', 'The seal is intact')),
        seal: text(words('收到的封条编号', 'Number of the seal'), { optional: true, length: 60 }),
        ...ask(testOrder, 'condition'),
        place: text(words('存放地点', 'Kept at'), { length: 120 }),
      },
      check: (c) => fitToReceive(c.record, c.answers),
      confirm: (c, at) => mustBeAuthorised(c, 'receive', at),
      gives: (c) => ({
        received: c.today,
        custody: handed(c, { action: '收样', to: c.actor.id, place: c.answers.place, condition: c.answers.condition ?? '' }),
      }),
    }),
    reject: step({
      title: words('拒收', 'Reject the sample'),
      from: 'accepted',
      to: 'rejected',
      by: 'keeper',
      basis: iso('7.4'),
      asks: ask(testOrder, 'reason', 'condition'),
    }),
    'hand-over': step({
      title: words('流转', 'Hand over'),
      from: ['received', 'analysing', 'checking', 'reviewing', 'signing'],
      to: (c) => c.record.state as 'received',
      by: ['keeper', 'analyst'],
      basis: iso('7.4'),
      returning: true,
      asks: move,
      gives: (c) => ({ custody: handed(c, { action: '流转', to: c.answers.to, place: c.answers.place, condition: c.answers.state }) }),
    }),
    begin: step({
      title: words('领样检测', 'Take the sample for analysis'),
      from: 'received',
      to: 'analysing',
      by: 'analyst',
      basis: iso('7.2'),
      asks: { place: move.place, state: move.state },
      confirm: (c, at) => mustBeAuthorised(c, 'analyse', at),
      gives: (c) => ({ custody: handed(c, { action: '领样', to: c.actor.id, place: c.answers.place, condition: c.answers.state }) }),
    }),
    record: step({
      title: words('录入结果', 'Enter the results'),
      from: 'analysing',
      to: 'checking',
      by: 'analyst',
      basis: iso('7.5'),
      asks: { results: rows(words('检测结果', 'Results'), resultLine, { most: 60 }), analysed: day(words('检测日期', 'Analysed on')) },
      check(c) {
        const ordered = c.record.items
        const difference = [
          ...ordered.filter((one) => !c.answers.results.some((line) => line.parameter === one.parameter)).map((one) => one.parameter),
          ...c.answers.results.filter((line) => !ordered.some((one) => one.parameter === line.parameter)).map((line) => line.parameter),
        ]
        if (difference.length > 0 || c.answers.results.length !== ordered.length)
          refuse('not-ordered', {
            ordered: ordered.map((one) => one.parameter).join('、'),
            difference: difference.join('、') || '重复',
            field: 'results',
          })
        for (const line of c.answers.results) {
          const expected = ordered.find((one) => one.parameter === line.parameter)!.unit
          if (line.unit !== expected) refuse('wrong-unit', { parameter: line.parameter, expected, given: line.unit, field: 'results' })
        }
      },
      confirm: (c, at) => mustBeAuthorised(c, 'analyse', at),
      gives: (c) => ({
        analyst: c.actor.id,
        turnround: Math.round((Date.parse(c.occurred) - Date.parse(c.record.custody?.[0]?.at ?? c.occurred)) / 3_600_000),
      }),
    }),
    check: step({
      title: words('校核', 'Check'),
      from: 'checking',
      to: 'reviewing',
      by: 'checker',
      basis: iso('7.7'),
      notBy: ['record'],
      confirm: (c, at) => mustBeAuthorised(c, 'check', at),
      gives: (c) => ({ checker: c.actor.id }),
    }),
    'send-back': step({
      title: words('退回', 'Send back'),
      from: ['checking', 'reviewing', 'signing'],
      to: 'analysing',
      by: ['checker', 'reviewer', 'signatory'],
      basis: iso('7.10'),
      returning: true,
      asks: ask(testOrder, 'reason'),
    }),
    review: step({
      title: words('审核', 'Review'),
      from: 'reviewing',
      to: 'signing',
      by: 'reviewer',
      basis: iso('7.7'),
      notBy: ['record'],
      confirm: (c, at) => mustBeAuthorised(c, 'review', at),
      gives: (c) => ({ reviewer: c.actor.id }),
    }),
    sign: step({
      title: words('签发', 'Sign'),
      from: 'signing',
      to: 'reported',
      by: 'signatory',
      basis: iso('7.8'),
      check(c) {
        if ([c.record.checker, c.record.reviewer, c.actor.id].includes(c.record.analyst)) refuse('own-work')
      },
      confirm: (c, at) => fitToSign(c, at),
      gives: (c) => ({ signatory: c.actor.id }),
    }),
    terminate: step({
      title: words('终止', 'Terminate'),
      from: ['requested', 'accepted', 'received', 'analysing', 'checking', 'reviewing', 'signing'],
      to: 'terminated',
      by: ['client', 'keeper'],
      basis: iso('7.1'),
      asks: ask(testOrder, 'reason'),
    }),
  }),
})
