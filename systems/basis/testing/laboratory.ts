// Laboratories (檢驗檢測機構): who they are and under which mark, what they may test on which day, and people with rights.
import { cite } from '../../../kernel/citation.ts'
import { amount, area, choice, choices, day, integer, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { testingRefusals } from './refusals.ts'
import { limitsPer } from './repeats.ts'
import { endWithTheMark, heldToTheMark, mustNotEndFirst } from './terms.ts'

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

/** Why a mark is withdrawn: obtained by improper means it bars its laboratory from applying again (行政許可法 69, 79). */
export const groundsOfWithdrawal = {
  improper: words('以欺骗、贿赂等不正当手段取得资质', 'Obtained by deceit, bribery or other improper means'),
  falseResults: words('出具虚假检验检测数据、结果', 'False data or results given'),
  conditions: words('不再符合资质认定条件，或者整改后仍不符合', 'The conditions are no longer met, or not after correction either'),
  unlawfulGrant: words('准予违反法定权限、程序或者条件', 'Granted beyond powers, procedure or conditions'),
  other: words('依法撤销的其他情形', 'Other grounds of law'),
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
    legal: text(words('法定代表人', 'Legal representative'), { optional: true, personal: true, shownTo: ['laboratory', 'accreditor'], length: 60 }),
    legalSince: day(words('法定代表人变更登记日期', 'Legal representative since'), { optional: true, shownTo: ['laboratory', 'accreditor'] }),
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
    earlierTerms: rows(
      words('此前的有效期', 'Earlier terms'),
      {
        cma: text(words('资质认定证书编号', 'Number of the mark (CMA)'), { length: 12 }),
        from: day(words('发证日期', 'Certified from')),
        to: day(words('有效期至', 'Certified to')),
      },
      { optional: true, most: 40 },
    ),
    renewBy: day(words('最迟申请延续日期', 'A renewal is to be asked for by'), { optional: true, mayLieAhead: true }),
    expires: day(words('届满须处理的日期（延续申请决定前不填）', 'Its end is to be dealt with on (none while a renewal is undecided)'), {
      optional: true, mayLieAhead: true,
    }),
    renewalNumber: text(words('按期提出、尚未决定的延续申请', 'Renewal asked for in time and undecided'), { optional: true, length: 40 }),
    renewalOn: day(words('该申请提出日期', 'Asked for on'), { optional: true }),
    continuedTo: day(words('视为准予延续至', 'Counted as renewed to'), { optional: true }),
    suspensions: rows(
      words('暂停的期间', 'Days of suspensions'),
      { from: day(words('自', 'From')), to: day(words('至', 'To'), { optional: true }) },
      { optional: true, most: 100 },
    ),
    endedOn: day(words('撤销或者注销日期', 'Withdrawn or cancelled on'), { optional: true }),
    endedFrom: choice(words('撤销、注销前的状态', 'State in which it was ended'), { valid: words('有效', 'Valid'), suspended: words('暂停', 'Suspended') }, { optional: true }),
    setAside: rows(
      words('被撤销的撤销、注销决定', 'Withdrawals and cancellations that were set aside'),
      {
        endedOn: day(words('撤销、注销日期', 'Ended on')),
        withdrawnFor: choice(words('撤销的情形', 'Ground of the withdrawal'), groundsOfWithdrawal, { optional: true }),
        barredTo: day(words('当时不得再次申请至', 'Barred then until after'), { optional: true, mayLieAhead: true }),
        setAsideBy: text(words('复议决定或者裁判文书号', 'Decision or judgment'), { length: 80 }),
      },
      { optional: true, most: 40 },
    ),
    withdrawnFor: choice(words('撤销的情形', 'Ground of the withdrawal'), groundsOfWithdrawal, { optional: true }),
    barredTo: day(words('不得再次申请至', 'May not apply again until after'), { optional: true, mayLieAhead: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
    invented: yes(words('虚构的演示数据', 'Invented for demonstration')),
  },
})

const order163 = cite('aqsiq-order-163')
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
    toBefore: day(words('终止或者延续前的有效期至', 'Until, before it ended or was prolonged'), { optional: true, mayLieAhead: true }),
    withMark: yes(words('随资质终止', 'Ended with the mark'), { optional: true }),
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
    // What a grant enters was held to its mark when it was granted; the mark itself may be entered after it.
    confirm: async ({ answers, actor }, at) => (actor.hand === 'linkage' ? {} : heldToTheMark(answers, at)),
  },
  steps: (step) => ({
    'hold-to-mark': step({
      title: words('有效期以资质为限', 'Hold it to the end of the mark'),
      from: 'approved',
      to: 'approved',
      by: 'accreditor',
      basis: order163,
      returning: true,
      standing: true,
      confirm: async ({ record }, at) => endWithTheMark(record, at),
    }),
    end: step({
      title: words('终止项目', 'End'),
      from: 'approved',
      to: 'ended',
      by: 'accreditor',
      basis: order163,
      asks: { last: day(words('最后有效日（不填为今天）', 'Last day on which it held (today when left empty)'), { optional: true }) },
      // With a mark it ends although its first day lies ahead; by hand nobody means that.
      check({ record, answers, actor }) {
        if (actor.hand !== 'linkage') mustNotEndFirst(record.from, answers.last, 'last')
      },
      gives({ record, answers, actor, today }) {
        const last = answers.last ?? today
        const to = record.to !== null && record.to < last ? record.to : last
        return { to, toBefore: record.to, withMark: actor.hand === 'linkage' && answers.last !== null }
      },
    }),
    restore: step({
      title: words('随资质恢复', 'Restore with the mark'),
      from: 'ended',
      to: 'approved',
      by: 'accreditor',
      basis: cite('administrative-licensing-law', '69'),
      returning: true,
      asks: { until: day(words('有效期至', 'Until'), { mayLieAhead: true }) },
      check: ({ record, answers }) => mustNotEndFirst(record.from, answers.until, 'until'),
      gives: ({ record, answers }) => ({ to: record.toBefore ?? answers.until, toBefore: null, withMark: null }),
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
      gives: (c) => ({ to: c.answers.until, toBefore: c.record.to }),
    }),
    shorten: step({
      title: words('延续的准予撤销，恢复原有效期', 'The renewal was revoked: it ends as before'),
      from: 'approved',
      to: 'approved',
      by: 'accreditor',
      basis: cite('administrative-licensing-law', '69'),
      returning: true,
      asks: { until: day(words('原有效期至', 'Until, as before'), { mayLieAhead: true }) },
      check: ({ record, answers }) => mustNotEndFirst(record.from, record.toBefore ?? answers.until, 'until'),
      gives: ({ record, answers }) => ({ to: record.toBefore ?? answers.until, toBefore: null }),
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
