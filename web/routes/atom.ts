// An Atom feed (RFC 4287) of what was published, newest first.
import { startOf } from '../../kernel/day.ts'

export interface FeedItem {
  readonly id: string
  readonly address: string
  readonly title: string
  readonly summary: string
  readonly day: string
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** A feed without entries keeps a fixed day, so that readers do not take it for new every time. */
export function atomFeed(feed: { title: string; self: string; page: string; items: readonly FeedItem[] }): string {
  const items = feed.items.toSorted((a, b) => b.day.localeCompare(a.day))
  const entries = items.map(
    (item) =>
      `<entry><id>urn:uuid:${item.id}</id><title>${escaped(item.title)}</title><link href="${escaped(item.address)}"/>` +
      `<updated>${startOf(item.day)}</updated><summary>${escaped(item.summary)}</summary></entry>`,
  )
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${escaped(feed.self)}</id>` +
    `<title>${escaped(feed.title)}</title><link rel="self" href="${escaped(feed.self)}"/><link href="${escaped(feed.page)}"/>` +
    `<author><name>${escaped('质衡 Zhiheng')}</name></author>` +
    `<updated>${startOf(items[0]?.day ?? '2016-07-06')}</updated>${entries.join('')}</feed>`
  )
}
