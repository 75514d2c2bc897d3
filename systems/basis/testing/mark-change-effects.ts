// What a change of a mark does once it is in force: to the laboratory, its scope and its signatories; nobody types it a second time.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause, type Linkage } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'

const basis = cite('aqsiq-order-163')
type Row = Readonly<Record<string, unknown>>

const kindsOf = ({ record }: Cause): readonly unknown[] => (record['kinds'] ?? []) as readonly unknown[]
const scopeOf = ({ record }: Cause, move?: string): readonly Row[] =>
  ((record['scope'] ?? []) as readonly Row[]).filter((line) => move === undefined || line['move'] === move)
const badgesOf = ({ record }: Cause, move: string): readonly unknown[] =>
  ((record['signatories'] ?? []) as readonly Row[]).filter((line) => line['move'] === move).map((line) => line['badge'])

const entering = (name: string, declared: Pick<Linkage, 'title' | 'if' | 'then'>): Linkage =>
  linkage(`testing.${name}`, { ...declared, when: { register: 'mark-change', step: 'enter' }, by: 'accreditor', basis })

const signatories = (move: string, step: string, title: Linkage['title']): Linkage =>
  entering(`change-${step}s`, {
    title,
    // A mark that ended meanwhile has no signatory added.
    if: (cause) => badgesOf(cause, move).length > 0 && (move === 'end' || cause.record['to'] !== null),
    then: {
      step,
      of: 'lab-person',
      where: (cause) => fits({ laboratory: cause.record['laboratory'], state: 'authorised', badge: badgesOf(cause, move) }),
      with: () => ({}),
    },
  })

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

export const changeEffects: readonly Linkage[] = [
  linkage('testing.change-at-once', {
    title: words('当日生效的变更即时登记', 'A change in force at once is entered at once'),
    when: { register: 'mark-change', step: 'approve' },
    if: ({ record, occurred }) => String(record['from']) <= dayIn(occurred),
    then: { step: 'enter', of: 'mark-change', on: ({ record }) => record.id, with: () => ({}) },
    by: 'accreditor',
    basis,
  }),
  entering('change-renames', {
    title: words('变更后的名称、场所和法定代表人登记到机构', 'Name, premises and legal representative are entered in the laboratory'),
    if: (cause) => kindsOf(cause).some((kind) => kind === 'name' || kind === 'premises' || kind === 'legal'),
    then: {
      step: 'change',
      of: 'laboratory',
      where: ({ record }) => fits({ code: record['laboratory'], state: ['valid', 'suspended'] }),
      with: ({ record }) => ({
        newName: record['newName'], newPlace: record['newPlace'], newAddress: record['newAddress'], newLegal: record['legal'], decided: record.number,
      }),
    },
  }),
  entering('change-ends-scope', {
    title: words('取消的项目和旧方法终止', 'What is given up ends, and so does the method before'),
    if: (cause) => scopeOf(cause).length > 0,
    then: {
      step: 'end',
      of: 'lab-scope',
      where: (cause) => ({
        all: [
          fits({ laboratory: cause.record['laboratory'], state: 'approved' }),
          { any: scopeOf(cause).map(({ productClass, parameter, method }) => fits({ productClass, parameter, method })) },
        ],
      }),
      with: () => ({}),
    },
  }),
  entering('change-enters-method', {
    title: words('新方法登记到能力范围', 'The new method is entered in the scope'),
    // A mark that was withdrawn meanwhile takes no new method.
    if: (cause) => scopeOf(cause, 'method').length > 0 && cause.record['to'] !== null,
    then: {
      open: 'lab-scope',
      with: (cause) =>
        scopeOf(cause, 'method').map(({ productClass, parameter, newMethod, unit }) => ({
          productClass, parameter, unit, method: newMethod, laboratory: cause.record['laboratory'], from: cause.record['from'], to: cause.record['to'],
        })),
    },
  }),
  signatories('add', 'empower', words('新增的授权签字人登记', 'Whoever is added may sign')),
  signatories('end', 'disempower', words('取消的授权签字人不再签字', 'Whoever is ended signs no more')),
]
