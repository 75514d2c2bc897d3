// Pages of a citizen: the complaint's form, the receipt, following a case without an account, the damages calculator.
import type { Fields } from '../../kernel/field.ts'
import { words, type Words } from '../../kernel/words.ts'
import { damageHeads, notADecision, type DamageHead, type Damages } from '../../systems/oversight/complaints/index.ts'
import { FileList, type FileNamed } from './files-control.tsx'
import { PaperForm, type FormGroup, type FormProblem } from './form.tsx'
import { ReadingsTable, type ReadingTold } from './readings-table.tsx'
import type { Saying } from './saying.ts'
import { citationKey } from '../../kernel/citation.ts'

export const complaintGroups: readonly FormGroup[] = [
  { title: words('您要投诉谁', 'Whom you complain of'), names: ['traderName', 'traderAddress', 'place', 'trader', 'online'] },
  { title: words('买了什么', 'What you bought'), names: ['goods', 'brand', 'model', 'batch', 'price', 'bought', 'orderNumber', 'forDailyUse'] },
  { title: words('发生了什么', 'What happened'), names: ['issue', 'known', 'facts', 'claims', 'claimed'] },
  { title: words('怎样联系您', 'How to reach you'), names: ['complainant', 'phone', 'address'] },
  // Last, so that all that was typed has arrived before the first file.
  { title: words('证据', 'Evidence'), names: ['evidence'] },
]

export interface ComplainProps {
  readonly fields: Fields
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly key_: string
  readonly kept: ReadonlyMap<string, FileNamed>
  readonly s: Saying
}

export function ComplainPage({ fields, values, problems, key_, kept, s }: ComplainProps) {
  return (
    <>
      <h1>{s.say(words('我要投诉', 'Make a complaint'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '消费者为生活消费购买商品或接受服务发生争议，可以在此请市场监管部门调解。无须注册。提交后立即得到编号和查询码；机关在 7 个工作日内决定是否受理。',
            'A consumer in dispute over goods or a service can ask the authority to mediate here. No account is needed. You get a number and a code at once; whether it is accepted is decided within seven working days.',
          ),
        )}{' '}
        <a href={s.to('/law/samr-order-121/15')}>{s.say(words('处理办法第十五条', 'Order 121, article 15'))}</a>
      </p>
      <p>
        <a href={s.to('/damages')}>{s.say(words('先算一算可以主张多少赔偿', 'Work out first what damages you may ask for'))}</a>
      </p>
      <p className="notice">
        {s.say(
          words(
            '您的姓名、电话、地址和事实陈述只有承办人员能看到，每次查看都有记录，永远不会公开。',
            'Your name, telephone, address and account are seen by the people who handle the case only; every reading is noted, and they are never published.',
          ),
        )}
      </p>
      <PaperForm
        action={s.to('/complain')}
        groups={complaintGroups}
        fields={fields}
        values={values}
        problems={problems}
        send={words('提交投诉', 'Send the complaint')}
        hidden={{ _key: key_ }}
        kept={kept}
        s={s}
      />
    </>
  )
}

export interface ReceiptProps {
  readonly number: string
  readonly code: string
  readonly document: string | null
  readonly due: string | null
  readonly qr: string | null
  readonly s: Saying
}

export function ReceiptPage({ number, code, document, due, qr, s }: ReceiptProps) {
  return (
    <>
      <h1>{s.say(words('已收到您的投诉', 'Your complaint has been received'))}</h1>
      <p className="notice">
        {s.say(words('请记下编号和查询码，查询码只显示这一次。', 'Write down the number and the code; the code is shown only this once.'))}
      </p>
      <dl className="facts">
        <dt>{s.say(words('投诉编号', 'Number'))}</dt>
        <dd>
          <b>{number}</b>
        </dd>
        <dt>{s.say(words('查询码', 'Code'))}</dt>
        <dd>
          <b>{code}</b>
        </dd>
        {document && (
          <>
            <dt>{s.say(words('回执文号', 'Receipt'))}</dt>
            <dd>{document}</dd>
          </>
        )}
        {due && (
          <>
            <dt>{s.say(words('是否受理，最迟', 'Decided at the latest on'))}</dt>
            <dd>{due}</dd>
          </>
        )}
      </dl>
      <p>
        <a className="button" href={s.to('/follow')}>
          {s.say(words('查询进度', 'Follow the case'))}
        </a>
      </p>
      {qr && (
        <figure style={{ margin: 0, maxWidth: '16rem' }}>
          <div dangerouslySetInnerHTML={{ __html: qr }} />
          <figcaption className="small">
            {s.say(words('回执的签章：任何人扫码都能脱机核验真伪', 'The seal of the receipt: anyone can check it off-line by scanning'))}
          </figcaption>
        </figure>
      )}
    </>
  )
}

export interface FollowStep {
  readonly title: Words
  readonly on: string
}

