// Finding a body, the page of one, and places by code and day.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import type { Division } from '../../kernel/area.ts'
import { dayOf, isDay, type Day } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { refusals } from '../../kernel/refusal.ts'
import { checkUscCode } from '../../kernel/usc-code.ts'
import { words, type Words } from '../../kernel/words.ts'
import { industriesOf, industryName } from '../../systems/basis/parties/index.ts'
import { bodyView, registeredBy, searchBodies } from '../data/parties.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { FindPage } from '../site/find-page.tsx'
import { BodyPage } from '../site/parties-pages.tsx'
import { directlyUnder, PlacesPage } from '../site/places-page.tsx'

const titles = { find: words('查企业', 'Find a body'), places: words('行政区划', 'Places') }

const bodyRefusals = refusals('body', {
  'not-on-record': {
    status: 404,
    title: words('没有登记这个代码', 'This code is not on record'),
    detail: words('代码 {code} 校验相符，但平台没有登记使用它的单位。', 'The code {code} is well formed, but no body with it is on record here.'),
    remedy: words('请按名称查找，或者在国家企业信用信息公示系统查询。', 'Search by name, or ask the national enterprise publicity system.'),
  },
  'no-code': {
    status: 404,
    title: words('不是统一社会信用代码', 'Not a unified social credit code'),
    detail: words('“{code}”：{zh}。', '“{code}”: {en}.'),
    remedy: words('请对照营业执照重新输入，或者按名称查找。', 'Copy it again from the licence, or search by name.'),
  },
})

const validOn = (division: Division, day: Day): boolean => division.from <= day && (division.to === undefined || day <= division.to)

function placeOf({ engine }: PublicParts, code: string, language: 'zh' | 'en'): { chain: readonly string[]; note: Words | null } {
  const { tree } = engine
  const day = dayOf(engine.now())
  const current = tree.current(code, day)
  const chain = tree.chain(code, day).map((each) => tree.name(each, day, language)).toReversed()
  const division = tree.on(current, day)
  const renamed = current === code ? null : words(`原代码，现为 ${current}`, `a former code, now ${current}`)
  const direct = division?.level === 'county' && tree.on(division.parent ?? '', day)?.level === 'province'
  return { chain, note: renamed ?? (direct ? directlyUnder : null) }
}

async function bodyPage(parts: PublicParts, { s, params }: Visit): Promise<Rendered> {
  const { engine } = parts
  const checked = checkUscCode(params['code']!)
  if (!checked.ok) return bodyRefusals.refuse('no-code', { code: params['code']!.slice(0, 40), ...checked.reason })
  const view = await bodyView(engine, checked.code)
  if (!view) return bodyRefusals.refuse('not-on-record', { code: checked.code })
  const { values, state } = view.body
  const day = dayOf(engine.now())
  const language = s.language === 'en' ? 'en' : 'zh'
  const rule = engine.parameters.find('parties.industries', day)
  const industry = values['industry'] as string | null
  const edition = rule && industriesOf(rule)
  const title = words(String(values['name']), String(values['name']))
  return {
    title,
    crumbs: [
      ['/enterprises', titles.find],
      ['', title],
    ],
    body: createElement(BodyPage, {
      view,
      fieldOf: (name) => engine.house.registers.get('enterprise')!.fields[name]!,
      state: engine.house.procedureOf('enterprise').states[state]!,
      registered: registeredBy(engine, checked.code),
      place: placeOf(parts, String(values['place']), language),
      industry: industry && edition ? { code: industry, name: industryName(edition, industry), edition: edition.edition } : null,
      nameOf: (area) => engine.tree.name(area, day, language),
      s,
    }),
  }
}

async function findPage({ engine }: PublicParts, { s, query }: Visit): Promise<Rendered> {
  const [text, place] = [(query['q'] ?? '').slice(0, 100), query['place'] ?? '']
  if (place !== '' && !engine.tree.has(place)) return kernelRefusals.refuse('not-found')
  const day = dayOf(engine.now())
  const language = s.language === 'en' ? 'en' : 'zh'
  const root = engine.tree.divisions.find((division) => division.parent === null)?.code
  const places = engine.tree.divisions
    .filter((division) => division.parent === root && validOn(division, day))
    .map(({ code }) => ({ code, name: engine.tree.name(code, day, language) }))
  return {
    title: titles.find,
    crumbs: [['', titles.find]],
    body: createElement(FindPage, {
      query: text,
      place,
      places,
      search: text.trim() === '' ? null : await searchBodies(engine, text, place || null),
      stateOf: (state) => engine.house.procedureOf('enterprise').states[state]!,
      nameOf: (area) => engine.tree.name(area, day, language),
      s,
    }),
  }
}

function placesPage({ engine }: PublicParts, { s, query }: Visit): Rendered {
  const today = dayOf(engine.now())
  const asked = query['day'] ?? ''
  const day = isDay(asked) && asked <= today ? asked : today
  const { divisions } = engine.tree
  const valid = divisions.filter((division) => validOn(division, day))
  const root = divisions.find((division) => division.parent === null)?.code
  const tree = valid
    .filter((division) => division.parent === root)
    .map((division) => ({ division, counties: valid.filter((each) => each.parent === division.code) }))
  const past = divisions.filter((division) => division.to !== undefined && division.to < day)
  return { title: titles.places, crumbs: [['', titles.places]], body: createElement(PlacesPage, { day, today, tree, past, s }) }
}

export function partyRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/enterprises', (visit) => findPage(parts, visit))
  publicPage(app, '/enterprise/:code', (visit) => bodyPage(parts, visit))
  publicPage(app, '/places', async (visit) => placesPage(parts, visit))
}
