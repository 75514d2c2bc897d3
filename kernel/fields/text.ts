// Text: one line or many, trimmed, without control characters.
import { problem, taken, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

// Tabs and line breaks may stand in a text. Other control characters, marks that turn or hide what follows them, and what is no
// character at all are never meant: a name could pretend to be another, and a workbook could not be written.
const marks = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

export const textKind: FieldKind<string> = {
  name: 'text',
  column: () => 'text',
  parse(raw, field) {
    if (typeof raw !== 'string' && typeof raw !== 'number')
      return problem('not-text', words('应为文字', 'Text is expected'), words('请填写文字', 'Write it as text'))
    const text = String(raw).trim()
    const longest = field.length ?? 200
    if (marks.test(text) || halves.test(text))
      return problem('control-character', words('含有不可见的控制字符', 'It holds an invisible control character'), words('请重新键入，不要粘贴', 'Type it again instead of pasting'))
    if ([...text].length > longest)
      return problem('too-long', words(`超过 ${longest} 个字`, `It is longer than ${longest} characters`), words('请缩短，其余可作为附件上传', 'Shorten it; the rest can be attached as a file'))
    return taken(text)
  },
  schema: (field) => ({ type: 'string', maxLength: field.length ?? 200 }),
  show: (value) => value,
}
