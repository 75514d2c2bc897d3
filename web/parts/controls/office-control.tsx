// An office of the jurisdiction, found by typing part of its title.
import { Select } from 'antd'
import { useOffice } from '../office.tsx'
import { ariaOf, type ControlProps } from './control.tsx'

export default function OfficeControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const { offices } = useOffice()
  return (
    <Select
      id={id}
      className="wide-input"
      value={(value as string | null) ?? undefined}
      status={invalid ? 'error' : ''}
      allowClear={field.optional}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...offices.values()].map((office) => ({ value: office.id, label: office.title }))}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      {...ariaOf(props)}
    />
  )
}
