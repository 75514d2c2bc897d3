// The list of serious breaches of trust (嚴重違法失信名單): who is considered, told, listed, shown, and taken off again.
import { area, choice, choices, day, link, party, rows, text } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { measures } from './measure-codes.ts'

/** Fields of law in which a listing is possible (Order 44, articles 5 to 10). */
export const listedFields = {
  food: words('食品', 'Food'),
  medicine: words('药品、医疗器械、化妆品', 'Medicines, devices, cosmetics'),
  quality: words('产品质量和特种设备安全', 'Product quality and special equipment'),
  consumer: words('消费者权益', 'Consumers’ rights'),
  competition: words('公平竞争和市场秩序', 'Fair competition and order of the market'),
  other: words('其他法定情形', 'Other grounds in law'),
} as const

/** What makes a penalty a heavier one (Order 44, article 2). */
export const heavier = {
  fine: words('按从重幅度罚款', 'A fine in the upper range'),
  lowered: words('降低资质等级或者吊销许可', 'A permit lowered or revoked'),
  restricted: words('限制开展生产经营活动', 'Business restricted'),
  stopped: words('责令停产停业、关闭', 'Business stopped or closed'),
  barred: words('限制从业', 'A person barred from the trade'),
} as const

export const measureLine = { measure: choice(words('惩戒措施', 'Measure'), measures.punish) }

export const seriousListing = register('serious-listing', {
  title: words('严重违法失信名单', 'List of serious breaches'),
  number: 'YZ{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  concerns: 'party',
  readBy: ['reader'],
  listed: ['party', 'partyName', 'ground', 'document', 'decidedOn', 'published', 'until'],
  fields: {
    party: party(words('统一社会信用代码', 'Credit code'), { fixed: true }),
    partyName: text(words('名称', 'Name'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    case: link(words('处罚案件', 'Penalty case'), 'case', { fixed: true }),
    document: text(words('处罚决定书文号', 'Penalty decision'), { length: 120 }),
    ground: choice(words('列入领域', 'Field'), listedFields, { optional: true }),
    heavier: choices(words('较重行政处罚', 'What makes the penalty a heavier one'), heavier, { optional: true }),
    facts: text(words('性质、情节和危害', 'Nature, gravity and harm'), { optional: true, length: 2000 }),
    defence: text(words('陈述申辩', 'What the party says'), { optional: true, length: 2000 }),
    hearing: text(words('听证意见', 'Opinion of the hearing'), { optional: true, length: 1000 }),
    measures: rows(words('惩戒措施', 'Measures'), measureLine, { optional: true, most: 20 }),
    consent: text(words('上级同意文号', 'Consent of the superior'), { optional: true, length: 60 }),
    reasons: text(words('理由', 'Reasons'), { optional: true, length: 1000 }),
    decidedOn: day(words('列入决定日期', 'Listed on'), { optional: true }),
    published: day(words('公示日期', 'Published on'), { optional: true }),
    until: day(words('最后一日', 'Last day'), { optional: true, mayLieAhead: true }),
    promise: text(words('修复承诺和履行证明', 'Promise, and proof that the duties are done'), { optional: true, length: 1000 }),
  },
})
