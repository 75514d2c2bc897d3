// A small form of the account page: the mark against forgery, what was wrong with it, and the button.
import type { ReactNode } from 'react'
import { words, type Words } from '../../kernel/words.ts'
import type { FormProblem } from '../site/form.tsx'
import type { Saying } from '../site/saying.ts'

export interface Acting {
  readonly csrf: string
  readonly s: Saying
  /** The form that was refused, and why. */
  readonly refused: { readonly action: string; readonly problem: FormProblem } | null
}

export const accountAddress = '/desk/me'

interface ActFormProps {
  readonly acting: Acting
  /** What is done, as the last part of the form's address. */
  readonly action: string
  readonly send: Words
  readonly quiet?: boolean
  readonly hidden?: Readonly<Record<string, string>>
  /** What it is done to, for whoever does not see beside what the button stands. */
  readonly label?: string
  readonly children?: ReactNode
}

export function ActForm({ acting, action, send, quiet, hidden = {}, label, children }: ActFormProps) {
  const { csrf, s, refused } = acting
  // Forms that stand once for each line are told apart by what they carry.
  const ours = refused?.action === [action, hidden['id']].filter(Boolean).join(' ')
  return (
    <form method="post" action={s.to(`${accountAddress}/${action}`)} className="act">
      <input type="hidden" name="_csrf" value={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {ours && (
        <p className="errors" role="alert">
          {refused.problem.text} {refused.problem.remedy}
        </p>
      )}
      {children}
      <button type="submit" className={quiet ? 'quiet' : undefined}>
        {s.say(send)}
        {label && <span className="unseen"> {label}</span>}
      </button>
    </form>
  )
}

interface InputProps {
  readonly id: string
  readonly name: string
  readonly title: Words
  readonly s: Saying
  readonly hint?: Words
  readonly type?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

export function Input({ id, name, title, s, hint, type = 'text', attributes = {} }: InputProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{s.say(title)}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {s.say(hint)}
        </p>
      )}
      <input id={id} name={name} type={type} required aria-describedby={hint ? `${id}-hint` : undefined} {...attributes} />
    </div>
  )
}

/** Whoever changes a way in types the present password again; who signs in elsewhere has none. */
export function PresentPassword({ id, has, s, name = 'password' }: { id: string; has: boolean; s: Saying; name?: string }) {
  if (!has) return null
  return <Input id={id} name={name} title={words('现在的密码', 'Present password')} s={s} type="password" attributes={{ autoComplete: 'current-password', maxLength: 200 }} />
}
