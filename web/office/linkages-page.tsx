// The map of linkages: which step of which register causes what where, under which article; and which questions systems ask.
import { Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { words } from '../../kernel/words.ts'
import { get } from '../parts/api.ts'
import { ArticleLink } from '../parts/article.tsx'
import { say } from '../parts/language.ts'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { layoutOf, type Box, type Layout, type MapAnswer } from './linkage-layout.ts'
import { Titled } from './titled.tsx'

const texts = {
  title: words('联动图', 'Map of linkages'),
  lead: words(
    '实线：某一步办理后，依条文在另一台账自动发生的办理；虚线：向其他系统的询问。选中一个台账只看与它相关的线。下面的表与图内容相同。',
    'Solid: what a step in one register causes in another, by an article. Dashed: what one system asks of another. Choose a register to see its own lines only. The tables below say the same.',
  ),
  linkages: words('联动', 'Linkages'),
  questions: words('询问', 'Questions'),
  when: words('办理了', 'When this is taken'),
  then: words('则发生', 'this follows'),
  by: words('归谁处理', 'Whose'),
  basis: words('依据', 'Article'),
  title1: words('名称', 'Name'),
  asks: words('谁问', 'Who asks'),
  answers: words('谁答', 'Who answers'),
  nobody: words('尚无系统作答，按默认', 'nobody yet; the default is taken'),
  why: words('默认的理由', 'Why the default'),
}

interface DrawingProps {
  readonly layout: Layout
  readonly chosen: string | null
  readonly choose: (name: string | null) => void
}

function Node({ box, on, faint, choose }: { box: Box; on: boolean; faint: boolean; choose: () => void }) {
  return (
    <g
      className={['node', box.system ? 'system' : '', on ? 'on' : '', faint ? 'faint' : ''].join(' ')}
      transform={`translate(${box.x} ${box.y})`}
      role="button"
      tabIndex={0}
      aria-pressed={on}
      aria-label={box.title}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
    >
      <rect width={box.width} height={box.height} rx="4" />
      <text x="8" y={box.height / 2} dominantBaseline="central">
        {box.title.length > 22 ? `${box.title.slice(0, 21)}…` : box.title}
      </text>
      <title>{box.title}</title>
    </g>
  )
}

function Drawing({ layout, chosen, choose }: DrawingProps) {
  const related = new Set(layout.edges.filter((edge) => edge.from === chosen || edge.to === chosen).flatMap((edge) => [edge.from, edge.to]))
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={say(texts.title)}>
      <svg className="linkage-map" viewBox={`0 0 ${layout.width} ${layout.height}`} style={{ minWidth: layout.width * 0.8 }}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" fill="currentColor" />
          </marker>
        </defs>
        {layout.edges.map((edge) => {
          const dim = chosen !== null && edge.from !== chosen && edge.to !== chosen
          return (
            <path key={edge.name} d={edge.path} className={`edge ${edge.kind}${dim ? ' faint' : ''}`} markerEnd="url(#arrow)">
              <title>{edge.title}</title>
            </path>
          )
        })}
        {layout.boxes.map((box) => (
          <Node
            key={box.name}
            box={box}
            on={box.name === chosen}
            faint={chosen !== null && box.name !== chosen && !related.has(box.name)}
            choose={() => choose(box.name === chosen ? null : box.name)}
          />
        ))}
      </svg>
    </div>
  )
}

type Linkage = MapAnswer['linkages'][number]
type Question = MapAnswer['questions'][number]

function Tables({ map, chosen }: { map: MapAnswer; chosen: string | null }) {
  const registers = new Map(map.systems.flatMap((system) => system.registers.map((register) => [register.name, register.title])))
  const systems = new Map(map.systems.map((system) => [system.name, system.title]))
  const linkages: readonly Column<Linkage>[] = [
    { key: 'title', title: say(texts.title1), lead: true, show: (row) => row.title },
    { key: 'when', title: say(texts.when), show: (row) => `${registers.get(row.from) ?? row.from} · ${row.step}` },
    { key: 'then', title: say(texts.then), show: (row) => `${registers.get(row.to) ?? row.to} · ${row.then}` },
    { key: 'by', title: say(texts.by), show: (row) => row.by },
    { key: 'basis', title: say(texts.basis), show: (row) => <ArticleLink citation={row.basis} /> },
  ]
  const questions: readonly Column<Question>[] = [
    { key: 'title', title: say(texts.title1), lead: true, show: (row) => row.title },
    { key: 'asks', title: say(texts.asks), show: (row) => systems.get(row.asks) ?? row.asks },
    { key: 'answers', title: say(texts.answers), show: (row) => (row.answers ? systems.get(row.answers) : say(texts.nobody)) },
    { key: 'why', title: say(texts.why), show: (row) => row.why },
  ]
  const system = chosen?.startsWith('system:') ? chosen.slice(7) : null
  const shownLinkages = map.linkages.filter((row) => chosen === null || system !== null || row.from === chosen || row.to === chosen)
  const shownQuestions = map.questions.filter((row) => chosen === null || system === null || row.asks === system || row.answers === system)
  return (
    <>
      <h2>{say(texts.linkages)}</h2>
      <Table columns={linkages} rows={shownLinkages} keyOf={(row) => row.name} label={say(texts.linkages)} />
      <h2>{say(texts.questions)}</h2>
      <Table columns={questions} rows={shownQuestions} keyOf={(row) => row.name} label={say(texts.questions)} />
    </>
  )
}

export function LinkagesPage() {
  const [chosen, choose] = useState<string | null>(null)
  const { data, error } = useQuery({ queryKey: ['linkages'], staleTime: Infinity, queryFn: ({ signal }) => get<MapAnswer>('/api/v1/linkages', signal) })
  const layout = useMemo(() => data && layoutOf(data), [data])
  return (
    <Titled title={say(texts.title)}>
      <h1>{say(texts.title)}</h1>
      <p className="soft">{say(texts.lead)}</p>
      {error && <ProblemShown problem={problemFrom(error)} />}
      {!data && !error && <Skeleton active />}
      {layout && <Drawing layout={layout} chosen={chosen} choose={choose} />}
      {data && <Tables map={data} chosen={chosen} />}
    </Titled>
  )
}
