import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { answerComponents, completeOperation } from './openapi-answers.ts'
import { answerSchema, plainSchema } from './openapi-schemas.ts'
import type { EdgeOptions, Server } from './request.ts'
import { cookieName } from './view.ts'

const description = [
  'The service-level agreement between a public body and its people.',
  'Errors are RFC 9457 problems with a stable `code`, JSON pointers to the fields that are wrong, and a `trace` to quote.',
  'Give every POST an `Idempotency-Key`: the same key with the same body is answered again and not done again.',
  'Lists go on at `links.next`. Times are RFC 3339. Texts of errors are English, or Persian with `Accept-Language: fa`.'
].join('\n\n')

/** Publishes the OpenAPI 3.1 document that is made from the operations' own schemas. */
export async function describeApi(app: Server, options: EdgeOptions): Promise<void> {
  const { origin } = options.context.config
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Peyman',
        version: '1',
        description,
        license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
        contact: { name: 'Peyman', url: `${origin}/about` }
      },
      servers: [{ url: origin }],
      tags: [...(options.apiTags ?? [])],
      components: { ...answerComponents, securitySchemes: securitySchemes(options) }
    },
    hideUntagged: true,
    transform: jsonSchemaTransform,
    transformObject: completed
  })
  // Operations do not change while the server runs.
  let text: string | undefined
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    text ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

function securitySchemes(options: EdgeOptions) {
  return {
    key: {
      type: 'http',
      scheme: 'bearer',
      description:
        'An API key, from `peyman key create`. A test key (`peyman_test_…`) works in a demonstration only: elsewhere whatever asks who acts refuses it with 403 `key/test-only`.'
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: cookieName(options, 'session'),
      description: 'The session of a signed-in person.'
    },
    csrf: {
      type: 'apiKey',
      in: 'header',
      name: 'x-csrf-token',
      description:
        'With a session, every change carries the token that pages carry in the field `_csrf`.'
    }
  } as const
}

const completed: SwaggerTransformObject = (document) => {
  if (!('openapiObject' in document)) return document.swaggerObject
  for (const [path, operations] of Object.entries(document.openapiObject.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations ?? {})) {
      completeOperation(operation as never, { method, path })
      sayPlainly(operation as Record<string, unknown>)
    }
  }
  return document.openapiObject
}

function sayPlainly(operation: Record<string, unknown>): void {
  for (const part of ['parameters', 'requestBody']) {
    if (part in operation) operation[part] = plainSchema(operation[part])
  }
  operation['responses'] = answerSchema(operation['responses'])
}
