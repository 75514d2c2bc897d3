// What a citizen files without an account: the form of a complaint and of a report, and the receipt with its code.
import type { Fields } from '../../kernel/field.ts'
import { words, type Words } from '../../kernel/words.ts'
import { Cited } from './cited.tsx'
import type { FileNamed } from './files-control.tsx'
import { PaperForm, type FormGroup, type FormProblem } from './form.tsx'
import type { Offers } from './offers.tsx'
import type { Saying } from './saying.ts'

/** What differs between the forms of filing. */
export interface FilingForm {
  readonly path: string
  readonly title: Words
  readonly lead: Words
  /** Article that the lead rests on. */
  readonly rule: string
  /** Other pages that she may rather want. */
  readonly beside: readonly (readonly [string, Words])[]
  readonly notice: Words
  readonly groups: readonly FormGroup[]
  readonly send: Words
  readonly received: Words
  /** What is done by the last day that the receipt tells. */
  readonly decided: Words
}

// Evidence comes last, so that all that was typed has arrived before the first file.
const evidence: FormGroup = { title: words('证据', 'Evidence'), names: ['evidence'] }

export const complaintForm: FilingForm = {
  path: '/complain',
  title: words('我要投诉', 'Make a complaint'),
  lead: words(
    '消费者为生活消费购买商品或接受服务发生争议，可以在此请市场监管部门调解。无须注册。提交后立即得到编号和查询码；机关在 7 个工作日内决定是否受理。',
    'A consumer in dispute over goods or a service can ask the authority to mediate here. No account is needed. You get a number and a code at once; whether it is accepted is decided within seven working days.',
  ),
  rule: 'samr-order-121/15',
  beside: [
    ['/damages', words('先算一算可以主张多少赔偿', 'Work out first what damages you may ask for')],
    ['/report', words('只想举报违法行为，不要求赔偿', 'Only report a breach, without asking for anything')],
  ],
  notice: words(
    '您的姓名、电话、地址和事实陈述只有承办人员能看到，每次查看都有记录，永远不会公开。',
    'Your name, telephone, address and account are seen by the people who handle the case only; every reading is noted, and they are never published.',
  ),
  groups: [
    { title: words('您要投诉谁', 'Whom you complain of'), names: ['traderName', 'traderAddress', 'place', 'trader', 'online'] },
    { title: words('买了什么', 'What you bought'), names: ['goods', 'brand', 'model', 'batch', 'price', 'bought', 'orderNumber', 'forDailyUse'] },
    { title: words('发生了什么', 'What happened'), names: ['issue', 'known', 'facts', 'claims', 'claimed'] },
    { title: words('怎样联系您', 'How to reach you'), names: ['complainant', 'phone', 'address'] },
    evidence,
  ],
  send: words('提交投诉', 'Send the complaint'),
  received: words('已收到您的投诉', 'Your complaint has been received'),
  decided: words('是否受理，最迟', 'Decided at the latest on'),
}

export const reportForm: FilingForm = {
  path: '/report',
  title: words('我要举报', 'Report a breach'),
  lead: words(
    '任何人都可以在此举报市场监管方面的违法行为，可以匿名，无须注册。提交后立即得到编号和查询码，凭它们补充线索、查询进度；查证属实的，可以凭它们申领奖励。',
    'Anyone can report a breach of market law here, also without a name; no account is needed. You get a number and a code at once: with them you add to the report, follow it and, where it proves true, claim a reward.',
  ),
  rule: 'samr-order-121/28',
  beside: [['/complain', words('与经营者有消费争议、要求退款或赔偿的，请投诉', 'In dispute with a trader and asking for your money back? Make a complaint')]],
  notice: words(
    '举报人身份和举报内容保密，只有举报受理人和负责人能看到，每次查看都有记录。匿名举报同样核查，但机关无法主动告知您结果。',
    'Who reports and what is said are kept secret: the clerk of reports and the head see them, nobody else, and every reading is noted. A report without a name is verified all the same, but the authority cannot tell you of the outcome.',
  ),
  groups: [
    { title: words('您要举报谁', 'Whom you report'), names: ['traderName', 'trader', 'place', 'setting'] },
    { title: words('发生了什么', 'What happened'), names: ['breach'] },
    { title: words('您是谁', 'Who you are'), names: ['anonymous', 'reporter', 'contact', 'insider'] },
    evidence,
  ],
  send: words('提交举报', 'Send the report'),
  received: words('已收到您的举报', 'Your report has been received'),
  decided: words('核查并决定是否立案，最迟', 'Verified and decided at the latest on'),
}

