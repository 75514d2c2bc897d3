// Public-interest suits for consumers (消費公益訴訟): from the lead that many complaints make to the judgment and its performance.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { amount, area, choice, choices, day, integer, party, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { complaintRefusals } from './refusals.ts'

const { refuse } = complaintRefusals
const consumers = cite('consumer-protection-law', '47')
const suits = cite('civil-procedure-law', '58')

const plaintiffs = { association: words('省级以上消费者协会', 'Consumers’ association of a province'), procuratorate: words('检察机关', 'Procuratorate') }
const demands = {
  stop: words('停止侵害', 'Stop'),
  remove: words('消除危险', 'Remove the danger'),
  apology: words('赔礼道歉', 'Apologise'),
  punitive: words('惩罚性赔偿', 'Punitive damages'),
}

export const publicInterest = register('public-interest-case', {
  title: words('消费公益诉讼', 'Public-interest suits'),
  number: 'GY{area}{year}{seq}',
  headline: 'traderName',
  placedBy: 'place',
  // One cluster of complaints makes one lead.
  knownBy: ['cluster'],
  listed: ['found', 'traderName', 'product', 'victims', 'place'],
  fields: {
    found: day(words('发现日期', 'Found on')),
    cluster: text(words('线索标识', 'Cluster'), { length: 120 }),
    source: text(words('线索来源', 'Where it comes from'), { length: 500 }),
    traderName: text(words('被告', 'Defendant'), { searched: true }),
    trader: party(words('统一社会信用代码', 'Credit code'), { optional: true }),
    place: area(words('地域', 'Area')),
    product: text(words('商品或服务', 'Goods or service')),
    victims: integer(words('受害人数估计', 'People harmed, estimated'), { optional: true, minimum: '0' }),
    breach: text(words('违法事实', 'The breach'), { optional: true, length: 2000 }),
    demands: choices(words('诉讼请求', 'What is asked'), demands, { optional: true }),
    plaintiff: choice(words('起诉主体', 'Plaintiff'), plaintiffs, { optional: true }),
    noticed: day(words('诉前公告日期', 'Notice before the suit'), { optional: true }),
    court: text(words('法院', 'Court'), { optional: true }),
    caseNumber: text(words('案号', 'Number of the case'), { optional: true, length: 60 }),
    result: choice(words('结果', 'Result'), { settled: words('调解', 'Settled'), judged: words('判决', 'Judged'), dropped: words('不起诉', 'No suit') }, { optional: true }),
    resultText: text(words('结果内容', 'Terms'), { optional: true, length: 2000 }),
    sum: amount(words('赔偿金额', 'Sum'), { optional: true, minimum: '0', unit: '元' }),
  },
})

export const suing = procedure(publicInterest, {
  duties: { counsel: words('公益诉讼承办人', 'Counsel'), board: words('公益诉讼决定人', 'Board'), clerk: words('受理人', 'Clerk') },
  states: {
    lead: words('线索', 'Lead'),
    assessed: words('已评估', 'Assessed'),
    decided: words('已立项', 'Decided on'),
    noticed: words('诉前公告中', 'Notice before the suit'),
    sued: words('已起诉', 'Sued'),
    ended: words('已裁判', 'Judged or settled'),
    closed: words('结案公告', 'Closed with a public notice'),
    dropped: words('不立项', 'Dropped'),
  },
  ends: ['closed', 'dropped'],
  opens: { title: words('登记线索', 'Enter a lead'), state: 'lead', by: ['counsel', 'clerk'], basis: consumers, asks: ['found', 'cluster', 'source', 'traderName', 'trader', 'place', 'product', 'victims', 'breach'] },
  steps: (step) => ({
    assess: step({
      title: words('评估', 'Assess'),
      from: 'lead',
      to: 'assessed',
      by: 'counsel',
      basis: consumers,
      asks: { people: integer(words('受害人数估计', 'People harmed, estimated'), { minimum: '0' }), facts: text(words('违法事实', 'The breach'), { length: 2000 }) },
      gives: ({ answers }) => ({ victims: answers.people, breach: answers.facts }),
    }),
    decide: step({
      title: words('立项', 'Decide to sue'),
      from: 'assessed',
      to: 'decided',
      by: 'board',
      notBy: ['assess'],
      basis: suits,
      asks: ask(publicInterest, 'plaintiff', 'demands'),
      check({ answers, parameter: of }) {
        const able = of('public-interest.plaintiffs').value as readonly string[]
        if (!answers.plaintiff || !answers.demands?.length) return refuse('suit-incomplete', { field: 'demands' })
        if (!able.includes(answers.plaintiff)) refuse('no-such-plaintiff', { plaintiff: plaintiffs[answers.plaintiff].zh, field: 'plaintiff' })
      },
    }),
    drop: step({
      title: words('不立项', 'Drop'),
      from: ['lead', 'assessed', 'decided', 'noticed'],
      to: 'dropped',
      by: 'board',
      basis: consumers,
      asks: { why: text(words('理由', 'Why'), { length: 1000 }) },
      gives: ({ answers }) => ({ result: 'dropped' as const, resultText: answers.why }),
    }),
    notice: step({
      title: words('诉前公告', 'Publish the notice before the suit'),
      from: 'decided',
      to: 'noticed',
      by: 'counsel',
      basis: suits,
      gives: ({ today }) => ({ noticed: today }),
    }),
    sue: step({
      title: words('起诉', 'Sue'),
      from: ['decided', 'noticed'],
      to: 'sued',
      by: 'counsel',
      basis: suits,
      asks: { court: text(words('法院', 'Court')), number: text(words('案号', 'Number of the case'), { length: 60 }) },
      check({ record, clocks, today }) {
        if (record.plaintiff !== 'procuratorate') return
        const due = clocks.find((clock) => clock.deadline === 'notice')?.due ?? null
        if (record.state !== 'noticed' || (due !== null && today <= due)) refuse('notice-first', { due: due ?? '—', field: 'court' })
      },
      gives: ({ answers }) => ({ caseNumber: answers.number }),
    }),
    end: step({
      title: words('记载裁判或调解', 'Record the result'),
      from: 'sued',
      to: 'ended',
      by: 'counsel',
      basis: suits,
      asks: {
        how: choice(words('结果', 'Result'), { settled: words('调解', 'Settled'), judged: words('判决', 'Judged') }),
        terms: text(words('内容', 'Terms'), { length: 2000 }),
        ...ask(publicInterest, 'sum'),
      },
      gives: ({ answers }) => ({ result: answers.how, resultText: answers.terms }),
    }),
    close: step({
      title: words('执行完毕并公告', 'Performed and announced'),
      from: 'ended',
      to: 'closed',
      by: 'counsel',
      basis: suits,
      asks: { performed: yes(words('已执行', 'Performed')) },
    }),
  }),
  deadlines: [
    {
      name: 'notice',
      title: words('诉前公告期', 'Notice before the suit'),
      starts: { field: 'noticed' },
      metBy: ['sue', 'drop'],
      within: parameter('public-interest.notice'),
      lapse: { propose: 'sue' },
    },
  ],
})
