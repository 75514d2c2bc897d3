// The programme: its clauses, and that its Simplified text is the reprint turned back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../../systems/basis/law/policy-text.ts'
import { articleText, findArticle } from '../../../systems/basis/law/statute-text.ts'

const folder = join(import.meta.dirname, '../../../jurisdictions/hebei/programme')
const text = readFileSync(join(folder, 'text.md'), 'utf8')
const programme = parsePolicy(text)

describe('the programme 冀政发〔2016〕33号', () => {
  it('has five parts with 2, 6, 4, 7 and 5 clauses', () => {
    const clausesOf = (part: number) => programme.articles.filter((article) => article.number.startsWith(`${part}.`)).length
    expect(programme.headings.map((heading) => clausesOf(heading.number))).toEqual([2, 6, 4, 7, 5])
    expect(programme.headings.map((heading) => heading.first)).toEqual(['1.1', '2.1', '3.1', '4.1', '5.1'])
  })

  it('is dated 2016-07-06 and signed by the provincial government', () => {
    expect(programme.history[0]).toMatchObject({ day: '2016-07-06', event: 'promulgated' })
    expect(programme.annex).toEqual(['河北省人民政府', '2016年7月6日'])
  })

  const promised = ['93.5%', '83.5', '1000项', '350项', '300项', '150项', '100项', '100%', 'PM2.5浓度较2013年下降40%', '后10位']

  it.each(promised)('names the target %s in clause 1.2', (target) => {
    expect(articleText(findArticle(programme, '1.2')!)).toContain(target)
  })

  it('names its clauses by their first sentence', () => {
    expect(findArticle(programme, '4.4')).toMatchObject({ label: '（四）', heading: '完善质量诚信体系，建立健全联合惩戒机制' })
  })

  it('is the reprint turned back into Simplified characters, ten words of Taiwan usage restored', () => {
    const restored = {
      巨观: '宏观', 最佳化: '优化', 空气品质: '空气质量', 智慧型制造: '智能制造', 网际网路: '互联网',
      计画: '计划', 资料库: '数据库', 套用: '应用', 线上: '在线', 智慧财产权: '知识产权',
    }
    let reprint = Converter({ from: 'tw', to: 'cn' })(readFileSync(join(folder, 'reprint.txt'), 'utf8'))
    for (const [taiwan, mainland] of Object.entries(restored)) reprint = reprint.replaceAll(taiwan, mainland)
    const wide: Record<string, string> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' }
    const plain = (wording: string) => wording.replaceAll(/[,:;()]/g, (mark) => wide[mark]!).replaceAll(/\s/g, '')
    const body = reprint.slice(reprint.indexOf('各市(含')).replace(/^.案全文$|^文件全文$/m, '')
    const ours = text.split('\n').filter((line) => !/^(# |> |---)/.test(line)).map((line) => line.replace(/^## /, '')).join('')
    expect(plain(ours)).toBe(plain(body))
  })
})
