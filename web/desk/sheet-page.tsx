// The sampling sheet (抽樣單) on a phone: an ordinary form, and with a script one that is kept on the device without a network and sent later.
import type { Fields } from '../../kernel/field.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { FileNamed } from '../site/files-control.tsx'
import { PaperForm, type FormProblem } from '../site/form.tsx'
import { valueIn, written } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'

/** What the script says, in the reader's language. */
const spoken = {
  ready: words('已可离线使用：断网时也能打开和填写本页。', 'Ready without a network: this page opens and is filled in without one.'),
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
  choose: words('请选择拟抽单位。', 'Choose the body.'),
} as const

const groups: readonly (readonly [Words, readonly string[]])[] = [
  [words('到场', 'The visit'), ['sample', 'firstSampler', 'secondSampler']],
  [words('产品', 'The product'), ['product', 'model', 'batch', 'producerName', 'producer', 'standardNo']],
  [words('抽样', 'What was taken'), ['sampledOn', 'stage', 'spot', 'lotSize', 'quantity', 'backupQuantity', 'countedIn']],
  [words('封样', 'Seals'), ['sealNumber', 'backupSeal', 'backupPlace']],
  [words('标识上另有的', 'What else the label says'), ['brand', 'licenceNo', 'cccNo', 'gtin', 'price', 'declarationNo', 'hsCode']],
  [words('签字和照片', 'Signatures and photographs'), ['signedBy', 'refusalNote', 'photos', 'bodySignature', 'samplerSignatures']],
]

/** How many are drawn on the page where a file would be chosen. */
const pads = { bodySignature: 1, samplerSignatures: 2 }

export interface SheetProps {
  readonly samples: readonly AnyRecord[]
  readonly fields: Fields
  readonly sampleFields: Fields
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly hidden: Readonly<Record<string, string>>
  readonly kept: ReadonlyMap<string, FileNamed>
  readonly account: string
  readonly articles: Readonly<Record<string, string>>
  readonly s: Saying
}

/** What the draw and the plan say of each sample: read on the spot, where nothing can be looked up. */
function Facts({ samples, sampleFields, s }: Pick<SheetProps, 'samples' | 'sampleFields' | 's'>) {
  const names = ['productClass', 'mostQuantity', 'planNumber', 'inspectors'].filter((name) => sampleFields[name])
  return (
    <details>
      <summary>{s.say(words('各单位的抽样要求', 'What is to be taken where'))}</summary>
      {samples.map((record) => (
        <section key={record.id}>
          <h3>{written(record['unitName'], s)}</h3>
          <dl className="facts">
            {names
              .filter((name) => record[name] != null)
              .map((name) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{s.say(sampleFields[name]!.title)}</dt>
                  <dd>{valueIn(sampleFields[name]!, record[name], s)}</dd>
                </div>
              ))}
            <dt>{s.say(sampleFields['items']!.title)}</dt>
            <dd>{((record['items'] as readonly { parameter: string; method: string }[] | null) ?? []).map((one) => `${one.parameter}（${one.method}）`).join('；')}</dd>
          </dl>
        </section>
      ))}
    </details>
  )
}

export function SheetPage(props: SheetProps) {
  const { samples, fields, values, problems, hidden, kept, account, articles, s } = props
  const said = Object.fromEntries(Object.entries(spoken).map(([name, text]) => [name, s.say(text)]))
  const shown = groups.map(([title, names]) => ({ title, names: names.filter((name) => fields[name]) }))
  return (
    <>
      <h1>{s.say(words('抽样单', 'Sampling sheet'))}</h1>
      <p className="measure">
        {s.say(words('两人到场、出示通知书和证件后填写。封样、签字后即完成；抽样人员不得检验所抽的样品。', 'Filled in by two persons who have shown notice and certificates. Sealed and signed, it is done; who samples does not test.'))}
      </p>
      <div
        id="field"
        data-account={account}
        data-prefix={s.to('/desk').replace(/\/desk$/, '')}
        data-language={s.language === 'hant' ? 'zh-Hant' : s.language === 'en' ? 'en' : 'zh-CN'}
        data-spoken={JSON.stringify(said)}
        data-articles={JSON.stringify(articles)}
        data-pads={JSON.stringify(pads)}
      >
        <p id="field-state" className="soft" role="status" />
        <section id="field-kept" aria-labelledby="field-kept-title" hidden>
          <h2 id="field-kept-title" tabIndex={-1}>{s.say(words('保存在本机的抽样单', 'Sheets kept on this device'))}</h2>
          <ul className="cards" />
        </section>
      </div>
      {samples.length === 0 ? (
        <p className="notice">{s.say(words('没有等您抽取的样品。', 'No sample waits to be taken by you.'))}</p>
      ) : (
        <>
          <Facts {...props} />
          <PaperForm
            action={s.to('/desk/inspections/sheet')}
            fields={fields}
            groups={shown}
            values={values}
            problems={problems}
            send={words('提交抽样单', 'Send the sheet')}
            hidden={hidden}
            kept={kept}
            s={s}
          />
        </>
      )}
    </>
  )
}
