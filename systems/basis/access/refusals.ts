// The noes of giving people a way in and a duty.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

/** 個人信息保護法 51: whoever handles personal data sets the rights of those who work with them. */
export const rights = cite('personal-information-protection-law', '51')

export const accessRefusals = refusals('access', {
  'bad-account': {
    status: 422,
    title: words('账号写法有误', 'Not a name for an account'),
    detail: words('“{account}”不能作账号：只用小写字母、数字、点和连字符，三到六十位。', '“{account}” cannot be an account: small letters, digits, dots and hyphens, three to sixty of them.'),
    remedy: words('请另写一个账号。', 'Choose another.'),
  },
  'no-account': {
    status: 422,
    title: words('没有这个账号', 'No such account'),
    detail: words('“{account}”不存在或者已经停用，职责无人承担。', '“{account}” does not exist or is closed; nobody would hold the duty.'),
    remedy: words('请先开立账号。', 'Open the account first.'),
    basis: rights,
  },
  'holds-duties': {
    status: 409,
    title: words('尚有职责', 'Duties are still held'),
    detail: words('“{account}”还有 {count} 项职责，调动会改变其管辖范围。', '“{account}” still holds {count} duties; a move would change how far they reach.'),
    remedy: words('请先收回职责，调动后由两人重新授予。', 'Take the duties first; two persons give them again after the move.'),
    basis: rights,
  },
  'not-a-duty': {
    status: 422,
    title: words('职责写法有误', 'Not a duty'),
    detail: words('“{duty}”不是“系统.职责”的写法，没有程序会认得它。', '“{duty}” is not written as system.duty; no procedure would know it.'),
    remedy: words('请从职责表中抄录，例如 complaints.clerk。', 'Copy it from the table of duties, such as complaints.clerk.'),
  },
  'no-reach': {
    status: 422,
    title: words('没有写明范围', 'The reach is not told'),
    detail: words('按区划行使的职责须写明区划，按单位行使的须写明单位。', 'A duty over an area names the area, one over an office names the office.'),
    remedy: words('请补填，或者改选其他范围。', 'Fill it in, or choose another reach.'),
  },
  'ends-first': {
    status: 422,
    title: words('终止早于开始', 'It ends before it begins'),
    detail: words('职责于 {from} 开始，不能在 {to} 终止。', 'A duty from {from} cannot end on {to}.'),
    remedy: words('请核对日期。', 'Check the days.'),
  },
  'own-duty': {
    status: 403,
    title: words('不得复核自己的职责', 'Nobody confirms their own'),
    detail: words('“{account}”是您自己的账号；任何人不得给自己授权。', '“{account}” is your own account; nobody gives themselves a right.'),
    remedy: words('请由另一名复核人办理。', 'Let another approver decide.'),
    basis: rights,
  },
  'bound-already': {
    status: 409,
    title: words('已经对应', 'Bound already'),
    detail: words('该外部身份已对应一个账号；一个身份只能登录一个账号。', 'That outside identity signs in to an account already; one identity opens one account.'),
    remedy: words('请先解除原有对应。', 'End the earlier binding first.'),
  },
})
