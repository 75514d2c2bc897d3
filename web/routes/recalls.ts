// Recalls in public: the list with its search, one recall, its notice on paper, one vehicle by its number, and a feed for each search.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { paperDay, type Paper } from '../../kernel/paper.ts'
import { words, type Words } from '../../kernel/words.ts'
import { languageOf } from '../../server/language.ts'
import { print } from '../../server/paper/press.ts'
import type { Filter } from '../../kernel/filter.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/day.ts'
import { checkVin, plainVin, recallRefusals } from '../../systems/oversight/recall/index.ts'
import type { Published } from '../../store/publications.ts'
import { endText, onePublished, pageEnd, publicationOf, publishedPage, sealedAs } from '../data/published.ts'
import { recallsOfVin } from '../data/vin-recalls.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { valueIn } from '../site/published-parts.tsx'
import { RecallEndedPage, RecallOrderPage } from '../site/recall-order-page.tsx'
import { RecallPage } from '../site/recall-page.tsx'
import { RecallsPage, scopeOf, serialsOf, type RecallQuery } from '../site/recalls-page.tsx'
import { saying } from '../site/saying.ts'
import { VinPage } from '../site/vin-page.tsx'
import { atomFeed } from './atom.ts'

const title = words('召回', 'Recalls')
const vinTitle = words('查一辆车是否召回', 'Is one vehicle recalled?')

const queryOf = (query: Visit['query']): RecallQuery => ({
  text: (query['q'] ?? '').trim().slice(0, 100),
  productClass: query['class'] ?? '',
  state: query['state'] ?? '',
})

/** Product, maker, model, barcode, lot or serial numbers: a shopper types what stands on the thing, and all of it is searched. */
const whereOf = ({ text, productClass, state }: RecallQuery): Filter => ({
  all: [
    ...(text === '' ? [] : [{ search: text }]),
    ...(productClass === '' ? [] : [{ field: 'productClass', is: productClass }]),
    ...(state === 'done' ? [{ field: 'state', is: 'done' }] : []),
    ...(state === 'running' ? [{ field: 'state', in: ['running', 'evaluating'] }] : []),
  ],
})

/** The announcement as an official paper, made of what is published and of nothing else. */
async function notice(parts: PublicParts, item: Published): Promise<Paper> {
  const publication = publicationOf(parts, 'recalls')
  const show = (name: string): string => valueIn(publication.of.fields[name]!, item.values[name], saying('zh', '/', false))
  const sealed = await sealedAs(parts, 'recalls', item.id)
  const columns = ['型号', '商品条码', '批号', '序列号', '生产日期'].map((each) => ({ title: each }))
  const rows = scopeOf(item.values).map((line) => [
    line.model,
    line.gtin ?? '—',
    line.lot ?? '—',
    serialsOf(line),
    line.madeFrom ? `${line.madeFrom} 至 ${line.madeTo ?? line.madeFrom}` : '—',
  ])
  return {
    kind: 'bulletin',
    language: 'zh',
    title: '召回公告',
    ...(item.number ? { number: item.number } : {}),
    blocks: [
      { kind: 'paragraph', text: `${show('producerName')}召回其生产的${show('product')}（${show('productClass')}），方式：${show('how')}${item.values['orderedBy'] ? `（依据${show('orderedBy')}）` : ''}。` },
      { kind: 'paragraph', text: `缺陷和危险：${show('danger')}` },
      { kind: 'table', caption: '召回范围', columns, rows },
      { kind: 'paragraph', text: `生产 ${show('made')} 件，已售出并受影响 ${show('affected')} 件。补救措施：${show('measures')}，费用由生产者或者销售者承担。` },
      { kind: 'paragraph', text: `消费者怎么办：${show('advice')}。联系方式：${show('contact')}。` },
      { kind: 'paragraph', text: `公布日期：${item.values['published'] ? paperDay(String(item.values['published']), 'zh') : '—'}` },
      ...(sealed ? [{ kind: 'qr' as const, text: sealed.address, caption: '扫码可脱机核验本公告' }] : []),
    ],
  }
}

const pages = { recalls: RecallPage, 'recall-orders': RecallOrderPage, 'recalls-withdrawn': RecallEndedPage } as const
type PublicName = keyof typeof pages

