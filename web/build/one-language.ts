// Build step: leaves one language of every wording, so that a reader loads no other; Traditional is made here.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst, type Plugin } from 'vite'
import type { Language } from '../../kernel/words.ts'
import { toTraditional } from '../../server/traditional.ts'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

interface Call extends Node {
  readonly callee: Node & { readonly name?: string }
  readonly arguments: readonly Node[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* within(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* within(child)
}

const isWording = (node: Node): node is Call =>
  node.type === 'CallExpression' && (node as Call).callee.name === 'words' && (node as Call).arguments.length === 2

/** Literals and the fixed parts of templates, where Chinese may stand. */
const holdsText = (node: Node): boolean =>
  node.type === 'TemplateElement' || (node.type === 'Literal' && typeof (node as { value?: unknown }).value === 'string')

function inTraditional(argument: Node, code: string): string {
  const texts = [...within(argument)].filter(holdsText).toSorted((a, b) => a.start - b.start)
  const pieces = texts.map((text, at) => {
    const before = code.slice(at === 0 ? argument.start : texts[at - 1]!.end, text.start)
    return before + toTraditional(code.slice(text.start, text.end))
  })
  return pieces.join('') + code.slice(texts.at(-1)?.end ?? argument.start, argument.end)
}

/** `words('简体', 'English')` with one of the two left; wordings inside a wording are left to the outer one. */
export function oneLanguageOf(code: string, language: Language, file = 'x.tsx'): string {
  const tree = parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const calls = [...within(tree)].filter(isWording)
  let made = ''
  let at = 0
  for (const call of calls.toSorted((a, b) => a.start - b.start)) {
    if (call.start < at) continue
    const [zh, en] = call.arguments as [Node, Node]
    const kept = language === 'en' ? code.slice(en.start, en.end) : language === 'hant' ? inTraditional(zh, code) : code.slice(zh.start, zh.end)
    made += `${code.slice(at, call.start)}words(${kept})`
    at = call.end
  }
  return made + code.slice(at)
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const wordsModule = `${root}kernel/words.ts`
const mark = '?language='

/** The language in which a file stands. */
export const languageIn = (id: string | undefined): Language | null => {
  const at = id?.indexOf(mark) ?? -1
  return at < 0 ? null : (id!.slice(at + mark.length) as Language)
}

/** Our own files, as against those of packages, which hold no wording and serve all languages. */
const isOwn = (id: string): boolean => id.startsWith(root) && !id.includes('/node_modules/') && /\.(tsx?|json)$/.test(id)

/** The module of wordings, whose calls have one text left. */
const spoken = (source: string): string =>
  `${source.replace('export const words', 'export const wordsOfTwo')}\nexport const words = (text: string) => ({ zh: text, en: text })\n`

/** Every file of ours that is reached from the entry of a language stands in that language; the mark goes along with each import. */
export const oneLanguage = (): Plugin => ({
  name: 'one-language',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const language = languageIn(importer)
    if (language === null) return null
    const found = await this.resolve(source, importer!.split('?')[0], { ...options, skipSelf: true })
    return found && !found.external && isOwn(found.id) ? `${found.id}${mark}${language}` : found
  },
  load(id) {
    const language = languageIn(id)
    if (language === null) return null
    const file = id.split('?')[0]!
    const source = readFileSync(file, 'utf8')
    if (file === wordsModule) return { code: spoken(source), moduleType: 'ts' }
    if (file.endsWith('.json')) return { code: source, moduleType: 'json' }
    const code = source.replaceAll(/import\.meta\.env\??\.MODE/g, JSON.stringify(language))
    return { code: code.includes('words(') ? oneLanguageOf(code, language, file) : code, moduleType: file.endsWith('x') ? 'tsx' : 'ts' }
  },
})
