// Worked cases of accounts and rights: what one person may do alone, and what needs a second.
import { cases } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { accountLife } from './account.ts'
import { grantLife } from './grant.ts'
import { outsideIdentityLife } from './outside-identity.ts'

const person = { account: 'clerk.one', name: '虚构甲', face: 'office', worksIn: 'market-130102' }

export const accountCases = cases(accountLife, [
  {
    title: words('停用可由一人，恢复须由另一人', 'One person may close, another opens again'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', person: 'one', with: person, then: { state: 'active' } },
    acts: [
      { on: '2026-11-03', step: 'rename', by: 'administrator', with: { name: '虚构乙' }, then: { fields: { name: '虚构乙' } } },
      { on: '2026-11-04', step: 'close', by: 'approver', person: 'two', with: { why: '调离' }, then: { state: 'closed' } },
      { on: '2026-11-05', step: 'reopen', by: 'approver', person: 'two', with: { why: '调回' }, refused: 'kernel.two-persons' },
      { on: '2026-11-05', step: 'reopen', by: 'approver', person: 'three', with: { why: '调回' }, then: { state: 'active' } },
    ],
  },
  {
    title: words('没有职责的账号可以调动', 'An account without a duty may be moved'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', with: person },
    acts: [{ on: '2026-11-03', step: 'move', by: 'administrator', with: { worksIn: 'market-130100' }, then: { fields: { worksIn: 'market-130100' } } }],
  },
  {
    title: words('账号只用小写字母和数字', 'An account is written in small letters and digits'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', with: { ...person, account: '张三' }, refused: 'access.bad-account' },
    acts: [],
  },
])

const duty = { account: 'clerk.one', duty: 'complaints.clerk', reach: 'area', within: '130102', from: '2026-11-03', grounds: '到岗' }

export const grantCases = cases(grantLife, [
  {
    title: words('一人提出，另一人复核；收回即失效', 'One proposes, another confirms; taken, it ends'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', person: 'one', with: duty, then: { state: 'proposed' } },
    acts: [
      { on: '2026-11-03', step: 'confirm', by: 'approver', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-11-03', step: 'confirm', by: 'approver', person: 'two', then: { state: 'inForce' } },
      { on: '2026-11-20', step: 'take', by: 'administrator', person: 'one', with: { why: '离岗' }, then: { state: 'taken' } },
    ],
  },
  {
    title: words('任何人不得复核自己的职责', 'Nobody confirms their own duty'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', person: 'one', with: duty },
    acts: [
      { on: '2026-11-03', step: 'confirm', by: 'approver', person: 'clerk.one', refused: 'access.own-duty' },
      { on: '2026-11-03', step: 'reject', by: 'approver', person: 'two', with: { why: '岗位未定' }, then: { state: 'rejected' } },
    ],
  },
  {
    title: words('按区划行使的职责须写明区划', 'A duty over an area names it'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', with: { ...duty, within: '' }, refused: 'access.no-reach' },
    acts: [],
  },
  {
    title: words('终止不得早于开始', 'It does not end before it begins'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', with: { ...duty, to: '2026-11-01' }, refused: 'access.ends-first' },
    acts: [],
  },
  {
    title: words('职责须写作“系统.职责”', 'A duty is written as system.duty'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', with: { ...duty, duty: '受理人' }, refused: 'access.not-a-duty' },
    acts: [],
  },
])

const identity = { account: 'clerk.one', issuer: 'https://sign-in.invalid', identifier: 'subject-17' }

export const outsideIdentityCases = cases(outsideIdentityLife, [
  {
    title: words('外部身份由另一人复核后才可登录', 'An outside identity opens an account once another person agreed'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', person: 'one', with: identity },
    acts: [
      { on: '2026-11-03', step: 'confirm', by: 'approver', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-11-03', step: 'confirm', by: 'approver', person: 'clerk.one', refused: 'access.own-duty' },
      { on: '2026-11-03', step: 'confirm', by: 'approver', person: 'two', then: { state: 'inForce' } },
      { on: '2026-11-20', step: 'take', by: 'approver', person: 'two', with: { why: '离职' }, then: { state: 'taken' } },
    ],
  },
  {
    title: words('不同意', 'Rejected'),
    opens: { on: '2026-11-02', step: 'open', by: 'administrator', with: identity },
    acts: [{ on: '2026-11-03', step: 'reject', by: 'approver', person: 'two', with: { why: '身份不明' }, then: { state: 'rejected' } }],
  },
])
