// A line over time by ECharts, with its table; loaded when a page shows one, and after the table.
import { LineChart as Lines } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { words } from '../../kernel/words.ts'
import { say } from './language.ts'

use([Lines, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

export interface LineChartProps {
  readonly title: string
  readonly unit: string
  readonly points: readonly { readonly at: string; readonly value: string | null }[]
}

const ink = '#51636f'

export default function LineChart({ title, unit, points }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      grid: { left: 8, right: 16, top: 28, bottom: 8, outerBoundsMode: 'same' },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: points.map((point) => point.at), axisLabel: { color: ink } },
      yAxis: { type: 'value', name: unit, scale: true, axisLabel: { color: ink }, nameTextStyle: { color: ink, align: 'left' } },
      // What is missing is a gap, never nought.
      series: [
        {
          type: 'line',
          name: title,
          data: points.map((point) => (point.value === null ? null : Number(point.value))),
          symbolSize: 4,
          lineStyle: { color: '#0f4c5c' },
          itemStyle: { color: '#0f4c5c' },
          connectNulls: false,
        },
      ],
    })
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(box.current!)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [title, unit, points])
  return (
    <figure className="chart">
      <figcaption>
        {title} ({unit})
      </figcaption>
      <div ref={box} className="chart-box" role="img" aria-label={title} />
      <details>
        <summary>{say(words('数据表', 'Table'))}</summary>
        <div className="scroll" tabIndex={0} role="group" aria-label={title}>
          <table className="plain">
            <tbody>
              {points.map((point) => (
                <tr key={point.at}>
                  <th scope="row">{point.at}</th>
                  <td className="number">{point.value ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
