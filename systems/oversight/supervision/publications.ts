// What the public sees of supervision: commitments before, draws opened after the last visit, results of samples by lot.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { accident } from './accident.ts'
import { draw } from './drawing.ts'
import { equipment } from './equipment.ts'
import { inspection } from './inspection.ts'
import { checkPlan } from './plan.ts'
import { rectification } from './rectification.ts'
import { accidentRule, equipmentLaw, order } from './rules.ts'
import { sample } from './sample.ts'

const told = ['title', 'planNumber', 'purpose', 'kind', 'frameKind', 'productClass', 'place', 'units', 'take', 'seeds', 'waitHours', 'commitment', 'digest', 'committed'] as const

export const samplingPublications = [
  publication('check-plans', {
    title: words('抽查检查计划', 'Plans of checks'),
    of: checkPlan,
    states: ['approved', 'closed'],
    fields: ['title', 'kind', 'frame', 'productClass', 'place', 'ruleNumber', 'wanted', 'from', 'to'],
    basis: order,
  }),
  publication('draw-commitments', {
    title: words('抽取承诺', 'Commitments of draws'),
    of: draw,
    states: ['committed', 'drawn', 'opened', 'abandoned'],
    where: { not: { field: 'committed', is: null } },
    fields: [...told, 'reason'],
    basis: order,
    sealed: true,
  }),
  publication('draws', {
    title: words('已公开的抽取', 'Draws opened'),
    of: draw,
    states: ['opened'],
    fields: [...told, 'frame', 'inspectors', 'secret', 'seedSource', 'seed', 'appeared', 'result', 'called', 'published'],
    basis: order,
    sealed: true,
  }),
  publication('samples', {
    title: words('监督抽查结果', 'Results of spot checks'),
    of: sample,
    states: ['conforming', 'nonconforming'],
    where: { not: { field: 'published', is: null } },
    fields: [
      'unitName', 'checked', 'producerName', 'producer', 'disownedName', 'product', 'brand', 'model', 'batch', 'productClass', 'place', 'stage', 'platform', 'sampledOn',
      'standardNo', 'laboratory', 'reportNumber', 'failures', 'reLaboratory', 'reReport', 'final', 'kind', 'confirmed', 'published',
    ],
    term: parameter('supervision.publication-term'),
    basis: cite('product-quality-law', '24'),
    sealed: true,
  }),
]

export const followPublications = [
  publication('rectification-announcements', {
    title: words('逾期不改正公告', 'Announcements of failure to correct'),
    of: rectification,
    states: ['reported', 'rechecking', 'failed', 'announced', 'stopped', 'revoked', 'closed'],
    where: { not: { field: 'announced', is: null } },
    fields: ['party', 'partyName', 'product', 'model', 'brand', 'batch', 'productClass', 'sampleNumber', 'failures', 'rung', 'announced', 'announcement', 'recheckPassed'],
    term: parameter('supervision.publication-term'),
    basis: cite('product-quality-law', '17'),
    sealed: true,
  }),
  publication('inspections', {
    title: words('双随机检查结果', 'Results of inspections'),
    of: inspection,
    states: ['published'],
    fields: ['visited', 'unitName', 'kind', 'planNumber', 'place', 'on', 'outcome', 'demand', 'correctBy', 'mended', 'published'],
    basis: order,
    sealed: true,
  }),
  publication('equipment-in-use', {
    title: words('在用特种设备', 'Special equipment in use'),
    of: equipment,
    states: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'altering', 'accident'],
    fields: ['code', 'kind', 'name', 'userName', 'user', 'place', 'site', 'registration', 'keeper', 'inspectionBody', 'inspected', 'validTo'],
    basis: equipmentLaw('33'),
  }),
  publication('equipment-overdue', {
    title: words('超期未检特种设备', 'Special equipment whose inspection is overdue'),
    of: equipment,
    states: ['overdue', 'failed'],
    fields: ['code', 'kind', 'name', 'userName', 'user', 'place', 'site', 'inspected', 'validTo'],
    basis: equipmentLaw('40'),
  }),
  publication('accident-handling', {
    title: words('特种设备事故处理情况', 'How accidents of special equipment were dealt with'),
    of: accident,
    states: ['approved', 'mended', 'closed'],
    where: { not: { field: 'published', is: null } },
    fields: ['happenedOn', 'unitName', 'kind', 'place', 'level', 'grounds', 'dead', 'seriouslyHurt', 'loss', 'investigator', 'nature', 'handling', 'approval', 'approved', 'published'],
    basis: accidentRule('34'),
    sealed: true,
  }),
]
