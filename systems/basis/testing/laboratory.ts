// Laboratories (檢驗檢測機構): their mark, what they may test on which day, people with rights, instruments with calibration.
import { cite } from '../../../kernel/citation.ts'
import { addDays } from '../../../kernel/day.ts'
import { amount, area, choice, choices, day, integer, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { affectedResults, doubtedDays, reportedIn, withDays } from './in-doubt.ts'
import { testingRefusals } from './refusals.ts'
import { limitsPer } from './repeats.ts'

const { refuse } = testingRefusals

/** The six fields in which the programme counts the capacity of laboratories (§3.3). */
export const fieldsOfTesting = {
  drugs: words('药品', 'Drugs'),
  farmProduce: words('农产品', 'Farm produce'),
  food: words('食品', 'Food'),
  environment: words('环境', 'Environment'),
  construction: words('建设工程', 'Construction'),
  transport: words('交通', 'Transport'),
  products: words('工业产品', 'Industrial products'),
} as const

/** What a person of a laboratory may do (ISO/IEC 17025:2017, 6.2.6). */
export const rights = {
  receive: words('样品管理', 'Keep samples'),
  analyse: words('检测', 'Analyse'),
  check: words('校核', 'Check'),
  review: words('审核', 'Review'),
  sign: words('授权签字', 'Sign'),
} as const

export const labDuties = {
  accreditor: words('资质认定部门', 'Accrediting authority'),
  laboratory: words('检验检测机构', 'Laboratory'),
  reader: words('查阅人', 'Reader'),
}

/** What a renewal may bring besides its term. */
const renewed = {
  number: text(words('新证书编号', 'Number of the new certificate'), { optional: true, length: 12 }),
  startsOn: day(words('新编号启用日', 'New number from'), { optional: true, mayLieAhead: true }),
}

/** A term that ends before it begins would hold on no day, and look as if it did. */
function mustNotEndFirst(from: string, to: string | null, field: string): void {
  if (to !== null && to < from) refuse('ends-before-it-begins', { field })
}

export const laboratory = register('laboratory', {
  title: words('检验检测机构', 'Laboratories'),
  headline: 'name',
  placedBy: 'place',
  concerns: 'code',
  knownBy: ['code'],
  listed: ['name', 'place', 'cma', 'fields', 'certifiedTo'],
  fields: {
    code: party(words('统一社会信用代码', 'Unified social credit code'), { fixed: true }),
    name: text(words('名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('所在地', 'Place')),
    address: text(words('地址', 'Address'), { optional: true, length: 200 }),
    cma: text(words('资质认定证书编号', 'Number of the mark (CMA)'), { length: 12 }),
    cmaBefore: text(words('换证前的证书编号', 'Number before the renewal'), { optional: true, length: 12 }),
    cmaFrom: day(words('新编号启用日', 'New number from'), { optional: true, mayLieAhead: true }),
    fields: choices(words('领域', 'Fields'), fieldsOfTesting),
    certifiedFrom: day(words('发证日期', 'Certified from'), { mayLieAhead: true }),
    certifiedTo: day(words('有效期至', 'Certified to'), { mayLieAhead: true }),
    former: rows(
      words('变更前的登记', 'What was entered before'),
      {
        name: text(words('名称', 'Name'), { length: 120 }),
        place: area(words('所在地', 'Place')),
        address: text(words('地址', 'Address'), { optional: true, length: 200 }),
        until: day(words('至', 'Until')),
        decided: text(words('变更编号', 'Number of the change'), { optional: true, length: 40 }),
      },
      { optional: true, most: 40 },
    ),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
    invented: yes(words('虚构的演示数据', 'Invented for demonstration')),
  },
})

const order163 = cite('aqsiq-order-163')
const order39 = cite('samr-order-39')

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
    asks: ['code', 'name', 'place', 'cma', 'fields', 'certifiedFrom', 'certifiedTo', 'invented'],
    check(c) {
      if (!/^\d{12}$/.test(c.answers.cma)) refuse('mark-number', { given: c.answers.cma, field: 'cma' })
      if (c.answers.certifiedTo <= c.answers.certifiedFrom) refuse('ends-before-it-begins', { field: 'certifiedTo' })
    },
  },
  steps: (step) => ({
    suspend: step({ title: words('暂停', 'Suspend'), from: 'valid', to: 'suspended', by: 'accreditor', basis: order39, asks: ask(laboratory, 'reason') }),
    restore: step({ title: words('恢复', 'Restore'), from: 'suspended', to: 'valid', by: 'accreditor', basis: order39, returning: true }),
    renew: step({
      title: words('延续', 'Renew'),
      from: ['valid', 'suspended'],
      // A suspension ends by its own decision; a longer term does not lift it.
      to: (c) => c.record.state as 'valid',
      by: 'accreditor',
      basis: order163,
      returning: true,
      asks: { ...ask(laboratory, 'certifiedTo'), number: renewed.number, startsOn: renewed.startsOn },
      check(c) {
        if (c.answers.certifiedTo <= c.record.certifiedTo) refuse('ends-before-it-begins', { field: 'certifiedTo' })
        if (c.answers.number !== null && !/^\d{12}$/.test(c.answers.number)) refuse('mark-number', { given: c.answers.number, field: 'number' })
      },
      // Until its term begins reports bear the number before.
      gives({ record, answers, today }) {
        if (answers.number === null || answers.number === record.cma) return {}
        return { cma: answers.number, cmaBefore: record.cma, cmaFrom: answers.startsOn ?? today }
      },
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
        decided: text(words('变更编号', 'Number of the change'), { length: 40 }),
      },
      // Reports keep the name they were issued under; the register tells until when it was so named.
      gives({ record, answers, today }) {
        const { name, place, address } = record
        const until = { until: addDays(today, -1), decided: answers.decided }
        return {
          name: answers.newName ?? name, place: answers.newPlace ?? place, address: answers.newAddress ?? address,
          former: [...(record.former ?? []), { name, place, address, ...until }] as never,
        }
      },
    }),
    withdraw: step({ title: words('撤销资质', 'Withdraw the mark'), from: ['valid', 'suspended'], to: 'withdrawn', by: 'accreditor', basis: order39, asks: ask(laboratory, 'reason') }),
    cancel: step({ title: words('注销', 'Cancel'), from: ['valid', 'suspended'], to: 'cancelled', by: 'accreditor', basis: order163, asks: ask(laboratory, 'reason') }),
  }),
})

