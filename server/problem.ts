// Refusals as problem details (RFC 9457) in the reader's language; faults are logged and say nothing of the inside.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { Refusal } from '../kernel/refusal.ts'
import { words, type Language, type Words } from '../kernel/words.ts'
import { faultTold } from './fault.ts'
import { inLanguage } from './language.ts'

export interface ProblemDetails {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  readonly field?: string
  readonly basis?: string
  readonly instance: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string; readonly remedy: string }[]
}

/** JSON Pointer (RFC 6901) of an answer, or of a cell of a table: rows are counted from one for people, from nought in JSON. */
const pointerOf = (path: string): string =>
  `#/answers/${path.replace(/^([^.]+)\.(\d+)\./, (_, name: string, row: string) => `${name}/${Number(row) - 1}/`)}`

export function problemOf(refusal: Refusal, language: Language, instance: string): ProblemDetails {
  const say = (text: Words) => inLanguage(text, language)
  return {
    type: `/problems/${refusal.code}`,
    status: refusal.status,
    code: refusal.code,
    title: say(refusal.title),
    detail: say(refusal.detail),
    remedy: say(refusal.remedy),
    ...(refusal.field ? { field: refusal.field } : {}),
    ...(refusal.basis ? { basis: citationKey(refusal.basis) } : {}),
    instance,
    ...(refusal.problems.length > 0
      ? {
          errors: refusal.problems.map((p) => ({
            pointer: pointerOf(p.field),
            code: p.code,
            detail: say(p.words),
            remedy: say(p.remedy),
          })),
        }
      : {}),
  }
}

const form = (status: 400 | 404 | 413 | 415 | 429, title: Words, detail: Words, remedy: Words) => ({ status, title, detail, remedy })

/** What the HTTP layer itself refuses, by the code that Fastify gives. */
const ofTransport: Readonly<Record<string, ReturnType<typeof form>>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: form(
    400,
    words('不是有效的 JSON', 'Not valid JSON'),
    words('请求正文无法读取，没有办理任何事项。', 'The body of the request cannot be read; nothing was done.'),
    words('请检查括号、引号和逗号后重新发送。', 'Check brackets, quotes and commas and send again.'),
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: form(
    400,
    words('正文为空', 'An empty body'),
    words('请求没有正文。', 'The request has no body.'),
    words('请以 JSON 发送内容。', 'Send the contents as JSON.'),
  ),
  FST_ERR_CTP_BODY_TOO_LARGE: form(
    413,
    words('内容过大', 'Too large'),
    words('请求超过允许的大小，没有保存。', 'The request is larger than allowed; nothing was saved.'),
    words('请拆分后分次发送。', 'Split it and send the parts one by one.'),
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: form(
    415,
    words('不支持的内容类型', 'Unknown media type'),
    words('服务器读不了这种内容类型。', 'The server cannot read this media type.'),
    words('请以 application/json 发送。', 'Send application/json.'),
  ),
  FST_ERR_VALIDATION: form(
    400,
    words('请求不完整', 'The request is not well-formed'),
    words('请求的参数不符合接口说明。', 'The parameters do not fit the description of the interface.'),
    words('请对照接口说明核对参数。', 'Compare the parameters with the description of the interface.'),
  ),
}

const tooMany = form(
  429,
  words('请求过于频繁', 'Too many requests'),
  words('短时间内请求过多。', 'There were too many requests in a short time.'),
  words('请稍候再试。', 'Wait a moment and try again.'),
)

/** The refusal that an error of the transport amounts to, or null for a fault of our own. */
export function refusalOf(error: FastifyError | Error): Refusal | null {
  if (error instanceof Refusal) return error
  const { code, statusCode } = error as FastifyError
  const known =
    ofTransport[code ?? ''] ??
    (statusCode === 429
      ? tooMany
      : statusCode === 400
        ? ofTransport['FST_ERR_CTP_INVALID_JSON_BODY']
        : statusCode === 413
          ? ofTransport['FST_ERR_CTP_BODY_TOO_LARGE']
          : undefined)
  return known
    ? new Refusal(`transport.${(code ?? String(statusCode)).toLowerCase().replace('fst_err_', '').replaceAll('_', '-')}`, known)
    : null
}

const fault = words(
  '系统未能完成这次请求，已经记录。您提交的内容如未收到回执即未保存。',
  'The platform could not finish this request and has noted it. What you sent was not saved unless you have a receipt.',
)

export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply, language: Language): FastifyReply {
  // What is still on its way of a file that was refused is let pass by, or the next request on the same line would wait behind it.
  if (!request.raw.complete) request.raw.unpipe().resume()
  const refusal = refusalOf(error)
  if (refusal)
    return reply
      .code(refusal.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(refusal, language, request.id)))
  request.log.error({ method: request.method, route: request.routeOptions.url ?? 'unknown', fault: faultTold(error) }, 'fault')
  const body = {
    type: '/problems/fault',
    status: 500,
    code: 'fault',
    title: inLanguage(words('系统故障', 'Fault'), language),
    detail: inLanguage(fault, language),
    remedy: inLanguage(
      words('请稍后重试；持续出现请联系运维并提供编号。', 'Try again later; if it stays, give the number to the operators.'),
      language,
    ),
    instance: request.id,
  }
  return reply.code(500).type('application/problem+json').send(JSON.stringify(body))
}
