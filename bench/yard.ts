// A made-up system for the benches: a permit that opens with a clock, and an inspection that each permit brings about.
import { cite } from '../kernel/citation.ts'
import { parameter } from '../kernel/deadline.ts'
import { area, choice, day, integer, text } from '../kernel/kinds.ts'
import { linkage } from '../kernel/linkage.ts'
import type { ParameterData } from '../kernel/parameter.ts'
import type { Person } from '../kernel/permission.ts'
import { procedure } from '../kernel/procedure.ts'
import { register } from '../kernel/register.ts'
import { system } from '../kernel/system.ts'
import { words } from '../kernel/words.ts'

const rules = cite('bench-rules', '1')

export const permit = register('bench-permit', {
  title: words('许可（测速）', 'Permit (bench)'),
  headline: 'holder',
  placedBy: 'place',
  fields: {
    holder: text(words('持证人', 'Holder'), { length: 80 }),
    place: area(words('所在地', 'Place')),
    granted: day(words('许可日', 'Granted on')),
    kind: choice(words('类别', 'Kind'), { food: words('食品', 'Food'), cable: words('电缆', 'Cable') }),
    units: integer(words('单元数', 'Units'), { optional: true, minimum: '0' }),
  },
})

export const permitting = procedure(permit, {
  duties: { clerk: words('受理人', 'Clerk') },
  states: { granted: words('已许可', 'Granted'), inspected: words('已检查', 'Inspected') },
  ends: ['inspected'],
  opens: { state: 'granted', by: 'clerk', basis: rules },
  steps: (step) => ({ inspect: step({ title: words('检查', 'Inspect'), from: 'granted', to: 'inspected', by: 'clerk', basis: rules }) }),
  deadlines: [
    {
      name: 'inspection',
      title: words('检查期限', 'Inspect'),
      starts: 'granted',
      metBy: ['inspect'],
      within: parameter('bench.inspection'),
      lapse: 'alarm',
    },
  ],
})

export const task = register('bench-task', {
  title: words('检查任务（测速）', 'Inspection task (bench)'),
  headline: 'permit',
  fields: { permit: text(words('许可', 'Permit')) },
})

export const tasking = procedure(task, {
  duties: { clerk: words('受理人', 'Clerk') },
  states: { planned: words('待检查', 'Planned'), done: words('已完成', 'Done') },
  ends: ['done'],
  opens: { state: 'planned', by: 'clerk', basis: rules },
  steps: (step) => ({ finish: step({ title: words('完成', 'Finish'), from: 'planned', to: 'done', by: 'clerk', basis: rules }) }),
})

export const yard = system('bench', {
  group: 'steering',
  title: words('测速', 'Bench'),
  chapter: '0',
  registers: [permit, task],
  procedures: [permitting, tasking],
  linkages: [
    linkage('bench.permit-to-task', {
      title: words('许可后安排检查', 'A permit plans an inspection'),
      when: { register: 'bench-permit', step: 'open' },
      then: { open: 'bench-task', with: ({ record }) => ({ permit: record.id }) },
      by: 'clerk',
      basis: rules,
    }),
  ],
})

export const yardParameters: readonly ParameterData[] = [
  {
    name: 'bench.inspection',
    title: words('检查期限', 'Inspection'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: { length: 20, unit: 'workday' }, basis: rules, mark: 'D' }],
  },
]

/** Holds the duty everywhere. */
export const clerk: Person = {
  id: 'bench-clerk',
  name: 'bench-clerk',
  office: null,
  holdings: [{ duty: 'bench.clerk', reach: 'all', from: '2010-01-01' }],
}
