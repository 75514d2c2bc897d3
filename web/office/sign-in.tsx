// Signing in: as a page for whoever comes, and over the page for whoever worked when the session ended.
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { words } from '../../kernel/words.ts'
import { type Problem } from '../parts/api.ts'
import { language, officeAddress, say, tags } from '../parts/language.ts'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { knowsPasskeys } from '../parts/passkey.ts'
import { sessionState, signIn, signInByPasskey, waysIn } from '../parts/session.ts'
import { languages } from './tools.tsx'
import { Mark } from './mark.tsx'
import { Titled } from './titled.tsx'

const texts = {
  title: words('登录工作台', 'Sign in to the office'),
  account: words('账号', 'Account'),
  password: words('密码', 'Password'),
  code: words('动态口令', 'One-time code'),
  codeHint: words('该账号启用了第二重验证：请输入验证器中的六位数字，或者一个恢复码。', 'This account has a second factor: enter the six digits of your authenticator, or a recovery code.'),
  passkey: words('用通行密钥登录', 'Sign in with a passkey'),
  turnedDown: words('没有登录', 'You are not signed in'),
  turnedDownDetail: words('设备取消、超时，或者这台设备上没有本站的通行密钥。', 'The device turned it down, it took too long, or it holds no passkey of this site.'),
  turnedDownRemedy: words('请重试，或者用密码登录。', 'Try again, or use your password.'),
  send: words('登录', 'Sign in'),
  ended: words('登录已到期', 'Your session has ended'),
  kept: words('页面上填写的内容都还在，登录后接着办。', 'All that you typed is still here; sign in and go on.'),
  plain: words('打不开或者用读屏软件？使用简版工作台', 'Old machine or screen reader? Use the plain desk'),
  public: words('公众网站', 'Public site'),
  name: words('质衡', 'Zhiheng'),
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly type?: string
  readonly value: string
  readonly autoComplete: string
  readonly onChange: (value: string) => void
  readonly focus?: boolean
}

function Field(props: FieldProps) {
  const { id, label, type = 'text', value, autoComplete, onChange, focus } = props
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="plain-input"
        type={type}
        value={value}
        autoComplete={autoComplete}
        autoFocus={focus}
        required
        {...(id === 'code' ? { maxLength: 20, spellCheck: false } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

/** The device's own no has no code of ours. */
const problemOfKey = (error: unknown): Problem =>
  error instanceof DOMException
    ? { status: 0, code: 'passkey', title: say(texts.turnedDown), detail: say(texts.turnedDownDetail), remedy: say(texts.turnedDownRemedy) }
    : problemFrom(error)

function OtherWays({ byKey, sending }: { byKey: () => void; sending: boolean }) {
  const { data } = useQuery({ queryKey: ['ways'], queryFn: waysIn, staleTime: Infinity })
  const outside = data?.outside
  if (!knowsPasskeys() && !outside) return null
  return (
    <div className="other-ways">
      {knowsPasskeys() && (
        <Button block onClick={byKey} disabled={sending}>
          {say(texts.passkey)}
        </Button>
      )}
      {outside && (
        <Button block href={`${outside.address}?to=${officeAddress(language).slice(1)}`}>
          {say(words(`用“${outside.title}”登录`, `Sign in with “${outside.title}”`))}
        </Button>
      )}
    </div>
  )
}

/** The code is asked for only where the account has one, since only the server knows. */
function SignInForm({ account: known }: { account?: string }) {
  const [account, setAccount] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [needsCode, setNeedsCode] = useState(false)
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      await signIn({ account, password, ...(code ? { code } : {}) })
    } catch (error) {
      const said = problemFrom(error)
      const first = said.code === 'sign-in.second-factor' && !needsCode
      if (said.code === 'sign-in.second-factor') setNeedsCode(true)
      setProblem(first ? null : said)
    } finally {
      setSending(false)
    }
  }
  const byKey = async () => {
    setSending(true)
    setProblem(null)
    await signInByPasskey().catch((error: unknown) => setProblem(problemOfKey(error)))
    setSending(false)
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      {problem && <ProblemShown problem={problem} />}
      <Field id="account" label={say(texts.account)} value={account} autoComplete="username" onChange={setAccount} focus={!known} />
      <Field
        id="password"
        label={say(texts.password)}
        type="password"
        value={password}
        autoComplete="current-password"
        onChange={setPassword}
        focus={known !== undefined}
      />
      {needsCode && (
        <>
          <p className="hint">{say(texts.codeHint)}</p>
          <Field id="code" label={say(texts.code)} value={code} autoComplete="one-time-code" onChange={setCode} focus />
        </>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={sending}>
        {say(texts.send)}
      </Button>
      <OtherWays byKey={() => void byKey()} sending={sending} />
    </form>
  )
}

export function SignInPage() {
  return (
    <Titled title={say(texts.title)}>
      <main className="sign-in">
        <div className="sign-in-card">
          <p className="sign-in-name">
            <Mark /> {say(texts.name)}
          </p>
          <h1>{say(texts.title)}</h1>
          <SignInForm />
          <p className="sign-in-foot">
            <a href={officeAddress(language).replace('/office', '/desk')}>{say(texts.plain)}</a>
            <a href={officeAddress(language).replace('/office', '/')}>{say(texts.public)}</a>
            {languages
              .filter(([each]) => each !== language)
              .map(([each, label]) => (
                <a key={each} href={officeAddress(each)} lang={tags[each]}>
                  {label}
                </a>
              ))}
          </p>
        </div>
      </main>
    </Titled>
  )
}

/** Lies over the page, which keeps everything that was typed; it cannot be put away. */
export function SignInAgain() {
  const { me } = sessionState()
  return (
    <Modal open title={say(texts.ended)} footer={null} closable={false} keyboard={false} mask={{ closable: false }} destroyOnHidden>
      <p>{say(texts.kept)}</p>
      <SignInForm {...(me ? { account: me.id } : {})} />
    </Modal>
  )
}
