// JSON Schemas of a register's interface, taken from the kernel's kinds; they describe, the gate judges.
import { Type, type TSchema } from 'typebox'
import type { Fields } from '../kernel/field.ts'
import { kindOf } from '../kernel/kinds.ts'
import { openingOf } from '../kernel/act.ts'
import type { Procedure, Step } from '../kernel/procedure.ts'
import type { Register } from '../kernel/register.ts'

const standing = {
  id: { type: 'string', format: 'uuid' },
  number: { type: ['string', 'null'] },
  state: { type: 'string' },
  version: { type: 'integer' },
  area: { type: ['string', 'null'] },
  office: { type: ['string', 'null'] },
  owner: { type: ['string', 'null'] },
  opened: { type: 'string', format: 'date-time' },
  changed: { type: 'string', format: 'date-time' },
}

const orNull = (schema: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  'type' in schema && typeof schema['type'] === 'string'
    ? { ...schema, type: [schema['type'], 'null'], ...('enum' in schema ? { enum: [...(schema['enum'] as unknown[]), null] } : {}) }
    : { ...schema }

const described = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { title: `${field.title.zh} / ${field.title.en}`, ...orNull(kindOf(field).schema(field)) },
    ]),
  )

const recordSchema = (register: Register): TSchema =>
  Type.Unsafe({ type: 'object', properties: { ...standing, ...described(register.fields) } })

const clockSchema = Type.Unsafe({
  type: 'object',
  properties: {
    deadline: { type: 'string' },
    run: { type: 'integer' },
    state: { type: 'string' },
    starts: { type: 'string' },
    due: { type: ['string', 'null'] },
    dueAt: { type: ['string', 'null'] },
    provisional: { type: 'boolean' },
    light: { type: 'string' },
    rule: { type: 'string' },
    why: { type: 'string', description: 'Why this rule governs and no other' },
    mark: { type: 'string' },
    term: { type: 'string' },
    left: { type: 'object', properties: { length: { type: 'integer' }, unit: { type: 'string' } } },
  },
})

const fileSchema = {
  type: 'object',
  properties: {
    field: { type: 'string' },
    hash: { type: 'string' },
    name: { type: ['string', 'null'] },
    kind: { type: 'string' },
    mediaType: { type: 'string' },
    size: { type: 'integer' },
    erased: { type: 'boolean' },
  },
}

export const recordAnswer = (register: Register): TSchema =>
  Type.Unsafe({
    type: 'object',
    properties: {
      record: recordSchema(register),
      possible: { type: 'array', items: { type: 'string' } },
      clocks: { type: 'array', items: clockSchema },
      files: { type: 'array', items: fileSchema },
    },
  })

export const registerListAnswer = (register: Register): TSchema =>
  Type.Unsafe({
    type: 'object',
    properties: { items: { type: 'array', items: recordSchema(register) }, next: { type: ['string', 'null'] }, count: { type: 'integer' } },
  })

export const receiptAnswer = Type.Unsafe({
  type: 'object',
  properties: {
    entry: { type: 'string' },
    record: { type: 'string' },
    register: { type: 'string' },
    number: { type: ['string', 'null'] },
    version: { type: 'integer' },
    state: { type: 'string' },
    occurred: { type: 'string' },
    recorded: { type: 'string' },
    hash: { type: 'string' },
    replayed: { type: 'boolean' },
    documents: {
      type: 'array',
      items: { type: 'object', properties: { form: { type: 'string' }, number: { type: 'string' }, id: { type: 'string' } } },
    },
  },
})

const shared = {
  occurred: { type: 'string', description: 'Day or moment of legal effect; now when absent' },
  reason: { type: 'string', maxLength: 500, description: 'Why the act is dated back' },
  version: { type: 'integer', description: 'Instead of If-Match' },
}

// What the answers must be is judged by the gate, all fields at once and in the reader's language; here they are only described.
const answersOf = (fields: Fields) => ({
  type: 'object',
  description: JSON.stringify(
    Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, `${f.title.zh} / ${f.title.en}${f.optional ? '' : ' *'}`])),
  ),
})

export const openBody = (procedure: Procedure): TSchema =>
  Type.Unsafe({
    type: 'object',
    required: ['answers'],
    properties: {
      id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
      answers: answersOf(openingOf(procedure).asks ?? {}),
      ...shared,
    },
  })

export const stepBody = (step: Step): TSchema =>
  Type.Unsafe({ type: 'object', properties: { answers: answersOf(step.asks ?? {}), ...shared } })

export const listQuery = (register: Register): TSchema =>
  Type.Unsafe({
    type: 'object',
    additionalProperties: true,
    properties: {
      limit: { type: 'integer', minimum: 1, maximum: 500 },
      after: { type: 'string', description: 'Cursor of the page before' },
      order: { type: 'string', description: 'Field, with - in front for descending' },
      fields: { type: 'string', description: 'Names of fields, with commas' },
      q: {
        type: 'string',
        description: `Two characters or more of: ${
          Object.entries(register.fields)
            .filter(([, f]) => f.searched)
            .map(([n]) => n)
            .join(', ') || 'nothing'
        }`,
      },
      count: { type: 'string', enum: ['true', 'false'] },
    },
  })