export const labScope = register('lab-scope', {
  title: words('能力范围', 'Scope of a laboratory'),
  headline: 'parameter',
  concerns: 'laboratory',
  knownBy: ['laboratory', 'productClass', 'parameter', 'method', 'from'],
  listed: ['laboratory', 'productClass', 'parameter', 'method', 'from', 'to'],
  fields: {
    laboratory: party(words('机构', 'Laboratory')),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    parameter: text(words('项目/参数', 'Parameter'), { searched: true, length: 80 }),
    method: text(words('检测依据', 'Method'), { length: 80, hint: words('标准编号和年号，如 GB/T 2912.1-2009', 'Number and year of the standard') }),
    unit: text(words('单位', 'Unit'), { length: 20 }),
    from: day(words('批准日期', 'Approved from'), { mayLieAhead: true }),
    to: day(words('有效期至', 'Until'), { optional: true, mayLieAhead: true }),
    price: amount(words('单价', 'Price'), { optional: true, minimum: '0', unit: '元' }),
    repeatability: quantity(words('重复性限 r', 'Repeatability limit r'), {
      optional: true,
      places: 6,
      minimum: '0',
      hint: words('方法规定的、两次独立测定允许相差的数值', 'How far two independent determinations may differ, as the method states'),
    }),
    repeatabilityPer: choice(words('重复性限的表示', 'Stated in'), limitsPer, { optional: true }),
    restriction: text(words('限制范围或者说明', 'Restriction or remark'), { optional: true, length: 200 }),
    days: integer(words('检测周期（工作日）', 'Working days needed'), { optional: true, minimum: '1', maximum: '365' }),
  },
})

