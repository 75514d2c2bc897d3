// What caused a record and what it caused, through which linkage under which article.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { words } from '../../kernel/words.ts'
import type { RelatedShown } from '../parts/answers.ts'
import { get } from '../parts/api.ts'
import { ArticleLink } from '../parts/article.tsx'
import { say } from '../parts/language.ts'

const texts = {
  causes: words('由何引起', 'Caused by'),
  consequences: words('引起了什么', 'What it caused'),
  beyond: words('在您的职责范围之外', 'beyond your reach'),
  pending: words('待送达', 'on its way'),
  parked: words('被退回，待处理', 'refused, waits for somebody'),
  dropped: words('起因已撤销，未办理', 'its cause was undone, nothing was done'),
}

function Related({ title, items }: { title: string; items: readonly RelatedShown[] }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="related">
        {items.map((item, at) => (
          <li key={`${item.entry}${item.linkage}${at}`}>
            {item.record ? (
              <Link to="/registers/$register/$id" params={{ register: item.register, id: item.record }}>
                {item.registerTitle} {item.number ?? item.headline ?? ''}
              </Link>
            ) : (
              <span>
                {item.registerTitle} <span className="soft">({say(item.state === 'done' ? texts.beyond : texts[item.state])})</span>
              </span>
            )}
            <span className="under">
              {item.title} {item.basis && <ArticleLink citation={item.basis} short />}
            </span>
            {item.refusal && <span className="under bad">{item.refusal}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Links({ register, record }: { register: string; record: string }) {
  const { data } = useQuery({
    queryKey: ['links', register, record],
    queryFn: ({ signal }) =>
      get<{ causes: readonly RelatedShown[]; consequences: readonly RelatedShown[] }>(`/api/v1/registers/${register}/${record}/links`, signal),
  })
  if (!data) return null
  return (
    <>
      <Related title={say(texts.causes)} items={data.causes} />
      <Related title={say(texts.consequences)} items={data.consequences} />
    </>
  )
}
