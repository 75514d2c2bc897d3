// Import of a table: take the template, try the file, mend the rows that are wrong, then bring it in whole.
import { Alert, Button, Progress, Steps, Upload } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLoaderData } from '@tanstack/react-router'
import { useState } from 'react'
import { openingOf } from '../../kernel/act.ts'
import { words } from '../../kernel/words.ts'
import type { Problem } from '../parts/api.ts'
import type { Declared } from '../parts/declarations.ts'
import { language, say } from '../parts/language.ts'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { handOver, upload } from '../parts/uploading.ts'
import { Titled } from './titled.tsx'

interface RowProblem {
  readonly line: number
  readonly field: string
  readonly code: string
  readonly words: string
  readonly remedy: string
}

interface Imported {
  readonly rows: number
  readonly opened: number
  readonly known: number
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  readonly encoding: string
  readonly dryRun: boolean
  readonly repeated: boolean
  readonly ignored: readonly string[]
}

const texts = {
  title: words('批量导入', 'Import'),
  template: words('下载模板（含下拉选项）', 'Download the template with its drop-downs'),
  take: words('取模板', 'Take the template'),
  try: words('试导入', 'Dry run'),
  bring: words('正式导入', 'Bring it in'),
  choose: words('选择文件：.xlsx 或 .csv（UTF-8、GB18030 均可）', 'Choose a file: .xlsx or .csv (UTF-8 or GB18030)'),
  whole: words('整个文件要么全部导入，要么一行也不导入；同一文件再次上传不会重复导入。', 'A file is taken whole or not at all; the same file sent twice is taken once.'),
  sending: words('正在上传…', 'Sending …'),
  working: words('服务器正在逐行核对…', 'The server judges row by row …'),
  again: words('改好后重新选择', 'Choose the mended file'),
  errors: words('下载错误清单', 'Download the workbook of errors'),
  line: words('行', 'Row'),
  field: words('项目', 'Field'),
  wrong: words('问题', 'What is wrong'),
  remedy: words('怎样改', 'What to do'),
  good: words('可以导入', 'It can be brought in'),
  done: words('已导入', 'Brought in'),
  repeated: words('这个文件已经导入过，没有重复办理。', 'This very file was taken before; nothing was done again.'),
  see: words('查看列表', 'See the list'),
}

function Outcome({ outcome }: { outcome: Imported }) {
  const parts = [
    say(words(`共 ${outcome.rows} 行`, `${outcome.rows} rows`)),
    say(outcome.dryRun ? words(`将新增 ${outcome.opened} 条`, `${outcome.opened} would be entered`) : words(`新增 ${outcome.opened} 条`, `${outcome.opened} entered`)),
    ...(outcome.known > 0 ? [say(words(`${outcome.known} 条已有，跳过`, `${outcome.known} are there already`))] : []),
    ...(outcome.problemCount > 0 ? [say(words(`${outcome.problemCount} 处需要改正`, `${outcome.problemCount} to mend`))] : []),
    outcome.encoding,
  ]
  const good = outcome.problemCount === 0
  return (
    <div role="status">
      <Alert
        type={good ? 'success' : 'warning'}
        role="none"
        title={<b>{good ? say(outcome.dryRun ? texts.good : texts.done) : say(words('没有导入任何一行', 'No row was brought in'))}</b>}
        description={
          <>
            <p>{parts.join(' · ')}</p>
            {outcome.repeated && <p>{say(texts.repeated)}</p>}
            {outcome.ignored.length > 0 && (
              <p>
                {say(words('未识别的列，没有读取：', 'Columns that are no field and were not read: '))}
                {outcome.ignored.join(' · ')}
              </p>
            )}
          </>
        }
      />
    </div>
  )
}

function columnsOf(declared: Declared): readonly Column<RowProblem>[] {
  const fields = openingOf(declared.procedure).asks ?? {}
  return [
    { key: 'line', title: say(texts.line), lead: true, show: (row) => row.line },
    { key: 'field', title: say(texts.field), lead: true, show: (row) => (fields[row.field] ? say(fields[row.field]!.title) : row.field) },
    { key: 'wrong', title: say(texts.wrong), show: (row) => row.words },
    { key: 'remedy', title: say(texts.remedy), show: (row) => row.remedy },
  ]
}

