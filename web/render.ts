// Rendering of a public page: language and type size of the reader, the document around it, refusals as pages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { citationKey } from '../kernel/citation.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { languageOf } from '../server/language.ts'
import type { SignInSettings } from '../server/sign-in/begin.ts'
import { sentParts, type SentFile } from '../server/sent-files.ts'
import type { Engine } from '../store/engine.ts'
import type { KeyRing } from '../store/keys/key-files.ts'
import type { Warehouse } from '../store/warehouse/warehouse.ts'
import { Document } from './site/document.tsx'
import { ProblemPage } from './site/plain-pages.tsx'
import { saying, type Saying } from './site/saying.ts'

export interface PublicParts {
  readonly engine: Engine
  readonly warehouse: Warehouse
  readonly keys: KeyRing
  readonly signIn: SignInSettings
}

export interface Rendered {
  readonly title: Words
  readonly body: ReactNode
  readonly crumbs?: readonly (readonly [string, Words])[]
  readonly status?: number
  /** Where the reader is sent instead of a page. */
  readonly redirect?: string
  /** Address of the one script that the page may run; it works without. */
  readonly script?: string
  /** Shown once, and kept by no cache. */
  readonly once?: boolean
  /** What is sent instead of a page. */
  readonly file?: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
}

export interface Visit {
  readonly s: Saying
  readonly query: Readonly<Record<string, string | undefined>>
  readonly params: Readonly<Record<string, string>>
  readonly form: URLSearchParams
  /** Files of the form that were not taken, each with its reason. */
  readonly refusedFiles: RefusedFile[]
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface RefusedFile {
  readonly field: string
  readonly refusal: Refusal
}

/** How a page takes the files of its form; the fields before them have been read when the first one comes. */
export interface Receiving {
  /** MB that one sending may hold. */
  most(): number
  take(visit: Visit, file: SentFile): Promise<{ readonly hash: string }>
}

export type PageMaker = (visit: Visit) => Promise<Rendered>

const large = 'zhiheng_large'

function visitOf(request: FastifyRequest, reply: FastifyReply): Visit {
  const query = request.query as Record<string, string | undefined>
  const path = request.url.split('?')[0]!.replace(/^\/(en|hant)(?=\/|$)/, '') || '/'
  const isLarge = query['large'] === undefined ? request.cookies[large] === '1' : query['large'] === '1'
  if (query['large'] !== undefined)
    void reply.setCookie(large, isLarge ? '1' : '0', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })
  return {
    s: saying(languageOf(request), decodeURI(path), isLarge),
    query,
    params: request.params as Record<string, string>,
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    refusedFiles: [],
    request,
    reply,
  }
}

/** Reads a form with files part by part: each file that is taken stands in the form as its hash, the others are told of. */
async function readForm(visit: Visit, receiving: Receiving | undefined): Promise<void> {
  if (!receiving || !visit.request.isMultipart()) return
  const refuse = (error: unknown, field: string) => {
    if (!(error instanceof Refusal)) throw error
    visit.refusedFiles.push({ field: error.field ?? field, refusal: error })
  }
  let last = ''
  try {
    for await (const part of sentParts(visit.request, receiving.most())) {
      if ('value' in part) visit.form.append(part.field, part.value)
      else {
        last = part.file.field
        const taken = await receiving.take(visit, part.file).catch((error: unknown) => refuse(error, last))
        if (taken) visit.form.append(last, taken.hash)
      }
    }
  } catch (error) {
    refuse(error, last)
  }
}

function html(visit: Visit, rendered: Rendered): string {
  const { s } = visit
  const crumbs = rendered.crumbs?.map(([path, label]) => [path, s.say(label)] as const)
  const { script } = rendered
  const more = { ...(crumbs ? { crumbs } : {}), ...(script ? { script } : {}) }
  const document = createElement(Document, { s, title: s.say(rendered.title), ...more, children: rendered.body })
  return `<!doctype html>${renderToStaticMarkup(document)}`
}

function refused(error: unknown, s: Saying): Rendered {
  if (!(error instanceof Refusal)) throw error
  return {
    title: error.title,
    status: error.status,
    body: createElement(ProblemPage, {
      title: error.title,
      detail: error.detail,
      remedy: error.remedy,
      basis: error.basis ? citationKey(error.basis) : null,
      s,
    }),
  }
}

/** A page at its address in all three languages; `post` takes the page's own form. */
export function publicPage(
  app: FastifyInstance,
  path: string,
  make: PageMaker,
  post?: PageMaker,
  receiving?: Receiving,
  // Forms with files fill a disk sooner than others.
  perMinute: number | undefined = receiving && 60,
): void {
  const answer = (maker: PageMaker) => async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = visitOf(request, reply)
    if (maker === post) await readForm(visit, receiving)
    const rendered = await maker(visit).catch((error: unknown) => refused(error, visit.s))
    if (rendered.redirect) return reply.redirect(rendered.redirect, 303)
    if (rendered.file) {
      const { name, mediaType, bytes } = rendered.file
      void reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store')
      return reply.type(mediaType).send(Buffer.from(bytes))
    }
    if (rendered.once) void reply.header('cache-control', 'no-store')
    return reply
      .code(rendered.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('vary', 'cookie')
      .send(html(visit, rendered))
  }
  const options = { schema: { hide: true } as object }
  for (const prefix of ['', '/hant', '/en']) {
    const address = path === '/' ? prefix || '/' : `${prefix}${path}`
    app.get(address, options, answer(make))
    const config = perMinute ? { config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } } : {}
    if (post) app.post(address, { ...options, ...config }, answer(post))
  }
}
