// The state of a record: under way, or at its end.
import { Tag } from 'antd'
import type { Procedure } from '../../kernel/procedure.ts'
import { say } from './language.ts'

export function StateTag({ procedure, state }: { procedure: Pick<Procedure, 'ends' | 'states'>; state: string }) {
  const title = procedure.states[state]
  return (
    <Tag variant="filled" className={procedure.ends.includes(state) ? 'state ended' : 'state'}>
      {title ? say(title) : state}
    </Tag>
  )
}
