// The filters above a list: words, state, place, and any field that can be narrowed; all of them live in the address.
import { Button, Cascader, DatePicker, Dropdown, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { dayOf } from '../../kernel/day.ts'
import type { Field } from '../../kernel/field.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { words } from '../../kernel/words.ts'
import { placeOptions } from '../parts/controls/area-control.tsx'
import { say } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { serverNow } from '../parts/session.ts'
import { fieldFilters, filterable, isRange, type ListSearch } from './filters.ts'

const texts = {
  search: words('名称中的两个字以上，或编号', 'Two characters of the name, or the number'),
  find: words('查找', 'Search'),
  state: words('状态', 'State'),
  place: words('地区', 'Place'),
  more: words('更多条件', 'More filters'),
  from: words('从', 'from'),
  to: words('到', 'to'),
  yes: words('是', 'Yes'),
  no: words('否', 'No'),
  blank: words('未填', 'Not given'),
  drop: words('去掉条件', 'Drop the filter'),
  clear: words('清除全部', 'Clear all'),
}

type Put = (change: ListSearch) => void

interface OneProps {
  readonly name: string
  readonly field: Field
  readonly search: ListSearch
  readonly put: Put
}

function Side({ name, field, side, search, put }: OneProps & { side: 'from' | 'to' }) {
  const key = `${name}.${side}`
  const label = `${say(field.title)} ${say(texts[side])}`
  if (field.kind === 'day' || field.kind === 'instant') {
    const value = search[key]
    return (
      <DatePicker
        aria-label={label}
        placeholder={say(texts[side])}
        value={value ? dayjs(value.slice(0, 10)) : null}
        format={['YYYY-MM-DD', 'YYYYMMDD']}
        onChange={(day) => {
          const end = side === 'from' ? 'T00:00:00+08:00' : 'T23:59:59+08:00'
          put({ [key]: day ? `${day.format('YYYY-MM-DD')}${field.kind === 'instant' ? end : ''}` : undefined })
        }}
      />
    )
  }
  return (
    <Input
      key={search[key] ?? ''}
      className="figure-input"
      aria-label={label}
      placeholder={say(texts[side])}
      defaultValue={search[key] ?? ''}
      onBlur={(event) => put({ [key]: event.target.value.trim() || undefined })}
      onPressEnter={(event) => put({ [key]: event.currentTarget.value.trim() || undefined })}
    />
  )
}

function Exact({ name, field, search, put }: OneProps) {
  const { offices } = useOffice()
  const chosen = search[name]?.split(',') ?? []
  const options =
    field.kind === 'office'
      ? [...offices.values()].map((office) => ({ value: office.id, label: office.title }))
      : field.kind === 'yes'
        ? [
            { value: 'true', label: say(texts.yes) },
            { value: 'false', label: say(texts.no) },
          ]
        : Object.entries(field.choices ?? {}).map(([key, choice]) => ({ value: key, label: say(choice.title) }))
  if (options.length === 0)
    return (
      <Input
        key={search[name] ?? ''}
        aria-label={say(field.title)}
        defaultValue={search[name] ?? ''}
        onBlur={(event) => put({ [name]: event.target.value.trim() || undefined })}
        onPressEnter={(event) => put({ [name]: event.currentTarget.value.trim() || undefined })}
      />
    )
  return (
    <Select
      className="filter"
      mode={field.kind === 'yes' ? undefined : 'multiple'}
      aria-label={say(field.title)}
      value={(field.kind === 'yes' ? chosen[0] : chosen) as never}
      allowClear
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options, ...(field.optional ? [{ value: 'null', label: say(texts.blank) }] : [])]}
      onChange={(value: string | string[] | undefined) => put({ [name]: [value ?? []].flat().join(',') || undefined })}
    />
  )
}

function FieldFilter(props: OneProps & { drop: () => void }) {
  const { name, field } = props
  return (
    <div className="field-filter" role="group" aria-label={say(field.title)}>
      <span>{say(field.title)}</span>
      {isRange(field) ? (
        <>
          <Side {...props} side="from" />
          <Side {...props} side="to" />
        </>
      ) : (
        <Exact {...props} />
      )}
      <Button type="text" size="small" onClick={props.drop} aria-label={`${say(texts.drop)} ${say(field.title)}`} data-field={name}>
        ×
      </Button>
    </div>
  )
}

function Words({ search, put }: { search: ListSearch; put: Put }) {
  const known = search['q'] ?? search['number'] ?? ''
  return (
    <Input.Search
      key={known}
      type="search"
      className="words"
      defaultValue={known}
      placeholder={say(texts.search)}
      aria-label={say(texts.search)}
      allowClear
      onSearch={(text) => {
        const sought = text.trim()
        // A number is capitals and digits; anything else is looked for in names.
        const isNumber = /^[A-Z]{1,4}[-0-9A-Z]{4,}$/.test(sought) && /\d{4}/.test(sought)
        put({ q: isNumber ? undefined : sought || undefined, number: isNumber ? sought : undefined })
      }}
    />
  )
}

interface ListFiltersProps {
  readonly procedure: Procedure
  readonly visible: readonly string[]
  readonly search: ListSearch
  readonly put: Put
}

export function ListFilters({ procedure, visible, search, put }: ListFiltersProps) {
  const { of: register, states } = procedure
  const { tree } = useOffice()
  const today = dayOf(serverNow())
  const [added, setAdded] = useState<readonly string[]>([])
  const places = useMemo(() => placeOptions(tree.divisions, today), [tree, today])
  const shown = [...new Set([...fieldFilters(search).filter((name) => name in register.fields), ...added])]
  const left = filterable(register, visible).filter((name) => !shown.includes(name))
  const path = search['within'] ? [...tree.chain(search['within'], today)].reverse() : undefined
  const drop = (name: string) => {
    setAdded(added.filter((each) => each !== name))
    put({ [name]: undefined, [`${name}.from`]: undefined, [`${name}.to`]: undefined })
  }
  return (
    <div className="filters" role="search">
      <Words search={search} put={put} />
      <Select
        className="filter"
        mode="multiple"
        maxTagCount="responsive"
        aria-label={say(texts.state)}
        placeholder={say(texts.state)}
        value={search['state']?.split(',') ?? []}
        options={Object.entries(states).map(([key, title]) => ({ value: key, label: say(title) }))}
        onChange={(chosen: string[]) => put({ state: chosen.join(',') || undefined })}
      />
      {register.placedBy && (
        <Cascader
          className="filter"
          aria-label={say(texts.place)}
          placeholder={say(texts.place)}
          options={places}
          value={path}
          changeOnSelect
          displayRender={(labels) => labels.at(-1)}
          onChange={(way) => put({ within: way?.at(-1) })}
        />
      )}
      {shown.map((name) => (
        <FieldFilter key={name} name={name} field={register.fields[name]!} search={search} put={put} drop={() => drop(name)} />
      ))}
      {left.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: left.map((name) => ({ key: name, label: say(register.fields[name]!.title) })),
            onClick: ({ key }) => setAdded([...added, key]),
          }}
        >
          <Button>{say(texts.more)} ▾</Button>
        </Dropdown>
      )}
      {Object.keys(search).some((name) => !['order', 'page'].includes(name) && search[name]) && (
        <Button
          type="link"
          onClick={() => {
            setAdded([])
            put(Object.fromEntries(Object.keys(search).map((name) => [name, undefined])))
          }}
        >
          {say(texts.clear)}
        </Button>
      )}
    </div>
  )
}
