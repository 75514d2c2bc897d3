// The invented laboratories at size: each for a few classes of products, with people of every right and instruments calibrated each year.
import { addDays, addMonths, type Day } from '../../kernel/day.ts'
import type { Division } from '../../kernel/area.ts'
import type { Person } from '../../kernel/permission.ts'
import type { Histories } from '../../store/histories/histories.ts'
import { inventedCode } from '../demonstration.ts'
import { Chance, classes, classNames } from './rates.ts'
import { actor, Tale, type Row } from './tale.ts'

export interface Laboratory {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly classes: readonly string[]
  readonly people: Readonly<Record<Role, Person>>
}

const roles = { keeper: ['receive'], analyst: ['analyse'], checker: ['check', 'review'], signatory: ['sign'] } as const
type Role = keyof typeof roles
const dutiesOf: Readonly<Record<Role, readonly string[]>> = {
  keeper: ['testing.keeper'], analyst: ['testing.analyst'], checker: ['testing.checker', 'testing.reviewer'], signatory: ['testing.signatory', 'testing.laboratory'],
}
export const accreditor = actor('accreditor', 'hebei-market', ['testing.accreditor'])
const from: Day = '2023-09-01'
const stems = ['衡信', '质诚', '远测', '川检', '禾正', '丰准', '岳明', '泽析', '澜验', '兴度']
/** Those of the small demonstration have the serial numbers below. */
const firstSerial = 40_000
const fieldOf = (name: string): string => (classes[name]!.line === 'food' ? 'food' : ['cement', 'bricks', 'waterproofing'].includes(name) ? 'construction' : 'products')

/** Every class is tested by several; a re-inspection needs another than the first. */
export function inventedLaboratories(count: number, divisions: readonly Division[]): readonly Laboratory[] {
  const chance = new Chance('laboratories')
  const counties = divisions.filter((d) => d.level === 'county' && d.to === undefined)
  return Array.from({ length: count }, (_, at) => {
    const county = chance.pick(counties)
    const several = 3 + (at % 4)
    const own = Array.from({ length: several }, (_each, n) => classNames[(at * 5 + n * 7) % classNames.length]!)
    const code = inventedCode(county.code, firstSerial + at, '91')
    const person = (role: Role): Person => actor(`lab-${at + 13}.${role}`, null, dutiesOf[role], [code])
    return {
      code,
      name: `虚构${chance.pick(stems)}检验检测有限公司（虚构检 ${at + 13}）`,
      place: county.code,
      classes: [...new Set(own)],
      people: { keeper: person('keeper'), analyst: person('analyst'), checker: person('checker'), signatory: person('signatory') },
    }
  })
}

export const instrumentOf = (name: string): string => (fieldOf(name) === 'construction' ? 'TM-01' : fieldOf(name) === 'food' ? 'LC-02' : 'UV-03')
const instruments = [['TM-01', '万能试验机'], ['LC-02', '液相色谱仪'], ['UV-03', '紫外可见分光光度计']] as const

/** The end of every mark. */
const heldTo = '2029-07-31'

/** What a laboratory may test, by each edition of a method. */
function scopeOf({ code, classes: own }: Laboratory): readonly Row[] {
  return own.flatMap((productClass) => {
    const { parameter, method, unit, price, days, later } = classes[productClass]!.test
    const line = { laboratory: code, productClass, parameter, unit, to: heldTo, price: `${price}.00`, days }
    return [{ ...line, method, from }, ...(later ? [{ ...line, method: later.method, from: later.from }] : [])]
  })
}

async function instrument(histories: Histories, laboratory: Laboratory, at: number, today: Day): Promise<void> {
  const [serial, name] = instruments[at]!
  const tale = new Tale({ histories, register: 'lab-instrument', name: `${laboratory.code} ${serial}`, today })
  const certificate = (year: number) => `演示-JZ-${serial}-${year}`
  const terms = [0, 1, 2, 3].map((year) => [addMonths('2023-08-20', 12 * year - year), addMonths('2023-08-20', 12 * year + 12 - year)] as const)
  for (const [year, [on, to]] of terms.entries()) {
    const answers = { certificate: certificate(2023 + year), calibratedOn: on, calibratedTo: to }
    if (year === 0) await tale.take('open', from, accreditor, { laboratory: laboratory.code, serial, name, ...answers })
    else await tale.take('calibrate', addDays(on, 2), laboratory.people.signatory, answers)
  }
}

export async function enterLaboratory(histories: Histories, laboratory: Laboratory, at: number, today: Day): Promise<void> {
  const { code, name, place } = laboratory
  const open = (register: string, key: string, on: Day, answers: Row) =>
    new Tale({ histories, register, name: `${code} ${key}`, today }).take('open', on, accreditor, answers)
  await open('laboratory', 'itself', from, {
    code, name, place, invented: true, fields: [...new Set(laboratory.classes.map(fieldOf))],
    // Numbers of real marks begin with the years 15 to 26.
    cma: `98${String(at + 1).padStart(10, '0')}`, certifiedFrom: '2023-08-01', certifiedTo: heldTo,
  })
  for (const row of scopeOf(laboratory)) await open('lab-scope', `${String(row['productClass'])} ${String(row['method'])}`, row['from'] as Day, row)
  for (const [index, role] of (Object.keys(roles) as Role[]).entries())
    await open('lab-person', role, from, {
      laboratory: code, badge: `JC-${at}-${index}`, account: laboratory.people[role].id, rights: roles[role], from, name: `演示人员${at}${index}`,
    })
  for (const each of instruments.keys()) await instrument(histories, laboratory, each, today)
}
