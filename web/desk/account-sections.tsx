// Parts of one's own account: password, second factor, passkeys, sessions, tokens, each with what can be changed.
import { clockOf } from '../../kernel/fields/instant.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { PasskeyListed } from '../../store/people/passkeys.ts'
import type { Factors } from '../../store/people/second-factor.ts'
import type { SessionListed, Way } from '../../store/people/sessions.ts'
import type { TokenListed } from '../../store/people/tokens.ts'
import type { Saying } from '../site/saying.ts'
import { ActForm, Input, PresentPassword, type Acting } from './act-form.tsx'

interface Part {
  readonly acting: Acting
  readonly hasPassword: boolean
}

export function PasswordPart({ acting, hasPassword }: Part) {
  const { s } = acting
  return (
    <section id="password">
      <h2>{s.say(words('密码', 'Password'))}</h2>
      <details open={acting.refused?.action === 'password'}>
        <summary>{s.say(hasPassword ? words('修改密码', 'Change the password') : words('设置密码', 'Set a password'))}</summary>
        <ActForm acting={acting} action="password" send={words('保存新密码', 'Save the new password')}>
          <PresentPassword id="present" name="present" has={hasPassword} s={s} />
          <Input
            id="next"
            name="next"
            type="password"
            title={words('新密码', 'New password')}
            hint={words('至少十二位，例如几个不相干的词。保存后其他设备上的登录即行退出。', 'Twelve characters or more, such as several words that have nothing to do with each other. Other sessions end when it is saved.')}
            attributes={{ autoComplete: 'new-password', minLength: 12, maxLength: 200 }}
            s={s}
          />
          <Input id="again" name="again" type="password" title={words('再输入一次新密码', 'The new password again')} attributes={{ autoComplete: 'new-password', maxLength: 200 }} s={s} />
        </ActForm>
      </details>
    </section>
  )
}

const factorTexts = {
  title: words('第二重验证', 'Second factor'),
  off: words('未启用：知道密码的人即可登录。建议启用动态口令或者登记通行密钥。', 'Off: whoever knows the password gets in. Set up one-time codes or a passkey.'),
  on: words('已启用动态口令。', 'One-time codes are on.'),
  byKey: words('已登记通行密钥：用密码登录时须输入恢复码。', 'A passkey is on record: signing in with the password asks for a recovery code.'),
  begin: words('启用动态口令', 'Set up one-time codes'),
  anew: words('换一部手机', 'Move to another telephone'),
  end: words('停用动态口令', 'Turn one-time codes off'),
  renew: words('换发恢复码', 'New recovery codes'),
  renewed: words('以前的恢复码随即作废。', 'Codes that were given before are void then.'),
}

export function FactorPart({ acting, hasPassword, factors }: Part & { factors: Factors }) {
  const { s } = acting
  const any = factors.totp || factors.passkeys > 0
  const part = (action: string, summary: Words, id: string, hint?: Words) => (
    <details open={acting.refused?.action === action}>
      <summary>{s.say(summary)}</summary>
      {hint && <p className="hint">{s.say(hint)}</p>}
      <ActForm acting={acting} action={action} send={summary}>
        <PresentPassword id={id} has={hasPassword} s={s} />
      </ActForm>
    </details>
  )
  return (
    <section id="factor">
      <h2>{s.say(factorTexts.title)}</h2>
      <p>
        <span className={`chip ${any ? 'good' : 'fair'}`}>{s.say(any ? words('已启用', 'On') : words('未启用', 'Off'))}</span>{' '}
        {s.say(factors.totp ? factorTexts.on : any ? factorTexts.byKey : factorTexts.off)}{' '}
        {any && s.say(words(`剩余恢复码 ${factors.recoveryCodes} 个。`, `${factors.recoveryCodes} recovery codes are left.`))}
      </p>
      {part('totp', factors.totp ? factorTexts.anew : factorTexts.begin, 'totp-password')}
      {factors.totp && part('totp/end', factorTexts.end, 'totp-end-password')}
      {any && part('recovery-codes', factorTexts.renew, 'recovery-password', factorTexts.renewed)}
    </section>
  )
}

export function PasskeyPart({ acting, hasPassword, passkeys }: Part & { passkeys: readonly PasskeyListed[] }) {
  const { s } = acting
  return (
    <section id="passkeys">
      <h2>{s.say(words('通行密钥', 'Passkeys'))}</h2>
      <p>
        {s.say(
          words(
            '用指纹、面容或者设备密码登录，不怕钓鱼网站，不必再输密码和口令。',
            'Sign in with your finger, your face or the lock of the device: nothing to type, nothing that a false site could take.',
          ),
        )}
      </p>
      {passkeys.length > 0 && (
        <ul className="cards">
          {passkeys.map((key) => (
            <li className="card" key={key.id}>
              <b>{key.title}</b>
              <span className="soft small">
                {s.say(words('登记', 'Added'))} {clockOf(key.made)} · {s.say(words('上次使用', 'last used'))} {key.used ? clockOf(key.used) : '—'}
              </span>
              <details open={acting.refused?.action === `passkeys/remove ${key.id}`}>
                <summary>{s.say(words('移除', 'Remove'))}</summary>
                <ActForm acting={acting} action="passkeys/remove" hidden={{ id: key.id }} send={words('移除', 'Remove')} label={key.title} quiet>
                  <PresentPassword id={`remove-${key.id}`} has={hasPassword} s={s} />
                </ActForm>
              </details>
            </li>
          ))}
        </ul>
      )}
      <details open={acting.refused?.action === 'passkeys/begin'}>
        <summary>{s.say(words('登记通行密钥', 'Add a passkey'))}</summary>
        <ActForm acting={acting} action="passkeys/begin" send={words('下一步', 'Next')}>
          <Input id="passkey-title" name="title" title={words('名称', 'Name')} hint={words('例如“办公室电脑”，便于以后辨认。', 'Such as “office computer”, to know it by later.')} attributes={{ maxLength: 60 }} s={s} />
          <PresentPassword id="passkey-password" has={hasPassword} s={s} />
        </ActForm>
      </details>
    </section>
  )
}

