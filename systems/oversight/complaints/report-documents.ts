// Documents of a report: the notice of a reward, which names the case by its number and nobody by name.
import { cite } from '../../../kernel/citation.ts'
import { documentForm } from '../../../kernel/document.ts'
import { words } from '../../../kernel/words.ts'
import { letter } from './letter.ts'

export const rewardNotice = documentForm('report-reward-notice', {
  title: words('举报奖励告知书', 'Notice of a reward'),
  number: '{authority}举奖〔{year}〕{seq}号',
  ways: ['direct', 'electronic', 'post'],
  signedBy: ['head'],
  servedBy: ['reportClerk'],
  readBy: ['citizen', 'reportClerk', 'head'],
  basis: cite('report-reward-measures'),
  template: (c) =>
    letter(
      c,
      '举报奖励告知书',
      [
        `您的举报（编号：${c.record.number ?? ''}）经查证属实。本机关决定给予奖励人民币${c.show('reward')}。`,
        '请凭举报编号和查询码申领；逾期未申领的，视为放弃。本告知书不载明您的姓名。',
      ],
      '举报人',
    ),
})
