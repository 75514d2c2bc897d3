// Files of a record: what is attached, by the digest under which it is kept.
import { words } from '../../kernel/words.ts'
import { say } from './language.ts'

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