interface Work {
  readonly file: File | null
  readonly outcome: Imported | null
  readonly problem: Problem | null
  /** Share of the file sent; null while nothing is under way. */
  readonly share: number | null
}

const idle: Work = { file: null, outcome: null, problem: null, share: null }

function useImport(register: string) {
  const queries = useQueryClient()
  const [work, setWork] = useState<Work>(idle)
  const run = async (file: File, dry: boolean) => {
    setWork({ file, outcome: null, problem: null, share: 0 })
    try {
      const outcome = await upload<Imported>({
        path: `/api/v1/registers/${register}/import${dry ? '?dry=true' : ''}`,
        file,
        progress: (share) => setWork((now) => ({ ...now, share })),
      })
      setWork({ file, outcome, problem: null, share: null })
      if (!dry) void queries.invalidateQueries()
    } catch (error) {
      setWork({ file, outcome: null, problem: problemFrom(error), share: null })
    }
  }
  const errors = async () => {
    if (!work.file) return
    try {
      const path = `/api/v1/registers/${register}/import/errors`
      handOver(await upload<Blob>({ path, file: work.file, progress: () => undefined, as: 'blob' }), `${register}-problems.xlsx`)
    } catch (error) {
      setWork({ ...work, problem: problemFrom(error) })
    }
  }
  return { work, run, errors }
}

export function ImportPage() {
  const declared = useLoaderData({ strict: false }) as unknown as Declared
  const { of: register } = declared.procedure
  const { work, run, errors } = useImport(register.name)
  const { file, outcome, problem, share } = work
  const good = outcome !== null && outcome.problemCount === 0
  const at = outcome === null ? (file ? 1 : 0) : outcome.dryRun ? (good ? 2 : 1) : 3
  const title = `${say(texts.title)} · ${say(register.title)}`
  return (
    <Titled title={title}>
      <h1>{title}</h1>
      <Steps
        size="small"
        responsive={false}
        current={at}
        items={[texts.take, texts.try, texts.bring].map((text) => ({ title: say(text) }))}
      />
      <p>
        <a href={`/api/v1/registers/${register.name}/template.xlsx?language=${language}`}>{say(texts.template)}</a>
      </p>
      <p className="soft">{say(texts.whole)}</p>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={share !== null}
        beforeUpload={(chosen) => {
          void run(chosen, true)
          return false
        }}
      >
        <p>{say(file ? texts.again : texts.choose)}</p>
        {file && (
          <p className="soft">
            {file.name} · {Math.ceil(file.size / 1024)} KB
          </p>
        )}
      </Upload.Dragger>
      {share !== null && (
        <div role="status">
          <Progress percent={Math.round(share * 100)} status="active" aria-label={say(texts.sending)} />
          <p>{say(share < 1 ? texts.sending : texts.working)}</p>
        </div>
      )}
      {problem && <ProblemShown problem={problem} />}
      {outcome && <Outcome outcome={outcome} />}
      {outcome && outcome.problemCount > 0 && (
        <>
          <p>
            <Button onClick={() => void errors()}>{say(texts.errors)}</Button>
          </p>
          <Table columns={columnsOf(declared)} rows={outcome.problems} keyOf={(row) => `${row.line}.${row.field}.${row.code}`} label={say(texts.wrong)} />
        </>
      )}
      {good && file && outcome.dryRun && (
        <p>
          <Button type="primary" size="large" onClick={() => void run(file, false)}>
            {say(words(`正式导入 ${outcome.opened} 条`, `Bring in ${outcome.opened} records`))}
          </Button>
        </p>
      )}
      {good && !outcome.dryRun && (
        <p>
          <Link to="/registers/$register" params={{ register: register.name }}>
            {say(texts.see)}
          </Link>
        </p>
      )}
    </Titled>
  )
}
