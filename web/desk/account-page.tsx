// One's own account on one page: who I am and what I hold, how I sign in and where, which programs act for me, who read my data.
import { words, type Words } from '../../kernel/words.ts'
import type { PasskeyListed } from '../../store/people/passkeys.ts'
import type { Factors } from '../../store/people/second-factor.ts'
import type { TokenListed } from '../../store/people/tokens.ts'
import { ReadingsTable, type ReadingTold } from '../site/readings-table.tsx'
import type { Acting } from './act-form.tsx'
import { FactorPart, PasskeyPart, PasswordPart, SessionPart, TokenPart, type SessionShown, type TokenChoices } from './account-sections.tsx'

export interface HoldingShown {
  readonly duty: Words
  readonly reach: Words
  readonly from: string
  readonly to: string | null
}

export interface AccountShown {
  readonly acting: Acting
  readonly account: string
  readonly name: string
  readonly office: Words | null
  readonly holdings: readonly HoldingShown[]
  readonly hasPassword: boolean
  readonly factors: Factors
  readonly passkeys: readonly PasskeyListed[]
  readonly sessions: readonly SessionShown[]
  readonly tokens: readonly TokenListed[]
  readonly choices: TokenChoices
  /** Null where the account belongs to no person concerned: what an official enters is somebody else's data. */
  readonly readings: readonly ReadingTold[] | null
  readonly now: string
  /** What was just done. */
  readonly done: Words | null
}

const contents: readonly (readonly [string, Words])[] = [
  ['duties', words('职责', 'Duties')],
  ['password', words('密码', 'Password')],
  ['factor', words('第二重验证', 'Second factor')],
  ['passkeys', words('通行密钥', 'Passkeys')],
  ['sessions', words('已登录的设备', 'Open sessions')],
  ['tokens', words('程序令牌', 'Tokens for programs')],
  ['readings', words('谁看过我的个人信息', 'Who read my personal data')],
]

function Duties({ holdings, acting: { s } }: Pick<AccountShown, 'holdings' | 'acting'>) {
  return (
    <section id="duties">
      <h2>{s.say(words('职责', 'Duties'))}</h2>
      {holdings.length === 0 ? (
        <p className="soft">{s.say(words('没有承担职责。', 'None.'))}</p>
      ) : (
        <div className="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{s.say(words('职责', 'Duty'))}</th>
                <th>{s.say(words('范围', 'Reach'))}</th>
                <th>{s.say(words('起止', 'From and to'))}</th>
              </tr>
            </thead>
            <tbody>
              {holdings.map((holding, at) => (
                <tr key={at}>
                  <td>{s.say(holding.duty)}</td>
                  <td>{s.say(holding.reach)}</td>
                  <td>
                    {holding.from} – {holding.to ?? s.say(words('长期', 'no end'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

export function AccountPage(shown: AccountShown) {
  const { acting, account, name, office, hasPassword, readings, done } = shown
  const { s } = acting
  return (
    <>
      <h1>{s.say(words('我的账号', 'My account'))}</h1>
      {done && (
        <p className="notice" role="status">
          {s.say(done)}
        </p>
      )}
      <dl className="facts">
        <dt>{s.say(words('姓名', 'Name'))}</dt>
        <dd>{name}</dd>
        <dt>{s.say(words('账号', 'Account'))}</dt>
        <dd>{account}</dd>
        {office && (
          <>
            <dt>{s.say(words('所在机关', 'Office'))}</dt>
            <dd>{s.say(office)}</dd>
          </>
        )}
      </dl>
      <nav aria-label={s.say(words('本页内容', 'On this page'))}>
        <ul className="pager">
          {contents.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{s.say(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Duties {...shown} />
      <PasswordPart acting={acting} hasPassword={hasPassword} />
      <FactorPart acting={acting} hasPassword={hasPassword} factors={shown.factors} />
      <PasskeyPart acting={acting} hasPassword={hasPassword} passkeys={shown.passkeys} />
      <SessionPart acting={acting} sessions={shown.sessions} />
      <TokenPart acting={acting} hasPassword={hasPassword} tokens={shown.tokens} choices={shown.choices} now={shown.now} />
      <section id="readings">
        {readings ? (
          <ReadingsTable readings={readings} s={s} />
        ) : (
          <>
            <h2>{s.say(words('谁看过我的个人信息', 'Who read my personal data'))}</h2>
            <p>
              {s.say(
                words(
                  '工作账号名下没有个人信息记录：您经办的事项是当事人的信息，当事人可以查到您的单位何时以何职责看过。您以个人身份投诉、举报的，请凭编号和查询码查询。',
                  'An office account is on record as nobody’s personal data: what you handle belongs to the people concerned, who can see when your office read it and under which duty. For a complaint of your own, follow the case with its number and code.',
                ),
              )}{' '}
              <a href={s.to('/follow')}>{s.say(words('查询进度', 'Follow a case'))}</a>
            </p>
          </>
        )}
      </section>
    </>
  )
}
