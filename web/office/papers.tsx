// The documents of a record: number, who signed, how it was served, the paper itself; and what may be done with each now.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Procedure } from '../../kernel/procedure.ts'
import { formsIssued } from '../../kernel/standing-steps.ts'
import { words } from '../../kernel/words.ts'
import { get } from '../parts/api.ts'
import { joined, say } from '../parts/language.ts'
import { stepTitle } from './timeline.tsx'

export interface DocumentShown {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly register: string
  readonly record: string
  readonly issued: string
  readonly state: string
  readonly signedBy: readonly string[]
  readonly toSign: readonly string[]
  readonly served: string | null
}

const texts = {
  title: words('文书', 'Documents'),
  toSign: words('待签署', 'To be signed by'),
  signed: words('已签署', 'Signed'),
  served: words('送达', 'Served'),
  unserved: words('未送达', 'Not served'),
  isVoid: words('已作废', 'Void'),
  proof: words('签章', 'Seal'),
}

/** Steps that are done to a paper. */
const paperSteps = ['sign-document', 'serve-document', 'void-document'] as const

const duty = (procedure: Procedure, name: string): string => {
  const short = name.split('.').at(-1)!
  return procedure.duties[short] ? say(procedure.duties[short]) : name
}

export function Papers({ procedure, record, possible }: { procedure: Procedure; record: string; possible: readonly string[] }) {
  const forms = formsIssued(procedure)
  const register = procedure.of.name
  const { data } = useQuery({
    queryKey: ['documents', register, record],
    enabled: forms.length > 0,
    queryFn: ({ signal }) => get<{ items: readonly DocumentShown[] }>(`/api/v1/registers/${register}/${record}/documents`, signal),
  })
  if (!data || data.items.length === 0) return null
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{say(texts.title)}</h2>
      <ul className="papers">
        {data.items.map((paper) => {
          const form = forms.find((each) => each.name === paper.form)
          const isVoid = paper.state === 'void'
          const usable = paperSteps.filter(
            (step) => possible.includes(step) && !isVoid && (step !== 'sign-document' || paper.toSign.length > 0),
          )
          return (
            <li key={paper.id} className={isVoid ? 'void' : undefined}>
              <p>
                <b>{form ? say(form.title) : paper.form}</b> {paper.number}{' '}
                <a href={`/api/v1/documents/${paper.id}.pdf`} target="_blank" rel="noreferrer">
                  PDF
                </a>{' '}
                <a href={`/api/v1/documents/${paper.id}.docx`}>DOCX</a>{' '}
                <a href={`/api/v1/documents/${paper.id}/proof`} target="_blank" rel="noreferrer">
                  {say(texts.proof)}
                </a>
              </p>
              <p className="soft small">
                {isVoid
                  ? say(texts.isVoid)
                  : paper.toSign.length > 0
                    ? `${say(texts.toSign)} ${joined(paper.toSign.map((name) => duty(procedure, name)))}`
                    : say(texts.signed)}
                {' · '}
                {paper.served ? `${say(texts.served)} ${paper.served}` : say(texts.unserved)}
              </p>
              {usable.length > 0 && (
                <p className="small paper-steps">
                  {usable.map((step) => (
                    <Link
                      key={step}
                      to="/registers/$register/$id"
                      params={{ register, id: record }}
                      search={{ step, document: paper.number }}
                    >
                      {stepTitle(procedure, step)}
                    </Link>
                  ))}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
