// A body by its credit code: typed, its check characters tried at once, or found by two characters of its name.
import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { words } from '../../../kernel/words.ts'
import { say } from '../language.ts'
import { useOffice } from '../office.tsx'
import { ariaOf, textIn, type ControlProps } from './control.tsx'
import { useFound } from './found.ts'

const texts = { hint: words('统一社会信用代码，或名称中的两个字', 'Credit code, or two characters of the name') }

export default function PartyControl(props: ControlProps) {
  const { id, value, onChange, invalid } = props
  const { house, register } = useOffice()
  const [typed, setTyped] = useState('')
  const parties = house.parties
  const readable = parties !== null && register(parties.register)?.reads === true
  // A code is all capitals and digits; anything else is a name to look for.
  const name = /^[0-9A-Za-z]*$/.test(typed) ? '' : typed
  const found = useFound(readable ? parties.register : null, name)
  const options = parties
    ? found.map((record) => ({
        value: String(record[parties.field]),
        label: `${String(record[parties.title] ?? '')} · ${String(record[parties.field])}`,
      }))
    : []
  return (
    <AutoComplete
      id={id}
      className="wide-input"
      value={textIn(value)}
      options={options}
      onSelect={(code: string) => {
        setTyped('')
        onChange(code)
      }}
      onChange={(text: string) => {
        setTyped(text)
        onChange(text.trim() === '' ? null : text)
      }}
      {...ariaOf(props)}
    >
      <Input status={invalid ? 'error' : ''} placeholder={readable ? say(texts.hint) : undefined} autoComplete="off" />
    </AutoComplete>
  )
}
