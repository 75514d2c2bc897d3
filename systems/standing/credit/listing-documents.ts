// Documents of a listing: the notice of what is intended, and the decision.
import { cite } from '../../../kernel/citation.ts'
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { allWays, letterToParty } from '../../oversight/enforcement/index.ts'
import { measures } from './measure-codes.ts'

const form = (name: string, title: Words, number: string, paragraphs: (c: DocumentContext) => readonly string[]) =>
  documentForm(name, {
    title,
    number,
    ways: allWays,
    signedBy: ['head'],
    servedBy: ['officer', 'head'],
    basis: cite('samr-order-44'),
    template: (c) => letterToParty(c, title, paragraphs(c)),
  })

export const listingNotice = form('listing-notice', words('列入严重违法失信名单告知书', 'Notice of an intended listing'), '{authority}信告〔{year}〕{seq}号', (c) => [
  `你单位受到的行政处罚（${c.show('document')}）属于较重行政处罚：${c.show('heavier')}。领域：${c.show('ground')}。`,
  `性质、情节和社会危害：${c.show('facts')}`,
  '列入后将在国家企业信用信息公示系统公示，并依法实施相应管理措施；公示期和修复条件在决定书中载明。',
  '你单位有权陈述、申辩，并可以依法要求听证；足以证明没有主观故意的，不予列入。请自收到本告知书之日起在法定期限内提出，逾期视为放弃。',
])

const listOf = (c: DocumentContext): string => {
  const given = (c.record['measures'] ?? []) as readonly { readonly measure: keyof typeof measures.punish }[]
  return given.map(({ measure }) => measures.punish[measure].zh).join('、') || '无'
}

export const listingDecision = form('listing-decision', words('列入严重违法失信名单决定书', 'Decision on a listing'), '{authority}信决〔{year}〕{seq}号', (c) => [
  `依据行政处罚决定（${c.show('document')}），决定将你单位列入严重违法失信名单。理由：${c.show('reasons')}`,
  `陈述申辩：${c.show('defence')}。听证意见：${c.show('hearing')}。`,
  `管理措施：${listOf(c)}。各项措施均以公布的措施清单所载的法律依据为限。`,
  '你单位履行处罚决定、改正违法行为、消除影响并作出信用承诺，且列入满法定最短期限后，可以申请提前移出；期满自动移出。',
  '不服本决定的，可以依法申请行政复议，也可以依法提起行政诉讼。',
])
