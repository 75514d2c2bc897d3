// Reasons for which a statutory term is not counted: the codes that the versions of the parameters name.
import { cite, type Citation } from '../../../kernel/citation.ts'
import { words, type Words } from '../../../kernel/words.ts'

export interface SuspensionReason {
  readonly title: Words
  /** One article that names the reason; each version that is suspended by it cites its own. */
  readonly basis: Citation
}

export const suspensionReasons: Readonly<Record<string, SuspensionReason>> = {
  testing: { title: words('检验、检测、鉴定', 'Testing or appraisal'), basis: cite('penalty-procedure', '18') },
  hearing: { title: words('听证', 'A hearing'), basis: cite('administrative-licensing-law', '45') },
  'expert-review': { title: words('专家评审', 'Review by experts'), basis: cite('administrative-licensing-law', '45') },
  tender: { title: words('招标、拍卖', 'A tender or an auction'), basis: cite('administrative-licensing-law', '45') },
  announcement: { title: words('公告送达', 'Service by announcement'), basis: cite('penalty-procedure', '64') },
  'case-suspension': { title: words('中止调查', 'Suspension of a case'), basis: cite('penalty-procedure', '64') },
  'third-party': {
    title: words('征求第三方或者其他机关意见', 'Opinion of a third party or another authority'),
    basis: cite('open-government-information-regulation', '33'),
  },
  objection: { title: words('异议答复', 'An objection that is being answered'), basis: cite('tender-regulation', '60') },
}
