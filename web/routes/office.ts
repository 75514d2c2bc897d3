// The office application: its page in each language, its hashed files kept for a year, and the titles of acts that its pages cite.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { chinaActs } from '../../jurisdictions/china/law/acts.ts'
import { hebeiActs } from '../../jurisdictions/hebei/programme/acts.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { words, type Language } from '../../kernel/words.ts'
import { inLanguage, languageOf } from '../../server/language.ts'
import { callerOf } from '../../server/identity.ts'
import { lettingStylesBeWritten } from '../../server/policy.ts'
import { packageRoot } from '../../store/package-root.ts'
import { catalogueOf } from '../../systems/basis/law/index.ts'
import type { PublicParts } from '../render.ts'
import { languageTag } from '../site/saying.ts'

/** Where the build puts the application. */
export const builtWeb = join(packageRoot, 'dist', 'web')
const prefixes: Readonly<Record<Language, string>> = { zh: '', hant: '/hant', en: '/en' }
const entryOf = (language: Language): string => `zhiheng.web.tsx?language=${language}`

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const texts = {
  title: words('质衡工作台', 'Zhiheng office'),
  opening: words('正在打开工作台…', 'Opening the office …'),
  plain: words('打不开时，请用不需要脚本的简版工作台：', 'If it does not open, use the plain desk, which needs no script:'),
  unbuilt: words(
    '工作台应用还没有构建：请运行 npm run build。在此之前可以使用简版工作台：',
    'The office application has not been built: run npm run build. Until then use the plain desk:',
  ),
}

/** All that the first page needs, asked for at once instead of one after another. */
function needed(manifest: Readonly<Record<string, Chunk>>, entry: string): { scripts: string[]; styles: string[] } {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name) || !manifest[name]) return
    seen.add(name)
    for (const other of manifest[name].imports ?? []) visit(other)
  }
  visit(entry)
  const chunks = [...seen].map((name) => manifest[name]!)
  return { scripts: chunks.map((chunk) => chunk.file), styles: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))] }
}

/** The page that starts the application; it says where to go when that does not start. */
function page(language: Language, large: boolean): string {
  const say = (text: { zh: string; en: string }) => inLanguage(text, language)
  const desk = `${prefixes[language]}/desk`
  const file = join(builtWeb, 'manifest.json')
  const built = existsSync(file)
  const manifest = built ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk>) : {}
  const { scripts, styles } = needed(manifest, entryOf(language))
  const [main, ...rest] = scripts
  const head = [
    ...styles.map((style) => `<link rel="stylesheet" href="/office/${style}">`),
    ...rest.map((script) => `<link rel="modulepreload" href="/office/${script}">`),
    ...(main ? [`<script type="module" src="/office/${main}"></script>`] : []),
  ]
  const plain = `${say(built ? texts.plain : texts.unbuilt)} <a href="${desk}">${desk}</a>`
  const start = `<main class="opening"><h1>${say(texts.title)}</h1><p>${built ? say(texts.opening) : ''}</p><p>${plain}</p></main>`
  return [
    '<!doctype html>',
    `<html lang="${languageTag[language]}"${large ? ' class="large"' : ''}>`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${say(texts.title)}</title><link rel="icon" href="/mark.svg">`,
    ...head,
    `</head><body><div id="office">${start}</div></body></html>`,
  ].join('\n')
}

const cookie = 'zhiheng_large'

function pages(app: FastifyInstance): void {
  const known = new Map<string, string>()
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = (request.query as Record<string, string | undefined>)['large']
    const large = asked === undefined ? request.cookies[cookie] === '1' : asked === '1'
    if (asked !== undefined) void reply.setCookie(cookie, large ? '1' : '0', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })
    const language = languageOf(request)
    const name = `${language}${large}`
    const html = known.get(name) ?? page(language, large)
    known.set(name, html)
    lettingStylesBeWritten(reply)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'cookie').send(html)
  }
  for (const prefix of Object.values(prefixes))
    for (const path of [`${prefix}/office`, `${prefix}/office/*`]) app.get(path, { schema: { hide: true } as object }, answer)
}

export async function officeRoutes(app: FastifyInstance, { engine }: PublicParts): Promise<void> {
  pages(app)
  if (existsSync(join(builtWeb, 'assets')))
    await app.register(serveFiles, {
      root: join(builtWeb, 'assets'),
      prefix: '/office/assets/',
      decorateReply: false,
      // Names hold the digest of the contents: what was fetched once is never asked for again.
      immutable: true,
      maxAge: '1y',
      preCompressed: true,
      schemaHide: true,
    })
  app.get('/api/v1/acts', { schema: { tags: ['office'], operationId: 'acts' } as object }, async (request, reply) => {
    const { person } = await callerOf(engine, request)
    if (person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
    const language = languageOf(request)
    const items = Object.fromEntries(
      catalogueOf(chinaActs, hebeiActs).map((act) => [act.id, { title: inLanguage(act.title, language), number: act.number ?? null }]),
    )
    return reply.header('cache-control', 'private, max-age=3600').send({ items })
  })
}
