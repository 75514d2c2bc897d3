// 諮詢: a question is what a lower system needs from a higher one, with a safe default; an answer is a plain function.
import type { Words } from './words.ts'
import type { Reading } from './procedure.ts'

export interface Question<Asked = Readonly<Record<string, unknown>>, Gives = unknown> {
  readonly noun: 'question'
  readonly name: string
  readonly title: Words
  /** What is assumed while nobody answers: the cautious side. */
  readonly otherwise: Gives
  readonly why: Words
  readonly asked?: Asked
}

export interface Answer<Asked = Readonly<Record<string, unknown>>, Gives = unknown> {
  readonly noun: 'answer'
  readonly to: string
  readonly gives: (asked: Asked, at: Reading) => Promise<Gives>
}

/** Written into the journal entry of the step that asked. */
export interface WrittenAnswer {
  readonly question: string
  readonly asked: Readonly<Record<string, unknown>>
  readonly value: unknown
  readonly origin: 'answered' | 'default'
  readonly asOf: string
}

export const question = <Asked, Gives>(name: string, declared: { title: Words; otherwise: Gives; why: Words }): Question<Asked, Gives> => ({
  noun: 'question',
  name,
  ...declared,
})

export const answer = <Asked, Gives>(
  to: Question<Asked, Gives>,
  gives: (asked: Asked, at: Reading) => Promise<Gives>,
): Answer<Asked, Gives> => ({ noun: 'answer', to: to.name, gives })
