// The reader of statutes, on the traps that printed texts set.
import { describe, expect, it } from 'vitest'
import { articleText, findArticle, headingsAbove, missingArticles, parseStatute } from './statute-text.ts'

const invented = `# 示例法

2001年1月2日 第一次会议通过

2010年3月4日 《关于修改〈示例法〉的决定》第一次修正根据2012年5月6日《关于修改<示例法>

<另一法>的决定》第二次修正

<!-- INFO END -->

## 第一章 总　则

第一条　为了说明，制定本法。

　　第二款缩进。

第二条 有下列情形之一的，不予受理：

（一）其一；

(二)其二：

1.甲；

2．乙。

第五条第二款规定的情形除外。

### 第一节 【】与表

第三条【期限】期限如下表：

| 事项 | 期限 |
| --- | --- |
| 受理 | 七日 |

第三条之一 增补的条文。

## 第二章 附 则

第四条 本法自2001年7月1日起施行。

附：

目录

1．甲
`

describe('reading a statute', () => {
  const statute = parseStatute(invented)

  it('finds title, chapters and sections, with titles that printers spaced out closed up', () => {
    expect(statute.title).toBe('示例法')
    expect(statute.headings.map(({ level, title, first }) => [level, title, first])).toEqual([
      ['chapter', '总则', '1'], ['section', '【】与表', '3'], ['chapter', '附则', '4'],
    ])
    expect(headingsAbove(statute, '3-1').map((heading) => heading.label)).toEqual(['第一章', '第一节'])
    expect(headingsAbove(statute, '4').map((heading) => heading.label)).toEqual(['第二章'])
  })

  it('separates two amendments printed on one line and joins one that runs over two', () => {
    const history = statute.history.map(({ day, event }) => `${day} ${event}`)
    expect(history).toEqual(['2001-01-02 adopted', '2010-03-04 amended', '2012-05-06 amended'])
  })

  it('numbers inserted articles after their main one', () => {
    expect(statute.articles.map((article) => article.number)).toEqual(['1', '2', '3', '3-1', '4'])
    expect(missingArticles(statute)).toEqual([])
  })

  it('keeps items, items within items, and the paragraph after them', () => {
    const [first, second] = findArticle(statute, '2')!.paragraphs
    expect(first!.items.map((item) => [item.number, item.items.map((inner) => inner.text)])).toEqual([['1', []], ['2', ['甲；', '乙。']]])
    expect(second!.text).toBe('第五条第二款规定的情形除外。')
  })

  it('does not take a paragraph that begins by naming an article for an article', () => {
    expect(findArticle(statute, '5')).toBeUndefined()
  })

  it('reads headings in brackets and tables', () => {
    const article = findArticle(statute, '3')!
    expect(article.heading).toBe('期限')
    expect(article.paragraphs.at(-1)!.rows).toEqual([['事项', '期限'], ['受理', '七日']])
    expect(articleText(article)).toBe('期限如下表：\n事项　期限\n受理　七日')
  })

  it('keeps an annex apart from the last article', () => {
    expect(articleText(findArticle(statute, '4')!)).toBe('本法自2001年7月1日起施行。')
    expect(statute.annex).toEqual(['附：', '目录', '1．甲'])
  })

  it('says which articles are missing', () => {
    expect(missingArticles(parseStatute('第一条 甲。\n第四条 乙。'))).toEqual(['2', '3'])
  })
})
