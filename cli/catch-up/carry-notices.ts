// Cases of before an announced notice, or a hearing taken back, had its clock: it is entered by an act, from the day it counts from.
import { dayOf } from '../../kernel/day.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

/** Last notices whose announcement runs, since when; and cases whose terms ended with a hearing that is asked for no more. */
const foundSql = `select c.id, c.version, to_char(s.served at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as until, s.sent
  from record."case" c join kernel.document d on d.record = c.id and d.form = 'penalty-notice' and d.state <> 'void'
    join kernel.service s on s.document = d.id and s.way = 'notice' and s.state = 'served' and (s.served at time zone 'Asia/Shanghai')::date >= $1::date
  where c.state = 'told' and c.announced_until is null
    and not exists (select from kernel.document l where l.record = d.record and l.form = d.form and l.id > d.id)
    and not exists (select from kernel.service e where e.document = d.id and e.state = 'served' and e.served < s.served)
  union all select c.id, c.version, null, null from record."case" c
  where c.state = 'told' and c.notice_answered is null and c.speaks_until is null
    and exists (select from kernel.clock k where k.record = c.id and k.deadline = 'ask-hearing' and k.state in ('met', 'late'))
    and not exists (select from kernel.clock k where k.record = c.id and k.deadline in ('defend', 'ask-hearing') and k.state in ('open', 'lapsed'))
  order by 1`

interface Found {
  readonly id: string
  readonly version: number
  readonly until: string | null
  readonly sent: Date | null
}

/** Enters what old cases lack; done again it finds nothing. */
export async function carryNotices(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<Found>(foundSql, [dayOf(engine.now())])
  const lacking = rows.map(({ id, version, until, sent }) => ({
    ...{ register: 'case', record: id, step: 'carry-notice', key: `carried:${id}:${version}` },
    ...(until && sent ? { answers: { announcedUntil: until }, occurred: new Date(sent).toISOString() } : {}),
  }))
  return enterLacking(engine, 'carried', lacking)
}
