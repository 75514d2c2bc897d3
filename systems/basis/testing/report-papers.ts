// The papers of a report: the report itself with how each value came about, and the notice that it was replaced or withdrawn.
import { cite } from '../../../kernel/citation.ts'
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { paperDay } from '../../../kernel/paper.ts'
import { trimZeros } from '../../../kernel/rounding.ts'
import { comparisons } from './order.ts'
import { countedAs } from './repeats.ts'
import { verdicts } from './verdicts.ts'
import { words } from '../../../kernel/words.ts'

const iso = (clause: string) => cite('iso-iec-17025-2017', clause)
type Row = Readonly<Record<string, unknown>>

/** Places that only pad the column of the store say nothing about the measurement. */
const number = (value: unknown): string => trimZeros(String(value))

/** `3 次平行测定的中位数，极差 0.12，允许 0.10`, for the reader of the paper. */
export function howCounted(line: Row): string {
  const counted = line['counted'] as keyof typeof countedAs | null | undefined
  if (!counted || counted === 'single') return ''
  const allowed = line['allowed'] == null ? '' : `，允许极差 ${number(line['allowed'])}`
  return `${line['parameter']}：${line['determinations']} 次测定，${countedAs[counted].zh}（极差 ${number(line['spread'])}${allowed}）。`
}

const lineText = (line: Row): readonly string[] => [
  `${line['parameter']}${line['subcontractor'] == null ? '' : '（分包）'}`,
  String(line['method']),
  `${number(line['value'])} ${line['unit']}${line['expanded'] === null ? '' : `（U=${number(line['expanded'])}，k=2）`}`,
  line['limit'] === null ? '—' : `${comparisons[line['comparison'] as 'atMost'].zh} ${number(line['limit'])}`,
  verdicts[line['verdict'] as 'meets'].zh,
]

const doneBy = ({ subcontractor: code, subcontractorName: name }: Row): string => (name == null ? `机构 ${code}` : `${name}（${code}）`)

const countedAsRenewed = (c: DocumentContext): string =>
  `资质有效期至 ${c.record['markTo']}；延续申请 ${c.record['renewalNumber'] ?? '—'} 于 ${c.record['renewalOn'] ?? '—'} 提出，届满前没有作出决定，依照《中华人民共和国行政许可法》第五十条视为准予延续。`

/** What the paper says below its table, each where it applies. */
function remarks(c: DocumentContext): readonly string[] {
  const lines = c.record['lines'] as readonly Row[]
  const others = lines.filter((line) => line['subcontractor'] != null)
  return [
    c.record['markTo'] == null ? '' : countedAsRenewed(c),
    lines.map(howCounted).join(''),
    c.record['rerunWhy'] == null ? '' : `本报告采用第 ${Number(c.record['earlierRuns']) + 1} 次检测的结果；此前的检测留存，不计入。原因：${c.show('rerunWhy')}`,
    others.map((line) => `${line['parameter']}分包给${doneBy(line)}，已经委托方同意。`).join(''),
    c.record['replaces'] == null ? '' : `本报告代替报告 ${c.show('replaces')}，原报告作废。`,
  ].filter((text) => text !== '')
}

/** Of what the report speaks: of the sample that was sent in, or of the one that was taken. */
const speaksFor = (c: DocumentContext): string =>
  c.record['sampling'] === 'taken' || c.record['origin'] === 'sample' ? '本报告对所抽样品负责' : '本报告仅对来样负责'

/** The report on paper: results with their uncertainty, the rule by which they were judged, one conclusion. */
export const reportPaper = documentForm('test-report', {
  title: words('检验报告', 'Test report'),
  number: '检〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['signatory'],
  basis: iso('7.8'),
  template: (c: DocumentContext) => ({
    kind: 'decision',
    language: 'zh',
    number: c.number,
    title: '检验报告',
    blocks: [
      { kind: 'paragraph', text: `检验机构：${c.show('laboratoryName')}（${c.show('laboratory')}）　资质认定证书编号：${c.show('cma')}　报告编号：${c.record.number ?? '—'}（第 ${c.record['edition']} 版）` },
      { kind: 'paragraph', text: `委托方：${c.show('client')}　样品：${c.show('sampleName')}（${c.record['sampleNumber'] ?? '无编号'}）　数量：${c.show('quantity')}　来源：${c.show('sampling')}` },
      { kind: 'paragraph', text: `收样日期：${c.show('received')}　检测日期：${c.show('analysed')}　签发日期：${c.show('issued')}　样品状态：${c.show('condition')}` },
      {
        kind: 'table',
        columns: ['项目', '检测依据', '结果', '限值', '单项结论'].map((title) => ({ title })),
        rows: (c.record['lines'] as readonly Row[]).map(lineText),
      },
      ...remarks(c).map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'paragraph', text: `判定规则：${c.show('rule')}。结论：${c.show('verdict')}。` },
      { kind: 'paragraph', text: `${speaksFor(c)}；复制须完整。本报告可以脱机核验真伪和是否仍然有效。授权签字人：${c.show('signatory')}。` },
      { kind: 'signature', authority: c.show('laboratoryName'), day: c.day },
    ],
  }),
})

/** Whoever ordered the test is told that the report no longer counts (ISO/IEC 17025, 7.8.8, 7.10.1). */
export const reportNotice = documentForm('report-notice', {
  title: words('检验报告更改或者撤回通知', 'Notice that a report was replaced or withdrawn'),
  number: '检更〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['signatory'],
  basis: iso('7.8.8'),
  template: (c: DocumentContext) => ({
    kind: 'decision',
    language: 'zh',
    number: c.number,
    title: c.record.state === 'replaced' ? '检验报告更改通知' : '检验报告撤回通知',
    addressee: `${c.show('client')}：`,
    blocks: [
      { kind: 'paragraph', text: `${c.show('laboratoryName')}签发的检验报告 ${c.record.number ?? '—'}（样品：${c.show('sampleName')}）自${paperDay(c.day, 'zh')}起${c.record.state === 'replaced' ? '已更改，以新版为准' : '已撤回'}，不得再作为依据。` },
      { kind: 'paragraph', text: `理由：${c.show('why')}` },
      { kind: 'paragraph', text: '已将原报告交给他人使用的，请告知使用人。原报告的签章已列入撤销清单，脱机核验时显示已失效。' },
      { kind: 'signature', authority: c.show('laboratoryName'), day: c.day },
    ],
  }),
})
