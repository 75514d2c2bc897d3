// A renewal that nobody completes or decides through HTTP: its own terms run, the authority is warned past the end of the mark, and the mark comes to its end (行政許可法 50).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteEnds } from '../../cli/catch-up/note-ends.ts'
import { MarkStory } from './mark-story.ts'
import { attempt, invented, row, settle, take, type File } from './supervision-story.ts'

const [completing, correcting] = [281, 282].map(invented) as [string, string]
const story = new MarkStory([completing, correcting])
const { marked, clock } = story

beforeAll(() => story.open(), 180_000)
afterAll(() => story.close())

describe('a renewal that is never completed', () => {
  let files: readonly [File, File]
  it('is due at the laboratory by a term of its own, and at the authority before the mark ends', async () => {
    story.house.at('2026-04-01')
    files = [await story.renewal(completing, '2026-04-01'), await story.renewal(correcting, '2026-04-01')]
    await settle(story.house)
    await take(story.house, files[0], 'ask-more', story.clerk, { missing: '场所证明' })
    await take(story.house, files[1], 'accept', story.clerk)
    await take(story.house, files[1], 'ask-correction', story.clerk, { opinion: '标准溶液没有期间核查记录' })
    expect(await clock(files[0], 'supply')).toMatchObject({ state: 'open' })
    expect(await clock(files[1], 'correction')).toMatchObject({ state: 'open' })
    for (const file of files) expect(await clock(file, 'undecided')).toMatchObject({ state: 'open', due: '2026-07-01' })
  })

  it('of before, is told the end of its term by the daily watch, once', async () => {
    await story.house.engine.database.query('update record.mark_application set held_to = null where id = $1', [files[0].id])
    await story.house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'undecided'", [files[0].id])
    expect(await noteEnds(story.house.engine)).toEqual([files[0].id])
    expect(await noteEnds(story.house.engine)).toEqual([])
    expect(await clock(files[0], 'undecided')).toMatchObject({ state: 'open', due: '2026-07-01' })
    expect((await attempt(story.house, files[1], 'note-end', story.clerk)).body).toMatchObject({ code: 'testing.no-end-to-note' })
  })

  it('lights an alarm once the mark is past its end, and its own terms propose the decision', async () => {
    await story.past('2026-07-06')
    for (const file of files) expect(await clock(file, 'undecided')).toMatchObject({ state: 'lapsed' })
    expect(await clock(files[0], 'supply')).toMatchObject({ state: 'lapsed' })
    expect(await clock(files[1], 'correction')).toMatchObject({ state: 'lapsed' })
    expect((await attempt(story.house, await marked(completing), 'cancel', story.clerk, { reason: '有效期届满未延续' })).body).toMatchObject({ code: 'testing.renewal-undecided' })
  })

  it('not accepted or declined, the latter by another person than asked for the corrections, it leaves the mark to be cancelled', async () => {
    await take(story.house, files[0], 'not-accept', story.clerk, { reason: '逾期未补正' })
    expect((await attempt(story.house, files[1], 'decline', story.clerk, { reason: '逾期未整改' })).body).toMatchObject({ code: 'kernel.two-persons' })
    await take(story.house, files[1], 'decline', story.head, { reason: '逾期未整改' })
    await story.past('2026-07-08')
    for (const code of story.labs) {
      expect(await clock(await marked(code), 'expiry')).toMatchObject({ state: 'lapsed' })
      await take(story.house, await marked(code), 'cancel', story.clerk, { reason: '有效期届满未延续' })
      expect(await row(story.house, await marked(code))).toMatchObject({ state: 'cancelled', ended_on: '2026-07-08' })
    }
  })
})
