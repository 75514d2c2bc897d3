// How a sample goes (抽樣程序): visit, sheet and seal, laboratory, result and notice, objection and re-inspection, final verdict, publication.
import { choice, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { verdicts } from '../../basis/testing/index.ts'
import { checkNotice, resultNotice } from './documents.ts'
import { some } from './duties.ts'
import { hearing, makerSteps } from './maker-steps.ts'
import { bothHeard, forTheChecked, mayObject, namesAnother, restsIn } from './maker-term.ts'
import { refusalContest } from './refusal-contest.ts'
import { supervisionRefusals } from './refusals.ts'
import { order, quality, twoSamplers } from './rules.ts'
import { failureLine, lawfulGrounds, notAgain, nothingTaken, objectionKinds, returnings, sample, sampleStates, sheet } from './sample.ts'
import { samplingDeadlines } from './sampling-deadlines.ts'
import { fitToSeal, mayVisit, fitSheet, otherLaboratory } from './sampling-rules.ts'

const { refuse } = supervisionRefusals

type Samplers = Readonly<Record<'firstSampler' | 'secondSampler', string | null>>
/** Those on the sheet, else those of the visit. */
const bothSamplers = ({ record, answers }: { readonly record: Samplers; readonly answers: Samplers }): Samplers => ({
  firstSampler: answers.firstSampler ?? record.firstSampler,
  secondSampler: answers.secondSampler ?? record.secondSampler,
})

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }
const opened = [
  'how', 'plan', 'planNumber', 'draw', 'kind', 'frame', 'line', 'stratum', 'expansion', 'spread', 'inspectors', 'origin', 'originRecord',
  'unit', 'unitName', 'place', 'productClass', 'items', 'rule', 'mostQuantity',
] as const
/** A new report is told anew, and what was said of the old one stays in the journal. */
const unheard = {
  ...{ objectionKind: null, objection: null, decision: null, objectedOn: null },
  ...{ makerObjectionKind: null, makerObjection: null },
} as const
/** So is a denial: it binds no later report, and the maker may deny anew. One that was found true has freed its maker for good. */
const undenied = ({ disowned }: { readonly disowned: string | null }) =>
  disowned == null ? ({ deniedOn: null, denial: null, denialFound: null, denialDecision: null } as const) : {}
const relied = ['reported', 'told', 'objected', 'settled', 'reinspecting', 'retested', 'conforming', 'nonconforming'] as const

