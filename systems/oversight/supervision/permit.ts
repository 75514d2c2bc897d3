// The register of permits and certificates (證照台賬): what each one was on a day, so that an inspection need not believe what is shown to it.
import { area, choice, day, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { some } from './duties.ts'
import { supervisionRefusals } from './refusals.ts'
import { order, quality } from './rules.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const

/** Kinds that are kept here; who may use special equipment stands in its own register, and nothing is kept of persons. */
export const keptKinds = {
  production: words('工业产品生产许可证', 'Production licence'),
  food: words('食品生产经营许可证', 'Food licence'),
  ccc: words('强制性认证证书', 'CCC certificate'),
  voluntary: words('自愿性认证证书', 'Voluntary certificate'),
  verification: words('计量器具检定证书', 'Verification of an instrument'),
} as const

export const standings = {
  valid: words('有效', 'Valid'),
  suspended: words('暂停', 'Suspended'),
  revoked: words('撤销、吊销', 'Revoked'),
  cancelled: words('注销', 'Cancelled'),
} as const

/** From which day it stands so, and until when it is then valid. */
const standingLine = {
  on: day(words('自', 'From')),
  standing: choice(words('状态', 'State'), standings),
  to: day(words('有效期至', 'Valid to'), { optional: true, mayLieAhead: true }),
  why: text(words('依据的文书', 'By which paper'), { optional: true, length: 200 }),
}

export const permit = register('permit', {
  title: words('许可证件和认证证书台账', 'Permits and certificates'),
  headline: 'certificate',
  placedBy: 'place',
  concerns: 'holder',
  knownBy: ['kind', 'certificate'],
  listed: ['kind', 'certificate', 'holderName', 'issuerName', 'place', 'validTo', 'standing'],
  fields: {
    kind: choice(words('证照种类', 'Kind'), keptKinds, { fixed: true }),
    certificate: text(words('编号', 'Number'), { searched: true, length: 80, fixed: true }),
    holder: party(words('持有人代码', 'Code of the holder'), opt),
    holderName: text(words('持有人', 'Holder'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    productClass: choice(words('产品类别', 'Product class'), productClasses, opt),
    scope: text(words('许可或者认证范围', 'Scope'), { optional: true, length: 500 }),
    issuer: party(words('发证机构代码', 'Code of the issuer'), opt),
    issuerName: text(words('发证机构', 'Issuer'), { searched: true, length: 120 }),
    validFrom: day(words('有效期自', 'Valid from')),
    validTo: day(words('有效期至', 'Valid to'), { optional: true, mayLieAhead: true }),
    standing: choice(words('状态', 'State'), standings),
    since: day(words('该状态自', 'In that state since'), opt),
    course: rows(words('状态变化', 'How it stood'), standingLine, { optional: true, most: 60 }),
    source: text(words('信息来源', 'Source'), { length: 200, hint: words('如发证机关公布的目录及其日期', 'As the list that the issuer published, and its day') }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

interface Times {
  readonly validFrom: string
  readonly validTo: string | null
  readonly standing: string
  readonly since: string | null
}

function inOrder({ validFrom, validTo, standing, since }: Times): void {
  if (validTo !== null && validTo < validFrom) refuse('permit-ends-first', { from: validFrom, to: validTo, field: 'validTo' })
  if (standing !== 'valid' && since === null) refuse('since-when', { field: 'since' })
  if (since !== null && since < validFrom) refuse('permit-ends-first', { from: validFrom, to: since, field: 'since' })
}

/** The course as it begins: valid from its first day, and since when it is something else. */
function begins({ validFrom, validTo, standing, since }: Times) {
  const first = { on: validFrom, standing: 'valid', to: validTo, why: null }
  return { course: (standing === 'valid' ? [first] : [first, { on: since, standing, to: validTo, why: null }]) as never }
}

const described = ask(permit, 'holder', 'holderName', 'place', 'validFrom', 'productClass', 'scope', 'issuer', 'issuerName')

export const keepingPermits = procedure(permit, {
  duties: some('organiser', 'officer', 'head', 'sampler', 'party', 'reader'),
  states: { kept: words('在册', 'Kept'), struck: words('已剔除', 'Struck out') },
  ends: ['struck'],
  opens: {
    title: words('登记证照', 'Enter a permit or certificate'),
    state: 'kept',
    by: ['organiser', 'officer'],
    basis: quality('18'),
    asks: [
      'kind', 'certificate', 'holder', 'holderName', 'place', 'productClass', 'scope', 'issuer', 'issuerName', 'validFrom', 'validTo', 'standing', 'since', 'source',
    ],
    check: (c) => inOrder(c.answers),
    gives: (c) => begins(c.answers),
  },
  steps: (step) => ({
    // What the issuer decided is only noted here: nothing in this register takes or gives a permit.
    change: step({
      title: words('登记状态变化、延续', 'Enter a change of its state, or that it was renewed'),
      from: 'kept',
      to: 'kept',
      by: ['organiser', 'officer'],
      basis: order,
      returning: true,
      asks: {
        standing: permit.fields.standing,
        since: day(words('自', 'From')),
        validTo: permit.fields.validTo,
        source: permit.fields.source,
        why: text(words('依据的文书', 'By which paper'), { length: 200 }),
      },
      check(c) {
        const last = (c.record.course ?? []).at(-1)
        if (last && c.answers.since < last.on) refuse('before-the-last', { on: last.on, field: 'since' })
        if (c.answers.validTo !== null) inOrder({ ...c.record, ...c.answers })
      },
      gives({ record, answers: { standing, since, validTo, why } }) {
        const to = validTo ?? record.validTo
        return { validTo: to, course: [...(record.course ?? []), { on: since, standing, to, why }] }
      },
    }),
    // What visits relied on stays with them: only the register itself is put right.
    'take-back': step({
      title: words('撤回有误的最后一次状态登记', 'Take back the last change, which was wrong'),
      from: 'kept',
      to: 'kept',
      by: ['organiser', 'officer'],
      basis: order,
      returning: true,
      asks: { reason: text(words('撤回的理由', 'Why'), { length: 500 }) },
      check(c) {
        if ((c.record.course ?? []).length < 2) refuse('nothing-to-take-back')
      },
      gives({ record }) {
        const course = (record.course ?? []).slice(0, -1)
        const { on, standing, to } = course.at(-1)!
        return { course, standing, since: course.length > 1 ? on : null, validTo: to }
      },
    }),
    correct: step({
      title: words('更正登记', 'Correct what is entered'),
      from: 'kept',
      to: 'kept',
      by: ['organiser', 'officer'],
      basis: order,
      returning: true,
      asks: { ...described, reason: text(words('更正理由', 'Why'), { length: 500 }) },
      check({ record: { course, validTo }, answers: { validFrom } }) {
        const next = course?.[1]?.on ?? validTo
        if (next != null && next < validFrom) refuse('permit-ends-first', { from: validFrom, to: next, field: 'validFrom' })
      },
      gives({ record: { course }, answers: { validFrom } }) {
        return { course: (course ?? []).map((line, at) => (at === 0 ? { ...line, on: validFrom } : line)) }
      },
    }),
    strike: step({
      title: words('查无此证，剔除', 'Strike out: there is no such permit'),
      from: 'kept',
      to: 'struck',
      by: 'head',
      basis: order,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
    // A number is entered once, so that what was struck by mistake comes back under it.
    reinstate: step({
      title: words('查证属实，恢复在册', 'It exists after all: keep it again'),
      from: 'struck',
      to: 'kept',
      by: 'head',
      basis: order,
      returning: true,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
  }),
})
