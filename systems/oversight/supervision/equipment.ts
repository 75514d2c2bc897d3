// The register of special equipment (特種設備): from the notice of installation to scrap, with its cycles of inspection by kind.
import { addDays, addMonths } from '../../../kernel/day.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, day, integer, party, text, yes } from '../../../kernel/kinds.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { procedure, type InForce, type Reading } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { some } from './duties.ts'
import { supervisionRefusals } from './refusals.ts'
import { equipmentLaw } from './rules.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const
const of = (code: string, zh: string, en: string) => ({ title: words(zh, en), code })

/** Kinds by their four-digit codes in the catalogue of special equipment. */
export const equipmentKinds = {
  boiler: of('1000', '锅炉', 'Boiler'),
  vessel: of('2000', '压力容器', 'Pressure vessel'),
  lift: of('3000', '电梯', 'Lift'),
  crane: of('4000', '起重机械', 'Crane'),
  vehicle: of('5000', '场（厂）内专用机动车辆', 'Vehicle for use inside a works'),
  ride: of('6000', '大型游乐设施', 'Amusement ride'),
  pipe: of('8000', '压力管道', 'Pressure pipe'),
  ropeway: of('9000', '客运索道', 'Passenger ropeway'),
} as const

/** Works that are told of before they begin (特種設備安全法 23). */
export const worksKinds = {
  install: words('安装', 'Installation'),
  alter: words('改造', 'Alteration'),
  repair: words('重大修理', 'Major repair'),
  move: words('移装', 'Moved elsewhere'),
} as const

const cycleOf = (kind: string): string => `equipment.cycle-${kind}`

