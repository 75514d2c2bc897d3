// The credit check for procurement and tender: up to a thousand codes at once, an extract that is sealed and good for the day.
import type { FastifyInstance } from 'fastify'
import { stringify } from 'csv-stringify/sync'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { paperDay, type Paper } from '../../kernel/paper.ts'
import { refusals } from '../../kernel/refusal.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import { harmless } from '../../server/intake/formula.ts'
import { print } from '../../server/paper/press.ts'
import { act } from '../../store/records/gate.ts'
import { readFor } from '../../store/records/read.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { linesOf, sealedExtract } from '../data/credit.ts'
import { CheckPage, ExtractPage, extractTitles, notTold } from '../desk/credit-check-page.tsx'
import { keyOf, problemsOf } from '../form-answers.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import type { FormProblem } from '../site/form.tsx'
import { callerFor, office, signedIn } from './sign-in.ts'

const title = words('采购和招标信用查询', 'Credit check for procurement and tender')

const checkRefusals = refusals('credit-check', {
  'no-seal': {
    status: 410,
    title: words('这份查询没有可用的签章', 'This extract has no seal'),
    detail: words('查询 {number} 只在 {day} 当日有效，当日没有签章或者已有更正。', 'The extract {number} held on {day} only; it was not sealed that day, or was corrected.'),
    remedy: words('请重新查询。', 'Make the query again.'),
  },
})

/** Codes as people paste them: parted by anything that is no part of a code. */
const codesIn = (text: string): readonly string[] => text.toUpperCase().split(/[^0-9A-Z]+/).filter((each) => each !== '')

function checkForm(visit: Visit, csrf: string, key: string, problems: readonly FormProblem[]): Rendered {
  const typed = (name: string, most = 200): string => (visit.form.get(name) ?? '').slice(0, most)
  const values = { purchaser: typed('purchaser'), project: typed('project'), purpose: typed('purpose'), codes: typed('codes', 60_000) }
  return {
    title,
    status: problems.length > 0 ? 422 : 200,
    crumbs: [['/desk', office], ['', title]],
    body: createElement(CheckPage, { values, problems, hidden: { _key: key, _csrf: csrf }, s: visit.s }),
  }
}

/** A problem of one code says which: its place in what was pasted, and itself. */
const named = (problems: readonly FormProblem[], codes: readonly string[], visit: Visit): readonly FormProblem[] =>
  problems.map((problem) => {
    const [field, at] = problem.field.split('.')
    // Rows are counted from one.
    const code = codes[Number(at) - 1]
    if (field !== 'codes' || code === undefined) return { ...problem, field: field ?? problem.field }
    const place = visit.s.say(words(`第 ${at} 个（${code}）：`, `Number ${at} (${code}): `))
    return { ...problem, field, text: place + problem.text }
  })

async function check(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const caller = await callerFor(parts, visit)
  const [key, codes] = [keyOf(visit.form), codesIn(visit.form.get('codes') ?? '')]
  const given = Object.fromEntries(['purchaser', 'project', 'purpose'].map((name) => [name, visit.form.get(name) ?? '']))
  const answers = { ...given, codes: codes.map((code) => ({ code })) }
  try {
    const { record } = await act(parts.engine, { register: 'credit-extract', record: key, step: 'open', answers, key, person: caller.person })
    await sealedExtract(parts, await readFor(parts.engine, extractRegister(parts), caller.person, record))
    return { title, body: null, redirect: visit.s.to(`/desk/credit-check/${record}`) }
  } catch (error) {
    return checkForm(visit, caller.csrf ?? '', key, named(problemsOf(error, visit.s, 'codes'), codes, visit))
  }
}

const extractRegister = ({ engine }: PublicParts) => engine.house.procedureOf('credit-extract').of

async function extractOf(parts: PublicParts, visit: Visit): Promise<AnyRecord> {
  const caller = await callerFor(parts, visit)
  return readFor(parts.engine, extractRegister(parts), caller.person, visit.params['id']!)
}

async function extractPage(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const extract = await extractOf(parts, visit)
  const name = words(extract.number ?? '', extract.number ?? '')
  const sealed = await sealedExtract(parts, extract)
  const props = { extract, sealed, today: dayOf(parts.engine.now()), register: extractRegister(parts), s: visit.s }
  return { title: name, crumbs: [['/desk/credit-check', title], ['', name]], body: createElement(ExtractPage, props) }
}

const cells = (extract: AnyRecord): readonly (readonly string[])[] =>
  linesOf(extract).map(({ code, name, grade, points, listedUntil, penalties, breaches, objected }) =>
    [code, name ?? '未登记', grade ?? '—', points ?? '—', listedUntil ?? '—', penalties, breaches, objected].map(String),
  )

/** The extract on paper, with the QR of its seal. */
function paperOf(extract: AnyRecord, address: string): Paper {
  const told = (name: string): string => String(extract[name] ?? '—')
  return {
    kind: 'bulletin',
    language: 'zh',
    title: '质量信用查询结果',
    ...(extract.number ? { number: extract.number } : {}),
    blocks: [
      { kind: 'paragraph', text: `查询单位：${told('purchaser')}。项目：${told('project')}。查询日期：${paperDay(told('day'), 'zh')}，仅当日有效。` },
      { kind: 'paragraph', text: `共查询 ${told('asked')} 个单位；重大违法处罚自 ${told('lookBack')} 起回溯，较大数额罚款自 ${told('largeFine')} 元起；分类规则：${told('rule')}。` },
      { kind: 'table', caption: '查询结果', columns: extractTitles.map((each) => ({ title: each.zh })), rows: cells(extract) },
      { kind: 'paragraph', text: notTold.zh },
      { kind: 'qr', text: address, caption: '扫码可脱机核验本查询' },
    ],
  }
}

type Format = 'json' | 'csv' | 'pdf'

async function file(extract: AnyRecord, sealed: { readonly proof: object; readonly address: string }, format: Format) {
  const name = `${extract.number ?? extract.id}.${format}`
  if (format === 'json') return { name, mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(sealed.proof)) }
  if (format === 'pdf') return { name, ...(await print(paperOf(extract, sealed.address), 'pdf')) }
  const rows = [extractTitles.map((each) => each.zh), ...cells(extract).map((line) => line.map(harmless))]
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(`\ufeff${stringify(rows)}`) }
}

export function creditCheckRoutes(app: FastifyInstance, parts: PublicParts): void {
  const blank = async (visit: Visit): Promise<Rendered> => checkForm(visit, (await callerFor(parts, visit)).csrf ?? '', uuidv7(), [])
  publicPage(app, '/desk/credit-check', signedIn(parts, blank), signedIn(parts, async (visit) => check(parts, visit)))
  publicPage(app, '/desk/credit-check/:id', signedIn(parts, async (visit) => extractPage(parts, visit)))
  for (const format of ['json', 'csv', 'pdf'] as const)
    publicPage(
      app,
      `/desk/credit-check/:id/extract.${format}`,
      signedIn(parts, async (visit) => {
        const extract = await extractOf(parts, visit)
        const sealed = await sealedExtract(parts, extract)
        if (!sealed) return checkRefusals.refuse('no-seal', { number: extract.number ?? extract.id, day: String(extract['day']) })
        return { title, body: null, file: await file(extract, sealed, format) }
      }),
    )
}
