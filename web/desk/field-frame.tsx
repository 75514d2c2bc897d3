// What the device keeps of the field, on the pages of the field: an empty place that their script fills, with all that it says.
import type { Fields } from '../../kernel/field.ts'
import { words } from '../../kernel/words.ts'
import { languageTag, type Saying } from '../site/saying.ts'

/** What the script says, in the reader's language. */
const spoken = {
  ready: words('已可离线使用：断网时也能打开日程、填写抽样单。', 'Ready without a network: the day opens and sheets are filled in without one.'),
  offline: words('现在没有网络。填好的抽样单保存在本机，联网后发送。', 'There is no network now. Sheets are kept on this device and sent when there is one.'),
  keep: words('保存并发送', 'Keep and send'),
  kept: words('待发送', 'To be sent'),
  sending: words('正在发送…', 'Sending …'),
  refused: words('未被接受', 'Not accepted'),
  sent: words('已接受，本机上的内容已删除：', 'Accepted, and deleted from this device: '),
  send: words('发送', 'Send'),
  mend: words('修改', 'Mend'),
  discard: words('删除', 'Delete'),
  sure: words('确定删除？再按一次即从本机删除，尚未发送。', 'Delete it? Press again and it is gone from this device, unsent.'),
  mending: words('正在修改一份已保存的抽样单；照片和签名仍随它保存。', 'You are mending a sheet that is kept; its photographs and signatures stay with it.'),
  restored: words('已恢复上次未填完的内容。', 'What you had begun to fill in was restored.'),
  nobody: words('请先登录，再发送。', 'Sign in first, then send.'),
  other: words('由填写它的账号登录后发送。', 'It is sent by the account that filled it in.'),
  basis: words('依据', 'Under'),
  reason: words('补记理由', 'Why it is entered late'),
  withReason: words('注明理由并发送', 'Send with this reason'),
  today: words('以今天办理（抽样日期不变）', 'Send as of today; the day of sampling stays'),
  clear: words('重签', 'Sign again'),
  draw: words('用手指在框内签名', 'Sign inside the frame with a finger'),
  picture: words('或者选择签名的图片', 'Or choose a picture of the signature'),
  choose: words('请选择拟抽单位。', 'Choose the body.'),
} as const

/** How many signatures are drawn on the page where a picture would be chosen. */
const pads = { bodySignature: 1, samplerSignatures: 2 }

export interface FieldFrameProps {
  /** Questions of the sheet, whose titles stand beside what is refused. */
  readonly fields: Fields
  readonly account: string
  readonly articles: Readonly<Record<string, string>>
  readonly s: Saying
}

export function FieldFrame({ fields, account, articles, s }: FieldFrameProps) {
  const said = Object.fromEntries(Object.entries(spoken).map(([name, text]) => [name, s.say(text)]))
  const titles = Object.fromEntries(Object.entries(fields).map(([name, { title }]) => [name, s.say(title)]))
  return (
    <div
      id="field"
      data-account={account}
      data-prefix={s.to('/desk').replace(/\/desk$/, '')}
      data-language={languageTag[s.language]}
      data-spoken={JSON.stringify(said)}
      data-titles={JSON.stringify(titles)}
      data-articles={JSON.stringify(articles)}
      data-pads={JSON.stringify(pads)}
    >
      <p id="field-state" className="soft" role="status" />
      <section id="field-kept" aria-labelledby="field-kept-title" hidden>
        <h2 id="field-kept-title" tabIndex={-1}>
          {s.say(words('保存在本机的抽样单', 'Sheets kept on this device'))}
        </h2>
        <ul className="cards" />
      </section>
    </div>
  )
}