export interface FollowedCase {
  readonly number: string
  readonly state: Words
  readonly office: string
  readonly steps: readonly FollowStep[]
  readonly clocks: readonly { readonly title: Words; readonly due: string | null; readonly state: string; readonly rule: string }[]
  readonly files: readonly FileNamed[]
  /** Who read the complainant's personal data. */
  readonly readings: readonly ReadingTold[]
  /** What the authority asks to be supplied; absent where nothing is asked for now. */
  readonly supply?: {
    readonly title: Words
    readonly missing: string | null
    readonly fields: Fields
    readonly hidden: Readonly<Record<string, string>>
    readonly kept: ReadonlyMap<string, FileNamed>
  }
}

const asks: Fields = {
  number: { kind: 'text', title: words('投诉编号', 'Number of the complaint'), optional: false },
  code: { kind: 'text', title: words('查询码', 'Code'), optional: false },
}

function Supply({ supply, values, problems, s }: { supply: NonNullable<FollowedCase['supply']> } & FollowValues) {
  return (
    <>
      <h2>{s.say(supply.title)}</h2>
      {supply.missing && (
        <p className="notice">
          {s.say(words('机关要求补充：', 'The authority asks for: '))}
          {supply.missing}
        </p>
      )}
      <PaperForm
        action={s.to('/follow')}
        groups={[{ title: supply.title, names: Object.keys(supply.fields) }]}
        fields={supply.fields}
        values={values}
        problems={problems}
        send={supply.title}
        hidden={supply.hidden}
        kept={supply.kept}
        s={s}
      />
    </>
  )
}

interface FollowValues {
  readonly problems: readonly FormProblem[]
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly s: Saying
}

export function FollowPage({
  found,
  problems,
  values,
  s,
}: FollowValues & { readonly found: FollowedCase | null }) {
  return (
    <>
      <h1>{s.say(words('查询进度', 'Follow a case'))}</h1>
      {!found && (
        <PaperForm
          action={s.to('/follow')}
          groups={[{ title: words('凭编号和查询码', 'By number and code'), names: ['number', 'code'] }]}
          fields={asks}
          values={values}
          problems={problems}
          send={words('查询', 'Look up')}
          s={s}
        />
      )}
      {found && (
        <>
          <p>
            <span className="chip fair">{s.say(found.state)}</span> {found.number} · {found.office}
          </p>
          {found.clocks.map((clock) => (
            <p key={clock.title.en} className="notice">
              {s.say(clock.title)}：
              {clock.state === 'paused'
                ? s.say(words('现在暂停计时', 'the clock stands still now'))
                : (clock.due ?? '—')}{' '}
              · <a href={s.to(`/law/${clock.rule}`)}>{clock.rule}</a>
            </p>
          ))}
          {found.supply && <Supply supply={found.supply} values={values} problems={problems} s={s} />}
          {found.files.length > 0 && (
            <>
              <h2>{s.say(words('您提交的材料', 'What you handed in'))}</h2>
              <FileList files={found.files} s={s} />
            </>
          )}
          <h2>{s.say(words('办理经过', 'What was done'))}</h2>
          <ol className="timeline">
            {found.steps.map((step, at) => (
              <li key={at}>
                <b>{s.say(step.title)}</b>
                <br />
                <span className="soft">{step.on}</span>
              </li>
            ))}
          </ol>
          <ReadingsTable readings={found.readings} s={s} />
        </>
      )}
    </>
  )
}

const damageFields: Fields = {
  head: {
    kind: 'choice',
    title: words('情形', 'Case'),
    optional: false,
    choices: Object.fromEntries(Object.entries(damageHeads).map(([key, title]) => [key, { title }])),
  },
  bought: { kind: 'day', title: words('购买日期', 'Bought on'), optional: false },
  price: { kind: 'amount', title: words('价款', 'Price'), optional: true, unit: '元' },
  loss: { kind: 'amount', title: words('损失', 'Loss'), optional: true, unit: '元' },
}

export function DamagesPage({
  outcome,
  values,
  problems,
  s,
}: {
  outcome: Damages | null
  values: Readonly<Record<string, string>>
  problems: readonly FormProblem[]
  s: Saying
}) {
  return (
    <>
      <h1>{s.say(words('赔偿计算', 'Damages calculator'))}</h1>
      <p className="lead">
        {s.say(words('只供参考，', 'For orientation only: '))}
        {s.say(notADecision)}
        {s.language === 'en' ? '.' : '。'}
      </p>
      {outcome && (
        <section className="notice" aria-live="polite">
          <p>
            <b>{s.say(damageHeads[outcome.head as DamageHead])}</b>
          </p>
          <p>{s.say(outcome.formula)}</p>
          <p style={{ fontSize: '1.5rem', margin: 0 }}>
            {outcome.sum === null ? s.say(outcome.why ?? notADecision) : `${outcome.atMost ? '≤ ' : ''}${outcome.sum} 元`}
          </p>
          <p>
            <a href={s.to(`/law/${citationKey(outcome.basis)}`)}>{citationKey(outcome.basis)}</a> · {s.say(notADecision)}
          </p>
        </section>
      )}
      <PaperForm
        action={s.to('/damages')}
        groups={[{ title: words('填写情况', 'Your case'), names: ['head', 'bought', 'price', 'loss'] }]}
        fields={damageFields}
        values={values}
        problems={problems}
        send={words('计算', 'Work it out')}
        s={s}
      />
    </>
  )
}
