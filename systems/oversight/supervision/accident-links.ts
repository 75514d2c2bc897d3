// What follows from an accident: its equipment stops, a risk signal is raised or taken back, a suspected breach becomes a lead.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'
import type { ProductClass } from '../../basis/parties/index.ts'
import type { equipmentKinds } from './equipment.ts'
import { accidentMark } from './accident-breaches.ts'
import { equipmentLaw } from './rules.ts'

type Row = Readonly<Record<string, unknown>>
type Kind = keyof typeof equipmentKinds
const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

/** The class of products that a kind of equipment is made as; a pressure pipe is built on its site and has none. */
const classes: Readonly<Record<Kind, ProductClass | null>> = {
  boiler: 'boilers', vessel: 'pressureVessels', lift: 'lifts', crane: 'cranes', vehicle: 'worksVehicles', ride: 'rides', pipe: null, ropeway: 'ropeways',
}
const classOf = ({ record }: Cause): ProductClass | null => classes[record['kind'] as Kind]
const hazardOf = (record: Row): string => (Number(record['moved'] ?? 0) > 0 ? 'chemical' : record['exploded'] === true ? 'heat' : 'mechanical')

/** What is registered stops by the report itself; what is being installed is not in use. */
export const accidentToEquipment = linkage('supervision.accident-to-equipment', {
  title: words('发生事故的设备停用', 'Equipment that had an accident stops'),
  when: { register: 'equipment-accident', step: 'open' },
  if: ({ record }) => record['equipment'] !== null,
  then: {
    step: 'suffer-accident',
    of: 'equipment',
    where: ({ record }) => fits({ id: record['equipment'], state: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'altering'] }),
    with: ({ record }) => ({ accident: record.number ?? record.id }),
  },
  by: 'officer',
  basis: equipmentLaw('42'),
})

/** A verified accident is a signal of the class of its equipment; the unit and the people stay in the accident. */
export const accidentToSignal = linkage('supervision.accident-to-signal', {
  title: words('经核实的事故成为风险信号', 'A verified accident is a signal'),
  when: { register: 'equipment-accident', step: 'verify' },
  if: (cause) => classOf(cause) !== null,
  then: {
    open: 'signal',
    with: (cause) => ({
      day: cause.record['happenedOn'],
      source: 'accident',
      product: '特种设备事故',
      productClass: classOf(cause),
      hazard: hazardOf(cause.record),
      place: cause.record['place'],
      hurt: Number(cause.record['dead'] ?? 0) + Number(cause.record['seriouslyHurt'] ?? 0) + Number(cause.record['hurt'] ?? 0),
      origin: 'equipment-accident',
      originRecord: cause.record.id,
    }),
  },
  by: 'collector',
  basis: equipmentLaw('70'),
})

export const dismissedAccident = linkage('supervision.dismissed-accident', {
  title: words('不构成事故的，信号归档', 'Where it was none, its signal is put aside'),
  when: { register: 'equipment-accident', step: 'dismiss' },
  then: {
    step: 'archive',
    of: 'signal',
    where: ({ record }) => fits({ origin: 'equipment-accident', originRecord: record.id, state: ['toScreen', 'clue'] }),
    with: () => ({ ground: 'withdrawn' }),
  },
  by: 'analyst',
  basis: equipmentLaw('70'),
})

export const accidentToCase = linkage('supervision.accident-to-case', {
  title: words('事故中涉嫌违法的移送立案', 'A breach behind an accident becomes a lead'),
  when: { register: 'equipment-accident', step: 'suspect-breach' },
  then: {
    open: 'case',
    with: ({ record, answers, occurred }) => ({
      received: dayIn(occurred),
      source: 'check',
      origin: 'equipment-accident',
      originRecord: record.id,
      party: record['unit'],
      partyName: record['unitName'],
      place: record['place'],
      kind: 'equipment',
      facts: answers['facts'],
      // Acts of before named no breach, and their cases have no mark.
      passedAs: answers['breach'] == null ? null : accidentMark({ record, answers } as never),
    }),
  },
  by: 'clerk',
  basis: cite('penalty-procedure', '18'),
})

/** A directive for a severe danger stops the equipment; used again only after an inspection or by an officer's act. */
export const directiveToEquipment = linkage('supervision.directive-to-equipment', {
  title: words('严重事故隐患的设备停用', 'Equipment of severe danger stops'),
  when: { register: 'inspection', step: 'record' },
  if: ({ record }) => record['severe'] === true && record['equipment'] != null,
  then: {
    step: 'halt',
    of: 'equipment',
    where: ({ record }) => fits({ id: record['equipment'], state: ['inUse', 'overdue'] }),
    with: ({ record }) => ({ danger: String(record['finding'] ?? '—').slice(0, 500) }),
  },
  by: 'officer',
  basis: equipmentLaw('63'),
})

export const accidentLinks = [directiveToEquipment, accidentToEquipment, accidentToSignal, dismissedAccident, accidentToCase]
