// Files of a record: by name, kind and size where they can be opened, else by the digest under which they are kept.
import { fileKinds } from '../../kernel/file-kind.ts'
import { words } from '../../kernel/words.ts'
import type { FileShown } from './answers.ts'
import { say } from './language.ts'

/** A size as people read it. */
export const sizeText = (size: number): string =>
  size < 1024 ? `${size} B` : size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`

export function FilesShown({ files }: { files: readonly string[] }) {
  return (
    <ul className="files">
      {files.map((file, at) => (
        <li key={file} title={file}>
          {say(words(`附件 ${at + 1}`, `File ${at + 1}`))} <code>{file.slice(0, 8)}</code>
        </li>
      ))}
    </ul>
  )
}

/** Links to the files of a record; one that was erased by law stays known as erased. */
export function FileLinks({ files, address }: { files: readonly FileShown[]; address: (hash: string) => string }) {
  return (
    <ul className="files">
      {files.map(({ hash, name, kind, size, erased }) => (
        <li key={hash}>
          {erased ? say(words('已依法删除', 'Erased by law')) : <a href={address(hash)}>{name}</a>}{' '}
          <small className="soft">
            {say(fileKinds[kind].title)} · {sizeText(size)}
          </small>
        </li>
      ))}
    </ul>
  )
}
