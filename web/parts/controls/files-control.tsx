// Files of an answer: what the answer already holds. Sending files has its own place in the interface.
import { words } from '../../../kernel/words.ts'
import { FilesShown } from '../files.tsx'
import { say } from '../language.ts'
import type { ControlProps } from './control.tsx'

const texts = { none: words('没有附件', 'No files') }

export default function FilesControl({ id, value, labelledBy }: ControlProps) {
  const files = Array.isArray(value) ? (value as readonly string[]) : []
  return (
    <div id={id} role="group" aria-labelledby={labelledBy} tabIndex={-1}>
      {files.length === 0 ? <span className="soft">{say(texts.none)}</span> : <FilesShown files={files} />}
    </div>
  )
}