export const scoping = procedure(labScope, {
  duties: labDuties,
  states: { approved: words('已批准', 'Approved'), ended: words('已终止', 'Ended') },
  ends: ['ended'],
  opens: {
    title: words('批准项目', 'Approve'),
    state: 'approved',
    by: 'accreditor',
    basis: order163,
    check: ({ answers }) => mustNotEndFirst(answers.from, answers.to, 'to'),
  },
  steps: (step) => ({
    end: step({
      title: words('终止项目', 'End'),
      from: 'approved',
      to: 'ended',
      by: 'accreditor',
      basis: order163,
      gives: (c) => ({ to: c.record.to !== null && c.record.to < c.today ? c.record.to : c.today }),
    }),
    prolong: step({
      title: words('随证书延续', 'Prolong with the mark'),
      from: 'approved',
      to: 'approved',
      by: 'accreditor',
      basis: order163,
      returning: true,
      asks: { until: day(words('延续至', 'Prolonged to'), { mayLieAhead: true }) },
      check({ record, answers }) {
        if (record.to !== null && answers.until <= record.to) refuse('ends-before-it-begins', { field: 'until' })
      },
      gives: (c) => ({ to: c.answers.until }),
    }),
  }),
})

export const labPerson = register('lab-person', {
  title: words('检测人员', 'People of a laboratory'),
  headline: 'badge',
  concerns: 'laboratory',
  knownBy: ['laboratory', 'badge', 'from'],
  listed: ['laboratory', 'badge', 'rights', 'from', 'to'],
  fields: {
    laboratory: party(words('机构', 'Laboratory')),
    badge: text(words('人员编号', 'Number of the person'), { length: 30 }),
    name: text(words('姓名', 'Name'), { personal: true, shownTo: ['laboratory', 'accreditor'], length: 60 }),
    account: text(words('账号', 'Account'), { account: true, length: 60 }),
    rights: choices(words('授权', 'Rights'), rights),
    classes: choices(words('授权领域', 'For products'), productClasses, { optional: true, hint: words('不填为全部', 'All, when left empty') }),
    from: day(words('授权自', 'From')),
    to: day(words('授权至', 'To'), { optional: true, mayLieAhead: true }),
    signFrom: day(words('批准签字自', 'May sign from'), { optional: true }),
  },
})

const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

export const authorising = procedure(labPerson, {
  duties: labDuties,
  states: { authorised: words('已授权', 'Authorised'), ended: words('已终止', 'Ended') },
  ends: ['ended'],
  opens: {
    title: words('授权', 'Authorise'),
    state: 'authorised',
    by: ['accreditor', 'laboratory'],
    basis: iso('6.2'),
    asks: ['laboratory', 'badge', 'name', 'account', 'rights', 'classes', 'from', 'to'],
    // Who signs is approved with the mark; the laboratory asks for a change (認定管理辦法).
    check({ answers, actor }) {
      mustNotEndFirst(answers.from, answers.to, 'to')
      if (actor.duty === 'testing.laboratory' && answers.rights.includes('sign')) refuse('signatory-by-application', { field: 'rights' })
    },
  },
  steps: (step) => ({
    empower: step({
      title: words('批准签字', 'Approve as signatory'),
      from: 'authorised',
      to: 'authorised',
      by: 'accreditor',
      basis: order163,
      returning: true,
      gives: (c) => ({ rights: [...c.record.rights.filter((each) => each !== 'sign'), 'sign'] as never, signFrom: c.today }),
    }),
    disempower: step({
      title: words('取消签字', 'No longer a signatory'),
      from: 'authorised',
      to: 'authorised',
      by: 'accreditor',
      basis: order163,
      returning: true,
      gives: (c) => ({ rights: c.record.rights.filter((each) => each !== 'sign') as never, signFrom: null as never }),
    }),
    end: step({
      title: words('终止授权', 'End'),
      from: 'authorised',
      to: 'ended',
      by: ['laboratory', 'accreditor'],
      basis: iso('6.2'),
      gives: (c) => ({ to: c.today }),
    }),
  }),
})

