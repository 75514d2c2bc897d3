// Build step of pages with a script of their own: the script as one classic program, and the off-line page's sentences in
// Traditional Chinese.
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { sealSentences } from '../../kernel/trust/seal-words.ts'
import { toTraditional } from '../../server/traditional.ts'
import { sentences } from './sentences.ts'

/** A script with all it imports, `check.ts` unless told, minified, for browsers of 2020 and later. Needs the development packages. */
export async function bundleScript(entry: string = join(import.meta.dirname, 'check.ts')): Promise<string> {
  const bundle = await rolldown({
    input: entry, platform: 'browser', tsconfig: false, transform: { target: 'es2020' },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  await bundle.close()
  return output[0].code
}

/** Simplified to Traditional for everything the page can say. */
export function traditionalSentences(others: readonly string[] = []): Record<string, string> {
  const all = [...Object.values(sentences), ...sealSentences].map((text) => text.zh)
  return Object.fromEntries([...all, ...others].map((text) => [text, toTraditional(text)]))
}