export const sampling = procedure(sample, {
  duties: some('organiser', 'sampler', 'party', 'head', 'officer', 'reader'),
  states: sampleStates,
  ends: ['notTaken', 'turnedAway', 'obstructed', 'refusalWithdrawn', 'invalid', 'reversed'],
  opens: { title: words('抽取样品', 'Order a sample'), state: 'drawn', by: ['organiser', 'officer'], basis: quality('15'), asks: opened },
  steps: (step) => ({
    visit: step({
      title: words('到场告知', 'Visit'),
      from: 'drawn',
      to: 'visiting',
      by: 'sampler',
      basis: twoSamplers,
      issues: checkNotice,
      asks: { firstSampler: text(words('抽样人员一证号', 'Certificate of sampler one'), { length: 40 }), secondSampler: text(words('抽样人员二证号', 'Certificate of sampler two'), { length: 40 }) },
      check: (c) => mayVisit(c),
      gives: (c) => ({ checked: c.record.unit }),
    }),
    'find-nothing': step({
      title: words('未抽到样', 'Nothing to be taken'),
      from: 'visiting',
      to: 'notTaken',
      by: 'sampler',
      basis: twoSamplers,
      asks: { ground: choice(words('情形', 'Ground'), nothingTaken), ...why },
    }),
    'turn-away': step({
      title: words('依法拒绝抽样（抽样人员不符合规定）', 'The body lawfully refuses: the samplers fall short'),
      from: 'visiting',
      to: 'turnedAway',
      by: ['sampler', 'organiser'],
      basis: twoSamplers,
      asks: { lawfulGround: choice(words('依法拒绝的情形', 'Ground of the lawful refusal'), lawfulGrounds), ...why },
    }),
    obstruct: step({ title: words('无正当理由拒绝抽样', 'The body refuses without ground'), from: 'visiting', to: 'obstructed', by: 'sampler', basis: quality('16'), asks: why }),
    ...refusalContest(step),
    seal: step({
      title: words('填单封样', 'Fill the sheet and seal'),
      from: 'visiting',
      to: 'sealed',
      by: 'sampler',
      basis: twoSamplers,
      asks: { ...sheet, ...ask(sample, 'declarationNo', 'hsCode') },
      check: (c) => fitToSeal({ ...c.answers, ...bothSamplers(c) }, c.record.items.length),
      confirm: (c, at) => fitSheet(c, at),
      gives: (c) => ({
        ...bothSamplers(c),
        overTaken: c.record.mostQuantity !== null && Number(c.answers.quantity) > Number(c.record.mostQuantity),
      }),
    }),
    buy: step({
      title: words('网络买样', 'Buy online, unannounced'),
      from: 'drawn',
      to: 'sealed',
      by: 'sampler',
      basis: order,
      asks: {
        ...sheet,
        platform: text(words('平台', 'Platform'), { length: 120 }),
        shopUrl: text(words('店铺或者商品网址', 'Address of the shop or goods'), { length: 400 }),
        orderNumber: text(words('订单号', 'Order'), { length: 60 }),
        captureHash: text(words('网页取证摘要（SHA-256）', 'Hash of the page as captured'), { length: 64 }),
        voucher: text(words('购样凭证', 'Voucher'), { length: 80 }),
      },
      check(c) {
        mayVisit(c)
        if (!/^[0-9a-f]{64}$/.test(c.answers.captureHash)) refuse('capture-hash', { field: 'captureHash' })
        fitToSeal(c.answers, c.record.items.length)
      },
      confirm: (c, at) => fitSheet(c, at),
    }),
    send: step({
      title: words('送检', 'Send to the laboratory'),
      from: 'sealed',
      to: 'sent',
      by: ['sampler', 'organiser'],
      basis: order,
      asks: { laboratory: party(words('承检机构', 'Laboratory')) },
      async confirm(c, at) {
        if ((await at.count('laboratory', { code: c.answers.laboratory, state: 'valid' })) === 0) refuse('no-laboratory', { code: c.answers.laboratory, field: 'laboratory' })
      },
    }),
    spoil: step({
      title: words('样品无效', 'The laboratory refused it'),
      from: ['sealed', 'sent'],
      to: 'invalid',
      by: 'organiser',
      basis: order,
      asks: why,
    }),
    'take-report': step({
      title: words('收到检验报告', 'Take the report'),
      from: ['sent', 'awaiting', 'reinspecting'],
      to: (c) => (c.record.reLaboratory !== null && c.answers.reporter === c.record.reLaboratory ? 'retested' : 'reported'),
      by: 'organiser',
      basis: order,
      asks: {
        reporter: party(words('出具报告的机构', 'Laboratory that reports')),
        report: text(words('检验报告编号', 'Test report'), { length: 60 }),
        found: choice(words('检验结论', 'Verdict'), verdicts),
        failed: rows(words('不合格项目', 'What failed'), failureLine, { optional: true, most: 60 }),
      },
      check(c) {
        if (![c.record.laboratory, c.record.reLaboratory].includes(c.answers.reporter)) refuse('other-laboratory', { code: c.answers.reporter, field: 'reporter' })
        if (c.record.state === 'reinspecting' && c.answers.reporter !== c.record.reLaboratory) refuse('other-laboratory', { code: c.answers.reporter, field: 'reporter' })
      },
      gives: (c) =>
        c.record.reLaboratory !== null && c.answers.reporter === c.record.reLaboratory
          ? { reReport: c.answers.report, reVerdict: c.answers.found, failures: c.answers.failed }
          : { reportNumber: c.answers.report, verdict: c.answers.found, failures: c.answers.failed },
    }),
    tell: step({
      title: words('告知结果', 'Tell the result'),
      from: 'reported',
      to: 'told',
      by: 'organiser',
      basis: quality('15'),
      issues: resultNotice,
      gives: (c) => {
        // A shop from which was bought learns of it here, and can object from here on.
        const checked = c.record.checked ?? c.record.unit
        // The maker whom the goods name is told by a notice of its own, in the term that began with the report.
        const owed = c.record.verdict !== 'meets' && namesAnother(c.record.producer, checked)
        const since = c.clocks.findLast((clock) => clock.deadline === 'notice')?.starts ?? c.today
        return { checked, toldOn: c.today, makerOwed: owed ? since : null, makerToldOn: null, ...unheard, ...undenied(c.record) }
      },
    }),
    // Whoever sold the goods does not accept for their maker, who has a term of its own (產品質量法 15).
    'accept-result': step({
      title: words('被抽样单位认可结果', 'The body checked accepts the result'),
      from: hearing,
      to: (c) =>
        c.record.makerOwed == null && namesAnother(c.record.producer, c.record.checked) ? (c.record.state as 'told') : restsIn(c, {}, 'objection'),
      by: 'party',
      basis: quality('15'),
      check(c) {
        forTheChecked(c)
        if (c.record.objectionKind != null) refuse('objected-already', { field: 'objection' })
      },
    }),
    object: step({
      title: words('被抽样单位提出异议、申请复检', 'The body checked objects, or asks for re-inspection'),
      from: hearing,
      to: (c) => (c.record.state === 'told' ? 'objected' : (c.record.state as 'objected')),
      by: 'party',
      basis: quality('15'),
      asks: { objectionKind: choice(words('异议种类', 'Kind of objection'), objectionKinds), objection: text(words('异议和证据', 'Objection and evidence'), { length: 2000 }) },
      check: (c) => mayObject(c),
      // One that comes while the re-inspection runs is answered by it.
      gives: (c) => (c.record.state === 'reinspecting' ? {} : { objectedOn: c.record.objectedOn ?? c.today }),
    }),
    ...makerSteps(step),
    reinspect: step({
      title: words('受理并委托复检', 'Accept, and order the re-inspection'),
      from: 'objected',
      to: 'reinspecting',
      by: 'organiser',
      basis: quality('15'),
      asks: { reLaboratory: party(words('复检机构', 'Laboratory of the re-inspection')) },
      gives: () => ({ objectedOn: null }),
      check(c) {
        if (c.record.makerOwed != null && c.record.objectedOn == null) refuse('no-result-objection', { field: 'reLaboratory' })
        otherLaboratory(c.record.laboratory, c.answers.reLaboratory)
        if (c.record.backupSeal === null) refuse('not-again', { why: notAgain.noBackup, field: 'reLaboratory' })
      },
    }),
    'decline-objection': step({
      title: words('不予复检', 'Decline re-inspection'),
      from: 'objected',
      to: (c) => restsIn(c, { objectedOn: null }),
      by: 'organiser',
      basis: quality('15'),
      asks: { ground: choice(words('不予复检的情形', 'Ground'), notAgain, { optional: true }), decision: text(words('处理意见', 'Decision'), { length: 1000 }) },
      check(c) {
        if (c.record.makerOwed != null && c.record.objectedOn == null) refuse('no-result-objection', { field: 'decision' })
      },
      gives: () => ({ objectedOn: null }),
    }),
    uphold: step({
      title: words('异议成立，撤销结果', 'Uphold the objection'),
      from: ['objected', 'settled', 'retested'],
      to: 'reversed',
      by: 'organiser',
      basis: quality('15'),
      asks: { decision: text(words('处理意见', 'Decision'), { length: 1000 }) },
    }),
    confirm: step({
      title: words('确认最终结论', 'Confirm the final verdict'),
      from: ['reported', 'told', 'settled', 'retested'],
      to: (c) => ((c.record.state === 'retested' ? c.record.reVerdict : c.record.verdict) === 'meets' ? 'conforming' : 'nonconforming'),
      by: 'organiser',
      basis: quality('15'),
      check(c) {
        const verdict = c.record.state === 'retested' ? c.record.reVerdict : c.record.verdict
        if (verdict !== 'meets' && verdict !== 'fails') refuse('undecided', { verdict: verdict === null ? '—' : verdicts[verdict] })
        if (verdict === 'fails' && c.record.state === 'reported') refuse('not-told')
        bothHeard(c, verdict!)
      },
      gives(c) {
        const final = c.record.state === 'retested' ? c.record.reVerdict : c.record.verdict
        const [goodExpansion, goodSpread] = final === 'meets' ? [c.record.expansion, c.record.spread] : ['0.000000000', '0.000000000']
        // What was bought is not given back; what was taken from stock and conforms is.
        const returnFrom = final === 'meets' && c.record.voucher == null && c.record.returnedOn == null ? c.today : null
        return { final, confirmed: c.today, returnFrom, ...(c.record.expansion === null ? {} : { goodExpansion, goodSpread }) }
      },
    }),
    publish: step({
      title: words('公布结果', 'Publish'),
      from: ['conforming', 'nonconforming'],
      to: (c) => c.record.state as 'conforming',
      by: 'organiser',
      basis: quality('24'),
      returning: true,
      gives: (c) => ({ published: c.today }),
    }),
    'return-sample': step({
      title: words('退还样品', 'Return the sample'),
      from: 'conforming',
      to: 'conforming',
      by: ['organiser', 'sampler'],
      basis: order,
      returning: true,
      asks: { returnHow: choice(words('退样情况', 'What became of the sample'), returnings) },
      check(c) {
        if (c.record.voucher != null) refuse('bought-not-returned', { field: 'returnHow' })
        if (c.record.returnedOn != null) refuse('returned-already', { on: c.record.returnedOn, field: 'returnHow' })
      },
      gives: (c) => ({ returnedOn: c.today }),
    }),
    'report-withdrawn': step({
      title: words('所依据的报告已撤回或者更改', 'The report was withdrawn or replaced'),
      from: [...relied],
      to: (c) => (c.answers.report === c.record.reReport ? 'reinspecting' : 'awaiting'),
      by: 'organiser',
      basis: order,
      returning: true,
      asks: { report: text(words('检验报告编号', 'Test report'), { length: 60 }), ...why },
      gives: (c) => ({
        ...(c.answers.report === c.record.reReport ? {} : { reportNumber: null, verdict: null, reLaboratory: null }),
        reReport: null,
        reVerdict: null,
        final: null,
        confirmed: null,
        published: null,
        failures: null,
        withdrawn: [...(c.record.withdrawn ?? []), { report: c.answers.report, on: c.today, why: c.answers.reason }],
      }),
    }),
    reverse: step({
      title: words('更正撤销', 'Reverse'),
      from: ['conforming', 'nonconforming', 'awaiting'],
      to: 'reversed',
      by: 'head',
      basis: order,
      asks: why,
      gives: () => ({ final: null, published: null }),
    }),
  }),
  deadlines: samplingDeadlines,
})
