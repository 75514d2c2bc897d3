// `administrator`: the first way in of a new house, and the renewed one of whoever holds a duty over rights; on the machine itself.
import { dayOf } from '../kernel/day.ts'
import { giveWayIn } from '../store/people/way-in.ts'
import type { Zhiheng } from '../zhiheng.ts'

const duties = { administrator: 'access.administrator', approver: 'access.approver' } as const

/** Puts the account in place when there is none, gives it the duty, and answers with a code that sets its password once. */
export async function administrator(zhiheng: Zhiheng, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { engine } = zhiheng
  const [account, name] = [String(args['account']), String(args['name'] ?? args['account'])]
  if (!/^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/.test(account)) throw new Error('An account is written in small letters, digits, dots and hyphens.')
  const duty = args['approver'] === true ? duties.approver : duties.administrator
  await engine.database.query(
    "insert into kernel.account (id, name, face) values ($1, $2, 'office') on conflict (id) do update set state = 'active'",
    [account, name],
  )
  await engine.database.query(
    `insert into kernel.holding (account, duty, reach, valid_from) select $1, $2, 'all', $3
     where not exists (select 1 from kernel.holding where account = $1 and duty = $2 and reach = 'all' and valid_to is null)`,
    [account, duty, dayOf(engine.now())],
  )
  const { code, ends } = await giveWayIn(engine, { account, givenBy: 'operator', withoutFactor: args['withoutFactor'] === true })
  return { account, duty, code, ends }
}
