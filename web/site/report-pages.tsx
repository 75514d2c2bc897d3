// A test report as anybody may check it: its standing first, results with uncertainty and the rule by which they were judged, the seal.
import type { Field } from '../../kernel/field.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Sealed } from '../data/published.ts'
import { Cell, Chip, Facts, Headings, SealPart, valueIn, written } from './published-parts.tsx'
import { RenewedMark } from './renewed-mark.tsx'
import { Counting, trimmed, type Line } from './report-counting.tsx'
import type { Saying } from './saying.ts'

const tones = { meets: 'good', fails: 'bad', undecided: 'fair', reported: 'plain' } as const

interface VerdictProps {
  readonly field: Field
  readonly verdict: unknown
  /** A verdict of a report that fell is struck through and has no colour. */
  readonly fell?: boolean
  readonly s: Saying
}

export const VerdictChip = ({ field, verdict, fell = false, s }: VerdictProps) => (
  <Chip tone={fell ? 'plain' : (tones[verdict as keyof typeof tones] ?? 'plain')}>
    {fell ? <s>{valueIn(field, verdict, s)}</s> : valueIn(field, verdict, s)}
  </Chip>
)

export function FindReportPage({ number, latest, s }: { number: string; latest: readonly Published[]; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('检验报告核验', 'Check a test report'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '输入报告上的编号，看它是不是真的、现在还有没有效。报告上的二维码断网也能核验。',
            'Type the number on the report to see whether it is genuine and still holds. The QR on it can be checked without a network.',
          ),
        )}
      </p>
      <form method="get" action={s.to('/reports')} className="chooser" role="search">
        <div className="grow">
          <label htmlFor="number">{s.say(words('报告编号或者委托编号', 'Number of the report or of the order'))}</label>
          <input id="number" name="number" defaultValue={number} required />
        </div>
        <button type="submit">{s.say(words('核验', 'Check'))}</button>
      </form>
      {number !== '' && (
        <p className="notice" role="alert">
          {s.say(
            words(
              `没有签发过编号 ${number} 的报告。请对照原件重新输入；仍查不到的，这份报告可能是伪造的，请举报。`,
              `No report ${number} was issued. Compare with the original and type again; if it stays unknown the paper may be forged: please report it.`,
            ),
          )}{' '}
          <a href={s.to('/report')}>{s.say(words('我要举报', 'Report a breach'))}</a>
        </p>
      )}
      <h2>{s.say(words('最近签发', 'Issued lately'))}</h2>
      {latest.length === 0 ? (
        <p className="soft">{s.say(words('还没有签发过报告。', 'No report was issued yet.'))}</p>
      ) : (
        <ul>
          {latest.map((each) => (
            <li key={each.id}>
              <a href={s.to(`/reports/${each.id}`)}>{each.number}</a> {written(each.values['sampleName'], s)}{' '}
              <span className="soft small">{String(each.values['issued'])}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <a href={s.to('/laboratories')}>{s.say(words('找检测机构', 'Find a laboratory'))}</a> · <a href={s.to('/verify')}>{s.say(words('脱机核验页', 'The page that checks off-line'))}</a>
      </p>
    </>
  )
}

interface ReportProps {
  readonly publication: Publication
  readonly item: Published
  /** All editions under the same order, the first one first. */
  readonly editions: readonly Published[]
  /** Names of the laboratory and of those to which it subcontracted, by their code. */
  readonly names: ReadonlyMap<string, string>
  readonly sealed: Sealed | null
  readonly s: Saying
}

function Standing({ item, editions, s }: ReportProps) {
  const later = editions.find((each) => Number(each.values['edition']) > Number(item.values['edition']))
  if (item.state === 'withdrawn')
    return (
      <div className="errors" role="note">
        <p>
          <b>{s.say(words('本报告已撤回，不得再作为依据。', 'This report was withdrawn and proves nothing any more.'))}</b>
        </p>
        <p>
          {s.say(words('理由：', 'Why: '))}
          {written(item.values['why'], s)}
        </p>
      </div>
    )
  if (item.state === 'replaced')
    return (
      <div className="errors" role="note">
        <p>
          <b>{s.say(words('本版已被更改，请以新版为准。', 'This edition was replaced; the new one counts.'))}</b>{' '}
          {later && <a href={s.to(`/reports/${later.id}`)}>{later.number}</a>}
        </p>
        <p>
          {s.say(words('更改理由：', 'Why: '))}
          {written(item.values['why'], s)}
        </p>
      </div>
    )
  return (
    <p>
      <Chip tone="good">{s.say(words('有效', 'Valid'))}</Chip> {s.say(words('签发后没有更改、没有撤回。', 'Neither replaced nor withdrawn since it was issued.'))}
      {item.values['replaces'] != null && (
        <>
          {' '}
          {s.say(words('本报告代替报告 ', 'It replaces report '))}
          <a href={s.to(`/reports/${editions.find(({ number }) => number === item.values['replaces'])?.id ?? item.id}`)}>{String(item.values['replaces'])}</a>
          {s.say(words('。', '.'))}
        </>
      )}
    </p>
  )
}

/** `at most 1.5 mg/L (GB 18584-2001 表1)`. */
function limitOf(line: Line, fields: Readonly<Record<string, Field>>, s: Saying): string {
  if (line['limit'] === null || line['limit'] === undefined) return '—'
  const source = line['clause'] ? (s.language === 'en' ? ` (${line['clause']})` : `（${written(line['clause'], s)}）`) : ''
  return `${valueIn(fields['comparison']!, line['comparison'], s)} ${trimmed(line['limit'])} ${line['unit']}${source}`
}

function Results({ publication, item, s }: ReportProps) {
  const fields = publication.of.fields['lines']!.columns!
  const titles = [
    words('项目', 'Parameter'),
    words('检测依据', 'Method'),
    words('结果', 'Result'),
    words('扩展不确定度 U（k=2）', 'Expanded uncertainty U (k = 2)'),
    words('限值', 'Limit'),
    words('符合性声明', 'Statement'),
  ].map((title) => s.say(title)) as [string, string, string, string, string, string]
  return (
    <table className="stacks">
      <caption>{s.say(words('检验结果和符合性声明', 'Results and statements of conformity'))}</caption>
      <Headings titles={titles} />
      <tbody>
        {((item.values['lines'] ?? []) as readonly Line[]).map((line) => (
          <tr key={line['parameter']}>
            <Cell title={titles[0]}>{written(line['parameter'], s)}</Cell>
            <Cell title={titles[1]}>{line['method']}</Cell>
            <Cell title={titles[2]}>
              {trimmed(line['value'])} {line['unit']}
            </Cell>
            <Cell title={titles[3]}>{line['expanded'] === null ? s.say(words('未给出', 'not given')) : `${trimmed(line['expanded'])} ${line['unit']}`}</Cell>
            <Cell title={titles[4]}>{limitOf(line, fields, s)}</Cell>
            <Cell title={titles[5]}>
              <VerdictChip field={fields['verdict']!} verdict={line['verdict']} fell={item.state !== 'issued'} s={s} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const meaning = {
  simple: words(
    '结果直接与限值比较；靠近限值时，误判的机会最大可达一半。',
    'The result is compared with the limit as it is; close to the limit the statement may be wrong half of the time.',
  ),
  guarded: words(
    '接收限从限值内收一个扩展不确定度：判“符合”的，真值超限的机会不到百分之二点五。',
    'The limit is drawn in by the expanded uncertainty: where it says “conforms”, the true value lies beyond the limit in less than 2.5 % of cases.',
  ),
  guardedRejection: words(
    '超出限值一个扩展不确定度以上才判“不符合”：判“不符合”的，真值合格的机会不到百分之二点五。',
    'Only beyond the limit by the expanded uncertainty it says “does not conform”, which is then wrong in less than 2.5 % of cases.',
  ),
} as const

export function ReportPage(props: ReportProps) {
  const { publication, item, editions, names, sealed, s } = props
  const { values } = item
  const show = (name: string): string => valueIn(publication.of.fields[name]!, values[name], s)
  return (
    <>
      <h1>{s.say(words(`检验报告 ${item.number ?? ''}`, `Test report ${item.number ?? ''}`))}</h1>
      <Standing {...props} />
      <p className="big">
        <small>{s.say(item.state === 'issued' ? words('结论', 'Verdict') : words('原结论，已失效', 'Verdict of then, no longer good'))}</small>{' '}
        <VerdictChip field={publication.of.fields['verdict']!} verdict={values['verdict']} fell={item.state !== 'issued'} s={s} />
      </p>
      <Results {...props} />
      <Counting {...props} />
      <h2>{s.say(words('判定规则', 'Decision rule'))}</h2>
      <p className="measure">
        <b>{show('rule')}</b>
        {s.language === 'en' ? ': ' : '：'}
        {s.say(meaning[values['rule'] as keyof typeof meaning])} <span className="soft small">JCGM 106:2012 · ILAC-G8:09/2019</span>
      </p>
      <h2>{s.say(words('这份报告', 'The report'))}</h2>
      <Facts
        s={s}
        rows={[
          [words('样品', 'Sample'), show('sampleName')],
          [words('样品编号', 'Number of the sample'), show('sampleNumber')],
          [words('产品类别', 'Product class'), show('productClass')],
          [
            words('检验机构', 'Laboratory'),
            <a key="laboratory" href={s.to(`/laboratories/${values['laboratory']}`)}>
              {written(values['laboratoryName'] ?? names.get(String(values['laboratory'])) ?? values['laboratory'], s)}
            </a>,
          ],
          [words('资质认定证书编号', 'Number of the mark (CMA)'), show('cma')],
          ...(values['markTo'] == null
            ? []
            : [
                [
                  words('资质的延续', 'The mark'),
                  <RenewedMark key="mark" number={values['renewalNumber'] ?? '—'} on={values['renewalOn'] ?? '—'} to={values['markTo']} over s={s} />,
                ] as const,
              ]),
          [words('样品来源', 'How the sample came'), show('sampling')],
          [words('检测日期', 'Analysed on'), show('analysed')],
          [words('签发日期', 'Issued on'), show('issued')],
          [words('委托编号', 'Number of the order'), show('orderNumber')],
          [
            words('版次', 'Edition'),
            editions.map((each, at) => (
              <span key={each.id}>
                {at > 0 ? ' · ' : ''}
                {each.id === item.id ? <b>{String(each.values['edition'])}</b> : <a href={s.to(`/reports/${each.id}`)}>{String(each.values['edition'])}</a>}
              </span>
            )),
          ],
        ]}
      />
      <p className="small soft">
        {values['sampling'] === 'taken'
          ? s.say(words('报告对所抽样品负责；委托方不公开。', 'The report speaks for the sample that was taken; the client is not public.'))
          : s.say(words('报告只对来样负责；委托方不公开。', 'The report speaks for the sample only; the client is not public.'))}
      </p>
      {item.state === 'issued' ? (
        <SealPart sealed={sealed} s={s} />
      ) : (
        <p className="notice">
          {s.say(
            words(
              '原签章已列入撤销清单：扫描原报告上的二维码，显示已失效。断网核验的，以核验页保存之日的清单为准。',
              'Its seal is on the list of those withdrawn: the QR on the paper now says that it no longer holds. Off-line, the list of the day on which the page was saved counts.',
            ),
          )}
        </p>
      )}
    </>
  )
}
