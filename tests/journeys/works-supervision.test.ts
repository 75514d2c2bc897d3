// The supervision of a major piece of equipment through HTTP: three parties each with their own acts, a hold point that blocks, and a stranger.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type Answer, type House } from '../bed/house.ts'
import { attempt, invented, open, row, take, tryOpen, type File, type Headers } from './supervision-story.ts'

let house: House
let client: Headers
let maker: Headers
let supervisor: Headers
let officer: Headers
let stranger: Headers
let file: File

const refused = ({ status, body }: Answer, code: string, field?: string): void => {
  expect(body).toMatchObject({ code, ...(field ? { field } : {}) })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(body.remedy).toMatch(/\S/)
}
const project = (more: object = {}) => ({
  title: '炼钢连铸机监理（演示）', device: '板坯连铸机', category: 'metallurgy', place: '130202', client: invented(401), clientName: '虚构钢铁（演示）',
  maker: invented(402), makerName: '虚构重机（演示）', supervisor: invented(403), supervisorName: '虚构监理（演示）', contract: 'JL-1', contracted: '2016-02-20', ...more,
})
const outlinePoints = [
  { code: 'H1', what: '主机架焊接', kind: 'H', phase: 'making' },
  { code: 'W1', what: '压力试验', kind: 'W', phase: 'making' },
  { code: 'I1', what: '安装找正', kind: 'H', phase: 'installing' },
]
const call = (point: string) => ({ point, calledFor: '2016-03-12' })
const seen = (point: string, verdict: 'pass' | 'fail') => ({ point, verdict, finding: '见记录', witness: 'JL-001' })

beforeAll(async () => {
  house = await openHouse({ now: '2016-03-01' })
  const firm = (id: string, duty: string, code: string) =>
    house.person(id, [{ duty: `supervision.${duty}`, reach: 'party' }], { face: 'enterprise', speaksFor: [code] })
  client = await firm('works-client', 'client', invented(401))
  maker = await firm('works-maker', 'party', invented(402))
  supervisor = await firm('works-supervisor', 'supervisor', invented(403))
  stranger = await firm('works-stranger', 'supervisor', invented(404))
  officer = await house.person('works-officer', [{ duty: 'supervision.officer', reach: 'area', area: '130200' }], { office: 'market-130200' })
}, 120_000)
afterAll(() => house.close())

it('is entered by the client, for a body that is independent, and read by the three and the authority of the place', async () => {
  refused(await tryOpen(house, 'works-supervision', client, project({ supervisor: invented(402) })), 'supervision.not-independent', 'supervisor')
  expect((await tryOpen(house, 'works-supervision', client, project({ client: invented(405) }))).status).toBe(403)
  file = await open(house, 'works-supervision', client, project())
  for (const [who, status] of [[client, 200], [maker, 200], [supervisor, 200], [officer, 200], [stranger, 404]] as const)
    expect((await house.get(`/api/v1/registers/works-supervision/${file.id}`, who)).status).toBe(status)
})

it('begins with an outline that the client approves, nobody else', async () => {
  expect((await attempt(house, file, 'file-outline', stranger, { outline: 'DG-1', outlinePoints })).status).toBeGreaterThanOrEqual(403)
  await take(house, file, 'file-outline', supervisor, { outline: 'DG-1', outlinePoints })
  refused(await attempt(house, file, 'approve-outline', supervisor), 'kernel.not-yours')
  await take(house, file, 'approve-outline', client)
  expect(await row(house, file)).toMatchObject({ state: 'making', points: outlinePoints.map((point) => ({ ...point, state: 'awaiting' })) })
})

it('does not go past a hold point before the supervising body releases it', async () => {
  house.at('2016-03-12')
  refused(await attempt(house, file, 'call-point', maker, call('W1')), 'supervision.hold-point', 'point')
  await take(house, file, 'call-point', maker, call('H1'))
  refused(await attempt(house, file, 'witness', maker, seen('H1', 'pass')), 'kernel.not-yours')
  await take(house, file, 'witness', supervisor, seen('H1', 'fail'))
  expect(await row(house, file)).toMatchObject({ points: [{ code: 'H1', state: 'held' }, {}, {}], faults: [{ number: 'N1', point: 'H1', on: '2016-03-12' }] })
  refused(await attempt(house, file, 'release', supervisor, { point: 'H1', note: 'FX-1' }), 'supervision.not-witnessed', 'point')
  refused(await attempt(house, file, 'settle', supervisor, { fault: 'N1', disposition: 'concession', remark: '让步' }), 'supervision.no-consent', 'consent')
  await take(house, file, 'settle', supervisor, { fault: 'N1', disposition: 'rework', remark: '返修' })
  await take(house, file, 'call-point', maker, call('H1'))
  await take(house, file, 'witness', supervisor, seen('H1', 'pass'))
  refused(await attempt(house, file, 'call-point', maker, call('W1')), 'supervision.hold-point', 'point')
  refused(await attempt(house, file, 'release', maker, { point: 'H1', note: 'FX-1' }), 'kernel.not-yours')
  await take(house, file, 'release', supervisor, { point: 'H1', note: 'FX-1' })
  await take(house, file, 'call-point', maker, call('W1'))
  refused(await attempt(house, file, 'accept', supervisor, { release: 'CC-1' }), 'supervision.points-open')
  await take(house, file, 'witness', supervisor, seen('W1', 'pass'))
})

it('leaves the works by a release, and is concluded after its installation', async () => {
  await take(house, file, 'record', supervisor, { on: '2016-03-12', spot: '总装车间', what: '巡视', by: 'JL-001' })
  await take(house, file, 'notify', supervisor, { what: '补交焊工证' })
  await take(house, file, 'answer', maker, { notice: 'T1', answer: '已补' })
  await take(house, file, 'accept', supervisor, { release: 'CC-1' })
  refused(await attempt(house, file, 'conclude', supervisor, { report: 'BG-1', summary: '完成' }), 'supervision.points-open')
  await take(house, file, 'install', maker)
  for (const [step, who, answers] of [['call-point', maker, call('I1')], ['witness', supervisor, seen('I1', 'pass')], ['release', supervisor, { point: 'I1', note: 'FX-2' }]] as const)
    await take(house, file, step, who, answers)
  await take(house, file, 'conclude', supervisor, { report: 'BG-1', summary: '完成' })
  expect(await row(house, file)).toMatchObject({ state: 'concluded', release: 'CC-1', notices: [{ answered: '2016-03-12' }] })
  refused(await attempt(house, file, 'end', client, { reason: '取消' }), 'kernel.not-now')
})
