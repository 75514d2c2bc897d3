// Accounts (賬號): who may sign in. An account without a duty can do nothing; passwords and keys stand outside the journal.
import { choice, office, party, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { accessRefusals, rights } from './refusals.ts'

const { refuse } = accessRefusals

export const duties = { administrator: words('用户管理员', 'Administrator of accounts'), approver: words('授权复核人', 'Approver of rights') }

export const account = register('account', {
  title: words('账号', 'Accounts'),
  headline: 'account',
  knownBy: ['account'],
  listed: ['account', 'worksIn', 'face'],
  readBy: ['house.auditor'],
  fields: {
    account: text(words('账号', 'Account'), { length: 60, fixed: true }),
    name: text(words('姓名', 'Name'), { length: 60, personal: true }),
    face: choice(words('身份', 'Kind'), {
      office: words('工作人员', 'Office'),
      laboratory: words('检验机构人员', 'Laboratory'),
      enterprise: words('企业人员', 'Enterprise'),
      public: words('公众', 'Public'),
    }),
    worksIn: office(words('所在单位', 'Office'), { optional: true }),
    speaksFor: party(words('代表的企业', 'Speaks for'), { optional: true }),
  },
})

export const accountLife = procedure(account, {
  duties,
  states: { active: words('可用', 'Active'), closed: words('停用', 'Closed') },
  // Closed is not the end: a person may come back.
  ends: [],
  opens: {
    title: words('开立账号', 'Open an account'),
    state: 'active',
    by: 'administrator',
    basis: rights,
    check: (c) => {
      if (!/^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/.test(c.answers.account)) refuse('bad-account', { account: c.answers.account, field: 'account' })
    },
  },
  steps: (step) => ({
    rename: step({
      title: words('更改姓名', 'Change the name'),
      from: 'active',
      to: 'active',
      by: 'administrator',
      basis: rights,
      asks: ask(account, 'name'),
    }),
    move: step({
      title: words('调动', 'Move to another office'),
      from: 'active',
      to: 'active',
      by: 'administrator',
      basis: rights,
      asks: ask(account, 'worksIn', 'speaksFor'),
      movesTo: 'worksIn',
      confirm: async (c, at) => {
        const count = await at.count('duty-grant', { account: c.record.account, state: 'inForce' })
        if (count > 0) refuse('holds-duties', { account: c.record.account, count })
      },
    }),
    close: step({
      title: words('停用', 'Close'),
      from: 'active',
      to: 'closed',
      by: ['administrator', 'approver'],
      basis: rights,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    reopen: step({
      title: words('恢复', 'Open again'),
      from: 'closed',
      to: 'active',
      by: 'approver',
      notBy: ['close'],
      returning: true,
      basis: rights,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
  }),
})