export const labInstrument = register('lab-instrument', {
  title: words('检测设备', 'Instruments of a laboratory'),
  headline: 'name',
  concerns: 'laboratory',
  knownBy: ['laboratory', 'serial'],
  listed: ['laboratory', 'serial', 'name', 'calibratedOn', 'calibratedTo', 'certificate'],
  fields: {
    laboratory: party(words('机构', 'Laboratory')),
    serial: text(words('设备编号', 'Number of the instrument'), { length: 40 }),
    name: text(words('名称', 'Name'), { length: 80 }),
    certificate: text(words('校准证书编号', 'Certificate of calibration'), { length: 60 }),
    calibratedOn: day(words('校准日期', 'Calibrated on')),
    calibratedTo: day(words('有效期至', 'Valid to'), { mayLieAhead: true }),
    expanded: quantity(words('扩展不确定度', 'Expanded uncertainty'), { optional: true, places: 6, minimum: '0' }),
    outFrom: day(words('停用日期', 'Out of use from'), { optional: true }),
    doubtFrom: day(words('不可信自', 'In doubt from'), { optional: true }),
    doubtTo: day(words('不可信至', 'In doubt to'), { optional: true }),
    cause: text(words('失准情形和原因', 'How it was off, and why'), { optional: true, length: 1000 }),
    doubted: doubtedDays,
    affected: affectedResults,
    earlier: rows(
      words('历次校准', 'Earlier calibrations'),
      {
        certificate: text(words('证书编号', 'Certificate'), { length: 60 }),
        calibratedOn: day(words('校准日期', 'Calibrated on')),
        calibratedTo: day(words('有效期至', 'Valid to'), { mayLieAhead: true }),
      },
      { optional: true },
    ),
  },
})

export const calibrating = procedure(labInstrument, {
  duties: labDuties,
  states: { fit: words('可用', 'In use'), off: words('失准，待校准', 'Off, to be calibrated'), out: words('停用', 'Out of use') },
  ends: ['out'],
  opens: {
    title: words('登记设备', 'Enter an instrument'),
    state: 'fit',
    by: ['laboratory', 'accreditor'],
    basis: iso('6.4'),
    asks: ['laboratory', 'serial', 'name', 'certificate', 'calibratedOn', 'calibratedTo', 'expanded'],
    check: ({ answers }) => mustNotEndFirst(answers.calibratedOn, answers.calibratedTo, 'calibratedTo'),
  },
  steps: (step) => ({
    calibrate: step({
      title: words('校准', 'Calibrate'),
      from: ['fit', 'off'],
      to: 'fit',
      by: 'laboratory',
      basis: iso('6.5'),
      returning: true,
      asks: ask(labInstrument, 'certificate', 'calibratedOn', 'calibratedTo', 'expanded'),
      check(c) {
        if (c.answers.calibratedTo <= c.answers.calibratedOn) refuse('ends-before-it-begins', { field: 'calibratedTo' })
      },
      // The calibration that a result rested on must be found again after the next one.
      gives: (c) => ({
        earlier: [
          ...(c.record.earlier ?? []),
          { certificate: c.record.certificate, calibratedOn: c.record.calibratedOn, calibratedTo: c.record.calibratedTo },
        ],
      }),
    }),
    // Found off by a calibration, a check or a fault: what was measured since it was last known to be right is in doubt.
    doubt: step({
      title: words('发现失准，追溯已有结果', 'It was found off: trace what rests on it'),
      from: ['fit', 'off', 'out'],
      // Until it is calibrated anew it measures nothing (6.4.9).
      to: ({ record, answers }) => (record.state === 'fit' && record.calibratedOn < answers.doubtTo ? 'off' : (record.state as 'fit')),
      by: 'laboratory',
      basis: iso('7.10'),
      returning: true,
      asks: {
        doubtFrom: day(words('不可信自（上一次确认准确之日）', 'In doubt from the day on which it was last known to be right')),
        doubtTo: day(words('不可信至（停止使用之日）', 'In doubt to the day on which its use was stopped')),
        cause: text(words('失准情形和原因', 'How it was off, and why'), { length: 1000 }),
      },
      check: ({ answers }) => mustNotEndFirst(answers.doubtFrom, answers.doubtTo, 'doubtTo'),
      async confirm({ record: { laboratory: of, serial }, answers: { doubtFrom: from, doubtTo: to } }, at) {
        const rests = (run: { readonly instrument: string }) => run.instrument === serial
        return { affected: (await reportedIn({ laboratory: of, source: 'instrument', because: serial, from, to, rests }, at)) as never }
      },
      gives: ({ record, answers: { doubtFrom: from, doubtTo: to, cause } }) => ({ doubted: withDays(record.doubted, { from, to, cause }) }),
    }),
    retire: step({ title: words('停用', 'Take out of use'), from: ['fit', 'off'], to: 'out', by: 'laboratory', basis: iso('6.4'), gives: (c) => ({ outFrom: c.today }) }),
  }),
})
