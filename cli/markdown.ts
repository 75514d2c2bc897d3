// Markdown of the printed reference: tables whose cells cannot break them, and both languages of a title.
import type { Words } from '../kernel/words.ts'

export const both = (text: Words): string => `${text.zh} · ${text.en}`
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')
export const printed = '<!-- Printed from the declarations by `zhiheng describe`; do not edit. -->\n\n'
