// Signing in without the office application: name and password, then the second factor where there is one; or a passkey,
// or an outside service.
import type { ReactNode } from 'react'
import { words } from '../../kernel/words.ts'
import type { Saying } from '../site/saying.ts'

const refusedByDevice = words(
  '没有登录：设备取消、超时，或者这台设备上没有本站的通行密钥。请重试，或者用密码登录。',
  'You are not signed in: the device turned it down, it took too long, or it holds no passkey of this site. Try again, or use your password.',
)

/** Shown by its script; without one the other ways stand alone. */
function ByPasskey({ back, s }: { back: string; s: Saying }) {
  return (
    <form
      method="post"
      action={s.to('/desk/sign-in/passkey')}
      data-passkey="show"
      data-ask="/api/v1/session/passkey/options"
      data-refused={s.say(refusedByDevice)}
      hidden
    >
      <p className="errors" role="alert" hidden />
      <input type="hidden" name="asked" />
      <input type="hidden" name="response" />
      <input type="hidden" name="back" value={back} />
      <button type="submit" className="quiet">
        {s.say(words('用通行密钥登录', 'Sign in with a passkey'))}
      </button>
    </form>
  )
}

const Refused = ({ problem }: { problem: string | null }) =>
  problem && (
    <p className="errors" role="alert">
      {problem}
    </p>
  )

export interface Ways {
  /** Name of the outside service, where one is set. */
  readonly outside: string | null
  /** Where it begins. */
  readonly begins: string
}

function OtherWays({ ways, back, s, children }: { ways: Ways; back: string; s: Saying; children?: ReactNode }) {
  return (
    <div className="other-ways">
      <ByPasskey back={back} s={s} />
      {ways.outside && (
        <a className="button quiet" href={ways.begins}>
          {s.say(words(`用“${ways.outside}”登录`, `Sign in with “${ways.outside}”`))}
        </a>
      )}
      {children}
    </div>
  )
}

interface EntranceProps {
  readonly problem: string | null
  readonly account: string
  /** Where to once signed in. */
  readonly back: string
  readonly ways: Ways
  readonly s: Saying
}

export function SignInPage({ problem, account, back, ways, s }: EntranceProps) {
  return (
    <div className="entrance">
      <h1>{s.say(words('工作人员登录', 'Staff sign-in'))}</h1>
      <form method="post" action={s.to('/desk/sign-in')}>
        <Refused problem={problem} />
        <input type="hidden" name="back" value={back} />
        <div className="field">
          <label htmlFor="account">{s.say(words('账号', 'Account'))}</label>
          <input
            id="account"
            name="account"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            defaultValue={account}
            required
          />
        </div>
        <div className="field">
          <label htmlFor="password">{s.say(words('密码', 'Password'))}</label>
          <input id="password" name="password" type="password" autoComplete="current-password" maxLength={200} required />
        </div>
        <button type="submit">{s.say(words('登录', 'Sign in'))}</button>
      </form>
      <OtherWays ways={ways} back={back} s={s}>
        <p className="small">
          <a href={s.to('/office')}>{s.say(words('完整版工作台', 'The full office application'))}</a>
        </p>
      </OtherWays>
    </div>
  )
}

export function FactorPage({ problem, asked, back, s }: { problem: string | null; asked: string; back: string; s: Saying }) {
  return (
    <div className="entrance">
      <h1>{s.say(words('第二重验证', 'Second factor'))}</h1>
      <p>{s.say(words('密码正确。该账号启用了第二重验证，还需要一个口令。', 'The password is right. This account has a second factor: one more code is needed.'))}</p>
      <form method="post" action={s.to('/desk/sign-in/factor')}>
        <Refused problem={problem} />
        <input type="hidden" name="asked" value={asked} />
        <input type="hidden" name="back" value={back} />
        <div className="field">
          <label htmlFor="code">{s.say(words('验证器中的六位数字，或者一个恢复码', 'Six digits of your authenticator, or a recovery code'))}</label>
          <input id="code" name="code" autoComplete="one-time-code" spellCheck={false} maxLength={20} required autoFocus />
        </div>
        <button type="submit">{s.say(words('登录', 'Sign in'))}</button>
      </form>
      <div className="other-ways">
        <ByPasskey back={back} s={s} />
        <p className="small">
          <a href={s.to('/desk/sign-in')}>{s.say(words('换一个账号', 'Use another account'))}</a>
        </p>
      </div>
    </div>
  )
}
