// Duties given to an account (授權), from a day to a day: proposed by one person, in force when another confirms.
import { area, choice, day, office, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { duties } from './account.ts'
import { accessRefusals, rights } from './refusals.ts'

const { refuse } = accessRefusals
const why = { why: text(words('理由', 'Why'), { length: 500 }) }

export const states = {
  proposed: words('待复核', 'Proposed'),
  inForce: words('生效', 'In force'),
  rejected: words('未同意', 'Rejected'),
  taken: words('已收回', 'Taken'),
}

export const grant = register('duty-grant', {
  title: words('授权', 'Duties given'),
  headline: 'account',
  readBy: ['house.auditor'],
  fields: {
    account: text(words('账号', 'Account'), { length: 60 }),
    duty: text(words('职责', 'Duty'), { length: 80, hint: words('系统.职责，例如 complaints.clerk', 'system.duty, such as complaints.clerk') }),
    reach: choice(words('范围', 'Reach'), {
      own: words('本人办理的', 'What they opened'),
      party: words('所代表企业的', 'Of the enterprise they speak for'),
      office: words('本单位的', 'Of one office'),
      area: words('一个区划之内', 'Within an area'),
      all: words('全部', 'Everything'),
    }),
    within: area(words('区划', 'Area'), { optional: true }),
    unit: office(words('单位', 'Office'), { optional: true }),
    from: day(words('自', 'From'), { mayLieAhead: true }),
    to: day(words('至', 'To'), { optional: true, mayLieAhead: true }),
    grounds: text(words('理由', 'Grounds'), { length: 500 }),
  },
})

export const grantLife = procedure(grant, {
  duties,
  states,
  ends: ['rejected', 'taken'],
  opens: {
    title: words('提出授权', 'Propose a duty'),
    state: 'proposed',
    by: 'administrator',
    basis: rights,
    check: ({ answers: { duty, reach, within, unit, from, to } }) => {
      if (!/^[a-z-]+\.[a-zA-Z-]+$/.test(duty)) refuse('not-a-duty', { duty, field: 'duty' })
      if (reach === 'area' && !within) refuse('no-reach', { field: 'within' })
      if (reach === 'office' && !unit) refuse('no-reach', { field: 'unit' })
      if (to && to < from) refuse('ends-first', { from, to, field: 'to' })
    },
    confirm: async (c, at) => {
      const known = await at.first('account', { account: c.answers.account, state: 'active' })
      if (!known) refuse('no-account', { account: c.answers.account, field: 'account' })
    },
  },
  steps: (step) => ({
    confirm: step({
      title: words('复核生效', 'Confirm'),
      from: 'proposed',
      to: 'inForce',
      by: 'approver',
      notBy: ['open'],
      basis: rights,
      check: (c) => {
        if (c.actor.id === c.record.account) refuse('own-duty', { account: c.record.account })
      },
    }),
    reject: step({ title: words('不同意', 'Reject'), from: 'proposed', to: 'rejected', by: 'approver', basis: rights, asks: why }),
    take: step({
      title: words('收回', 'Take the duty'),
      from: 'inForce',
      to: 'taken',
      by: ['administrator', 'approver'],
      basis: rights,
      asks: why,
    }),
  }),
})
