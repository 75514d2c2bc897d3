// One of a longer list, found by typing part of its title.
import { Select } from 'antd'
import { say } from '../language.ts'
import { ariaOf, type ControlProps } from './control.tsx'

export default function ChoiceList(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  return (
    <Select
      id={id}
      className="wide-input"
      value={(value as string | null) ?? undefined}
      status={invalid ? 'error' : ''}
      allowClear={field.optional}
      showSearch={{ optionFilterProp: 'label' }}
      options={Object.entries(field.choices ?? {}).map(([key, choice]) => ({ value: key, label: say(choice.title) }))}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      {...ariaOf(props)}
    />
  )
}
