// A day or a moment: typed with or without dashes, or picked from a calendar that marks days off and days worked.
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { startOf, dayOf } from '../../../kernel/day.ts'
import { words } from '../../../kernel/words.ts'
import { say } from '../language.ts'
import { useOffice } from '../office.tsx'
import { serverNow } from '../session.ts'
import { ariaOf, textIn, type ControlProps } from './control.tsx'

const formats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日']
const moments = formats.map((format) => `${format} HH:mm`)
const texts = { off: words('休', 'off'), worked: words('班', 'on') }
const shanghai = 8 * 3_600_000

/** A moment as the clock on the wall in Hebei shows it, whatever this machine's zone. */
const onTheWall = (instant: string): string => new Date(Date.parse(instant) + shanghai).toISOString().slice(0, 16).replace('T', ' ')

export default function DayControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const { calendar } = useOffice()
  const withTime = field.kind === 'instant'
  const text = textIn(value)
  const shown = text === '' ? null : dayjs(withTime && text.includes('T') ? onTheWall(text) : text)
  const today = dayOf(serverNow())
  const changed = (picked: Dayjs | null) => {
    if (picked === null) return onChange(null)
    return onChange(withTime ? `${picked.format('YYYY-MM-DDTHH:mm')}:00+08:00` : picked.format('YYYY-MM-DD'))
  }
  return (
    <DatePicker
      id={id}
      className="day-input"
      value={shown?.isValid() ? shown : null}
      format={withTime ? moments : formats}
      showTime={withTime ? { format: 'HH:mm' } : false}
      status={invalid ? 'error' : ''}
      onChange={changed}
      // What was typed counts when the field is left, without Enter.
      preserveInvalidOnBlur
      needConfirm={false}
      {...(field.mayLieAhead ? {} : { maxDate: dayjs(today), showNow: true })}
      disabledDate={(day) => !field.mayLieAhead && startOf(day.format('YYYY-MM-DD')) > serverNow()}
      cellRender={(current, info) => {
        if (info.type !== 'date') return info.originNode
        const day = (current as Dayjs).format('YYYY-MM-DD')
        const weekend = [0, 6].includes((current as Dayjs).day())
        const works = calendar.isWorkday(day)
        const mark = works === weekend ? say(works ? texts.worked : texts.off) : null
        return (
          <div className={`ant-picker-cell-inner${works ? '' : ' day-off'}`}>
            {(current as Dayjs).date()}
            {mark && <small className={works ? 'mark worked' : 'mark off'}>{mark}</small>}
          </div>
        )
      }}
      {...ariaOf(props)}
    />
  )
}
