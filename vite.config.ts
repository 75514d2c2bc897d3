// Builds the office application: three languages in one pass, the packages they share once.
import { join } from 'node:path'
import { defineConfig } from 'vite'
import type { Language } from './kernel/words.ts'
import { languageIn, oneLanguage } from './web/build/one-language.ts'

const languages: readonly Language[] = ['zh', 'hant', 'en']
const root = join(import.meta.dirname, 'zhiheng.web.tsx')
const packages = /[\\/]node_modules[\\/]/

export default defineConfig({
  base: '/office/',
  plugins: [oneLanguage()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: Object.fromEntries(languages.map((language) => [language, `${root}?language=${language}`])),
      // Marks of libraries for servers that render components; nothing is rendered there here.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
      output: {
        codeSplitting: {
          groups: [
            // What the first page needs: one file of packages for all languages, one of ours for each.
            { name: 'packages', test: packages, tags: ['$initial'], priority: 3 },
            { debugName: 'office', name: (id) => `office-${languageIn(id) ?? 'all'}`, test: (id) => !packages.test(id), tags: ['$initial'], priority: 3 },
            { name: 'charts', test: /[\\/]node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
            // Pickers and the like, by the pages that use them; small ones go together.
            { name: 'controls', test: packages, entriesAware: true, entriesAwareMergeThreshold: 24_000, priority: 1 },
          ],
        },
      },
    },
  },
})
