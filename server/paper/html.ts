// The same document as a page that prints: headings, tables, charts as drawings with their tables; nothing outside is asked for.
import { chartTable, paperDay, type Block, type Paper } from '../../kernel/paper.ts'
import { chartSvg } from './chart.ts'

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style = `body{font:16px/1.8 "Noto Serif SC","Songti SC",SimSun,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#16242f}
h1{text-align:center}.issuer{color:#a00000;text-align:center;font-size:1.7rem;font-weight:700}.number{text-align:center;border-bottom:2px solid #a00000;padding-bottom:.4rem}
p{text-indent:2em;margin:.4rem 0}table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.92rem}caption{font-weight:700;padding:.3rem}th,td{border:1px solid #8a979f;padding:.25rem .5rem;text-align:left}
.right{text-align:right}figure{margin:1rem 0}svg{max-width:100%;height:auto}.sign{text-align:right;text-indent:0}.scroll{overflow-x:auto}@page{size:A4;margin:37mm 26mm 35mm 28mm}`

function tableOf(block: Extract<Block, { kind: 'table' }>): string {
  const head = block.columns
    .map(
      (c) => `<th scope="col"${c.align === 'right' ? ' class="right"' : ''}>${escape(c.unit ? `${c.title}（${c.unit}）` : c.title)}</th>`,
    )
    .join('')
  const body = block.rows
    .map(
      (row) =>
        `<tr>${block.columns.map((c, at) => `<td${c.align === 'right' ? ' class="right"' : ''}>${escape(row[at] ?? '')}</td>`).join('')}</tr>`,
    )
    .join('\n')
  return `<div class="scroll"><table>${block.caption ? `<caption>${escape(block.caption)}</caption>` : ''}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${(block.notes ?? []).map((n) => `<p><small>${escape(n)}</small></p>`).join('')}`
}

function blockOf(block: Block, language: Paper['language']): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escape(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
    case 'note':
      return `<p><small>${escape(block.text)}</small></p>`
    case 'table':
      return tableOf(block)
    case 'chart':
      return `<figure role="img" aria-label="${escape(block.title)}">${chartSvg(block)}</figure>${tableOf(chartTable(block))}`
    case 'qr':
      return `<p><small>${escape(block.caption)}</small></p>`
    case 'signature':
      return `<p class="sign">${escape(block.authority)}<br>${escape(paperDay(block.day, language))}</p>`
  }
}

export function htmlOf(paper: Paper): string {
  const tag = { zh: 'zh-Hans-CN', hant: 'zh-Hant', en: 'en' }[paper.language]
  const head = `${paper.issuer ? `<div class="issuer">${escape(paper.issuer)}</div>` : ''}${paper.number ? `<div class="number">${escape(paper.number)}</div>` : ''}`
  return `<!doctype html>\n<html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(paper.title)}</title><style>${style}</style></head><body><main>${head}<h1>${escape(paper.title)}</h1>${paper.addressee ? `<div>${escape(paper.addressee)}</div>` : ''}${paper.blocks.map((block) => blockOf(block, paper.language)).join('\n')}</main></body></html>\n`
}
