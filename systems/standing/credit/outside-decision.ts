// Penalties and judgments of others (其他機關的處罰和刑事判決): of whom no case here tells, noted by one person and entered from the paper by another.
import { cite } from '../../../kernel/citation.ts'
import { amount, area, choice, choices, day, files, party, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { categories, standing } from './entry.ts'
import { creditRefusals } from './refusals.ts'

const { refuse } = creditRefusals
/** What a major breach is: a criminal penalty, business stopped, a permit or licence revoked, a larger fine. */
const major = cite('government-procurement-regulation', '19')
const basis = cite('state-council-2014-21')
const { minor, ordinary, serious } = categories
const degrees = { minor, ordinary, serious }
/** What makes a major breach, and all else; a judgment is one whatever it says. */
const penalties = {
  fine: words('罚款、罚金', 'Fine'),
  stop: words('责令停产停业', 'Business stopped'),
  revoke: words('吊销许可证件、营业执照', 'Permit or licence revoked'),
  other: words('其他处罚', 'Other'),
}

export const outsideDecision = register('outside-decision', {
  title: words('其他机关的处罚和判决', 'Penalties and judgments of others'),
  number: 'WJ{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  concerns: 'party',
  readBy: ['reader'],
  listed: ['party', 'partyName', 'sort', 'authority', 'document', 'decided'],
  fields: {
    party: party(words('统一社会信用代码', 'Credit code'), { fixed: true }),
    partyName: text(words('名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    sort: choice(words('性质', 'Sort'), { criminal: words('刑事判决', 'Criminal judgment'), administrative: words('行政处罚', 'Administrative penalty') }),
    source: text(words('从哪里得知', 'How it became known'), { length: 300, hint: words('如公安机关反馈、外省来函、公示平台', 'The police, a letter of another province, a public platform') }),
    origin: text(words('来源台账', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    authority: text(words('作出机关', 'Decided by'), { optional: true, length: 120 }),
    document: text(words('文书号', 'Document'), { optional: true, length: 120 }),
    decided: day(words('作出日期', 'Decided on'), { optional: true }),
    degree: choice(words('失信程度', 'Degree'), degrees, { optional: true }),
    penalties: choices(words('处罚种类', 'Penalties'), penalties, { optional: true }),
    fine: amount(words('罚款（罚金）', 'Fine'), { optional: true, unit: '元', minimum: '0' }),
    copy: files(words('文书副本', 'Copy of the document'), { optional: true, shownTo: ['clerk', 'officer'] }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const noting = procedure(outsideDecision, {
  duties: { clerk: words('记录人', 'Clerk'), officer: words('信用管理人员', 'Credit officer'), party: words('当事人', 'Party'), reader: words('查阅人', 'Reader') },
  states: {
    noted: words('待核实', 'To be checked'),
    confirmed: words('已核实', 'Confirmed'),
    dropped: words('不予采用', 'Not used'),
    withdrawn: words('原决定已撤销', 'Decision fallen'),
  },
  ends: ['dropped', 'withdrawn'],
  opens: {
    title: words('登记线索', 'Note it'),
    state: 'noted',
    by: ['clerk', 'officer'],
    basis,
    asks: ['party', 'partyName', 'place', 'sort', 'source', 'origin', 'originRecord'],
  },
  steps: (step) => ({
    confirm: step({
      title: words('按文书核实', 'Confirm from the document'),
      from: 'noted',
      to: 'confirmed',
      by: 'officer',
      notBy: ['open'],
      basis: major,
      asks: {
        authority: text(words('作出机关', 'Decided by'), { length: 120 }),
        document: text(words('文书号', 'Document'), { length: 120 }),
        decided: day(words('作出日期', 'Decided on')),
        degree: choice(words('失信程度', 'Degree'), degrees),
        penalties: choices(words('处罚种类', 'Penalties'), penalties, { optional: true }),
        fine: amount(words('罚款（罚金）', 'Fine'), { optional: true, unit: '元', minimum: '0' }),
        copy: files(words('文书副本', 'Copy of the document'), { optional: true }),
      },
      check({ record, answers }) {
        if (record.sort === 'administrative' && (answers.penalties ?? []).length === 0) refuse('no-penalty-named', { field: 'penalties' })
        if (answers.penalties?.includes('fine') && answers.fine === null) refuse('no-sum-named', { field: 'fine' })
      },
      async confirm(c, at) {
        const { party } = c.record
        const { document } = c.answers
        // What a case of this platform decided stands on file by itself, and counts once.
        await at.alone(`credit.outside-decision ${party} ${document}`)
        const entered = await at.first('credit-entry', { party, document, state: [...standing, 'repaired', 'expired'] })
        // One that was confirmed this moment has no entry yet.
        const twice = entered ?? (await at.first('outside-decision', { party, document, state: 'confirmed' }))
        if (twice) refuse('on-file-already', { field: 'document', number: String(twice.number ?? twice.id) })
        return {}
      },
    }),
    drop: step({
      title: words('不予采用', 'Do not use it'),
      from: 'noted',
      to: 'dropped',
      by: 'officer',
      basis,
      asks: why,
    }),
    withdraw: step({
      title: words('原决定已撤销', 'The decision has fallen'),
      from: 'confirmed',
      to: 'withdrawn',
      by: 'officer',
      basis: cite('penalty-publication-rules', '11'),
      asks: why,
    }),
  }),
})
