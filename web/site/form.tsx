// A form derived from fields and made by hand around them: labels, hints, an error summary that leads to each field; no script.
import { titleAt, type Field, type Fields } from '../../kernel/field.ts'
import { words, type Words } from '../../kernel/words.ts'
import { FilesControl, FilesHint, type FileNamed } from './files-control.tsx'
import { listOf, OfferedLists, type Offers } from './offers.tsx'
import { RowsControl } from './rows-control.tsx'
import { unitIn, type Saying } from './saying.ts'

export interface FormProblem {
  readonly field: string
  readonly text: string
  readonly remedy: string
}

export interface FormGroup {
  readonly title: Words
  readonly names: readonly string[]
}

interface FieldProps {
  readonly name: string
  readonly field: Field
  readonly value: string | readonly string[]
  readonly problem: FormProblem | undefined
  /** Problems of the cells of a table. */
  readonly cells?: readonly FormProblem[]
  /** Named by a heading instead of a label, as a cell is. */
  readonly label?: string
  /** Files that came with this form before. */
  readonly kept?: ReadonlyMap<string, FileNamed>
  readonly s: Saying
}

function Control({ name, field, value, problem, cells, label, kept, s }: FieldProps) {
  if (field.kind === 'rows')
    return (
      <RowsControl
        name={name}
        field={field}
        value={typeof value === 'string' ? value : ''}
        problems={cells ?? []}
        s={s}
        cell={(cellName, one, text, wrong) => (
          <Control
            name={cellName}
            field={one}
            value={one.kind === 'choices' ? text.split(',') : text}
            problem={wrong ? { field: cellName, text: '', remedy: '' } : undefined}
            label={`${s.say(one.title)} ${Number(cellName.split('.')[1]) + 1}`}
            s={s}
          />
        )}
      />
    )
  const shared = {
    id: name,
    'aria-label': label,
    name,
    required: !field.optional,
    'aria-describedby': [field.hint || (namingHints[field.kind] && !label) ? `${name}-hint` : '', problem ? `${name}-problem` : ''].join(' ').trim() || undefined,
    'aria-invalid': problem ? true : undefined,
  }
  if (field.kind === 'files')
    return <FilesControl name={name} field={field} value={[value].flat()} kept={kept ?? new Map()} attributes={shared} s={s} />
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'day':
      return <input {...shared} type="date" defaultValue={text} />
    case 'integer':
      return <input {...shared} type="text" inputMode="numeric" defaultValue={text} />
    case 'quantity':
    case 'amount':
      return <input {...shared} type="text" inputMode="decimal" defaultValue={text} />
    case 'yes':
      return (
        <select {...shared} defaultValue={text}>
          <option value="" />
          <option value="是">{s.say(words('是', 'Yes'))}</option>
          <option value="否">{s.say(words('否', 'No'))}</option>
        </select>
      )
    case 'choice':
      return (
        <select {...shared} defaultValue={text}>
          <option value="" />
          {Object.entries(field.choices ?? {}).map(([key, choice]) => (
            <option key={key} value={key}>
              {s.say(choice.title)}
            </option>
          ))}
        </select>
      )
    default:
      return (field.length ?? 200) > 400 ? (
        <textarea {...shared} defaultValue={text} maxLength={field.length} />
      ) : (
        <input {...shared} type="text" defaultValue={text} maxLength={field.length ?? 200} list={listOf(field) ?? undefined} />
      )
  }
}

const Needed = ({ field, s }: { field: Field; s: Saying }) =>
  field.optional ? (
    <span className="soft small"> {s.say(words('（选填）', '(optional)'))}</span>
  ) : (
    <span className="need" aria-hidden="true">
      {' '}
      *
    </span>
  )

/** How the name of something governed is written. */
const namingHints: Partial<Record<Field['kind'], Words>> = {
  area: words('写市、县、区名称，如“石家庄市长安区”', 'Name the county and its city, such as Changan, Shijiazhuang'),
  office: words('写机关全称', 'The full name of the office'),
  link: words('写编号，可从列表中选择', 'Its number; it can be chosen from the list'),
}

