// Values as a person reads them: by the kernel's kinds, with places, offices, parties, articles and records by their names.
import type { ReactNode } from 'react'
import type { Field } from '../../kernel/field.ts'
import { kindOf } from '../../kernel/kinds.ts'
import { words } from '../../kernel/words.ts'
import { ArticleLink } from './article.tsx'
import { FilesShown } from './files.tsx'
import { joined, say, written } from './language.ts'
import type { Office } from './office.tsx'
import { PartyLink, RecordLink } from './record-link.tsx'

export const nothing = '—'
const texts = { yes: words('是', 'Yes'), no: words('否', 'No') }

const grouped = (text: string): string => {
  const [whole = '', places] = text.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${places === undefined ? '' : `.${places}`}`
}

/** A value in one line of text, for lists and titles. */
export function textOf(value: unknown, field: Field, office: Office): string {
  if (value === null || value === undefined || value === '') return ''
  if (field.account) return office.accountTitle(String(value))
  switch (field.kind) {
    case 'area':
      return office.placeTitle(String(value))
    case 'office':
      return office.officeTitle(String(value))
    case 'yes':
      return say(value === true ? texts.yes : texts.no)
    case 'choice':
      return say(field.choices?.[String(value)]?.title ?? words(String(value), String(value)))
    case 'choices':
      return joined((value as readonly string[]).map((key) => say(field.choices?.[key]?.title ?? words(key, key))))
    case 'amount':
    case 'quantity':
      return `${grouped(String(value))}${field.unit && field.unit !== '1' ? ` ${field.unit}` : ''}`
    case 'day':
      return String(value)
    default:
      return kindOf(field).show(value, field, written)
  }
}

function Rows({ value, field, office }: { value: readonly Readonly<Record<string, unknown>>[]; field: Field; office: Office }) {
  const columns = Object.entries(field.columns ?? {})
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={say(field.title)}>
      <table className="plain">
        <thead>
          <tr>
            {columns.map(([name, column]) => (
              <th key={name} scope="col">
                {say(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, at) => (
            <tr key={at}>
              {columns.map(([name, column]) => (
                <td key={name}>{textOf(row[name], column, office) || nothing}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figures({ value, label }: { value: Readonly<Record<string, string>>; label: string }) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="plain">
        <thead>
          <tr>
            {Object.keys(value).map((key) => (
              <th key={key} scope="col">
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {Object.entries(value).map(([key, figure]) => (
              <td key={key} className="number">
                {figure}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** A value as it stands on the page of its record. */
export function Shown({ value, field, office }: { value: unknown; field: Field; office: Office }): ReactNode {
  const blank = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (blank) return <span className="soft">{nothing}</span>
  if (field.account) return textOf(value, field, office)
  switch (field.kind) {
    case 'citation':
      return <ArticleLink citation={String(value)} />
    case 'party':
      return <PartyLink code={String(value)} />
    case 'link':
      return <RecordLink register={field.to ?? ''} id={String(value)} text={String(value).slice(0, 8)} />
    case 'files':
      return <FilesShown files={value as readonly string[]} />
    case 'rows':
      return <Rows value={value as readonly Readonly<Record<string, unknown>>[]} field={field} office={office} />
    case 'figures':
      return <Figures value={value as Readonly<Record<string, string>>} label={say(field.title)} />
    case 'text':
      return <span className="prose">{String(value)}</span>
    default:
      return textOf(value, field, office)
  }
}
