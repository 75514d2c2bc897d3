// Signing in: as a page for whoever comes, and over the page for whoever worked when the session ended.
import { Button, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { words } from '../../kernel/words.ts'
import { type Problem } from '../parts/api.ts'
import { language, officeAddress, say, tags } from '../parts/language.ts'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { sessionState, signIn } from '../parts/session.ts'
import { languages } from './tools.tsx'
import { Mark } from './mark.tsx'
import { Titled } from './titled.tsx'

const texts = {
  title: words('登录工作台', 'Sign in to the office'),
  account: words('账号', 'Account'),
  password: words('密码', 'Password'),
  code: words('动态口令', 'One-time code'),
  codeHint: words('该账号启用了第二重验证：请输入验证器中的六位数字。', 'This account has a second factor: enter the six digits of your authenticator.'),
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
        {...(id === 'code' ? { inputMode: 'numeric' as const, maxLength: 6 } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
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
