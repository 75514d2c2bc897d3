// The noes of the credit file, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

export const creditRefusals = refusals('credit', {
  'repair-early': {
    status: 409,
    title: words('未满最短公示期', 'Too early to repair'),
    detail: words('该记录最短公示至 {until}，此前不得修复，否则公示失去意义。', 'The entry is shown at least until {until}; repaired before then, its publication would mean nothing.'),
    remedy: words('期满后履行义务、作出承诺再申请。', 'Apply after that day, with the duties done and the promise made.'),
    basis: cite('ndrc-order-36'),
  },
  'nothing-to-repair': {
    status: 409,
    title: words('这条记录无须修复', 'Nothing to repair'),
    detail: words('基础信息、正面信息和轻微失信信息不适用申请修复；轻微失信信息期满自动停止公示。', 'Basic, good and minor entries are not repaired on application; a minor one ends by itself.'),
    remedy: words('认为有误的，请提出异议。', 'If it is wrong, object to it.'),
    basis: cite('ndrc-order-36'),
  },
  'not-your-entry': {
    status: 409,
    title: words('不是该单位的有效记录', 'Not a standing entry of this body'),
    detail: words('只能对记于本单位名下、未被撤销且未在异议中的记录提出异议。', 'Only an entry that stands under one’s own code, not withdrawn and not yet objected to, can be objected to.'),
    remedy: words('核对记录编号和统一社会信用代码。', 'Check the entry and the credit code.'),
    basis: cite('hebei-credit-regulation'),
  },
})
