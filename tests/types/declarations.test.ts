// What must not compile: unknown states, duties, steps, fields and refusal values; checked by the compiler itself.
import { cite } from '../../kernel/citation.ts'
import { parameter } from '../../kernel/deadline.ts'
import { amount, choice, day, text } from '../../kernel/kinds.ts'
import { procedure } from '../../kernel/procedure.ts'
import { publication } from '../../kernel/publication.ts'
import { refusals } from '../../kernel/refusal.ts'
import { ask, register } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import { describe, expect, it } from 'vitest'

const title = words('题', 'Title')
const loan = register('typed-loan', {
  title, headline: 'book',
  fields: { book: text(title), due: day(title), fine: amount(title, { optional: true }), kind: choice(title, { novel: title, atlas: title }) },
})
const duties = { clerk: title }
const states = { lent: title, back: title }
const noes = refusals('typed', { late: { status: 409, title, detail: words('迟 {days} 天', '{days} days late'), remedy: title } })

// The suppressed line must be an error, or the compiler complains that the suppression is unused.
const wrong = {
  state: () => procedure(loan, { duties, states, ends: ['back'], opens: { state: 'lent', by: 'clerk' }, steps: (step) => ({
    // @ts-expect-error an unknown state
    bring: step({ title, from: 'borrowed', to: 'back', by: 'clerk' }),
  }) }),
  duty: () => procedure(loan, { duties, states, ends: ['back'], opens: { state: 'lent', by: 'clerk' }, steps: (step) => ({
    // @ts-expect-error an unknown duty
    bring: step({ title, from: 'lent', to: 'back', by: 'guard' }),
  }) }),
  // @ts-expect-error an unknown state at the opening
  opening: () => procedure(loan, { duties, states, ends: ['back'], opens: { state: 'gone', by: 'clerk' }, steps: () => ({}) }),
  deadline: () => procedure(loan, {
    duties, states, ends: ['back'], opens: { state: 'lent', by: 'clerk' }, steps: (step) => ({ bring: step({ title, from: 'lent', to: 'back', by: 'clerk' }) }),
    // @ts-expect-error an unknown step meets the deadline
    deadlines: [{ name: 'return', title, starts: 'lent', metBy: ['burn'], within: parameter('x'), lapse: 'alarm' }],
  }),
  answer: () => procedure(loan, { duties, states, ends: ['back'], opens: { state: 'lent', by: 'clerk' }, steps: (step) => ({
    bring: step({ title, from: 'lent', to: 'back', by: 'clerk', asks: ask(loan, 'fine'),
      // @ts-expect-error an optional answer may be null
      check: (c) => c.answers.fine.length }),
  }) }),
  given: () => procedure(loan, { duties, states, ends: ['back'], opens: { state: 'lent', by: 'clerk' }, steps: (step) => ({
    // @ts-expect-error a choice that is none
    bring: step({ title, from: 'lent', to: 'back', by: 'clerk', gives: () => ({ kind: 'poem' as const }) }),
  }) }),
  // @ts-expect-error an unknown field is asked
  asked: () => ask(loan, 'colour'),
  // @ts-expect-error an unknown field is published
  published: () => publication('p', { title, of: loan, states: ['back'], fields: ['colour'], basis: cite('x') }),
  // @ts-expect-error a headline that is no field
  headline: () => register('r', { title, headline: 'colour', fields: { book: text(title) } }),
  // @ts-expect-error a refusal without its value
  value: () => noes.refuse('late'),
  // @ts-expect-error an unknown refusal
  refusal: () => noes.refuse('early', { days: 1 }),
}

describe('the compiler', () => {
  it('refuses eleven wrong declarations (the type check of the house fails if one of them compiles)', () => expect(Object.keys(wrong)).toHaveLength(11))
  it('lets the right ones through, and they behave', () => {
    expect(() => noes.refuse('late', { days: 3 })).toThrow('typed.late')
    expect(Object.keys(ask(loan, 'fine', 'due'))).toEqual(['fine', 'due'])
  })
})
