// Charts as pictures, drawn by ECharts on the server: SVG for PDF and HTML, PNG for DOCX; the font is the one we carry.
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Block } from '../../kernel/paper.ts'

echarts.use([LineChart, BarChart, GridComponent, LegendComponent, TitleComponent, AriaComponent, SVGRenderer])

type Chart = Extract<Block, { kind: 'chart' }>

const require = createRequire(import.meta.url)
export const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
export const boldFontFile = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')
const family = 'Noto Sans SC'
/** Okabe and Ito's colours, told apart by colour-blind readers too. */
const palette = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9']

export const chartSize = { width: 640, height: 300 } as const

export function chartSvg(chart: Chart): string {
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, ...chartSize })
  instance.setOption({
    animation: false,
    color: palette,
    textStyle: { fontFamily: family },
    aria: { enabled: true, decal: { show: chart.series.length > 1 } },
    legend: chart.series.length > 1 ? { bottom: 0 } : { show: false },
    grid: { left: 56, right: 16, top: 36, bottom: chart.series.length > 1 ? 44 : 28 },
    title: { text: `${chart.title}（${chart.unit}）`, left: 'center', textStyle: { fontSize: 14, fontFamily: family } },
    xAxis: { type: 'category', data: [...chart.x], axisLabel: { interval: 0, rotate: chart.x.length > 12 ? 45 : 0 } },
    yAxis: { type: 'value', scale: chart.type === 'line' },
    series: chart.series.map((series) => ({
      type: chart.type,
      name: series.name,
      // Missing is not zero: a gap stays a gap.
      data: series.values.map((value) => (value === null ? null : Number(value))),
      connectNulls: false,
    })),
  } as never)
  const svg = instance.renderToSVGString()
  instance.dispose()
  return svg
}

export function chartPng(chart: Chart): Uint8Array {
  const drawn = new Resvg(chartSvg(chart), {
    font: { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: family },
    fitTo: { mode: 'width', value: chartSize.width * 2 },
  })
  return drawn.render().asPng()
}
