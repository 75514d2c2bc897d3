// Suspensions of before their days were kept: they are read from the acts that began and ended them, and entered by an act of their own.
import { suspendedFrom, suspendedUntil, type Suspension } from '../../systems/basis/testing/holding.ts'
import type { Engine } from '../../store/engine.ts'
import { enterLacking } from './enter-lacking.ts'

/** Each mark that was suspended, with what is kept and the acts that began a suspension or ended one. */
const foundSql = `select l.id, l.version, l.suspensions as kept, json_agg(json_build_object('step', j.step,
    'on', to_char(j.occurred at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) order by j.version) as acts
  from record.laboratory l join kernel.journal j on j.record = l.id and j.step = any($1)
  group by l.id, l.version having bool_or(j.step = 'suspend') order by l.id`

interface Found {
  readonly id: string
  readonly version: number
  readonly kept: readonly Suspension[] | null
  readonly acts: readonly { readonly step: string; readonly on: string }[]
}

type Days = readonly Suspension[] | null
const daysOf = ({ acts }: Found): readonly Suspension[] =>
  acts.reduce<Days>((days, { step, on }) => (step === 'suspend' ? suspendedFrom(days, on) : suspendedUntil(days, on)), null) ?? []

/** What is not kept: all, or what lies before the first that an act entered since its days are kept. */
const lackingOf = (found: Found): readonly Suspension[] => {
  const first = found.kept?.[0]?.from
  return daysOf(found).filter(({ from, to }) => first === undefined || (from < first && to !== null && to < first))
}

/** Enters what old marks lack; done again it finds nothing. */
export async function rememberSuspensions(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.database.query<Found>(foundSql, [['suspend', 'restore', 'withdraw', 'cancel', 'grant-anew']])
  const lacking = rows.flatMap((found) => {
    const [suspensions, { id, version }] = [lackingOf(found), found]
    const step = { register: 'laboratory', record: id, step: 'remember', key: `remembered:${id}:${version}` }
    return suspensions.length === 0 ? [] : [{ ...step, answers: { suspensions } }]
  })
  return enterLacking(engine, 'remembered', lacking)
}
