// Change of a mark (資質認定變更): name, premises, legal representative, signatories or scope, by application; the register changes from a day.
import { cite } from '../../../kernel/citation.ts'
import { addDays } from '../../../kernel/day.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, choices, day, party, rows, text, yes } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { labDuties } from './laboratory.ts'
import { testingRefusals } from './refusals.ts'
import { endedSince, mustBeToday } from './terms.ts'

const { refuse } = testingRefusals
const order163 = cite('aqsiq-order-163')

/** What is changed by application and not by the laboratory alone. */
export const changeKinds = {
  name: words('机构名称', 'Name'),
  premises: words('地址、场所', 'Address and premises'),
  legal: words('法定代表人', 'Legal representative'),
  signatories: words('授权签字人', 'Signatories'),
  scope: words('取消项目或者变更检测方法', 'Parameters given up, or methods'),
} as const

export const signatoryMoves = { add: words('增加', 'Add'), end: words('取消', 'End') } as const
export const scopeMoves = { end: words('取消项目', 'Give up'), method: words('方法变更', 'Change the method') } as const

const signatoryLine = {
  badge: text(words('人员编号', 'Number of the person'), { length: 30, hint: words('已经登记的检测人员', 'Of somebody who is entered among the people of the laboratory') }),
  move: choice(words('变更', 'Change'), signatoryMoves),
}
const scopeLine = {
  move: choice(words('变更', 'Change'), scopeMoves),
  productClass: choice(words('产品类别', 'Product class'), productClasses),
  parameter: text(words('项目/参数', 'Parameter'), { length: 80 }),
  method: text(words('现检测依据', 'Method now'), { length: 80 }),
  newMethod: text(words('新检测依据', 'New method'), { optional: true, length: 80 }),
  unit: text(words('单位', 'Unit'), { optional: true, length: 20 }),
}

