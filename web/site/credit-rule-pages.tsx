// The rule of the class by its editions, whether the class falls on groups alike, and how raters stood the test of what came true.
import { citationKey } from '../../kernel/citation.ts'
import type { Field } from '../../kernel/field.ts'
import type { Scale, ScaleEdition } from '../../kernel/scale.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { GroupRate } from '../../systems/standing/credit/index.ts'
import type { Fairness, RaterJudged } from '../data/credit.ts'
import { Cited } from './cited.tsx'
import { Cell, Chip, grouped, Headings, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

export interface RuleEdition {
  readonly from: string
  readonly to: string | null
  readonly note: Words | null
  readonly rule: ScaleEdition
}

const lineTitles = { line: words('记录', 'Entry'), points: words('每条分值', 'Points each'), months: words('计入月数', 'Months it counts'), limit: words('上下限', 'Limits'), basis: words('依据', 'Article') }

const span = ({ from, to }: RuleEdition): string => `${from} – ${to ?? ''}`

function Edition({ edition, s }: { edition: RuleEdition; s: Saying }) {
  const { rule, note } = edition
  return (
    <section>
      <h2>{span(edition)}</h2>
      <p>
        {s.say(words(`起点 ${rule.starts} 分。`, `Everybody starts with ${rule.starts} points. `))}
        {rule.grades.map(({ grade, least }) => `${grade} ≥ ${least}`).join(' · ')}
        {note && ` · ${s.say(note)}`}
      </p>
      <table className="stacks">
        <caption>{s.say(words('各类记录的分值', 'What each entry is worth'))}</caption>
        <Headings titles={Object.values(lineTitles).map(s.say)} />
        <tbody>
          {rule.lines.map((line) => (
            <tr key={line.name}>
              <Cell title={s.say(lineTitles.line)}>{s.say(line.title)}</Cell>
              <Cell title={s.say(lineTitles.points)} number>
                {line.points}
              </Cell>
              <Cell title={s.say(lineTitles.months)} number>
                {line.months ?? '—'}
              </Cell>
              <Cell title={s.say(lineTitles.limit)} number>
                {line.most ?? line.least ?? '—'}
              </Cell>
              <Cell title={s.say(lineTitles.basis)}>
                <Cited to={citationKey(line.basis)} s={s} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
      {rule.vetoes.map((veto) => (
        <p key={veto.name}>
          {s.say(words(`${veto.title.zh}的，不高于 ${veto.atMost} 类。`, `${veto.title.en}: class ${veto.atMost} at best. `))} <Cited to={citationKey(veto.basis)} s={s} />
        </p>
      ))}
    </section>
  )
}

export function RulePage({ scale, today, editions, s }: { scale: Scale; today: string; editions: readonly RuleEdition[]; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('质量信用类别怎样算出', 'How the quality credit class is worked out'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '类别只由下列记录相加得出，没有人为打分；过去任何一天都按当日规则重算。',
            'The class is the sum of the entries below and nothing else; for any day in the past it is worked out again by the rule of that day.',
          ),
        )}{' '}
        <Cited to={citationKey(scale.basis)} s={s} />
      </p>
      <p className="notice">
        {s.say(words('分值和界限是本平台自拟的试行数，不是法定标准，施行前须经机关审定。', 'Points and limits are figures of our own for trial and no standard in law; an authority has to settle them before they are used.'))}
      </p>
      {editions.map((edition) => (
        <Edition key={edition.from} edition={edition} s={s} />
      ))}
      <p className="small soft">{s.say(words(`今天是 ${today}。`, `Today is ${today}.`))}</p>
    </>
  )
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const groupTitles = { group: words('组', 'Group'), of: words('单位数', 'Bodies'), rate: words('C、D 类占比', 'In class C or D'), interval: words('95% 区间', '95 % interval'), ratio: words('与其余各组之比', 'Against all others') }

interface GroupsProps {
  readonly title: Words
  readonly groups: readonly GroupRate[]
  readonly nameOf: (group: string) => string
  readonly s: Saying
}

function Groups({ title, groups, nameOf, s }: GroupsProps) {
  return (
    <table className="stacks">
      <caption>{s.say(title)}</caption>
      <Headings titles={Object.values(groupTitles).map(s.say)} />
      <tbody>
        {groups.map((each) => (
          <tr key={each.group}>
            <Cell title={s.say(groupTitles.group)}>{nameOf(each.group)}</Cell>
            <Cell title={s.say(groupTitles.of)} number>
              {each.rate === null ? '—' : grouped(each.of)}
            </Cell>
            <Cell title={s.say(groupTitles.rate)} number>
              {each.rate === null ? s.say(words('组太小，不公布', 'too few to be shown')) : percent(each.rate)}
            </Cell>
            <Cell title={s.say(groupTitles.interval)} number>
              {each.rate === null ? '—' : `${percent(each.low)} – ${percent(each.high)}`}
            </Cell>
            <Cell title={s.say(groupTitles.ratio)} number>
              {each.ratio === null ? '—' : `${each.ratio.value.toFixed(2)} (${each.ratio.low.toFixed(2)} – ${each.ratio.high.toFixed(2)})`}{' '}
              {each.apart && <Chip tone="fair">{s.say(words('须解释', 'to be explained'))}</Chip>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FairnessProps extends Fairness {
  readonly fields: Readonly<Record<string, Field>>
  readonly tradeOf: (digits: string) => string
  readonly s: Saying
}

export function FairnessPage({ graded, least, bySize, byTrade, byKind, fields, tradeOf, s }: FairnessProps) {
  const named = (field: string) => (group: string) => valueIn(fields[field]!, group, s)
  return (
    <>
      <h1>{s.say(words('分类是否公平', 'Does the class fall on all alike?'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '各规模、行业、类型的单位落入 C、D 类的比例，与其余单位相比。区间不含 1 的，须由公布的规则解释，否则改规则。',
            'How often bodies of each size, trade and kind are in class C or D, against all the others. Where the interval leaves out 1, the published rule must explain it, or be mended.',
          ),
        )}
      </p>
      {graded === null ? (
        <p className="notice">{s.say(words('还没有算出类别。', 'No class has been worked out yet.'))}</p>
      ) : (
        <>
          <Groups title={words('按规模', 'By size')} groups={bySize} nameOf={named('size')} s={s} />
          <Groups title={words('按行业大类（GB/T 4754）', 'By trade (divisions of GB/T 4754)')} groups={byTrade} nameOf={tradeOf} s={s} />
          <Groups title={words('按类型', 'By kind')} groups={byKind} nameOf={named('kind')} s={s} />
          <p className="small soft">
            {s.say(
              words(
                `截至 ${graded.day}，规则“${graded.edition}”。占比用 Wilson 区间，比值用 Katz 区间；少于 ${least} 家的组不公布。同时比较多个组，二十个组中约有一个会偶然越界。`,
                `As of ${graded.day}, rule “${graded.edition}”. Wilson’s interval for shares, Katz’s for ratios; groups under ${least} are not shown. Of twenty groups about one lies apart by chance alone.`,
              ),
            )}
          </p>
        </>
      )}
    </>
  )
}

const raterTitles = { grade: words('等级', 'Grade'), n: words('满一年的评级', 'Ratings a year old'), came: words('一年内失信', 'Breach within the year'), interval: words('95% 区间', '95 % interval') }

function Rater({ rater, least, s }: { rater: RaterJudged; least: number; s: Saying }) {
  const { judged, ripe, ratings, name, code } = rater
  return (
    <section>
      <h2>{written(name, s)}</h2>
      <p className="soft">
        {code} · {s.say(words(`报备 ${ratings} 份，其中满一年 ${ripe} 份`, `${ratings} filed, ${ripe} of them a year old`))}
      </p>
      {judged === null ? (
        <p className="notice">{s.say(words(`满一年的不足 ${least} 份，不作比较。`, `Fewer than ${least} are a year old: nothing is compared.`))}</p>
      ) : (
        <>
          <table className="stacks">
            <caption>{s.say(words('各等级一年内的失信比例', 'Breaches within a year, by grade'))}</caption>
            <Headings titles={Object.values(raterTitles).map(s.say)} />
            <tbody>
              {judged.outcomes.grades.map((bin) => (
                <tr key={bin.label}>
                  <Cell title={s.say(raterTitles.grade)}>{bin.label}</Cell>
                  <Cell title={s.say(raterTitles.n)} number>
                    {bin.n}
                  </Cell>
                  <Cell title={s.say(raterTitles.came)} number>
                    {percent(bin.came)}
                  </Cell>
                  <Cell title={s.say(raterTitles.interval)} number>
                    {percent(bin.low)} – {percent(bin.high)}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
          <ul>
            {judged.outcomes.reversed.map(([better, worse]) => (
              <li key={better}>{s.say(words(`${better} 级的结果比 ${worse} 级还差。`, `Grade ${better} came out worse than ${worse}.`))}</li>
            ))}
            {judged.ranking && (
              <li>
                {s.say(words(`排序能力（AUC）${judged.ranking.auc.toFixed(2)}（${judged.ranking.low.toFixed(2)}–${judged.ranking.high.toFixed(2)}），0.5 等于抽签。`, `Ranking (AUC) ${judged.ranking.auc.toFixed(2)} (${judged.ranking.low.toFixed(2)}–${judged.ranking.high.toFixed(2)}); 0.5 is no better than lots.`))}
              </li>
            )}
            {judged.brier && (
              <li>
                {s.say(words(`概率的 Brier 分 ${judged.brier.score.toFixed(4)}，一律报平均比例为 ${judged.brier.baseline.toFixed(4)}，越低越好。`, `Brier score of its probabilities ${judged.brier.score.toFixed(4)}; always saying the base rate scores ${judged.brier.baseline.toFixed(4)}; lower is better.`))}
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  )
}

export function RatersPage({ raters, least, s }: { raters: readonly RaterJudged[]; least: number; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('评级机构与结果', 'Raters against outcomes'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '每份评级满一年后，与被评单位此后一年内是否新增一般或者严重失信记录相比较。撤回的评级不计，撤销的记录不算失信。',
            'A year after each rating it is compared with whether the body had an ordinary or serious breach entered within that year. Withdrawn ratings do not count, and a withdrawn entry is no breach.',
          ),
        )}
      </p>
      {raters.length === 0 ? (
        <p className="notice">{s.say(words('还没有评级机构报备评级。', 'No rater has filed a rating yet.'))}</p>
      ) : (
        raters.map((rater) => <Rater key={rater.code} rater={rater} least={least} s={s} />)
      )}
    </>
  )
}