export const defectForm: FilingForm = {
  path: '/defect',
  title: words('报告产品缺陷', 'Report a defect'),
  lead: words(
    '一批或者一类产品普遍存在、可能伤人或者造成损失的问题，任何人都可以在此报告，无须注册，姓名可以不填。提交后立即得到编号和查询码；技术机构评估后决定是否调查。',
    'Anyone can report here what seems to be wrong with a whole lot or kind of product and may hurt people or do damage; no account is needed, and no name. You get a number and a code at once; a technical body assesses it and decides whether it is looked into.',
  ),
  rule: 'samr-order-19',
  beside: [
    ['/recalls', words('先查产品是否已经在召回', 'See first whether the product is being recalled already')],
    ['/complain', words('要求退款或者赔偿的，请投诉', 'Asking for your money back? Make a complaint')],
  ],
  notice: words(
    '您的姓名、电话、车辆识别代号和证据只有评估和召回管理人员能看到，每次查看都有记录，永远不会公开；您写的原话也不公开。',
    'Your name, telephone, VIN and evidence are seen by those who assess defects and manage recalls only; every reading is noted, and they are never published. Nor are your own words.',
  ),
  groups: [
    { title: words('什么产品', 'Which product'), names: ['product', 'productClass', 'producerName', 'brand', 'model', 'batch', 'gtin', 'vin', 'standard'] },
    { title: words('哪里不对', 'What is wrong'), names: ['kind', 'danger', 'happened', 'hurt', 'place', 'abroad'] },
    { title: words('怎样联系您（可以不填）', 'How to reach you (may be left out)'), names: ['reporter', 'phone'] },
    evidence,
  ],
  send: words('提交', 'Send'),
  received: words('已收到您的报告', 'Your report has been received'),
  decided: words('评估，最迟', 'Assessed at the latest on'),
}

export interface FilingProps {
  readonly form: FilingForm
  readonly fields: Fields
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly key_: string
  readonly kept: ReadonlyMap<string, FileNamed>
  readonly offers: Offers
  readonly s: Saying
}

export function FilingPage({ form, fields, values, problems, key_, kept, offers, s }: FilingProps) {
  return (
    <>
      <h1>{s.say(form.title)}</h1>
      <p className="lead">
        {s.say(form.lead)} <Cited to={form.rule} s={s} />
      </p>
      {form.beside.map(([path, text]) => (
        <p key={path}>
          <a href={s.to(path)}>{s.say(text)}</a>
        </p>
      ))}
      <p className="notice">{s.say(form.notice)}</p>
      <PaperForm
        action={s.to(form.path)}
        groups={form.groups}
        fields={fields}
        values={values}
        problems={problems}
        send={form.send}
        hidden={{ _key: key_ }}
        kept={kept}
        offers={offers}
        s={s}
      />
    </>
  )
}

export interface ReceiptProps {
  readonly form: FilingForm
  readonly number: string
  readonly code: string
  readonly document: string | null
  readonly due: string | null
  readonly qr: string | null
  readonly s: Saying
}

export function ReceiptPage({ form, number, code, document, due, qr, s }: ReceiptProps) {
  return (
    <>
      <h1>{s.say(form.received)}</h1>
      <p className="notice">
        {s.say(words('请记下编号和查询码，查询码只显示这一次。', 'Write down the number and the code; the code is shown only this once.'))}
      </p>
      <dl className="facts">
        <dt>{s.say(words('编号', 'Number'))}</dt>
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
            <dt>{s.say(form.decided)}</dt>
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
