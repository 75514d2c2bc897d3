// Acts by their id, for the short form in which a page cites them; the library itself is opened only where it is read.
import { chinaActs } from '../../jurisdictions/china/law/acts.ts'
import { hebeiActs } from '../../jurisdictions/hebei/programme/acts.ts'
import { words, type Words } from '../../kernel/words.ts'
import { catalogueOf, type Act } from '../../systems/basis/law/index.ts'

let known: ReadonlyMap<string, Act> | null = null
const acts = (): ReadonlyMap<string, Act> => (known ??= new Map(catalogueOf(chinaActs, hebeiActs).map((act) => [act.id, act])))

/** `hebei-2016-33/1.2` as people say it: 《质量强省意见》（冀政发〔2016〕33号）1.2. */
export function citedAs(key: string): Words {
  const [id, article] = key.split('/') as [string, string | undefined]
  const act = acts().get(id)
  if (!act) return words(key, key)
  const numbered = act.number && !act.title.zh.includes(act.number) && act.kind !== 'standard' ? `（${act.number}）` : ''
  const where = article === undefined ? '' : /^\d+(\(.*\))?$/.test(article) ? `第${article}条` : ` ${article}`
  return words(`《${act.short ?? act.title.zh}》${numbered}${where}`, `${act.title.en}${article === undefined ? '' : `, ${article}`}`)
}
