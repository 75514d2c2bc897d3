// Compilers of the routes' schemas that wait for the first request: a house of six hundred routes starts without compiling one.
import ajvCompiler from '@fastify/ajv-compiler'
import serializerCompiler from '@fastify/fast-json-stringify-compiler'
import type { FastifyServerOptions } from 'fastify'

type Factory = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

/** A validator tells what is wrong on itself, where Fastify looks for it. */
interface Validate {
  (data: unknown): unknown
  errors?: unknown
}
type Serialize = (data: unknown) => string
/** What the packages build: for the schemas shared by routes, a compiler of one route's schema. */
type Builder<Compiled> = (schemas: unknown, options: unknown) => (route: unknown) => Compiled

function validatorOf(compile: () => Validate): Validate {
  let compiled: Validate | null = null
  const validate: Validate = (data) => {
    compiled ??= compile()
    const good = compiled(data)
    validate.errors = compiled.errors
    return good
  }
  return validate
}

function serializerOf(compile: () => Serialize): Serialize {
  let compiled: Serialize | null = null
  return (data) => (compiled ??= compile())(data)
}

const deferred =
  <Compiled>(builder: Builder<Compiled>, wait: (compile: () => Compiled) => Compiled): Builder<Compiled> =>
  (schemas, options) => {
    const compilerOf = builder(schemas, options)
    return (route) => wait(() => compilerOf(route))
  }

/** For `schemaController` of Fastify. A schema that does not compile is found by `compileAll`, which a test asks for. */
export const compilingOnFirstUse = (): Factory => ({
  buildValidator: deferred(ajvCompiler() as unknown as Builder<Validate>, validatorOf) as unknown as Factory['buildValidator'],
  buildSerializer: deferred(serializerCompiler() as unknown as Builder<Serialize>, serializerOf) as unknown as Factory['buildSerializer'],
})
