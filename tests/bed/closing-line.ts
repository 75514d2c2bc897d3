// The reporter that prints what was skipped and why, and as its last line how many passed, failed and were skipped.
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') counts.passed += 1
        else if (state === 'failed') counts.failed += 1
        else {
          counts.skipped += 1
          console.log(`skipped: ${test.fullName} (${test.result().state})`)
        }
      }
    }
    counts.failed += errors.length
    // The launcher adds what it checked itself and prints the line last of all.
    const file = process.env['ZHIHENG_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
    else console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  }
}
