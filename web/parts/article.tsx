// A link to an article of law by the act's name, as every state, step and clock carries one.
import { citationKey, type Citation } from '../../kernel/citation.ts'
import { words } from '../../kernel/words.ts'
import { language, publicAddress, say } from './language.ts'
import { useOffice, type Office } from './office.tsx'

/** 《…办法》第 15 条, or the act as a whole. */
export function articleText(citation: string, acts: Office['acts']): string {
  const [act = '', article] = citation.split('/')
  const title = acts[act]?.title ?? act
  if (language === 'en') return article ? `${title}, art. ${article}` : title
  return article ? `《${title}》${say(words(`第 ${article} 条`, `art. ${article}`))}` : `《${title}》`
}

export function ArticleLink({ citation, short = false }: { citation: string | Citation; short?: boolean }) {
  const { acts } = useOffice()
  const key = typeof citation === 'string' ? citation : citationKey(citation)
  const full = articleText(key, acts)
  const article = key.split('/')[1]
  return (
    <a href={publicAddress(`/law/${key}`)} target="_blank" rel="noreferrer" className="article" title={full}>
      {short && article ? say(words(`第 ${article} 条`, `Art. ${article}`)) : full}
    </a>
  )
}
