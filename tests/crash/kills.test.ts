// A few rounds of what `kill-fifty.ts` does fifty times: whatever is killed, what was acknowledged stays and nothing is half done.
import { expect, it } from 'vitest'
import { killRounds } from './rounds.ts'

it('kills of the server, of its database and of both lose nothing, halve nothing and repeat nothing', { timeout: 600_000 }, async () => {
  const told = await killRounds(3)
  expect(told.broken).toEqual([])
  expect(told.kills).toEqual({ server: 1, postmaster: 1, both: 1, backend: 0 })
  expect(told.acknowledged).toBeGreaterThan(0)
  for (const what of ['reports', 'signals', 'outdated', 'lapses', 'documents'] as const) expect(told.brought[what], what).toBeGreaterThan(0)
})
