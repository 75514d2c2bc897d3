// The story of marks: an authority with a clerk and a head, a manager who speaks for the laboratories, and their marks of one term.
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { clockOf, found, open, settle, type File, type Headers } from './supervision-story.ts'

export const [from, to] = ['2020-07-01', '2026-06-30']
export const name = '虚构乳品检测站（演示）'
export const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }

export const renewalOf = (code: string, received: string) => ({ received, kind: 'renewal', laboratory: code, name, place: '130102', invented: true })

export class MarkStory {
  readonly labs: readonly string[]
  house!: House
  clerk!: Headers
  head!: Headers
  manager!: Headers

  constructor(labs: readonly string[]) {
    this.labs = labs
  }

  async open(): Promise<void> {
    const house = (this.house = await openHouse({ now: from }))
    const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
    this.clerk = await office('mark-clerk')
    this.head = await office('mark-head')
    this.manager = await house.person('mark-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: this.labs })
    for (const [at, code] of this.labs.entries())
      await open(house, 'laboratory', this.clerk, {
        code, name, place: '130102', cma: `20030012000${at}`, fields: ['food'], certifiedFrom: from, certifiedTo: to, invented: true,
      })
  }

  readonly close = (): Promise<void> => this.house.close()

  readonly marked = async (code: string): Promise<File> => (await found(this.house, 'laboratory', 'code', code))[0]!

  readonly renewal = (code: string, received: string): Promise<File> => open(this.house, 'mark-application', this.manager, renewalOf(code, received))

  readonly clock = (file: File, deadline: string) => clockOf(this.house, file, this.clerk, deadline)

  /** A day on which what ran out by then is swept. */
  async past(day: string): Promise<void> {
    this.house.at(day)
    await sweep(this.house.engine, this.house.engine.now())
    await settle(this.house)
  }
}
