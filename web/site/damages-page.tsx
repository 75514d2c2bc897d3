// The damages calculator: every head of the law, what follows from the days and sums given, and that it is not a decision.
import { citationKey } from '../../kernel/citation.ts'
import { amount, choice, day, yes } from '../../kernel/kinds.ts'
import { words } from '../../kernel/words.ts'
import { damageHeads, notADecision, type Damages } from '../../systems/oversight/complaints/index.ts'
import { Cited } from './cited.tsx'
import { PaperForm, type FormProblem } from './form.tsx'
import type { Saying } from './saying.ts'

export const damageFields = {
  head: choice(words('情形', 'Case'), damageHeads),
  bought: day(words('购买日期', 'Bought on'), { hint: words('适用当日施行的规定', 'The rule of that day governs') }),
  price: amount(words('价款', 'Price'), { optional: true, minimum: '0', unit: '元' }),
  loss: amount(words('损失', 'Loss'), { optional: true, minimum: '0', unit: '元' }),
  received: day(words('收到商品的日期', 'Goods received on'), {
    optional: true,
    hint: words('退货、举证责任和缺陷产品的最长期限从这一天起算', 'Returns, the burden of proof and the longest term for a defect run from it'),
  }),
  known: day(words('知道受损害的日期', 'Harm known since'), {
    optional: true,
    hint: words('缺陷产品的诉讼时效从这一天起算', 'The limitation of a claim for a defect runs from it'),
  }),
  labelOnly: yes(words('只是标签、说明书的瑕疵', 'The flaw is of the label only'), {
    optional: true,
    hint: words('仅食品：不影响食品安全，也不会误导消费者', 'Food only: it does not touch safety and does not mislead'),
  }),
}

function Outcome({ outcome, s }: { outcome: Damages; s: Saying }) {
  const { inputs, sum, until, why, mark } = outcome
  const colon = s.language === 'en' ? ': ' : '：'
  return (
    <section className="notice" aria-live="polite">
      <h2>{s.say(damageHeads[outcome.head])}</h2>
      <p>{s.say(outcome.formula)}</p>
      {inputs.length > 0 && <p className="soft">{inputs.map(([title, value]) => `${s.say(title)}${colon}${value}`).join(' · ')}</p>}
      {sum !== null && (
        <p style={{ fontSize: '1.5rem', margin: 0 }}>
          {outcome.atMost ? '≤ ' : ''}
          {sum} {s.say(words('元', 'yuan'))}
        </p>
      )}
      {until.map(([title, day]) => (
        <p key={title.en}>
          {s.say(title)}
          {colon}
          <b>{day}</b>
        </p>
      ))}
      {why && <p>{s.say(why)}</p>}
      <p>
        <Cited to={citationKey(outcome.basis)} s={s} />
        {mark !== 'V' && ` · ${s.say(words('当时的条文未经核实', 'the wording of the time was not verified'))}`} · <b>{s.say(notADecision)}</b>
      </p>
    </section>
  )
}

export interface DamagesProps {
  readonly outcome: Damages | null
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly s: Saying
}

export function DamagesPage({ outcome, values, problems, s }: DamagesProps) {
  return (
    <>
      <h1>{s.say(words('赔偿计算', 'Damages calculator'))}</h1>
      <p className="lead">
        {s.say(words('只供参考，不是决定：', 'For orientation only, this is not a decision: '))}
        {s.say(notADecision)}
        {s.language === 'en' ? '.' : '。'}
      </p>
      {outcome && <Outcome outcome={outcome} s={s} />}
      <PaperForm
        action={s.to('/damages')}
        groups={[{ title: words('填写情况', 'Your case'), names: Object.keys(damageFields) }]}
        fields={damageFields}
        values={values}
        problems={problems}
        send={words('计算', 'Work it out')}
        s={s}
      />
    </>
  )
}
