// access (用戶與權限): accounts, the duties given to them and the outside identities that open them, all by the one gate.
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { account, accountLife } from './account.ts'
import { grant, grantLife } from './grant.ts'
import { outsideIdentity, outsideIdentityLife } from './outside-identity.ts'
import { accessRefusals } from './refusals.ts'

export const access = system('access', {
  group: 'basis',
  title: words('用户与权限', 'Accounts and rights'),
  chapter: '5.4',
  registers: [account, grant, outsideIdentity],
  procedures: [accountLife, grantLife, outsideIdentityLife],
  refusals: accessRefusals,
})
