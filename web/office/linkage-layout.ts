// Where registers and linkages stand on the map: systems in columns by group, in the order of governance, registers below one another.
import type { Group } from '../../kernel/system.ts'

export interface MapAnswer {
  readonly systems: readonly {
    readonly name: string
    readonly group: Group
    readonly title: string
    readonly registers: readonly { readonly name: string; readonly title: string }[]
  }[]
  readonly linkages: readonly {
    readonly name: string
    readonly title: string
    readonly from: string
    readonly step: string
    readonly to: string
    readonly then: string
    readonly by: string
    readonly basis: string
  }[]
  readonly questions: readonly {
    readonly name: string
    readonly title: string
    readonly why: string
    readonly asks: string
    readonly answers: string | null
  }[]
}

export interface Box {
  readonly name: string
  readonly title: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly system: boolean
}

export interface Edge {
  readonly name: string
  readonly title: string
  readonly from: string
  readonly to: string
  readonly kind: 'linkage' | 'question'
  readonly path: string
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
}

const groups: readonly Group[] = ['basis', 'conduct', 'domains', 'oversight', 'standing', 'steering']
const column = { width: 172, gap: 64 }
const line = { height: 26, gap: 4 }
const between = 18

/** From side to side where the columns differ, around the side where they are the same. */
function pathOf(from: Box, to: Box): string {
  const middle = (box: Box): number => box.y + box.height / 2
  const [y1, y2] = [middle(from), middle(to)]
  if (from.x === to.x) {
    const side = from.x + from.width
    const bow = 22 + Math.min(40, Math.abs(y1 - y2) / 6)
    return `M${side} ${y1} C${side + bow} ${y1} ${side + bow} ${y2} ${side} ${y2}`
  }
  const right = to.x > from.x
  const [x1, x2] = right ? [from.x + from.width, to.x] : [from.x, to.x + to.width]
  const bend = Math.max(30, Math.abs(x2 - x1) / 2) * (right ? 1 : -1)
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}

export function layoutOf(map: MapAnswer): Layout {
  const boxes: Box[] = []
  const used = groups.filter((group) => map.systems.some((system) => system.group === group))
  let deepest = 0
  used.forEach((group, at) => {
    const x = 8 + at * (column.width + column.gap)
    let y = 8
    for (const system of map.systems.filter((each) => each.group === group)) {
      boxes.push({ name: `system:${system.name}`, title: system.title, x, y, width: column.width, height: line.height, system: true })
      y += line.height + line.gap
      for (const register of system.registers) {
        const { name, title } = register
        boxes.push({ name, title, x: x + 10, y, width: column.width - 10, height: line.height, system: false })
        y += line.height + line.gap
      }
      y += between
    }
    deepest = Math.max(deepest, y)
  })
  const named = new Map(boxes.map((box) => [box.name, box]))
  const edge = (name: string, title: string, from: string, to: string, kind: Edge['kind']): Edge[] => {
    const [a, b] = [named.get(from), named.get(to)]
    return a && b ? [{ name, title, from, to, kind, path: pathOf(a, b) }] : []
  }
  const edges = [
    ...map.linkages.flatMap((each) => edge(each.name, each.title, each.from, each.to, 'linkage')),
    ...map.questions.flatMap((each) =>
      each.answers === null ? [] : edge(each.name, each.title, `system:${each.asks}`, `system:${each.answers}`, 'question'),
    ),
  ]
  const width = 16 + used.length * column.width + Math.max(0, used.length - 1) * column.gap + 64
  return { width, height: deepest, boxes, edges }
}
