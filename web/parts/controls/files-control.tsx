// Files of an answer: chosen one or several at a time, sent at once with their progress, taken out again until the form is sent.
import { useEffect, useRef, useState } from 'react'
import type { Field } from '../../../kernel/field.ts'
import { mostFiles } from '../../../kernel/fields/files.ts'
import { endingOf, fileKinds, kindsOfFile, type FileKindName } from '../../../kernel/file-kind.ts'
import { words } from '../../../kernel/words.ts'
import { Refused, standing, Unreachable } from '../api.ts'
import { sizeText } from '../files.tsx'
import { joined, say } from '../language.ts'
import { problemFrom } from '../problem.tsx'
import { draftOf, keepDraft } from '../session.ts'
import { upload } from '../uploading.ts'
import type { ControlProps } from './control.tsx'

const texts = {
  choose: words('选择文件', 'Choose files'),
  remove: words('移除', 'Remove'),
  stop: words('停止', 'Stop'),
  away: words('知道了', 'Put away'),
  sent: words('正在核验…', 'Being checked …'),
  chosen: words('已上传的附件', 'Files that were sent'),
}

/** What is known of a file that was taken; remembered in this tab, so that a reload still names it. */
interface Taken {
  readonly name: string
  readonly kind: FileKindName
  readonly size: number
}

interface Underway {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly share: number
  /** Why it was not taken. */
  readonly refused: string | null
  readonly stop: () => void
}

const isEnded = (error: unknown): boolean =>
  error instanceof Refused && ['kernel.not-signed-in', 'identity.csrf'].includes(error.problem.code)

/**
 * Sends one file. When the session ended meanwhile, it is begun again over the page and the file sent anew; a line that broke
 * is tried once more, since one and the same file is kept once.
 */
async function sent(sending: Parameters<typeof upload>[0]): Promise<Taken & { readonly hash: string }> {
  const once = () => upload<{ items: readonly (Taken & { readonly hash: string })[] }>(sending)
  const { items } = await once().catch(async (error: unknown) => {
    if (isEnded(error)) await standing.signInAgain()
    else if (!(error instanceof Unreachable)) throw error
    return once()
  })
  return items[0]!
}

/** Said before anything is sent, where the name already tells; what the file holds is judged by the server. */
function wrongName(file: File, field: Field): string | null {
  const kinds = kindsOfFile(field)
  const ending = endingOf(file.name)
  if (ending === '' || kinds.some((kind) => fileKinds[kind].endings.includes(ending))) return null
  const known = joined(kinds.map((kind) => say(fileKinds[kind].title)))
  return say(words(`这里不接收“.${ending}”文件，可以接收：${known}。请另存为其中一种。`, `“.${ending}” is not taken here: ${known}. Save it as one of these.`))
}

let counted = 0

function Line({ each, away }: { each: Underway; away: () => void }) {
  const { name, size, share, refused, stop } = each
  if (refused !== null)
    return (
      <li className="file-line refused">
        <span role="alert">
          <b>{name}</b> {refused}
        </span>
        <button type="button" onClick={away}>
          {say(texts.away)} <span className="unseen">{name}</span>
        </button>
      </li>
    )
  return (
    <li className="file-line">
      <span>
        {name} <small className="soft">{sizeText(size)}</small>
      </span>
      <progress value={share} max={1} aria-label={say(words(`上传 ${name}`, `Sending ${name}`))} />
      <small className="soft">{share < 1 ? `${Math.round(share * 100)} %` : say(texts.sent)}</small>
      <button type="button" onClick={stop}>
        {say(texts.stop)} <span className="unseen">{name}</span>
      </button>
    </li>
  )
}

function TakenLine({ hash, remove }: { hash: string; remove: () => void }) {
  const known = draftOf<Taken>(`file/${hash}`)
  const name = known?.name ?? hash.slice(0, 8)
  return (
    <li className="file-line" data-hash={hash}>
      <span>
        {name}{' '}
        {known && (
          <small className="soft">
            {say(fileKinds[known.kind].title)} · {sizeText(known.size)}
          </small>
        )}
      </span>
      <button type="button" onClick={remove}>
        {say(texts.remove)} <span className="unseen">{name}</span>
      </button>
    </li>
  )
}

export default function FilesControl({ id, field, value, labelledBy, describedBy, invalid, filesTo, onChange, onBusy }: ControlProps) {
  const files = Array.isArray(value) ? (value as readonly string[]) : []
  const [underway, setUnderway] = useState<readonly Underway[]>([])
  const input = useRef<HTMLInputElement>(null)
  // Several sendings end in any order: each adds to what is there when it ends.
  const latest = useRef({ files, onChange })
  useEffect(() => void (latest.current = { files, onChange }))
  const put = (next: readonly string[]) => {
    latest.current.files = next
    // What was typed beside it meanwhile stays: the form of now is told, not that of when the sending began.
    latest.current.onChange(next.length > 0 ? next : null)
  }
  const change = (one: number, next: Partial<Underway>) =>
    setUnderway((all) => all.map((each) => (each.id === one ? { ...each, ...next } : each)))
  const drop = (one: number) => setUnderway((all) => all.filter((each) => each.id !== one))
  const send = async (file: File) => {
    const [one, stopping] = [++counted, new AbortController()]
    const begun = { id: one, name: file.name, size: file.size, share: 0 }
    const wrong = wrongName(file, field)
    const stop = () => {
      stopping.abort()
      drop(one)
      input.current?.focus()
    }
    setUnderway((all) => [...all, { ...begun, refused: wrong, stop }])
    if (wrong !== null) return
    onBusy?.(1)
    stopping.signal.addEventListener('abort', () => onBusy?.(-1))
    try {
      const { hash, ...taken } = await sent({ path: filesTo!, file, progress: (share) => change(one, { share }), signal: stopping.signal })
      keepDraft(`file/${hash}`, { name: taken.name, kind: taken.kind, size: taken.size })
      drop(one)
      put([...new Set([...latest.current.files, hash])])
    } catch (error) {
      const { detail, remedy } = problemFrom(error)
      change(one, { refused: `${detail} ${remedy}` })
    }
    if (!stopping.signal.aborted) onBusy?.(-1)
  }
  const most = mostFiles(field)
  const kinds = [...new Set(kindsOfFile(field).map((kind) => fileKinds[kind].endings[0]!.toUpperCase()))]
  const hint = words(`最多 ${most} 个：${kinds.join('、')}`, `${most} at most: ${kinds.join(', ')}`)
  return (
    <div role="group" aria-labelledby={labelledBy} className="files-control">
      <p className="hint" id={`${id}-kinds`}>
        {say(hint)}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        accept={kindsOfFile(field)
          .flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`))
          .join(',')}
        aria-label={say(texts.choose)}
        aria-describedby={[`${id}-kinds`, describedBy].filter(Boolean).join(' ')}
        aria-invalid={invalid || undefined}
        onChange={(event) => {
          for (const file of event.target.files ?? []) void send(file)
          event.target.value = ''
        }}
      />
      {files.length + underway.length > 0 && (
        <ul className="file-lines" aria-label={say(texts.chosen)}>
          {files.map((hash) => (
            <TakenLine
              key={hash}
              hash={hash}
              remove={() => {
                put(files.filter((each) => each !== hash))
                input.current?.focus()
              }}
            />
          ))}
          {underway.map((each) => (
            <Line key={each.id} each={each} away={() => drop(each.id)} />
          ))}
        </ul>
      )}
    </div>
  )
}
