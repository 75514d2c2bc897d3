// Lines of scope entered by hand, and changes that wait for material, through HTTP: held to the end of the mark, and to a term; those of before are brought along.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdScope } from '../../cli/catch-up/hold-scope.ts'
import { noteMissing } from '../../cli/catch-up/note-missing.ts'
import { from, line as tested, MarkStory, to } from './mark-story.ts'
import { found, invented, open, row, settle, take, tryOpen } from './supervision-story.ts'

const lab = invented(331)
const renewedTo = '2032-06-30'
const line = { laboratory: lab, ...tested, from }
const story = new MarkStory([lab])

const ends = async () =>
  (await Promise.all((await found(story.house, 'lab-scope', 'laboratory', lab)).map((each) => row(story.house, each)))).map((one) => [one['parameter'], one['to']]).toSorted()

beforeAll(() => story.open(), 180_000)
afterAll(() => story.close())

describe('a line of scope entered by hand', () => {
  it('is refused where it would outlast the mark, and ends with it where no end is given', async () => {
    const beyond = await tryOpen(story.house, 'lab-scope', story.clerk, { ...line, to: '2026-07-01' })
    expect(beyond.body).toMatchObject({ status: 422, code: 'testing.beyond-the-mark', field: 'to', detail: expect.stringContaining(to) })
    expect((await tryOpen(story.house, 'lab-scope', story.clerk, { ...line, from: '2026-07-01' })).body).toMatchObject({ code: 'testing.beyond-the-mark', field: 'from' })
    await open(story.house, 'lab-scope', story.clerk, line)
    await open(story.house, 'lab-scope', story.clerk, { ...line, parameter: '水分', to: '2022-06-30' })
    expect(await ends()).toEqual([['水分', '2022-06-30'], ['蛋白质', to]])
  })

  it('of before, without an end or with one beyond the mark, is held to it by the daily watch, once', async () => {
    await open(story.house, 'lab-scope', story.clerk, { ...line, parameter: '脂肪' })
    const set = (parameter: string, end: string | null) => story.house.engine.database.query('update record.lab_scope set "to" = $2 where parameter = $1', [parameter, end])
    await set('脂肪', null)
    await set('蛋白质', '2030-01-01')
    expect([(await holdScope(story.house.engine)).length, (await holdScope(story.house.engine)).length]).toEqual([2, 0])
    expect(await ends()).toEqual([['水分', '2022-06-30'], ['脂肪', to], ['蛋白质', to]])
  })

  // testing.renew-prolongs-scope
  it('runs on with a mark that is renewed by hand, where it still holds', async () => {
    story.house.at('2026-03-02')
    await take(story.house, await story.marked(lab), 'renew', story.clerk, { certifiedTo: renewedTo, startsOn: '2026-07-01' })
    await settle(story.house)
    expect(await ends()).toEqual([['水分', '2022-06-30'], ['脂肪', renewedTo], ['蛋白质', renewedTo]])
  })
})

describe('a change of a mark that waits for material of before that had a term', () => {
  it('gets its term from the daily watch, once, and without the material the refusal is proposed', async () => {
    story.house.at('2026-05-06')
    const change = await open(story.house, 'mark-change', story.manager, { received: '2026-05-06', laboratory: lab, kinds: ['name'], newName: '虚构检测研究院（演示）' })
    await take(story.house, change, 'ask-more', story.clerk, { missing: '营业执照' })
    await story.house.engine.database.query('update record.mark_change set missing_from = null where id = $1', [change.id])
    await story.house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'supply'", [change.id])
    story.house.at('2026-06-01')
    expect([await noteMissing(story.house.engine), await noteMissing(story.house.engine)]).toEqual([[change.id], []])
    expect(await story.clock(change, 'supply')).toMatchObject({ state: 'open', starts: '2026-06-01', due: '2026-07-14' })
  })
})
