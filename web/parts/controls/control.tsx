// The control of a field by its kind; each speaks to the form in the raw answer that the server takes.
import { Checkbox, Input, Radio } from 'antd'
import { lazy, Suspense, type ReactNode } from 'react'
import type { Field } from '../../../kernel/field.ts'
import { words } from '../../../kernel/words.ts'
import { say } from '../language.ts'

export interface ControlProps {
  /** Identity of the input, to which the label and an error summary lead. */
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly invalid: boolean
  readonly describedBy?: string
  /** Identity of the label, for controls that are a group. */
  readonly labelledBy: string
  /** Where files of this field are sent. */
  readonly filesTo?: string
  /** Told when a sending of files begins (1) and ends (−1), since an answer that is under way cannot be sent. */
  readonly onBusy?: (change: 1 | -1) => void
}

// What needs a picker is loaded when a form asks for it.
const Pickers = {
  day: lazy(() => import('./day-control.tsx')),
  choice: lazy(() => import('./choice-control.tsx')),
  area: lazy(() => import('./area-control.tsx')),
  office: lazy(() => import('./office-control.tsx')),
  party: lazy(() => import('./party-control.tsx')),
  link: lazy(() => import('./link-control.tsx')),
  citation: lazy(() => import('./citation-control.tsx')),
  figures: lazy(() => import('./figures-control.tsx')),
  account: lazy(() => import('./account-control.tsx')),
  rows: lazy(() => import('./rows-control.tsx')),
  files: lazy(() => import('./files-control.tsx')),
}

const texts = { yes: words('是', 'Yes'), no: words('否', 'No'), unsaid: words('不填', 'Not said') }
/** Choices up to this many lie open; more are a list. */
const mostOpen = 4

export const ariaOf = ({ invalid, describedBy, field }: ControlProps) => ({
  'aria-invalid': invalid || undefined,
  'aria-required': !field.optional || undefined,
  'aria-describedby': describedBy,
})

export const textIn = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function TextControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const length = field.length ?? 200
  const shared = { id, value: textIn(value), status: invalid ? ('error' as const) : ('' as const), ...ariaOf(props) }
  return length > 300 ? (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: 2, maxRows: 12 }}
      count={{ show: textIn(value).length > length * 0.8, max: length }}
      onChange={(event) => onChange(event.target.value)}
    />
  ) : (
    <Input {...shared} onChange={(event) => onChange(event.target.value)} autoComplete="off" />
  )
}

function NumberControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const whole = field.kind === 'integer'
  return (
    <Input
      id={id}
      className="figure-input"
      value={textIn(value)}
      status={invalid ? 'error' : ''}
      inputMode={whole ? 'numeric' : 'decimal'}
      suffix={field.unit && field.unit !== '1' ? field.unit : field.kind === 'amount' ? '元' : undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value.replaceAll(/[\s,，]/g, '').replace('。', '.'))}
      {...ariaOf(props)}
    />
  )
}

/** Both answers lie open; what is optional can be taken back. */
function YesControl(props: ControlProps) {
  const { id, field, value, onChange, labelledBy, describedBy } = props
  const options = [
    { value: true, label: say(texts.yes) },
    { value: false, label: say(texts.no) },
    ...(field.optional ? [{ value: 'unsaid', label: say(texts.unsaid) }] : []),
  ]
  return (
    <Radio.Group
      id={id}
      options={options}
      value={value ?? (field.optional ? 'unsaid' : undefined)}
      onChange={(event) => onChange(event.target.value === 'unsaid' ? null : event.target.value)}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    />
  )
}

function ChoiceControl(props: ControlProps) {
  const { id, field, value, onChange, labelledBy, describedBy } = props
  const choices = Object.entries(field.choices ?? {})
  if (choices.length > mostOpen || field.optional) return <Pickers.choice {...props} />
  return (
    <Radio.Group
      id={id}
      className="open-choice"
      options={choices.map(([key, choice]) => ({ value: key, label: say(choice.title) }))}
      value={value ?? undefined}
      onChange={(event) => onChange(event.target.value)}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    />
  )
}

function ChoicesControl({ id, field, value, onChange, labelledBy }: ControlProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <div id={id} role="group" aria-labelledby={labelledBy} tabIndex={-1}>
      <Checkbox.Group
        className="open-choice"
        options={Object.entries(field.choices ?? {}).map(([key, choice]) => ({ value: key, label: say(choice.title) }))}
        value={chosen}
        onChange={onChange}
      />
    </div>
  )
}

function controlOf(props: ControlProps): ReactNode {
  if (props.field.account) return <Pickers.account {...props} />
  switch (props.field.kind) {
    case 'text':
      return <TextControl {...props} />
    case 'integer':
    case 'quantity':
    case 'amount':
      return <NumberControl {...props} />
    case 'yes':
      return <YesControl {...props} />
    case 'choice':
      return <ChoiceControl {...props} />
    case 'choices':
      return <ChoicesControl {...props} />
    case 'day':
    case 'instant':
      return <Pickers.day {...props} />
    default: {
      const Picker = Pickers[props.field.kind]
      return <Picker {...props} />
    }
  }
}

export function Control(props: ControlProps) {
  // An input of the same height stands in while its picker loads, so that the form does not jump.
  return <Suspense fallback={<Input id={props.id} disabled aria-busy />}>{controlOf(props)}</Suspense>
}