export const equipment = register('equipment', {
  title: words('特种设备', 'Special equipment'),
  headline: 'name',
  placedBy: 'place',
  concerns: 'user',
  knownBy: ['code'],
  listed: ['code', 'name', 'kind', 'userName', 'place', 'inspected', 'validTo'],
  fields: {
    code: text(words('设备代码', 'Code of the equipment'), { length: 20, fixed: true }),
    kind: choice(words('设备种类', 'Kind'), equipmentKinds, { fixed: true }),
    name: text(words('设备名称', 'Name'), { searched: true, length: 80 }),
    model: text(words('型号', 'Model'), { optional: true, length: 60 }),
    serial: text(words('产品编号', 'Number of the maker'), { optional: true, length: 60 }),
    maker: text(words('制造单位', 'Maker'), { optional: true, length: 120 }),
    makerLicence: text(words('制造许可证编号', 'Licence of the maker'), { optional: true, length: 40 }),
    builder: text(words('施工单位', 'Installed by'), { optional: true, length: 120 }),
    user: party(words('使用单位', 'User')),
    userName: text(words('使用单位名称', 'Name of the user'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    site: text(words('使用地点', 'Where it stands'), { length: 200 }),
    keeper: text(words('维护保养单位', 'Kept up by'), { optional: true, length: 120 }),
    registration: text(words('使用登记证编号', 'Registration'), { optional: true, length: 40 }),
    accepted: day(words('验收日期', 'Accepted on'), opt),
    usedFrom: day(words('投用日期', 'In use since'), opt),
    inspectionBody: text(words('检验机构', 'Inspection body'), { optional: true, length: 120 }),
    report: text(words('检验报告编号', 'Report of the inspection'), { optional: true, length: 60 }),
    inspected: day(words('最近检验日期', 'Last inspected on'), opt),
    validTo: day(words('检验有效期至', 'Inspection valid to'), { optional: true, mayLieAhead: true }),
    asked: day(words('申请检验日期', 'Inspection asked on'), opt),
    upkept: day(words('最近维护保养日期', 'Last kept up on'), opt),
    danger: text(words('事故隐患', 'Hidden danger'), { optional: true, length: 500 }),
    accident: text(words('事故编号', 'Accident'), { optional: true, length: 40 }),
    stoppedFrom: day(words('停用日期', 'Out of use since'), opt),
    works: choice(words('施工类别', 'Kind of works'), worksKinds, opt),
    inspections: integer(words('检验次数', 'Inspections so far'), { optional: true, minimum: '0' }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

/** The last day on which an inspection is good, by the cycle of the kind in force on its day. */
export function validUntil(kind: string, inspected: string, parameterOf: (name: string) => InForce): string {
  const { length, unit } = parameterOf(cycleOf(kind)).value as Term
  if (unit === 'year') return addMonths(inspected, 12 * length)
  return unit === 'month' ? addMonths(inspected, length) : addDays(inspected, length)
}

interface Touched {
  readonly record: { readonly id: string; readonly state: string }
}

/** While its accident is being investigated the machine is evidence (特種設備安全法 70). */
async function afterInquiry({ record }: Touched, at: Reading): Promise<void> {
  if (record.state !== 'accident') return
  const count = await at.count('equipment-accident', { equipment: record.id, state: ['reported', 'handling', 'investigating'] })
  if (count > 0) refuse('accident-open', { count })
}

const inspectionAsks = {
  inspectionBody: text(words('检验机构', 'Inspection body'), { length: 120 }),
  report: text(words('检验报告编号', 'Report of the inspection'), { length: 60 }),
  inspected: day(words('检验日期', 'Inspected on')),
  passed: choice(words('检验结论', 'Verdict'), { pass: words('合格', 'Passed'), fail: words('不合格', 'Failed') }),
}
const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }
const kindCycles = Object.keys(equipmentKinds).map((kind) => ({ field: 'kind' as const, is: kind, within: parameter(cycleOf(kind)) }))

export const usingEquipment = procedure(equipment, {
  duties: some('body', 'sampler', 'officer', 'party', 'reader'),
  states: {
    installing: words('施工中', 'Being installed'),
    altering: words('改造、重大修理中', 'Being altered or mended'),
    supervised: words('监督检验合格', 'Passed the inspection of its installation'),
    handedOver: words('已移交', 'Handed over'),
    inUse: words('在用', 'In use'),
    overdue: words('超期未检', 'Inspection overdue'),
    failed: words('检验不合格', 'Inspection failed'),
    halted: words('隐患停用', 'Halted for danger'),
    stopped: words('停用', 'Out of use'),
    accident: words('事故停用', 'Stopped by an accident'),
    scrapped: words('已报废注销', 'Scrapped'),
  },
  ends: ['scrapped'],
  opens: {
    title: words('施工告知', 'Notice of installation'),
    state: 'installing',
    by: ['party', 'officer'],
    basis: equipmentLaw('23'),
    asks: ['code', 'kind', 'name', 'model', 'serial', 'maker', 'makerLicence', 'builder', 'user', 'userName', 'place', 'site'],
  },
  steps: (step) => ({
    supervise: step({
      title: words('监督检验', 'Inspect the installation'),
      from: ['installing', 'altering'],
      to: (c) => (c.answers.passed === 'pass' ? 'supervised' : (c.record.state as 'installing')),
      by: 'body',
      basis: equipmentLaw('25'),
      asks: inspectionAsks,
      gives: (c) =>
        c.answers.passed === 'pass'
          ? { accepted: c.answers.inspected, inspections: (c.record.inspections ?? 0) + 1, danger: null }
          : { inspected: null, validTo: null },
    }),
    'hand-over': step({ title: words('移交技术资料', 'Hand over the documents'), from: 'supervised', to: 'handedOver', by: 'party', basis: equipmentLaw('24'), asks: { usedFrom: day(words('投用日期', 'In use since')) } }),
    register: step({
      title: words('使用登记', 'Register'),
      from: ['handedOver', 'stopped'],
      to: 'inUse',
      by: 'officer',
      basis: equipmentLaw('33'),
      asks: { registration: text(words('使用登记证编号', 'Registration'), { length: 40 }), keeper: equipment.fields.keeper },
      check(c) {
        if (c.record.inspected === null) return refuse('no-supervision-mark')
        const until = validUntil(c.record.kind, c.record.inspected, c.parameter)
        if (until < c.today) refuse('not-fit-for-use', { due: until })
      },
      gives: (c) => ({
        validTo: validUntil(c.record.kind, c.record.inspected!, c.parameter),
        ...(c.record.kind === 'lift' ? { upkept: c.today } : {}),
      }),
    }),
    'ask-inspection': step({
      title: words('申请定期检验', 'Ask for the periodic inspection'),
      from: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'accident'],
      to: (c) => c.record.state as 'inUse',
      by: 'party',
      basis: equipmentLaw('40'),
      returning: true,
      gives: (c) => ({ asked: c.today }),
    }),
    inspect: step({
      title: words('定期检验', 'Periodic inspection'),
      from: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'accident'],
      to: (c) => (c.answers.passed === 'pass' ? 'inUse' : 'failed'),
      by: 'body',
      basis: equipmentLaw('40'),
      returning: true,
      asks: inspectionAsks,
      confirm: afterInquiry,
      gives: (c) => ({
        validTo: c.answers.passed === 'pass' ? validUntil(c.record.kind, c.answers.inspected, c.parameter) : null,
        inspections: (c.record.inspections ?? 0) + 1,
        asked: null,
        danger: null,
        stoppedFrom: null,
      }),
    }),
    'pass-term': step({
      title: words('检验有效期届满', 'The inspection ran out'),
      from: ['inUse', 'halted', 'stopped', 'failed', 'accident', 'altering'],
      to: (c) => (c.record.state === 'inUse' ? 'overdue' : (c.record.state as 'halted')),
      by: 'officer',
      basis: equipmentLaw('40'),
      check(c) {
        if (c.record.validTo !== null && c.today <= c.record.validTo) refuse('still-inspected', { due: c.record.validTo })
      },
    }),
    'keep-up': step({
      title: words('维护保养', 'Keep up'),
      from: ['inUse', 'overdue', 'halted'],
      to: (c) => c.record.state as 'inUse',
      by: 'party',
      basis: equipmentLaw('45'),
      returning: true,
      gives: (c) => ({ upkept: c.today }),
    }),
    halt: step({
      title: words('发现隐患，停用', 'Halt for danger'),
      from: ['inUse', 'overdue'],
      to: 'halted',
      by: ['party', 'sampler', 'officer'],
      basis: equipmentLaw('42'),
      asks: { danger: text(words('事故隐患', 'Hidden danger'), { length: 500 }) },
    }),
    resume: step({
      title: words('隐患消除，恢复使用', 'Use it again'),
      from: ['halted', 'accident'],
      to: 'inUse',
      by: ['officer'],
      basis: equipmentLaw('42'),
      returning: true,
      asks: why,
      check(c) {
        if (c.record.validTo === null || c.record.validTo < c.today) refuse('not-fit-for-use', { due: c.record.validTo ?? '—' })
      },
      confirm: afterInquiry,
      gives: () => ({ danger: null }),
    }),
    change: step({
      title: words('变更登记', 'Change the registration'),
      from: 'inUse',
      to: 'inUse',
      by: 'officer',
      basis: equipmentLaw('47'),
      returning: true,
      asks: ask(equipment, 'user', 'userName', 'place', 'site', 'keeper'),
    }),
    'tell-works': step({
      title: words('改造、重大修理、移装告知', 'Tell of an alteration, a major repair or a move'),
      from: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'accident'],
      to: 'altering',
      by: ['party', 'officer'],
      basis: equipmentLaw('23'),
      returning: true,
      asks: { works: choice(words('施工类别', 'Kind of works'), worksKinds), builder: text(words('施工单位', 'Done by'), { length: 120 }) },
      confirm: afterInquiry,
      // Until the works are inspected nothing is good of what was found before (特種設備安全法 25).
      gives: () => ({ usedFrom: null, accepted: null, validTo: null }),
    }),
    'suffer-accident': step({
      title: words('发生事故，停用', 'Stop after an accident'),
      from: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'altering'],
      to: 'accident',
      by: 'officer',
      basis: equipmentLaw('42'),
      asks: { accident: text(words('事故编号', 'Accident'), { length: 40 }) },
    }),
    stop: step({
      title: words('停用', 'Take out of use'),
      from: ['inUse', 'overdue', 'failed'],
      to: 'stopped',
      by: 'party',
      basis: equipmentLaw('48'),
      asks: { ...why, stoppedFrom: equipment.fields.stoppedFrom },
      gives: (c) => ({ stoppedFrom: c.answers.stoppedFrom ?? c.today }),
    }),
    scrap: step({
      title: words('报废注销', 'Scrap'),
      from: ['inUse', 'overdue', 'failed', 'halted', 'stopped', 'accident'],
      to: 'scrapped',
      by: ['party', 'officer'],
      basis: equipmentLaw('48'),
      asks: { ...why, disabled: yes(words('已消除使用功能', 'It can no longer be used')) },
      check(c) {
        if (!c.answers.disabled) refuse('not-disabled', { field: 'disabled' })
      },
      confirm: afterInquiry,
    }),
  }),
  deadlines: [
    { name: 'hand-over', title: words('资料移交期限', 'Hand over the documents'), starts: { field: 'accepted' }, metBy: ['hand-over'], within: parameter('equipment.hand-over'), lapse: 'alarm', again: true },
    { name: 'register', title: words('使用登记期限', 'Register'), starts: { field: 'usedFrom' }, metBy: ['register'], within: parameter('equipment.register'), lapse: 'alarm', again: true },
    // Told in the same act as the day on which it stopped: in time or late.
    {
      name: 'tell-stop',
      title: words('停用告知期限', 'Tell that it is out of use'),
      starts: { field: 'stoppedFrom' },
      metBy: ['stop'],
      within: parameter('equipment.tell-stop'),
      lapse: 'alarm',
      again: true,
    },
    {
      name: 'inspection',
      title: words('定期检验周期', 'Periodic inspection'),
      starts: { field: 'inspected' },
      // Running out does not meet it: the clock stays red until somebody inspects, and with that the next cycle begins.
      // Works end the cycle as well: their own inspection begins another.
      metBy: ['inspect', 'tell-works'],
      within: parameter('equipment.cycle'),
      except: kindCycles,
      // 特種設備安全法 40: what was not inspected in time shall not be used on; nobody has to decide it.
      lapse: { take: 'pass-term', basis: equipmentLaw('40') },
      again: true,
    },
    {
      name: 'upkeep',
      title: words('电梯维护保养周期', 'Upkeep of a lift'),
      starts: { field: 'upkept' },
      metBy: ['keep-up'],
      pausedIn: ['altering', 'accident'],
      within: parameter('equipment.elevator-upkeep'),
      lapse: 'alarm',
      again: true,
    },
  ],
})
