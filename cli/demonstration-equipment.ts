// The demonstration's accidents of equipment and supervised works, all invented: one just told, one closed, a project at a hold point.
import { dayOf, addDays, type Day } from '../kernel/day.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedEnterprises } from './demonstration.ts'
import { invented, Story, tellAll, type Row } from './demonstration-story.ts'
import type { Progress } from './progress.ts'

const office = 'hebei-market'
const of = (duty: string) => invented(`supervision.${duty}`, office)
const [officer, head, government] = [of('officer'), of('head'), of('government')]

type Parts = Pick<Zhiheng, 'engine'>
interface Firm {
  readonly name: string
  readonly code: string
  readonly place: string
}
const firms = (): readonly Firm[] => inventedEnterprises(300, hebei.divisions) as unknown as readonly Firm[]

/** Enough of an accident for its level: a hoist that fell, with nobody killed. */
function told(day: Day, n: number): Row {
  const { name, code, place } = firms()[n]!
  return {
    ...{ happenedAt: `${day}T00:05:00+08:00`, learntAt: `${day}T00:10:00+08:00`, channel: 'unit', unit: code, unitName: name, place, site: '一号车间（演示）' },
    ...{ kind: 'crane', course: '起重机起升机构坠落，无人死亡（虚构演示）', dead: 0, broken: true },
  }
}

async function justTold({ engine }: Parts, today: Day): Promise<void> {
  const story = new Story(engine, { register: 'equipment-accident', name: 'hoist just told', from: addDays(today, -6), today })
  await story.take('open', 0, officer, told(story.day(0), 41))
  await story.take('pass-on', 0, officer, { to: 'city', receiver: '市局（演示）' })
  await story.take('verify', 1, officer, { governmentTold: `${story.day(0)}T00:40:00+08:00`, taken: '停用并设置警戒（演示）' })
}

async function closed({ engine }: Parts, today: Day): Promise<void> {
  const story = new Story(engine, { register: 'equipment-accident', name: 'hoist closed', from: addDays(today, -210), today })
  await story.take('open', 0, officer, told(story.day(0), 42))
  await story.take('pass-on', 0, officer, { to: 'city', receiver: '市局（演示）' })
  await story.take('verify', 1, officer, { governmentTold: `${story.day(0)}T00:40:00+08:00`, taken: '停用并设置警戒（演示）' })
  await story.take('settle-count', 15, officer, { source: '市医院（演示）' })
  await story.take('investigate', 16, head, { investigator: 'city', team: [{ body: '市市场监督管理局（演示）', role: '牵头' }] })
  await story.take('submit', 55, officer, {
    ...{ reportNumber: '演示调1号', nature: 'liability', cause: '吊具磨损未及时更换（演示）' },
    ...{ responsibility: '使用单位未按规定检查（演示）', lessons: '更换吊具，建立班前检查制度（演示）' },
  })
  await story.take('approve', 62, government, { approval: '演示批1号', decision: '同意调查报告（演示）' })
  await story.take('publish', 66, officer, { handling: '责令使用单位整改，处理结果已落实（演示）' })
  await story.take('mend', 80, officer, { mended: '吊具已更换（演示）' })
  await story.take('close', 90, officer, { evaluation: '整改已落实（演示）' })
}

async function works({ engine }: Parts, today: Day): Promise<void> {
  const [client, maker, supervisor] = [firms()[43]!, firms()[44]!, firms()[45]!]
  const story = new Story(engine, { register: 'works-supervision', name: 'caster', from: addDays(today, -40), today })
  const client_ = invented('works.client', null, [client.code])
  const supervising = invented('works.supervisor', null, [supervisor.code])
  await story.take('open', 0, client_, {
    ...{ title: '板坯连铸机设备监理（演示）', device: '板坯连铸机', category: 'metallurgy', place: client.place },
    ...{ client: client.code, clientName: client.name, maker: maker.code, makerName: maker.name },
    ...{ supervisor: supervisor.code, supervisorName: supervisor.name },
    ...{ contract: '演示JL-1', contracted: story.day(0) },
  })
  const outlinePoints = [
    { code: 'H1', what: '主机架焊接', kind: 'H', phase: 'making' },
    { code: 'W1', what: '压力试验', kind: 'W', phase: 'making' },
    { code: 'R1', what: '材质证明', kind: 'R', phase: 'making' },
    { code: 'H2', what: '安装找正', kind: 'H', phase: 'installing' },
  ]
  await story.take('file-outline', 3, supervising, { outline: '演示DG-1', outlinePoints })
  await story.take('approve-outline', 6, client_)
  await story.take('call-point', 20, invented('works.maker', null, [maker.code]), { point: 'H1', calledFor: story.day(22) })
  await story.take('witness', 22, supervising, { point: 'H1', verdict: 'pass', finding: '焊缝外观和探伤记录符合（演示）', witness: '演示JL-001' })
}

export async function addEquipment(zhiheng: Parts, progress: Progress): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const bar = progress.begin('虚构设备事故与设备监理 invented accidents and works', 3)
  await tellAll([() => justTold(zhiheng, today), () => closed(zhiheng, today), () => works(zhiheng, today)], bar)
}
