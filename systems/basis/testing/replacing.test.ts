// A corrected report is a report: only somebody who may sign that day replaces one (ISO/IEC 17025, 6.2.6 and 7.8.8).
import { expect, it } from 'vitest'
import { reporting } from './report.ts'

const person = { rights: ['sign'], classes: ['furniture'], state: 'authorised', from: '2025-01-01', to: '2026-05-31' }
const replace = (today: string, people: readonly object[]) =>
  (reporting.steps['replace']!.confirm as (c: object, at: object) => Promise<unknown>)(
    { record: { laboratory: 'L', productClass: 'furniture' }, actor: { id: 'di' }, today },
    { list: () => Promise.resolve(people) },
  )

it('is refused to whoever held the right once, and to whoever never did', async () => {
  await expect(replace('2026-05-20', [person])).resolves.not.toThrow()
  await expect(replace('2026-06-01', [person])).rejects.toMatchObject({ code: 'testing.not-authorised' })
  await expect(replace('2026-05-20', [])).rejects.toMatchObject({ code: 'testing.not-authorised' })
})
