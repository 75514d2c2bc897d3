// `publish bulletin --year 2014`: the bulletin of environment and targets, written from records in four formats.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Block, Paper } from '../kernel/paper.ts'
import { formats, print, type Format } from '../server/paper/press.ts'
import { figuresOf } from '../store/measures/figures.ts'
import { cities, ranking } from '../web/data/air.ts'
import { targetViews } from '../web/data/targets.ts'
import type { Zhiheng } from '../zhiheng.ts'
import type { Tell } from './progress.ts'
import { rankingText } from './ranking.ts'

async function targetBlocks(zhiheng: Zhiheng, year: number): Promise<Block[]> {
  const views = await targetViews(zhiheng.engine, zhiheng.warehouse, year)
  const rows = views.map((view) => {
    const latest = view.values.find((value) => value.year === view.progress.latest?.year)
    return [
      String(view.ordinal),
      view.title.zh,
      view.baseline ?? '—',
      view.goal,
      latest ? `${latest.value}（${latest.year}，${latest.origin === 'computed' ? '计算' : '公布'}）` : '—',
      view.stateTitle.zh,
    ]
  })
  return [
    { kind: 'heading', level: 1, text: '一、目标进展' },
    {
      kind: 'paragraph',
      text: `以下为《关于实施质量强省战略的意见》（冀政发〔2016〕33号）提出的十一项目标截至${year}年末的情况。标“计算”的由本平台记录算出，标“公布”的为他方发布的数值；没有本口径数值的，如实写明无数据。`,
    },
    {
      kind: 'table',
      caption: `表1 十一项目标截至${year}年末`,
      columns: [
        { title: '序' },
        { title: '目标' },
        { title: '基期', align: 'right' },
        { title: '目标值', align: 'right' },
        { title: '最近值' },
        { title: '判定' },
      ],
      rows,
    },
  ]
}

async function cityBlocks(zhiheng: Zhiheng, year: number): Promise<Block[]> {
  const of = async (measure: string) =>
    new Map(
      (await figuresOf(zhiheng.warehouse, { measure, at: String(year), dimensions: { province: '130000' } })).map((f) => [
        f.dimensions['city']!,
        f.value,
      ]),
    )
  const [pm25, good, index] = [await of('air.year.pm25'), await of('air.year.good-days'), await of('air.year.composite')]
  const shown = cities(zhiheng.engine).filter(({ code }) => pm25.has(code))
  const value = (map: Map<string, string | null>, code: string): string => map.get(code) ?? '—'
  return [
    { kind: 'heading', level: 1, text: '二、环境空气质量' },
    {
      kind: 'paragraph',
      text: `各市数值由${year}年日均值按《环境空气质量评价技术规范》计算；综合指数按《城市环境空气质量排名技术规定》计算。数据不足有效性规定的，标为试算值。`,
    },
    {
      kind: 'chart',
      title: `${year}年各市 PM2.5 年均浓度`,
      type: 'bar',
      unit: 'µg/m³',
      x: shown.map(({ name }) => name.zh.replace(/市$/, '')),
      series: [{ name: 'PM2.5', values: shown.map(({ code }) => pm25.get(code) ?? null) }],
    },
    {
      kind: 'table',
      caption: `表2 ${year}年各市空气质量`,
      columns: [
        { title: '城市' },
        { title: 'PM2.5', unit: 'µg/m³', align: 'right' },
        { title: '优良天数比例', unit: '%', align: 'right' },
        { title: '综合指数', align: 'right' },
      ],
      rows: shown.map(({ code, name }) => [name.zh, value(pm25, code), value(good, code), value(index, code)]),
    },
  ]
}

async function rankingBlocks(zhiheng: Zhiheng, year: number): Promise<Block[]> {
  const view = await ranking(zhiheng.engine, zhiheng.warehouse, String(year))
  if (view.cities.every((city) => city.value === null)) return []
  const worst = view.cities
    .filter((city) => city.rank !== null)
    .slice(-10)
    .reverse()
  const comparison = view.comparisons.find((each) => each.from === 'worst')
  return [
    { kind: 'heading', level: 1, text: '三、74 城市排名' },
    ...(comparison
      ? [
          {
            kind: 'paragraph' as const,
            text: comparison.sameSet
              ? '由日均值计算的综合指数较差的 10 个城市，与公布的名单为同一组城市。'
              : `较差的 10 个城市中有 ${comparison.inBoth.length} 个与公布的名单一致。`,
          },
        ]
      : []),
    {
      kind: 'table',
      caption: `表3 ${year}年综合指数较差的 10 个城市（由差到好）`,
      columns: [
        { title: '名次', align: 'right' },
        { title: '城市' },
        { title: '综合指数', align: 'right' },
        { title: '公布名次', align: 'right' },
      ],
      rows: worst.map((city, at) => [
        String(at + 1),
        city.city,
        city.value ?? '—',
        String(comparison?.cities.find((c) => c.city === city.city)?.published ?? '—'),
      ]),
    },
  ]
}

/** The bulletin as a document, from records alone. */
export async function bulletin(zhiheng: Zhiheng, year: number): Promise<Paper> {
  const blocks = [...(await targetBlocks(zhiheng, year)), ...(await cityBlocks(zhiheng, year)), ...(await rankingBlocks(zhiheng, year))]
  return {
    kind: 'bulletin',
    language: 'zh',
    issuer: '河北省质量强省战略领导小组办公室',
    number: `〔${year}〕演示`,
    title: `${year}年环境与质量目标公报`,
    blocks: [
      ...blocks,
      { kind: 'note', text: '本公报由质衡平台的记录自动生成，属演示，不代表任何机关。空气数据为公开转载的监测数据。' },
      { kind: 'signature', authority: '河北省质量强省战略领导小组办公室（演示）', day: zhiheng.engine.now().slice(0, 10) },
    ],
  }
}

export async function publish(zhiheng: Zhiheng, args: Readonly<Record<string, unknown>>, tell: Tell): Promise<unknown> {
  if (args['what'] === 'ranking') {
    const view = await ranking(zhiheng.engine, zhiheng.warehouse, String(args['year']))
    return { text: rankingText(view), comparisons: view.comparisons }
  }
  if (args['what'] !== 'bulletin')
    throw Object.assign(new Error(`There is no ${String(args['what'])} to publish; try “bulletin” or “ranking”.`), { exitCode: 2 })
  const year = Number(args['year'])
  const paper = await bulletin(zhiheng, year)
  const folder = String(args['out'])
  await mkdir(folder, { recursive: true })
  const all = Object.keys(formats) as Format[]
  const files: string[] = []
  for (const [done, format] of all.entries()) {
    tell({ progress: { done, of: all.length, what: format } })
    const { bytes } = await print(paper, format)
    const file = join(folder, `bulletin-${year}.${format}`)
    await writeFile(file, bytes)
    files.push(file)
  }
  tell({ progress: { done: all.length, of: all.length, what: 'done' } })
  return { files }
}
