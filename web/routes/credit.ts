// Credit in public: the file of a body, the list of serious breaches, the rule of the class, whether it is fair, and how raters did.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { refusals } from '../../kernel/refusal.ts'
import { checkUscCode } from '../../kernel/usc-code.ts'
import { words, type Words } from '../../kernel/words.ts'
import { ruleOn } from '../../store/scales/rule.ts'
import { industriesOf, industryName } from '../../systems/basis/parties/index.ts'
import { creditClassScale } from '../../systems/standing/credit/index.ts'
import { fairnessNow, publicCredit, ratersJudged } from '../data/credit.ts'
import { searchBodies, bodyView } from '../data/parties.ts'
import { endText, pageEnd, publicationOf, publishedPage } from '../data/published.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { CreditFilePage, CreditPage } from '../site/credit-pages.tsx'
import { FairnessPage, RatersPage, RulePage } from '../site/credit-rule-pages.tsx'

const title = words('质量信用', 'Quality credit')
const titles = {
  rule: words('分类规则', 'How bodies are classed'),
  fairness: words('分类是否公平', 'Is the class fair?'),
  raters: words('评级机构与结果', 'Raters against outcomes'),
} as const

const creditPages = refusals('credit-page', {
  'no-code': {
    status: 404,
    title: words('不是统一社会信用代码', 'Not a unified social credit code'),
    detail: words('“{code}”：{zh}。', '“{code}”: {en}.'),
    remedy: words('请对照营业执照重新输入，或者按名称查找。', 'Copy it again from the licence, or search by name.'),
  },
})

async function listPage(parts: PublicParts, { s, query }: Visit): Promise<Rendered> {
  const text = (query['q'] ?? '').trim().slice(0, 100)
  const after = pageEnd(query['after'])
  const [search, listed] = await Promise.all([
    text === '' ? null : searchBodies(parts.engine, text, null),
    publishedPage(parts, 'serious-listings', { by: 'published', where: { all: [] }, ...(after ? { after } : {}) }),
  ])
  const props = { text, search, listed: listed.items, next: listed.next && endText(listed.next), publication: publicationOf(parts, 'serious-listings'), s }
  return { title, crumbs: [['', title]], body: createElement(CreditPage, props) }
}

async function filePage(parts: PublicParts, { s, params }: Visit): Promise<Rendered> {
  const asked = params['code']!
  const checked = checkUscCode(asked)
  if (!checked.ok) return creditPages.refuse('no-code', { code: asked.slice(0, 40), ...checked.reason })
  const [view, file] = await Promise.all([bodyView(parts.engine, checked.code), publicCredit(parts, checked.code)])
  const name = view ? String(view.body.values['name']) : null
  const shown: Words = words(name ?? checked.code, name ?? checked.code)
  const officeOf = (authority: string): Words => {
    const office = parts.engine.offices.get(authority)
    return office ? words(office.titleZh, office.titleEn) : words(authority, authority)
  }
  const props = {
    code: checked.code, name, officeOf, ...file, entry: publicationOf(parts, 'credit-entries'), listing: publicationOf(parts, 'serious-listings'), s,
  }
  return { title: shown, crumbs: [['/credit', title], ['', shown]], body: createElement(CreditFilePage, props) }
}

export function creditRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/credit', async (visit) => listPage(parts, visit))
  publicPage(app, '/credit/rule', async ({ s }) => {
    const today = dayOf(parts.engine.now())
    const versions = parts.engine.parameters.named(creditClassScale.weights!.parameter)!.versions
    const ruleFrom = (from: string) => ruleOn(parts.engine, creditClassScale, from)!
    const editions = versions.map(({ from, to, note }) => ({ from, to: to ?? null, note: note ?? null, rule: ruleFrom(from) }))
    const props = { scale: creditClassScale, today, editions: editions.toReversed(), s }
    return { title: titles.rule, crumbs: [['/credit', title], ['', titles.rule]], body: createElement(RulePage, props) }
  })
  publicPage(app, '/credit/fairness', async ({ s }) => {
    const { fields } = parts.engine.house.registers.get('enterprise')!
    const trades = industriesOf(parts.engine.parameters.at('parties.industries', dayOf(parts.engine.now())))
    const tradeOf = (digits: string): string => industryName(trades, digits) ?? digits
    const props = { fields, tradeOf, ...(await fairnessNow(parts)), s }
    return { title: titles.fairness, crumbs: [['/credit', title], ['', titles.fairness]], body: createElement(FairnessPage, props) }
  })
  publicPage(app, '/credit/raters', async ({ s }) => {
    const body = createElement(RatersPage, { ...(await ratersJudged(parts)), s })
    return { title: titles.raters, crumbs: [['/credit', title], ['', titles.raters]], body }
  })
  publicPage(app, '/credit/:code', async (visit) => filePage(parts, visit))
}
