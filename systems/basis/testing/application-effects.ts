// What an application does once it is made, decided or comes to nothing: to the laboratory, its reminder and its scope, by itself.
import { cite } from '../../../kernel/citation.ts'
import { addDays } from '../../../kernel/day.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'
import { endedByBar } from './barred.ts'
import { termOf, underWay } from './terms.ts'

const order163 = cite('aqsiq-order-163')
const of = (...kinds: readonly string[]) => ({ record }: Cause): boolean => kinds.includes(record['kind'] as string)

/** Asked again when it is entered: nothing comes of a grant that was revoked before. */
const standing = (...kinds: readonly string[]) => (cause: Cause): boolean => of(...kinds)(cause) && cause.record.state === 'granted'

/** What is granted stands in the register of laboratories and in their scope by itself; nobody types it a second time. */
export const grantsMark = linkage('testing.grant-enters-laboratory', {
  title: words('准予后登记机构', 'A first grant enters the laboratory'),
  when: { register: 'mark-application', step: 'grant' },
  if: standing('first'),
  then: {
    open: 'laboratory',
    with: ({ record }) => ({
      code: record['laboratory'], name: record['name'], place: record['place'], cma: record['cma'], fields: record['fields'], certifiedFrom: record['from'],
      certifiedTo: record['to'], invented: record['invented'],
    }),
  },
  by: 'accreditor',
  basis: order163,
})

