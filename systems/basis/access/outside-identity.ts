// Outside identities (外部身份): which account a person of another sign-in service opens; bound by one person, confirmed by another.
import { text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { duties } from './account.ts'
import { states } from './grant.ts'
import { accessRefusals, rights } from './refusals.ts'

const { refuse } = accessRefusals
const why = { why: text(words('理由', 'Why'), { length: 500 }) }

export const outsideIdentity = register('outside-identity', {
  title: words('外部身份', 'Outside identities'),
  headline: 'account',
  listed: ['account', 'issuer'],
  readBy: ['house.auditor'],
  fields: {
    account: text(words('账号', 'Account'), { length: 60 }),
    issuer: text(words('身份服务', 'Issuer'), { length: 300, hint: words('服务的网址', 'Address of the service') }),
    identifier: text(words('该服务中的标识', 'Its name for the person'), { length: 300, personal: true }),
  },
})

export const outsideIdentityLife = procedure(outsideIdentity, {
  duties,
  states,
  ends: ['rejected', 'taken'],
  opens: {
    title: words('提出对应', 'Propose a binding'),
    state: 'proposed',
    by: 'administrator',
    basis: rights,
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
      confirm: async (c, at) => {
        const { issuer, identifier } = c.record
        if ((await at.count('outside-identity', { issuer, identifier, state: 'inForce' })) > 0) refuse('bound-already')
      },
    }),
    reject: step({ title: words('不同意', 'Reject'), from: 'proposed', to: 'rejected', by: 'approver', basis: rights, asks: why }),
    take: step({
      title: words('解除', 'End the binding'),
      from: 'inForce',
      to: 'taken',
      by: ['administrator', 'approver'],
      basis: rights,
      asks: why,
    }),
  }),
})
