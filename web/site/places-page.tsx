// Places by division code: what a code meant on a day, what became of it, and which places report to the province.
import type { Division } from '../../kernel/area.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Saying } from './saying.ts'

export interface PlacesProps {
  readonly day: string
  readonly today: string
  /** Cities and what reports to the province, each with its counties, as the codes stood on the day. */
  readonly tree: readonly { readonly division: Division; readonly counties: readonly Division[] }[]
  /** Codes that were withdrawn by the day, with the code that took their place. */
  readonly past: readonly Division[]
  readonly s: Saying
}

/** Counties that report to the province instead of a city, in data the row of the code whose master is the province. */
export const directlyUnder: Words = words('省直辖：由省直接管理，不属任何设区市', 'Reports to the province, not to a city')

const nameIn = (division: Division, s: Saying): string => (s.language === 'en' ? (division.latin ?? division.name) : division.name)

function Past({ past, s }: { past: readonly Division[]; s: Saying }) {
  return (
    <section>
        <h2>{s.say(words('已停用的代码', 'Codes no longer in use'))}</h2>
        <div className="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{s.say(words('代码', 'Code'))}</th>
                <th>{s.say(words('名称', 'Name'))}</th>
                <th>{s.say(words('有效', 'Valid'))}</th>
                <th>{s.say(words('现为', 'Now'))}</th>
              </tr>
            </thead>
            <tbody>
              {past.map((division) => (
                <tr key={division.code + division.from}>
                  <td>{division.code}</td>
                  <td>{nameIn(division, s)}</td>
                  <td>
                    <span className="whole">{division.from}</span> – <span className="whole">{division.to}</span>
                  </td>
                  <td>{division.becomes ?? s.say(words('并入数区，无单一承继', 'divided among several'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
    </section>
  )
}

export function PlacesPage({ day, today, tree, past, s }: PlacesProps) {
  const name = (division: Division) => nameIn(division, s)
  const direct = tree.filter(({ division }) => division.level === 'county')
  return (
    <>
      <h1>{s.say(words('行政区划代码及其沿革', 'Division codes and their history'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '代码会变、县会换上级：记录保留当时的代码，归属按日期查，从不按代码前几位推断。',
            'Codes change and counties change masters: a record keeps the code of its day, and where it belongs is looked up by date, never guessed from the first digits.',
          ),
        )}
      </p>
      <form method="get" action={s.to('/places')} className="paper">
        <div className="field">
          <label htmlFor="day">{s.say(words('日期', 'As of the day'))}</label>
          <input id="day" name="day" type="date" defaultValue={day} min="2002-12-01" max={today} />
        </div>
        <button type="submit">{s.say(words('查看', 'Show'))}</button>
      </form>
      <h2>{s.say(words('定州和辛集', 'Dingzhou and Xinji'))}</h2>
      {direct.length === 0 ? (
        <p>
          {s.say(
            words(
              '在这一天，定州市（130682）属保定市，辛集市（130181）属石家庄市。自 2015 年 9 月的 GB/T 2260 修订起改为省直辖，代码为 139001 和 139002。',
              'On this day Dingzhou (130682) belonged to Baoding and Xinji (130181) to Shijiazhuang. Since the revision of GB/T 2260 of September 2015 both report to the province, as 139001 and 139002.',
            ),
          )}
        </p>
      ) : (
        <>
          <p>
            {s.say(
              words(
                '自 2015 年 9 月的 GB/T 2260 修订起，两市由省直接管理：代码由 130682、130181 改为 139001、139002，上级是河北省，不再计入保定和石家庄。旧代码的记录自动归到新代码。统计用代码仍把两市列在原设区市之下，本平台不采用。',
                'Since the revision of GB/T 2260 of September 2015 both cities report to the province: 130682 and 130181 became 139001 and 139002, their master is Hebei, and Baoding and Shijiazhuang no longer count them. Records under the old codes lead to the new ones. The statistical codes still list them under the old cities; the platform does not follow that.',
              ),
            )}
          </p>
          <ul>
            {direct.map(({ division }) => (
              <li key={division.code}>
                {division.code} {name(division)} <span className="soft small">{s.say(directlyUnder)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{s.say(words('雄安新区', 'Xiongan'))}</h2>
      <p>
        {s.say(
          words(
            '雄安新区没有自己的行政区划代码，它如何单独计数，本平台还没有确定：没有查到可以依据的文件。在此之前，发生在新区内的记录按所在县的代码计数：雄县 130638、容城县 130629、安新县 130632，随这些县计入保定市，不另列一行，也不从保定减去。',
            'Xiongan has no division code of its own, and how it is to be counted by itself is undecided here: no document was found to rest that on. Until then what happens there is counted under the codes of its counties, Xiong 130638, Rongcheng 130629 and Anxin 130632, and with them under Baoding; it has no row of its own and is not taken out of Baoding.',
          ),
        )}
      </p>
      <h2>{s.say(words(`${day} 有效的代码`, `Codes valid on ${day}`))}</h2>
      {tree
        .filter(({ division }) => division.level === 'city')
        .map(({ division, counties }) => (
          <details key={division.code}>
            <summary>
              {division.code} {name(division)} ({counties.length})
            </summary>
            <ul>
              {counties.map((county) => (
                <li key={county.code}>
                  {county.code} {name(county)} <span className="soft small">{s.say(words(`自 ${county.from}`, `since ${county.from}`))}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      <Past past={past} s={s} />
      <p className="small soft">
        {s.say(
          words(
            '来源：GB/T 2260 的 19 次修订（2002-12 至 2016-07）和 2023 年版统计用区划代码；两次修订之间的变更日期记为修订之月的首日，真实日期未逐一核对。',
            'Sources: 19 revisions of GB/T 2260 (2002-12 to 2016-07) and the statistical codes of 2023. A change between two revisions is dated to the first of the month of the later one; the true days were not looked up.',
          ),
        )}
      </p>
    </>
  )
}