export const markChange = register('mark-change', {
  title: words('资质认定变更', 'Changes of a mark'),
  number: 'BG-ZR{year}{seq}',
  headline: 'name',
  placedBy: 'place',
  concerns: 'laboratory',
  listed: ['received', 'name', 'kinds', 'from'],
  fields: {
    received: day(words('收到申请日期', 'Received on'), { fixed: true }),
    laboratory: party(words('机构代码', 'Credit code of the laboratory')),
    name: text(words('变更前的名称', 'Name before'), { optional: true, searched: true, length: 120 }),
    place: area(words('变更前的所在地', 'Place before'), { optional: true }),
    kinds: choices(words('变更事项', 'What changes'), changeKinds),
    newName: text(words('变更后的名称', 'New name'), { optional: true, length: 120 }),
    newPlace: area(words('变更后的所在地', 'New place'), { optional: true }),
    newAddress: text(words('变更后的地址', 'New address'), { optional: true, length: 200 }),
    legal: text(words('变更后的法定代表人', 'New legal representative'), { optional: true, personal: true, shownTo: ['laboratory', 'accreditor'], length: 60 }),
    signatories: rows(words('授权签字人变更', 'Signatories'), signatoryLine, { optional: true, most: 40 }),
    scope: rows(words('项目和方法变更', 'Parameters and methods'), scopeLine, { optional: true, most: 400 }),
    technical: yes(words('影响资质条件，须技术评审', 'It touches the conditions of the mark: to be reviewed'), { optional: true }),
    missing: text(words('需要补正的材料', 'Material to be supplied'), { optional: true, length: 500 }),
    missingFrom: day(words('补正期限起算日', 'To be supplied from'), { optional: true }),
    team: text(words('评审组', 'Review team'), { optional: true, length: 200 }),
    opinion: text(words('评审意见', 'Opinion of the review'), { optional: true, length: 1000 }),
    from: day(words('变更生效日期', 'In force from'), { optional: true, mayLieAhead: true }),
    unchangedTo: day(words('此前登记不变至', 'The register stays as it is to'), { optional: true, mayLieAhead: true }),
    to: day(words('资质有效期至', 'The mark holds to'), { optional: true, mayLieAhead: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

interface Asked {
  readonly laboratory: string
  readonly kinds: readonly (keyof typeof changeKinds)[]
  readonly newName: string | null
  readonly newPlace: string | null
  readonly newAddress: string | null
  readonly legal: string | null
  readonly signatories: readonly { readonly badge: string; readonly move: string }[] | null
  readonly scope: readonly Readonly<Record<'move' | 'productClass' | 'parameter' | 'method', string> & { newMethod: string | null; unit: string | null }>[] | null
}

const given: Readonly<Record<keyof typeof changeKinds, (a: Asked) => boolean>> = {
  name: (a) => a.newName !== null,
  premises: (a) => a.newPlace !== null || a.newAddress !== null,
  legal: (a) => a.legal !== null,
  signatories: (a) => (a.signatories ?? []).length > 0,
  scope: (a) => (a.scope ?? []).length > 0,
}

/** What is ticked is filled in, and what is filled in is ticked. */
function saysWhat(asked: Asked): void {
  const odd = Object.entries(given).find(([kind, is]) => is(asked) !== asked.kinds.includes(kind as 'name'))
  if (odd) refuse('change-not-filled-in', { kind: changeKinds[odd[0] as 'name'], field: 'kinds' })
  const same = (line: NonNullable<Asked['scope']>[number]): boolean => line.newMethod === null || line.newMethod === line.method
  const bare = asked.scope?.find((line) => line.move === 'method' && (same(line) || line.unit === null))
  if (bare) refuse('change-not-filled-in', { kind: scopeMoves.method, field: 'scope' })
}

/** The laboratory, the persons and the lines of its scope are those on record. */
async function isOnRecord(asked: Asked, at: Reading) {
  const { laboratory } = asked
  const found = await at.first('laboratory', { code: laboratory })
  if (!found || (found.state !== 'valid' && found.state !== 'suspended')) refuse('unknown-laboratory', { laboratory, field: 'laboratory' })
  const people = await at.list('lab-person', { laboratory, state: 'authorised' })
  const stranger = asked.signatories?.find(({ badge }) => !people.some((person) => person['badge'] === badge))
  if (stranger) refuse('not-on-record', { what: stranger.badge, field: 'signatories' })
  const lines = await at.list('lab-scope', { laboratory, state: 'approved' })
  const same = ({ productClass, parameter: of, method }: NonNullable<Asked['scope']>[number]): boolean =>
    lines.some((line) => line['productClass'] === productClass && line['parameter'] === of && line['method'] === method)
  const odd = asked.scope?.find((line) => !same(line))
  if (odd) refuse('not-on-record', { what: `${odd.parameter} ${odd.method}`, field: 'scope' })
  return { name: found!['name'] as string, place: found!['place'] as string }
}

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const changing = procedure(markChange, {
  duties: labDuties,
  states: {
    applied: words('待受理', 'Applied for'),
    completing: words('待补正', 'Waiting for material'),
    reviewing: words('技术评审中', 'Under review'),
    deciding: words('待决定', 'To be decided'),
    approved: words('准予变更，待生效', 'Approved, not yet in force'),
    entered: words('已生效', 'In force'),
    declined: words('不予变更', 'Declined'),
    notAccepted: words('不予受理', 'Not accepted'),
    withdrawn: words('已撤回', 'Taken back'),
  },
  ends: ['entered', 'declined', 'notAccepted', 'withdrawn'],
  opens: {
    title: words('申请变更', 'Apply for a change'),
    state: 'applied',
    by: ['accreditor', 'laboratory'],
    basis: order163,
    asks: ['received', 'laboratory', 'kinds', 'newName', 'newPlace', 'newAddress', 'legal', 'signatories', 'scope'],
    check(c) {
      mustBeToday(c)
      saysWhat(c.answers as never)
    },
    confirm: (c, at) => isOnRecord(c.answers as never, at) as never,
  },
  steps: (step) => ({
    'ask-more': step({
      title: words('要求补正', 'Ask for material'),
      from: 'applied',
      to: 'completing',
      by: 'accreditor',
      basis: order163,
      asks: { missing: text(words('需要补正的材料', 'Material to be supplied'), { length: 500 }) },
      gives: (c) => ({ missingFrom: c.today }),
    }),
    'note-missing': step({
      title: words('补记补正期限的起算', 'Begin the term to supply of a change of before'),
      from: 'completing',
      to: 'completing',
      by: 'accreditor',
      basis: order163,
      returning: true,
      standing: true,
      // Nobody was told a term before: it runs from the day on which it is entered.
      check({ record }) {
        if (record.missingFrom !== null) refuse('supply-runs', { from: record.missingFrom })
      },
      gives: (c) => ({ missingFrom: c.today }),
    }),
    complete: step({
      title: words('补正', 'Supply'),
      from: 'completing',
      to: 'applied',
      by: ['laboratory', 'accreditor'],
      basis: order163,
      returning: true,
      gives: (c) => ({ received: c.today, missingFrom: null }),
    }),
    accept: step({
      title: words('受理', 'Accept'),
      from: 'applied',
      to: (c) => (c.answers.technical ? 'reviewing' : 'deciding'),
      by: 'accreditor',
      basis: order163,
      asks: { technical: yes(words('影响资质条件，须技术评审', 'It touches the conditions of the mark: to be reviewed')) },
    }),
    'not-accept': step({ title: words('不予受理', 'Do not accept'), from: ['applied', 'completing'], to: 'notAccepted', by: 'accreditor', basis: order163, asks: why }),
    review: step({
      title: words('完成技术评审', 'Conclude the review'),
      from: 'reviewing',
      to: 'deciding',
      by: 'accreditor',
      basis: order163,
      asks: { team: text(words('评审组', 'Review team'), { length: 200 }), opinion: text(words('评审意见', 'Opinion of the review'), { length: 1000 }) },
    }),
    approve: step({
      title: words('准予变更', 'Approve'),
      from: 'deciding',
      to: 'approved',
      by: 'accreditor',
      notBy: ['accept', 'review'],
      basis: order163,
      asks: { from: day(words('变更生效日期', 'In force from'), { mayLieAhead: true }) },
      check({ answers, today }) {
        if (answers.from < today) refuse('change-dated-back', { from: answers.from, today, field: 'from' })
      },
      // After its end there is no mark that could change, and no scope in which a new method could stand.
      async confirm({ record, answers }, at) {
        const found = await at.first('laboratory', { code: record.laboratory })
        const to = endedSince(found?.['earlierTerms'] as never, record.received, answers.from) ?? String(found?.['certifiedTo'])
        if (to < answers.from) refuse('change-after-end', { from: answers.from, to, field: 'from' })
      },
      gives: (c) => ({ unchangedTo: addDays(c.answers.from, -1) }),
    }),
    enter: step({
      title: words('变更生效', 'Enter the change'),
      from: 'approved',
      to: 'entered',
      by: 'accreditor',
      basis: order163,
      check({ record, today }) {
        if (today < record.from!) refuse('change-not-yet', { from: record.from! })
      },
      async confirm({ record }, at) {
        const found = await at.first('laboratory', { code: record.laboratory, state: ['valid', 'suspended'] })
        const over = endedSince(found?.['earlierTerms'] as never, record.received, record.from!)
        return { to: over === undefined ? ((found?.['certifiedTo'] ?? null) as string | null) : null }
      },
    }),
    decline: step({ title: words('不予变更', 'Decline'), from: 'deciding', to: 'declined', by: 'accreditor', notBy: ['accept', 'review'], basis: order163, asks: why }),
    'take-back': step({
      title: words('撤回申请', 'Take the application back'),
      from: ['applied', 'completing', 'reviewing', 'deciding'],
      to: 'withdrawn',
      by: 'laboratory',
      basis: order163,
      asks: ask(markChange, 'reason'),
    }),
  }),
  deadlines: [
    {
      name: 'acceptance',
      title: words('受理期限', 'Decide on acceptance'),
      starts: { field: 'received' },
      metBy: ['accept', 'ask-more', 'not-accept', 'take-back'],
      within: parameter('laboratory.accept'),
      lapse: 'alarm',
      again: true,
    },
    {
      name: 'supply',
      title: words('申请人补正期限', 'Supply what is missing'),
      starts: { field: 'missingFrom' },
      metBy: ['complete', 'not-accept', 'take-back'],
      within: parameter('laboratory.supply'),
      lapse: { propose: 'not-accept' },
      again: true,
    },
    { name: 'review', title: words('技术评审期限', 'Conclude the review'), starts: 'reviewing', metBy: ['review', 'take-back'], within: parameter('laboratory.review'), lapse: 'alarm' },
    { name: 'decision', title: words('决定期限', 'Decide'), starts: 'deciding', metBy: ['approve', 'decline', 'take-back'], within: parameter('laboratory.decide'), lapse: 'alarm' },
    // The decision named the day: the last on which the register stays is over after 24 hours, rest day or not, and it changes by itself.
    {
      name: 'effect',
      title: words('变更生效', 'The change takes effect'),
      starts: { field: 'unchangedTo' },
      metBy: ['enter'],
      within: parameter('laboratory.change-effect'),
      lapse: { take: 'enter', basis: order163 },
    },
  ],
})