const ways: Readonly<Record<Way, Words>> = {
  password: words('密码', 'password'),
  passkey: words('通行密钥', 'passkey'),
  outside: words('外部身份', 'outside service'),
}

export interface SessionShown extends SessionListed {
  readonly current: boolean
}

export function SessionPart({ acting, sessions }: { acting: Acting; sessions: readonly SessionShown[] }) {
  const { s } = acting
  return (
    <section id="sessions">
      <h2>{s.say(words('已登录的设备', 'Open sessions'))}</h2>
      <ul className="cards">
        {sessions.map((session) => (
          <li className="card" key={session.id}>
            <b>
              {session.device || s.say(words('未知设备', 'Unknown device'))}{' '}
              {session.current && <span className="chip good">{s.say(words('本机', 'This one'))}</span>}
            </b>
            <span className="soft small">
              {s.say(words('登录', 'Since'))} {clockOf(session.made)} · {s.say(ways[session.way])}
              {session.second && ` · ${s.say(words('第二重验证', 'second factor'))}`}
              <br />
              {s.say(words('最近活动', 'Last seen'))} {clockOf(session.seen)} · {s.say(words('最迟退出', 'ends by'))} {clockOf(session.ends)}
            </span>
            {!session.current && (
              <ActForm
                acting={acting}
                action="sessions/end"
                hidden={{ id: session.id }}
                send={words('退出这台设备', 'End it')}
                label={session.device}
                quiet
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <ActForm acting={acting} action="sessions/end-others" send={words('退出其他所有设备', 'End all others')} quiet />}
    </section>
  )
}

export interface TokenChoices {
  readonly registers: readonly { readonly name: string; readonly title: Words }[]
  /** Last day first offered, and the last that may be chosen. */
  readonly ends: string
  readonly latest: string
  readonly today: string
}

const scopeText = (scope: readonly string[], choices: TokenChoices, s: Saying): string =>
  scope
    .map((one) => {
      const [verb, register] = one.split(':')
      const title = choices.registers.find((each) => each.name === register)?.title
      const said = s.say(verb === 'write' ? words('办理', 'write') : words('读取', 'read'))
      return register ? `${said} ${title ? s.say(title) : register}` : said
    })
    .join(s.language === 'en' ? ', ' : '、')

function TokenForm({ acting, hasPassword, choices }: Part & { choices: TokenChoices }) {
  const { s } = acting
  return (
    <ActForm acting={acting} action="tokens" send={words('生成令牌', 'Make the token')}>
      <Input id="token-title" name="title" title={words('用途', 'What it is for')} attributes={{ maxLength: 80 }} s={s} />
      <div className="field">
        <label htmlFor="token-rights">{s.say(words('权限', 'What it may do'))}</label>
        <select id="token-rights" name="rights">
          <option value="read">{s.say(words('只读取', 'Read only'))}</option>
          <option value="write">{s.say(words('读取和办理', 'Read and write'))}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="token-register">{s.say(words('台账', 'Register'))}</label>
        <select id="token-register" name="register">
          <option value="">{s.say(words('我可以使用的全部台账', 'All that I may use'))}</option>
          {choices.registers.map(({ name, title }) => (
            <option key={name} value={name}>
              {s.say(title)}
            </option>
          ))}
        </select>
      </div>
      <Input
        id="token-ends"
        name="ends"
        type="date"
        title={words('到期日', 'Ends on')}
        attributes={{ min: choices.today, max: choices.latest, defaultValue: choices.ends }}
        s={s}
      />
      <PresentPassword id="token-password" has={hasPassword} s={s} />
    </ActForm>
  )
}

interface Tokens extends Part {
  readonly tokens: readonly TokenListed[]
  readonly choices: TokenChoices
  readonly now: string
}

export function TokenPart({ acting, hasPassword, tokens, choices, now }: Tokens) {
  const { s } = acting
  const living = tokens.filter((token) => token.revoked === null && token.ends > now)
  return (
    <section id="tokens">
      <h2>{s.say(words('程序令牌', 'Tokens for programs'))}</h2>
      <p>
        {s.say(words('程序凭令牌代您调用接口，权限不超过您本人。', 'A program uses a token to call the interface for you; it may do no more than you may.'))}{' '}
        <a href="/api/docs">{s.say(words('接口说明', 'The interface'))}</a>
      </p>
      {living.length === 0 && <p className="soft">{s.say(words('没有有效的令牌。', 'No token is in use.'))}</p>}
      <ul className="cards">
        {living.map((token) => (
          <li className="card" key={token.id}>
            <b>{token.title}</b>
            <span>{scopeText(token.scope, choices, s)}</span>
            <span className="soft small">
              {s.say(words('生成', 'Made'))} {clockOf(token.made)} · {s.say(words('到期', 'ends'))} {clockOf(token.ends)}
            </span>
            <ActForm acting={acting} action="tokens/end" hidden={{ id: token.id }} send={words('作废', 'Revoke')} label={token.title} quiet />
          </li>
        ))}
      </ul>
      <details open={acting.refused?.action === 'tokens'}>
        <summary>{s.say(words('生成新的令牌', 'Make a token'))}</summary>
        <TokenForm acting={acting} hasPassword={hasPassword} choices={choices} />
      </details>
    </section>
  )
}
