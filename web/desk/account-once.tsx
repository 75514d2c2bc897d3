// Pages of the account that are shown once: the secret of one-time codes, recovery codes, a token, and the making of a passkey.
import { words } from '../../kernel/words.ts'
import type { Enrolment } from '../../server/sign-in/second-factor.ts'
import type { Saying } from '../site/saying.ts'
import { accountAddress, ActForm, Input, type Acting } from './act-form.tsx'

const back = words('回到我的账号', 'Back to my account')

export function EnrolmentPage({ acting, enrolment }: { acting: Acting; enrolment: Enrolment }) {
  const { s } = acting
  return (
    <>
      <h1>{s.say(words('启用动态口令', 'Set up one-time codes'))}</h1>
      <ol className="steps">
        <li>
          <p>
            {s.say(
              words('用手机上的验证器应用扫描，或者手工输入密钥（基于时间，六位，三十秒）。', 'Scan this with the authenticator on your telephone, or type the secret (time-based, six digits, thirty seconds).'),
            )}
          </p>
          <div className="qr" role="img" aria-label={s.say(words('密钥的二维码；密钥文字见下', 'Picture of the secret; its letters stand below'))} dangerouslySetInnerHTML={{ __html: enrolment.picture }} />
          <p>
            {s.say(words('密钥', 'Secret'))} <code className="secret">{enrolment.secret.match(/.{1,4}/g)!.join(' ')}</code>
          </p>
        </li>
        <li>
          <ActForm acting={acting} action="totp/confirm" send={words('确认启用', 'Confirm')}>
            <Input
              id="code"
              name="code"
              title={words('输入验证器现在显示的六位数字', 'The six digits that it shows now')}
              attributes={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6, pattern: '[0-9]{6}' }}
              s={s}
            />
          </ActForm>
        </li>
      </ol>
      <p>
        <a href={s.to(`${accountAddress}#factor`)}>{s.say(words('不启用，返回', 'Go back without'))}</a>
      </p>
    </>
  )
}

export function RecoveryPage({ codes, s }: { codes: readonly string[]; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('恢复码', 'Recovery codes'))}</h1>
      <p className="notice">
        {s.say(
          words(
            '只显示这一次。请打印或者抄下，与手机分开保管：手机丢失时，每个恢复码可以代替动态口令用一次。',
            'Shown this once. Print them or write them down and keep them apart from the telephone: when it is lost, each stands for a one-time code once.',
          ),
        )}
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a className="button" href={s.to(`${accountAddress}#factor`)}>
          {s.say(words('已经保管好', 'I have kept them'))}
        </a>
      </p>
    </>
  )
}

export function TokenPage({ token, title, s }: { token: string; title: string; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('新令牌', 'The new token'))}</h1>
      <p>{title}</p>
      <p className="notice">
        {s.say(words('只显示这一次；平台只存其摘要，丢失即须另行生成。', 'Shown this once: only its digest is kept here; whoever loses it makes another.'))}
      </p>
      <p>
        <code className="secret">{token}</code>
      </p>
      <p>{s.say(words('每个请求的头部写明：', 'Each request says in its head:'))}</p>
      <pre className="scroll" tabIndex={0}>
        <code>Authorization: Bearer {token.slice(0, 8)}…</code>
      </pre>
      <p>
        <a className="button" href={s.to(`${accountAddress}#tokens`)}>
          {s.say(back)}
        </a>
      </p>
    </>
  )
}

export const refusedByDevice = words(
  '没有完成：设备取消、超时，或者这把密钥已经登记。请重试。',
  'It was not finished: the device turned it down, it took too long, or this key is on record already. Try again.',
)

/** The question stands in the page; the script lets the device answer it and sends the form. */
export function PasskeyPage({ acting, begun, title }: { acting: Acting; begun: object; title: string }) {
  const { s, csrf } = acting
  return (
    <>
      <h1>{s.say(words('登记通行密钥', 'Add a passkey'))}</h1>
      <p>{s.say(words(`名称：${title}`, `Name: ${title}`))}</p>
      <p className="notice" data-without-passkey="">
        {s.say(
          words(
            '登记通行密钥需要浏览器支持并运行本站的一个小脚本，且须以 https 网址（或者 localhost）打开本站。动态口令没有这些要求。',
            'Adding a passkey needs a browser that knows them and runs one small script of this site, opened at an https address (or localhost). One-time codes need none of this.',
          ),
        )}
      </p>
      <form
        method="post"
        action={s.to(`${accountAddress}/passkeys`)}
        data-passkey="make"
        data-options={JSON.stringify(begun)}
        data-refused={s.say(refusedByDevice)}
        hidden
      >
        <p className="errors" role="alert" hidden />
        {Object.entries({ _csrf: csrf, title, asked: '', response: '' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} />
        ))}
        <p>{s.say(words('按下后，请按设备提示解锁（指纹、面容或者设备密码）。', 'Press, and unlock the device as it asks: finger, face or its code.'))}</p>
        <button type="submit">{s.say(words('用本设备登记', 'Use this device'))}</button>
      </form>
      <p>
        <a href={s.to(`${accountAddress}#passkeys`)}>{s.say(back)}</a>
      </p>
    </>
  )
}
