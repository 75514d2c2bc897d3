// What a person's own page shows of their account.
import { addDays, dayOf } from '../../kernel/day.ts'
import { readingDuties, type Holding, type Reach } from '../../kernel/permission.ts'
import { words, type Words } from '../../kernel/words.ts'
import { dutyTable } from '../../server/sign-in/administration.ts'
import type { Caller } from '../../server/identity.ts'
import type { Engine } from '../../store/engine.ts'
import { passkeysOf } from '../../store/people/passkeys.ts'
import { factorsOf } from '../../store/people/second-factor.ts'
import { sessionsOf } from '../../store/people/sessions.ts'
import { hasPassword } from '../../store/people/sign-in.ts'
import { tokensOf } from '../../store/people/tokens.ts'
import { readingsOf } from '../../store/records/readings-told.ts'
import type { AccountShown, HoldingShown } from '../desk/account-page.tsx'

const reaches: Readonly<Record<Reach, Words>> = {
  own: words('本人登记的', 'what I entered'),
  party: words('涉及所代表单位的', 'what concerns those I speak for'),
  office: words('本机关', 'my office'),
  area: words('所辖地区', 'the area'),
  all: words('全部', 'everything'),
}

function reachOf(engine: Engine, { reach, area, office }: Holding): Words {
  const today = dayOf(engine.now())
  const place = area && engine.tree.has(area) ? words(engine.tree.name(area, today), engine.tree.name(area, today, 'en')) : null
  const seat = office ? engine.offices.get(office) : undefined
  const { zh, en } = reaches[reach]
  const where = place ?? (seat ? words(seat.titleZh, seat.titleEn) : null)
  return where ? words(`${zh}：${where.zh}`, `${en}: ${where.en}`) : { zh, en }
}

/** Days for which a token is first offered, and the most that it may have. */
const [offered, most] = [90, 366]

export async function accountOf(engine: Engine, caller: Caller & { readonly session: string }): Promise<Omit<AccountShown, 'acting' | 'done'>> {
  const { person, session } = caller
  const titles = new Map(dutyTable(engine).map(({ duty, title }) => [duty, title]))
  const held = (duties: readonly string[]) => person.holdings.some((holding) => duties.includes(holding.duty))
  const seat = person.office ? engine.offices.get(person.office) : undefined
  const now = engine.now()
  const today = dayOf(now)
  const { database } = engine
  return {
    account: person.id,
    name: person.name,
    office: seat ? { zh: seat.titleZh, en: seat.titleEn } : null,
    holdings: person.holdings.map(
      (holding): HoldingShown => ({
        duty: titles.get(holding.duty) ?? words(holding.duty, holding.duty),
        reach: reachOf(engine, holding),
        from: holding.from,
        to: holding.to ?? null,
      }),
    ),
    hasPassword: await hasPassword(engine, person.id),
    factors: await factorsOf(engine, person.id),
    passkeys: await passkeysOf(engine, person.id),
    sessions: (await sessionsOf(engine, person.id)).map((each) => ({ ...each, current: each.id === session })),
    tokens: await tokensOf(database, person.id),
    choices: {
      registers: [...engine.house.procedures.values()]
        .filter(({ of }) => held(readingDuties(engine.house, of)))
        .map(({ of: { name, title } }) => ({ name, title })),
      today,
      ends: addDays(today, offered),
      latest: addDays(today, most),
    },
    readings: person.subject ? await readingsOf(engine, person.subject) : null,
    now,
  }
}
