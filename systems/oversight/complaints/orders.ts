// The three orders that followed one another, so that a step, a document or a refusal names the article of its own day.
import { after, cite, type Citation } from '../../../kernel/citation.ts'

const lastOf62 = '2019-12-31'
const lastOf20 = '2026-04-14'
const order62 = cite('saic-order-62')

/** An article of Order 121 and the one of Order 20 in whose place it came; Order 62 is cited as a whole, its text is not loaded. */
export const order = (article: string, under20?: string): Citation =>
  after(lastOf20, after(lastOf62, order62, cite('samr-order-20', under20)), cite('samr-order-121', article))

/** For reports Order 62 is no ancestor: before Order 20 each authority followed rules of its own. */
export const reportOrder = (article: string, under20?: string): Citation =>
  after(lastOf20, cite('samr-order-20', under20), cite('samr-order-121', article))

export const orderTitles: Readonly<Record<string, string>> = {
  'samr-order-121': '《市场监督管理投诉举报处理办法》',
  'samr-order-20': '《市场监督管理投诉举报处理暂行办法》',
  'saic-order-62': '《工商行政管理部门处理消费者投诉办法》',
}

/** 依据《…》第十五条 of a citation, as a document names it. */
export const named = ({ act, article }: Citation): string =>
  `${orderTitles[act] ?? act}${article ? articleWords(article) : ''}`

/** `16(4)` as 第16条第（4）项. */
const articleWords = (article: string): string => {
  const [, number, item] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? []
  return number ? `第${number}条${item ? `第（${item}）项` : ''}` : `第${article}条`
}
