// The credit check of a purchaser: one form for all the codes, and the extract with its seal.
import type { Register, AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import { creditExtract, mostCodes, type ExtractLine } from '../../systems/standing/credit/index.ts'
import { linesOf, type SealedExtract } from '../data/credit.ts'
import { Cited } from '../site/cited.tsx'
import { PaperForm, type FormProblem } from '../site/form.tsx'
import { text } from '../../kernel/kinds.ts'
import { Cell, Chip, Facts, Headings, valueIn, written } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'

const { purchaser, project, purpose } = creditExtract.fields
const fields = {
  purchaser,
  project,
  purpose,
  codes: text(words('统一社会信用代码', 'Credit codes'), {
    length: 60_000,
    hint: words(`一次最多 ${mostCodes} 个；从表格中整列粘贴即可，逗号、空格、换行都行`, `At most ${mostCodes} at once; paste a column of a table, parted by commas, spaces or lines`),
  }),
}

interface CheckProps {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FormProblem[]
  readonly hidden: Readonly<Record<string, string>>
  readonly s: Saying
}

export function CheckPage({ values, problems, hidden, s }: CheckProps) {
  return (
    <>
      <h1>{s.say(words('采购和招标信用查询', 'Credit check for procurement and tender'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '一次查询全部供应商，结果带签章，可打印存入项目档案，任何人可以脱机核验；只在当日有效。被查询的单位会看到谁为什么项目查询。',
            'All suppliers at once: the result is sealed for the file of the project and can be checked off-line by anybody; it holds for the day. Bodies asked about see who asked for which project.',
          ),
        )}{' '}
        <Cited to="government-procurement-law/22" s={s} />
      </p>
      <PaperForm
        action={s.to('/desk/credit-check')}
        groups={[{ title: words('项目', 'Project'), names: ['purchaser', 'project', 'purpose'] }, { title: words('查询谁', 'Who is asked about'), names: ['codes'] }]}
        fields={fields}
        values={values}
        problems={problems}
        hidden={hidden}
        send={words('查询', 'Query')}
        s={s}
      />
    </>
  )
}

const titles = {
  code: words('统一社会信用代码', 'Credit code'),
  name: words('名称', 'Name'),
  grade: words('类别', 'Class'),
  points: words('分值', 'Points'),
  listedUntil: words('名单至', 'Listed until'),
  penalties: words('重大违法处罚', 'Major breaches'),
  breaches: words('失信记录', 'Breaches'),
  objected: words('异议中', 'Objected to'),
} as const
/** What the result does not hold: whoever decides by it should know. */
export const notTold = words(
  '只列质量领域仍在共享期内的记录。已到期、已修复、已撤销的不再共享，不在其中；其他领域的记录和三年内的其余情况，以供应商的书面声明和相应平台为准。',
  'Only entries on quality that are still shared are listed. What ended, was repaired or withdrawn is shared no more and is not among them; for other fields, and for the rest of the three years, see the bidder’s written declaration and the platforms concerned.',
)
export const extractTitles: readonly Words[] = Object.values(titles)

const tones: Readonly<Record<string, 'good' | 'plain' | 'fair' | 'bad'>> = { A: 'good', B: 'plain', C: 'fair', D: 'bad' }

const Line = ({ line, s }: { line: ExtractLine; s: Saying }) => (
  <tr>
    <Cell title={s.say(titles.code)}>
      <a href={s.to(`/credit/${line.code}`)}>{line.code}</a>
    </Cell>
    <Cell title={s.say(titles.name)}>{line.name === null ? s.say(words('未登记', 'Not on record')) : written(line.name, s)}</Cell>
    <Cell title={s.say(titles.grade)}>{line.grade ? <Chip tone={tones[line.grade] ?? 'plain'}>{line.grade}</Chip> : '—'}</Cell>
    <Cell title={s.say(titles.points)} number>
      {line.points ?? '—'}
    </Cell>
    <Cell title={s.say(titles.listedUntil)}>{line.listedUntil ? <Chip tone="bad">{line.listedUntil}</Chip> : '—'}</Cell>
    {(['penalties', 'breaches', 'objected'] as const).map((name) => (
      <Cell key={name} title={s.say(titles[name])} number>
        {line[name]}
      </Cell>
    ))}
  </tr>
)

interface ExtractProps {
  readonly extract: AnyRecord
  readonly sealed: SealedExtract | null
  readonly register: Register
  readonly today: string
  readonly s: Saying
}

function Standing({ extract, today, s }: ExtractProps) {
  if (extract.state === 'outdated')
    return (
      <p className="notice">
        <Chip tone="bad">{s.say(words('已失效', 'No longer holds'))}</Chip> {s.say(words('有更正：', 'Corrected: '))}
        {written(extract['reason'], s)} {s.say(words('请重新查询。', 'Make the query again.'))}
      </p>
    )
  if (extract['day'] !== today)
    return (
      <p className="notice">
        <Chip tone="fair">{s.say(words('已过有效日', 'Its day is over'))}</Chip>{' '}
        {s.say(words(`只证明 ${String(extract['day'])} 当日的情况。`, `It tells how things stood on ${String(extract['day'])} only.`))}
      </p>
    )
  return (
    <p>
      <Chip tone="good">{s.say(words('今天有效', 'Good for today'))}</Chip>
    </p>
  )
}

export function ExtractPage(props: ExtractProps) {
  const { extract, sealed, register, s } = props
  const shown = ['purchaser', 'project', 'purpose', 'day', 'asked', 'lookBack', 'largeFine', 'rule'] as const
  const rows = shown.map((name) => [register.fields[name]!.title, valueIn(register.fields[name]!, extract[name], s)] as const)
  const at = `/desk/credit-check/${extract.id}/extract`
  return (
    <>
      <h1>{s.say(words(`信用查询 ${extract.number ?? ''}`, `Credit extract ${extract.number ?? ''}`))}</h1>
      <Standing {...props} />
      <Facts rows={rows} s={s} />
      <table className="stacks">
        <caption>{s.say(words('查询结果', 'Result'))}</caption>
        <Headings titles={extractTitles.map(s.say)} />
        <tbody>
          {linesOf(extract).map((line) => (
            <Line key={line.code} line={line} s={s} />
          ))}
        </tbody>
      </table>
      <p className="soft">{s.say(notTold)}</p>
      {sealed ? (
        <div className="sealed">
          <a href={sealed.address} className="qr" aria-label={s.say(words('打开核验页', 'Open the page that checks it'))}>
            <span dangerouslySetInnerHTML={{ __html: sealed.qr.replace('<svg ', '<svg aria-hidden="true" ') }} />
          </a>
          <p>
            {s.say(words('扫码核验。下载存档：', 'Scan to check. For the file: '))} <a href={s.to(`${at}.pdf`)}>PDF</a> · <a href={s.to(`${at}.csv`)}>CSV</a> ·{' '}
            <a href={s.to(`${at}.json`)}>{s.say(words('完整凭证（JSON）', 'Full proof (JSON)'))}</a>
          </p>
        </div>
      ) : (
        <p className="soft">{s.say(words('这份查询没有签章。', 'This extract is not sealed.'))}</p>
      )}
    </>
  )
}
