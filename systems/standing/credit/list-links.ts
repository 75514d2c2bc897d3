// What follows for the list of serious breaches: a serious penalty is considered, a listing has its measures, what falls takes them along.
import { cite } from '../../../kernel/citation.ts'
import { dayOf } from '../../../kernel/day.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { penaltyStands } from '../../oversight/enforcement/index.ts'
import { standing } from './entry.ts'

const order = cite('samr-order-44')
const regulation = cite('hebei-credit-regulation')

const considered = linkage('credit.penalty-considered', {
  title: words('严重失信的处罚送达后审查是否列入名单', 'A penalty of serious degree is considered for the list'),
  when: { register: 'case', step: 'serve' },
  if: ({ record }) => penaltyStands.includes(record.state) && record['party'] !== null && record['degree'] === 'serious',
  then: {
    open: 'serious-listing',
    with: ({ record, answers }) => ({
      party: record['party'],
      partyName: record['partyName'],
      place: record.area,
      case: record.id,
      document: answers['document'],
    }),
  },
  by: 'clerk',
  basis: order,
})

const measured = (name: string, step: 'publish' | 'restore', title: Words) => linkage(name, {
  title,
  when: { register: 'serious-listing', step },
  if: ({ record }) => ((record['measures'] ?? []) as readonly unknown[]).length > 0,
  then: {
    open: 'joint-measure',
    with: ({ record }) =>
      (record['measures'] as readonly { readonly measure: string }[]).map(({ measure }) => ({
        party: record['party'],
        partyName: record['partyName'],
        place: record.area,
        sort: 'punish',
        measure,
        ground: `列入严重违法失信名单：${record.number ?? record.id}`,
        listing: record.id,
        until: record['until'],
      })),
  },
  by: 'clerk',
  basis: order,
})

const lifted = (step: 'grant' | 'expire' | 'withdraw', title: Words) =>
  linkage(`credit.listing-${step}-lifts`, {
    title,
    when: { register: 'serious-listing', step },
    then: {
      step: 'lift',
      of: 'joint-measure',
      where: ({ record }) => fits({ listing: record.id, state: ['proposed', 'sent', 'applied'] }),
      with: () => ({ reason: title.zh }),
    },
    by: 'clerk',
    basis: cite('ndrc-order-36'),
  })

const repairedEntry = words('记录修复后解除措施', 'A repaired entry lifts its measures')
/** A repair on a false promise is taken back, and what it lifted with it. */
const entryRestored = linkage('credit.entry-restored-measures', {
  title: words('撤销修复后再次发起措施', 'What a repair had lifted is proposed again when it is taken back'),
  when: { register: 'credit-entry', step: 'restore' },
  if: ({ record }) => standing.some((state) => state === record.state),
  then: {
    step: 'propose-again',
    of: 'joint-measure',
    where: ({ record }) => fits({ entry: record.id, state: 'lifted', reason: repairedEntry.zh }),
    with: ({ answers }) => ({ reason: `修复已撤销：${String(answers['reason'])}` }),
  },
  by: 'clerk',
  basis: cite('ndrc-order-36'),
})

/** A measure that rests on one entry ends with it, however the entry ends. */
const entryLifted = (step: 'revoke' | 'grant' | 'expire', title: Words) =>
  linkage(`credit.entry-${step}-lifts`, {
    title,
    when: { register: 'credit-entry', step },
    then: {
      step: 'lift',
      of: 'joint-measure',
      where: ({ record }) => fits({ entry: record.id, state: ['proposed', 'sent', 'applied'] }),
      with: () => ({ reason: title.zh }),
    },
    by: 'clerk',
    basis: cite('ndrc-order-36'),
  })

const fallen = linkage('credit.case-annul-listing', {
  title: words('处罚撤销后撤销列入', 'An annulled penalty takes its listing off'),
  when: { register: 'case', step: 'annul' },
  then: {
    step: 'withdraw',
    of: 'serious-listing',
    where: ({ record }) => fits({ case: record.id, state: ['considered', 'noticed', 'hearing', 'heard', 'listed', 'published', 'repairAsked', 'repairing'] }),
    with: () => ({ reasons: '处罚决定已撤销' }),
  },
  by: 'clerk',
  basis: cite('samr-order-44', '19'),
})

/** A correction reaches every extract of the day that names the body: an older one no longer holds anyway. */
const corrected = (register: 'credit-entry' | 'serious-listing', step: 'revoke' | 'grant' | 'restore' | 'expire' | 'withdraw', title: Words) =>
  linkage(`credit.${register}-${step}-extracts`, {
    title,
    when: { register, step },
    // The term of what was repaired before changes nothing that an extract tells.
    if: ({ record }) => step !== 'expire' || record.state !== 'repaired',
    then: {
      step: 'outdate',
      of: 'credit-extract',
      where: ({ record, occurred }) => ({
        all: [{ field: 'state', is: 'valid' }, { field: 'day', from: dayOf(occurred) }, { search: String(record['party']) }],
      }),
      with: ({ record }) => ({ reason: `${title.zh}：${record.number ?? record.id}` }),
    },
    by: 'clerk',
    basis: regulation,
  })

export const listLinks = [
  considered,
  measured('credit.listing-measures', 'publish', words('公示后发起决定书载明的措施', 'A listing that is shown has the measures of its decision proposed')),
  measured('credit.listing-restored-measures', 'restore', words('恢复列入后再次发起措施', 'A listing that is restored has its measures proposed again')),
  lifted('grant', words('提前移出后解除措施', 'Early removal lifts the measures')),
  lifted('expire', words('到期移出后解除措施', 'The end of the term lifts the measures')),
  lifted('withdraw', words('撤销列入后解除措施', 'A withdrawn listing lifts the measures')),
  entryLifted('revoke', words('记录撤销后解除措施', 'A withdrawn entry lifts its measures')),
  entryLifted('grant', repairedEntry),
  entryRestored,
  entryLifted('expire', words('记录到期后解除措施', 'An entry that has ended lifts its measures')),
  fallen,
  corrected('credit-entry', 'revoke', words('记录撤销后当日查询失效', 'A withdrawn entry outdates the extracts of the day')),
  corrected('credit-entry', 'grant', words('记录修复后当日查询失效', 'A repaired entry outdates the extracts of the day')),
  corrected('credit-entry', 'restore', words('撤销修复后当日查询失效', 'A repair that is taken back outdates the extracts of the day')),
  corrected('credit-entry', 'expire', words('记录到期后当日查询失效', 'An entry that has ended outdates the extracts of the day')),
  corrected('serious-listing', 'grant', words('提前移出后当日查询失效', 'Early removal outdates the extracts of the day')),
  corrected('serious-listing', 'withdraw', words('撤销列入后当日查询失效', 'A withdrawn listing outdates the extracts of the day')),
]