export const grantsScope = linkage('testing.grant-enters-scope', {
  title: words('准予后登记能力范围', 'A grant enters the scope'),
  when: { register: 'mark-application', step: 'grant' },
  if: standing('first', 'widening', 'anew'),
  then: {
    open: 'lab-scope',
    with: ({ record }) =>
      ((record['lines'] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((line) => ({
        ...line, laboratory: record['laboratory'], from: record['from'], to: record['to'],
      })),
  },
  by: 'accreditor',
  basis: order163,
})

/** Whoever has asked in time is reminded no more, also where a refusal of it was set aside; taken back at once, nothing was asked for. */
export const asksRenewal = (['open', 'set-aside'] as const).map((step) =>
  linkage(step === 'open' ? 'testing.renewal-asked-for' : 'testing.renewal-set-aside', {
    title: words('申请延续后结束提醒', 'An application for renewal ends the reminder'),
    when: { register: 'mark-application', step },
    if: (cause) => of('renewal')(cause) && underWay.some((state) => state === cause.record.state),
    then: {
      step: 'ask-renewal',
      of: 'laboratory',
      where: ({ record }) => fits({ code: record['laboratory'], state: ['valid', 'suspended'] }),
      with: () => ({}),
    },
    by: step === 'open' ? 'laboratory' : 'accreditor',
    basis: order163,
  }),
)

const comesToNothing = (step: string, name: string, title: ReturnType<typeof words>) =>
  linkage(`testing.renewal-${name}`, {
    title,
    when: { register: 'mark-application', step },
    if: of('renewal'),
    then: {
      step: 'remind',
      of: 'laboratory',
      where: ({ record }) => fits({ code: record['laboratory'], state: ['valid', 'suspended'] }),
      with: () => ({}),
    },
    by: 'accreditor',
    basis: order163,
  })

/** A renewal that is not granted leaves the mark to end: the laboratory is reminded again. */
export const remindsAgain = [
  comesToNothing('take-back', 'taken-back', words('延续申请撤回后恢复提醒', 'A renewal that is taken back is reminded of again')),
  comesToNothing('not-accept', 'not-accepted', words('延续申请不予受理后恢复提醒', 'A renewal that is not accepted is reminded of again')),
  comesToNothing('decline', 'declined', words('不予延续后恢复提醒', 'A renewal that is declined is reminded of again')),
  comesToNothing('revoke-grant', 'revoked', words('延续的准予撤销后恢复提醒', 'A renewal whose grant is revoked is reminded of again')),
]

export const grantsAnew = linkage('testing.grant-anew', {
  title: words('重新发证登记到机构', 'A mark that is granted anew is entered'),
  when: { register: 'mark-application', step: 'grant' },
  if: standing('anew'),
  then: {
    step: 'grant-anew',
    of: 'laboratory',
    where: ({ record }) => fits({ code: record['laboratory'] }),
    with: ({ record }) => ({ number: record['cma'], startsOn: record['from'], certifiedTo: record['to'] }),
  },
  by: 'accreditor',
  basis: order163,
})

/** Whoever is barred from applying has nothing under way either. */
export const declinesBarred = (['withdraw', 'enter-ground'] as const).map((step) =>
  linkage(`testing.${step}-declines-applications`, {
    title: words('资质系不正当取得的，在办申请一并终结', 'A mark obtained by improper means takes what is under way along'),
    when: { register: 'laboratory', step },
    if: ({ record, occurred }) => record['barredTo'] !== null && dayIn(occurred) <= String(record['barredTo']),
    then: {
      step: 'end-barred',
      of: 'mark-application',
      where: ({ record }) => fits({ laboratory: record['code'], state: underWay }),
      with: () => ({}),
    },
    by: 'accreditor',
    basis: cite('administrative-licensing-law', '79'),
  }),
)

interface SetAside {
  readonly endedOn: string
  readonly barredTo?: string | null
  readonly setAsideBy: string
}

const setAsideOf = (record: Cause['record']): SetAside => (record['setAside'] as readonly SetAside[]).at(-1)!

/** What was set aside never held: the lines that ended with the mark stand again, and its end is to be dealt with as before. */
export const restored = [
  linkage('testing.set-aside-restores-scope', {
    title: words('撤销决定被撤销后能力范围恢复', 'A withdrawal that is set aside restores the scope'),
    when: { register: 'laboratory', step: 'set-aside' },
    then: {
      step: 'restore',
      of: 'lab-scope',
      where({ record }) {
        const { endedOn } = setAsideOf(record)
        // The last day on which they held: that before the decision, or, cancelled after its term, the end of the mark.
        const ended = fits({ laboratory: record['code'], state: 'ended', to: termOf({ ...record, endedOn } as never).to })
        return { all: [ended, { any: [fits({ withMark: true }), fits({ withMark: null })] }] }
      },
      with: ({ record }) => ({ until: record['certifiedTo'] }),
    },
    by: 'accreditor',
    basis: cite('administrative-licensing-law', '69'),
  }),
  linkage('testing.set-aside-reminds', {
    title: words('撤销决定被撤销后恢复提醒', 'A mark that is restored is reminded of its end'),
    when: { register: 'laboratory', step: 'set-aside' },
    then: { step: 'remind', of: 'laboratory', on: ({ record }) => record.id, with: () => ({}) },
    by: 'accreditor',
    basis: order163,
  }),
  linkage('testing.set-aside-reopens', {
    title: words('不得再次申请的期间随撤销决定消灭，因此终结的申请继续办理', 'Applications that the bar ended go on once it falls with the withdrawal'),
    when: { register: 'laboratory', step: 'set-aside' },
    if: ({ record }) => setAsideOf(record).barredTo != null,
    then: {
      step: 'set-aside',
      of: 'mark-application',
      where: ({ record }) => fits({ laboratory: record['code'], state: ['declined', 'notAccepted'], reason: endedByBar(setAsideOf(record).barredTo!) }),
      with: ({ record }) => ({ setAsideBy: setAsideOf(record).setAsideBy }),
    },
    by: 'accreditor',
    basis: cite('administrative-licensing-law', '69'),
  }),
]

const lastBefore = (from: string, occurred: string): string => {
  const [before, today] = [addDays(from, -1), dayIn(occurred)]
  return before < today ? before : today
}

/** Its lines were entered although the mark was not: they held on no day. */
export const revokesScope = linkage('testing.revoke-grant-ends-scope', {
  title: words('准予撤销，已登记的能力范围终止', 'Lines of a grant that is revoked end'),
  when: { register: 'mark-application', step: 'revoke-grant' },
  if: of('first', 'anew'),
  then: {
    step: 'end',
    of: 'lab-scope',
    where: ({ record }) => fits({ laboratory: record['laboratory'], state: 'approved', from: record['from'], to: record['to'] }),
    with: ({ record, occurred }) => ({ last: lastBefore(String(record['from']), occurred) }),
  },
  by: 'accreditor',
  basis: cite('administrative-licensing-law', '69'),
})

/** Lines that a renewal prolonged although the mark was not yet renewed end again as they would have without it. */
export const shortensScope = linkage('testing.revoke-grant-shortens-scope', {
  title: words('延续的准予撤销，能力范围恢复原有效期', 'A renewal whose grant is revoked prolongs no line'),
  when: { register: 'mark-application', step: 'revoke-grant' },
  if: of('renewal'),
  then: {
    step: 'shorten',
    of: 'lab-scope',
    where: ({ record }) => fits({ laboratory: record['laboratory'], state: 'approved', to: record['to'] }),
    with: ({ record }) => ({ until: record['heldTo'] ?? addDays(String(record['from']), -1) }),
  },
  by: 'accreditor',
  basis: cite('administrative-licensing-law', '69'),
})

/** Lines of scope end with the mark that covered them: a mark granted anew covers what was granted anew. */
export const endsScope = (['withdraw', 'cancel', 'grant-anew'] as const).map((step) =>
  linkage(`testing.${step}-ends-scope`, {
    title: words('能力范围随资质终止', 'The scope ends with the mark'),
    when: { register: 'laboratory', step },
    then: {
      step: 'end',
      of: 'lab-scope',
      where: ({ record }) => ({
        all: [
          fits({ laboratory: record['code'], state: 'approved' }),
          ...(step === 'grant-anew' ? [{ field: 'from', to: addDays(String(record['certifiedFrom']), -1) }] : []),
        ],
      }),
      with: ({ record }) => ({ last: (step === 'grant-anew' ? (record['earlierTerms'] as readonly { to: string }[]).at(-1)! : termOf(record as never)).to }),
    },
    by: 'accreditor',
    basis: order163,
  }),
)

export const grantsRenewal = linkage('testing.grant-renews', {
  title: words('换证后延续有效期', 'A renewal that is granted prolongs the mark'),
  when: { register: 'mark-application', step: 'grant' },
  if: standing('renewal'),
  then: {
    step: 'renew',
    of: 'laboratory',
    where: ({ record }) => fits({ code: record['laboratory'], state: ['valid', 'suspended'] }),
    with: ({ record }) => ({ certifiedTo: record['to'], number: record['cma'], startsOn: record['from'], withScope: false }),
  },
  by: 'accreditor',
  basis: order163,
})

/** Renewed by hand, without a review that confirmed some lines and not others, the mark takes along what still holds. */
export const renewsScope = linkage('testing.renew-prolongs-scope', {
  title: words('直接登记的延续，能力范围随之延续', 'A renewal entered by hand prolongs the scope'),
  when: { register: 'laboratory', step: 'renew' },
  if: ({ answers }) => answers['withScope'] !== false,
  then: {
    step: 'prolong',
    of: 'lab-scope',
    where: ({ record, occurred }) => ({
      all: [
        fits({ laboratory: record['code'], state: 'approved' }),
        { field: 'to', from: addDays(dayIn(occurred), -1), to: addDays(String(record['certifiedTo']), -1) },
      ],
    }),
    with: ({ record }) => ({ until: record['certifiedTo'] }),
  },
  by: 'accreditor',
  basis: order163,
})

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Without its scope a renewed mark would allow nothing: the lines that still hold run on, or those that the review confirmed. */
export const prolongsScope = linkage('testing.grant-prolongs-scope', {
  title: words('换证后能力范围随之延续', 'A renewal prolongs the scope'),
  when: { register: 'mark-application', step: 'grant' },
  if: standing('renewal'),
  then: {
    step: 'prolong',
    of: 'lab-scope',
    where({ record, occurred }) {
      const lines = (record['lines'] ?? []) as readonly Readonly<Record<string, unknown>>[]
      const confirmed = lines.map(({ productClass, parameter, method }) => fits({ productClass, parameter, method }))
      // Decided late, it takes along what held to the end of the term before; what holds longer already is left as it is.
      const [today, heldTo] = [dayIn(occurred), String(record['heldTo'] ?? '9999-12-31')]
      const held = { field: 'to', from: heldTo < today ? heldTo : today, to: addDays(String(record['to']), -1) }
      const holding = [fits({ laboratory: record['laboratory'], state: 'approved' }), held]
      return { all: [...holding, ...(confirmed.length > 0 ? [{ any: confirmed }] : [])] }
    },
    with: ({ record }) => ({ until: record['to'] }),
  },
  by: 'accreditor',
  basis: order163,
})
