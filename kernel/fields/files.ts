// Files handed in with a record: the field holds their hashes, the bytes lie in the store of attachments.
import { problem, taken, type Field, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

const hash = /^[0-9a-f]{64}$/

/** What an entry says of a file that an act brought; the hash is of the bytes as they are stored: of the ciphertext where it is sealed. */
export interface FileBrought {
  readonly field: string
  readonly hash: string
  /** Bytes of the file as it was sent. */
  readonly size: number
  readonly kind: string
  /** Absent where the field is personal: then the name stands among the sealed values. */
  readonly name?: string
}

export const mostFiles = (field: Field): number => field.most ?? 20

export const filesKind: FieldKind<readonly string[]> = {
  name: 'files',
  column: () => 'jsonb',
  parse(raw, field) {
    const list = Array.isArray(raw) ? [...new Set(raw as unknown[])] : null
    if (list === null || !list.every((item) => typeof item === 'string' && hash.test(item)))
      return problem('unknown-file', words('附件未上传成功', 'A file did not arrive'), words('先上传附件，再用回执中的哈希值提交', 'Upload the files first, then send the hashes that the answer gave'))
    const most = mostFiles(field)
    if (list.length <= most) return taken(list as string[])
    return problem('too-many-files', words(`共 ${list.length} 个附件，最多 ${most} 个`, `There are ${list.length} files; at most ${most} are taken`), words('请只留最能说明问题的', 'Keep those that say most'))
  },
  schema: (field) => ({ type: 'array', items: { type: 'string', pattern: hash.source }, maxItems: mostFiles(field) }),
  show: (value, _field, language) => (language === 'en' ? `${value.length} files` : `${value.length} 个附件`),
}

/** Files are added to those that are there: what was handed in does not disappear by a later step that brings others or none. */
export const withFiles = (known: unknown, brought: unknown): readonly string[] | null => {
  const all = [...new Set([known, brought].flatMap((list) => (Array.isArray(list) ? (list as string[]) : [])))]
  return all.length > 0 ? all : null
}