function Row(props: FieldProps) {
  const { name, field, value, problem, s } = props
  const said = [field.hint, namingHints[field.kind]].filter((each) => each !== undefined)
  const hint = said.length > 0 && (
    <p className="hint" id={`${name}-hint`}>
      {said.map(s.say).join(s.language === 'en' ? ' ' : '。')}
    </p>
  )
  const wrong = problem && (
    <p className="problem" id={`${name}-problem`}>
      {problem.text} {problem.remedy}
    </p>
  )
  if (field.kind === 'choices' || field.kind === 'rows')
    return (
      <div className={`field${problem ? ' wrong' : ''}`} role="group" aria-labelledby={`${name}-label`} id={name}>
        <span className="label" id={`${name}-label`}>
          {s.say(field.title)}
          <Needed field={field} s={s} />
        </span>
        {hint}
        {wrong}
        {field.kind === 'rows' ? (
          <Control {...props} />
        ) : (
          <div className="choices">
            {Object.entries(field.choices ?? {}).map(([key, choice]) => (
              <label key={key}>
                <input type="checkbox" name={name} value={key} defaultChecked={value.includes(key)} />
                {s.say(choice.title)}
              </label>
            ))}
          </div>
        )}
      </div>
    )
  return (
    <div className={`field${problem ? ' wrong' : ''}`}>
      <label htmlFor={name}>
        {s.say(field.title)}
        {field.unit ? ` (${unitIn(field.unit, s)})` : ''}
        <Needed field={field} s={s} />
      </label>
      {hint}
      {field.kind === 'files' && <FilesHint field={field} s={s} />}
      {wrong}
      <Control {...props} />
    </div>
  )
}

/** Rows are counted from one for people and from nought in the names of the cells. */
const anchorOf = (path: string): string => path.replace(/^([^.]+)\.(\d+)\./, (_, name: string, row: string) => `${name}.${Number(row) - 1}.`)

export interface FormProps {
  readonly action: string
  readonly groups: readonly FormGroup[]
  readonly fields: Fields
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly send: Words
  readonly hidden?: Readonly<Record<string, string>>
  readonly kept?: ReadonlyMap<string, FileNamed>
  readonly offers?: Offers
  readonly s: Saying
}

export function PaperForm({ action, groups, fields, values, problems, send, hidden, kept, offers, s }: FormProps) {
  const withFiles = groups.some((group) => group.names.some((name) => fields[name]!.kind === 'files'))
  return (
    <form className="paper" method="post" action={action} encType={withFiles ? 'multipart/form-data' : undefined} noValidate>
      {problems.length > 0 && (
        <div className="errors" role="alert" tabIndex={-1}>
          <p>
            <b>
              {s.say(
                words(
                  `有 ${problems.length} 处需要改正，内容尚未保存`,
                  `${problems.length === 1 ? 'One answer needs' : `${problems.length} answers need`} mending; nothing was saved yet`,
                ),
              )}
            </b>
          </p>
          <ul>
            {problems.map((p) => (
              <li key={p.field + p.text}>
                {p.field.split('.')[0]! in fields && (
                  <>
                    <a href={`#${anchorOf(p.field)}`}>{s.say(titleAt(fields, p.field))}</a>
                    {s.language === 'en' ? ': ' : '：'}
                  </>
                )}
                {p.text} {p.remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {groups.map((group) => (
        <fieldset key={group.title.en}>
          <legend>{s.say(group.title)}</legend>
          {group.names.map((name) => (
            <Row
              key={name}
              name={name}
              field={fields[name]!}
              value={values[name] ?? ''}
              problem={problems.find((p) => p.field === name)}
              cells={problems.filter((p) => p.field.startsWith(`${name}.`))}
              {...(kept ? { kept } : {})}
              s={s}
            />
          ))}
        </fieldset>
      ))}
      {offers && <OfferedLists offers={offers} />}
      <button type="submit">{s.say(send)}</button>
    </form>
  )
}
