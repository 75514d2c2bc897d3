// Files in a form without a script: those that came already, to be kept or left out, and the choice of others; and files as a list.
import type { Field } from '../../kernel/field.ts'
import { fileKinds, kindsOfFile, type FileKindName } from '../../kernel/file-kind.ts'
import { mostFiles } from '../../kernel/fields/files.ts'
import { words } from '../../kernel/words.ts'
import type { Saying } from './saying.ts'

export interface FileNamed {
  readonly hash: string
  readonly name: string | null
  readonly kind: FileKindName
  readonly size: number
  readonly erased?: boolean
}

/** A size as people read it. */
export const sizeText = (size: number): string =>
  size < 1024 ? `${size} B` : size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`

const accepted = (field: Field): string => kindsOfFile(field).flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`)).join(',')

export function FilesHint({ field, s }: { field: Field; s: Saying }) {
  const kinds = [...new Set(kindsOfFile(field).map((kind) => fileKinds[kind].endings[0]!.toUpperCase()))].join('、')
  const most = mostFiles(field)
  return (
    <p className="hint">
      {s.say(
        words(
          `可选多个文件，最多 ${most} 个：${kinds}。照片会连同其中记录的时间和地点原样保存，只作证据，不会公开。`,
          `Several files, ${most} at most: ${kinds.replaceAll('、', ', ')}. Pictures are kept as they are, with the time and place that they record, as evidence only; they are never published.`,
        ),
      )}
    </p>
  )
}

export function FilesControl(props: {
  readonly name: string
  readonly field: Field
  readonly value: readonly string[]
  readonly kept: ReadonlyMap<string, FileNamed>
  readonly attributes: Readonly<Record<string, unknown>>
  readonly s: Saying
}) {
  const { name, field, value, kept, attributes, s } = props
  const files = [...new Set(value)].flatMap((hash) => kept.get(hash) ?? [])
  return (
    <>
      {files.length > 0 && (
        <fieldset className="kept">
          <legend className="small">{s.say(words('已收到，不必重选（去掉勾选即不提交）', 'Received already, no need to choose again; untick what you leave out'))}</legend>
          {files.map((file) => (
            <label key={file.hash}>
              <input type="checkbox" name={name} value={file.hash} defaultChecked /> {file.name} · {sizeText(file.size)}
            </label>
          ))}
        </fieldset>
      )}
      <input {...attributes} type="file" multiple accept={accepted(field)} required={!field.optional && files.length === 0} />
    </>
  )
}

/** Files by name, kind and size; with an address they are links, and pictures are shown small. */
export function FileList({ files, address, s }: { files: readonly FileNamed[]; address?: (hash: string) => string; s: Saying }) {
  return (
    <ul className="files">
      {files.map((file) => {
        const { title, drawn } = fileKinds[file.kind]
        if (file.erased) return <li key={file.hash}>{s.say(words('已依法删除', 'Erased by law'))} · {s.say(title)}</li>
        return (
          <li key={file.hash}>
            {address && drawn && (
              <a href={`${address(file.hash)}?view`}>
                <img src={`${address(file.hash)}?view`} alt={s.say(words(`附件图片：${file.name}`, `Picture: ${file.name}`))} loading="lazy" />
              </a>
            )}
            <span>
              {address ? <a href={address(file.hash)}>{file.name}</a> : file.name}
              <br />
              <span className="soft small">
                {s.say(title)} · {sizeText(file.size)}
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