/** A recall has one address from the order that is public to its end, and after its withdrawal. */
async function found(parts: PublicParts, id: string | undefined): Promise<{ readonly name: PublicName; readonly item: Published }> {
  let refused: unknown
  for (const name of Object.keys(pages) as PublicName[])
    try {
      return { name, item: await onePublished(parts, name, id) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // That it is gone says more than that it is not found.
      if (refused === undefined || error.status === 410) refused = error
    }
  throw refused
}

/** Orders whose plan is awaited, and what fell after it was public, as far as they fit. */
async function besides(parts: PublicParts, asked: RecallQuery, name: PublicName, by: string): Promise<readonly Published[]> {
  const fits = asked.state === '' || (asked.state === 'running' && name === 'recall-orders')
  return fits ? (await publishedPage(parts, name, { by, where: whereOf({ ...asked, state: '' }) })).items : []
}

function feedRoute(app: FastifyInstance, parts: PublicParts): void {
  for (const prefix of ['', '/hant', '/en'])
    app.get(`${prefix}/recalls/feed.atom`, { schema: { hide: true } as object }, async (request, reply) => {
      const query = queryOf(request.query as Visit['query'])
      const s = saying(languageOf(request), '/recalls', false)
      const site = parts.keys.history.site
      const fields = publicationOf(parts, 'recalls').of.fields
      const { items: latest } = await publishedPage(parts, 'recalls', { by: 'published', where: whereOf(query) })
      const entry = (item: Published, before: string, day: unknown) => ({
        id: item.id,
        address: `${site}${s.to(`/recalls/${item.id}`)}`,
        title: `${before}${valueIn(fields['product']!, item.values['product'], s)} · ${valueIn(fields['producerName']!, item.values['producerName'], s)}`,
        summary: ['danger', 'advice', 'conclusion'].flatMap((name) => (item.values[name] ? valueIn(fields[name]!, item.values[name], s) : [])).join(' '),
        day: String(day ?? item.since),
      })
      const orders = await besides(parts, query, 'recall-orders', 'orderTold')
      const ended = await besides(parts, query, 'recalls-withdrawn', 'ended')
      const items = [
        ...latest.map((item) => entry(item, '', item.values['published'])),
        ...orders.map((item) => entry(item, s.say(words('责令召回：', 'Ordered: ')), item.values['orderTold'])),
        ...ended.map((item) => entry(item, s.say(words('已撤销：', 'Withdrawn: ')), item.values['ended'])),
      ]
      const asked = request.url.split('?')[1]
      const self = `${site}${s.to('/recalls/feed.atom')}${asked ? `?${asked}` : ''}`
      return reply.type('application/atom+xml; charset=utf-8').send(atomFeed({ title: s.say(title), self, page: `${site}${s.to('/recalls')}`, items }))
    })
}

const answers = ['within', 'perhaps', 'none'] as const
const params = { type: 'object', required: ['vin'], properties: { vin: { type: 'string', maxLength: 60 } } }
const summary = 'Published recalls that concern one vehicle: within a range, perhaps (no numbers are named), or none; none is no proof of safety'

/** The same answer for programs, under its own address: recalls as they are published, and no more. */
function vehicleRoute(app: FastifyInstance, parts: PublicParts): void {
  app.get<{ Params: { vin: string } }>(
    '/api/v1/vehicles/:vin/recalls',
    { schema: { tags: ['publications'], operationId: 'vehicle-recalls', summary, params } as object },
    async (request) => {
      const vin = plainVin(request.params.vin)
      if (!checkVin(vin)) recallRefusals.refuse('wrong-vin', { vin, field: 'vin' })
      const { within, perhaps } = await recallsOfVin(parts, vin)
      const answer = answers[within.length > 0 ? 0 : perhaps.length > 0 ? 1 : 2]
      return { vin, asOf: dayOf(parts.engine.now()), answer, within, perhaps }
    },
  )
}

export function recallRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/recalls', async ({ s, query }) => {
    const asked = queryOf(query)
    const after = pageEnd(query['after'])
    const page = { by: 'published', where: whereOf(asked), ...(after ? { after } : {}) }
    const { items, next } = await publishedPage(parts, 'recalls', page)
    const orders = after ? [] : await besides(parts, asked, 'recall-orders', 'orderTold')
    const ended = after ? [] : await besides(parts, asked, 'recalls-withdrawn', 'ended')
    const props = { publication: publicationOf(parts, 'recalls'), items, orders, ended, next: next && endText(next), asked, s }
    return { title, crumbs: [['', title]], body: createElement(RecallsPage, props) }
  })
  vehicleRoute(app, parts)
  publicPage(app, '/vin', async ({ s, query }) => {
    const vin = plainVin(query['vin'] ?? '')
    const props = { publication: publicationOf(parts, 'recalls'), vin, answer: checkVin(vin) ? await recallsOfVin(parts, vin) : null, s }
    return { title: vinTitle, crumbs: [['/recalls', title], ['', vinTitle]], body: createElement(VinPage, props) }
  })
  publicPage(app, '/recalls/:id', async ({ s, params }) => {
    const { name, item } = await found(parts, params['id'])
    const product: Words = words(String(item.values['product']), String(item.values['product']))
    const props = { publication: publicationOf(parts, name), item, sealed: await sealedAs(parts, name, item.id), s }
    return { title: product, crumbs: [['/recalls', title], ['', product]], body: createElement(pages[name], props) }
  })
  for (const format of ['pdf', 'docx'] as const)
    publicPage(app, `/recalls/:id/notice.${format}`, async ({ params }) => {
      const item = await onePublished(parts, 'recalls', params['id'])
      const { bytes, mediaType } = await print(await notice(parts, item), format)
      return { title, body: null, file: { name: `${item.number ?? item.id}.${format}`, bytes, mediaType } }
    })
  feedRoute(app, parts)
}
