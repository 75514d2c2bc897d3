// The contents of a record: what is filled in, in the order of its register; what is not stands folded away.
import { kindOf } from '../../kernel/kinds.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { RecordAnswer } from '../parts/answers.ts'
import { FileLinks } from '../parts/files.tsx'
import { say } from '../parts/language.ts'
import { momentText } from '../parts/light.tsx'
import { useOffice } from '../parts/office.tsx'
import { Shown } from '../parts/show.tsx'

const texts = {
  contents: words('内容', 'Contents'),
  personal: words('个人信息：阅读已留痕', 'Personal: this reading is noted'),
  opened: words('登记', 'Opened'),
  changed: words('最近办理', 'Last act'),
  office: words('承办机关', 'Office'),
  place: words('地区', 'Place'),
  version: words('版本', 'Version'),
  others: words('办理中的附件', 'Files of the steps'),
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What takes a whole line of its own. */
const isWide = (name: string, fields: Procedure['of']['fields'], value: unknown): boolean => {
  const field = fields[name]!
  return ['rows', 'figures', 'files'].includes(field.kind) || (field.kind === 'text' && String(value).length > 60)
}

interface ContentsProps {
  readonly procedure: Procedure
  readonly answer: RecordAnswer
  readonly visible: readonly string[]
}

export function Contents({ procedure, answer: { record, files }, visible }: ContentsProps) {
  const office = useOffice()
  const { fields, name: register } = procedure.of
  const address = (hash: string) => `/api/v1/registers/${register}/${record.id}/files/${hash}`
  // What steps brought beside the register stands below its own.
  const others = files.filter((file) => !(file.field in fields))
  const shown = Object.keys(fields).filter((name) => visible.includes(name))
  const filled = shown.filter((name) => !isBlank(record[name]))
  const blank = shown.filter((name) => isBlank(record[name]))
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{say(texts.contents)}</h2>
      <dl className="facts">
        {filled.map((name) => (
          <div key={name} className={isWide(name, fields, record[name]) ? 'fact wide' : 'fact'}>
            <dt>
              {say(fields[name]!.title)}
              {fields[name]!.personal && (
                <span className="personal" title={say(texts.personal)}>
                  {' '}
                  ●<span className="unseen">{say(texts.personal)}</span>
                </span>
              )}
            </dt>
            <dd data-kind={kindOf(fields[name]!).name}>
              {fields[name]!.kind === 'files' ? (
                <FileLinks files={files.filter((file) => file.field === name)} address={address} />
              ) : (
                <Shown value={record[name]} field={fields[name]!} office={office} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <>
          <h3>{say(texts.others)}</h3>
          <FileLinks files={others} address={address} />
        </>
      )}
      {blank.length > 0 && (
        <details className="blanks">
          <summary>{say(words(`未填写 ${blank.length} 项`, `${blank.length} fields not given`))}</summary>
          <p className="soft">{blank.map((name) => say(fields[name]!.title)).join(' · ')}</p>
        </details>
      )}
    </section>
  )
}

/** What every record has: where it stands and since when. */
export function Standing({ record }: { record: AnyRecord }) {
  const office = useOffice()
  const facts = [
    [texts.opened, momentText(record.opened)],
    [texts.changed, momentText(record.changed)],
    [texts.office, office.officeTitle(record.office)],
    [texts.place, office.placeTitle(record.area)],
    [texts.version, String(record.version)],
  ] as const
  return (
    <p className="standing">
      {facts
        .filter(([, value]) => value !== '')
        .map(([title, value]) => (
          <span key={title.zh}>
            {say(title)} <b>{value}</b>
          </span>
        ))}
    </p>
  )
}
