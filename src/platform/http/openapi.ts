import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { EdgeOptions, Server } from './request.ts'

/** Publishes the OpenAPI 3.1 document that is made from the operations' own schemas. */
export async function describeApi(app: Server, options: EdgeOptions): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Peyman',
        version: '1',
        description:
          'The service-level agreement between a public body and its people. Errors are RFC 9457 problems with a stable `code`; every POST takes an `Idempotency-Key`.',
        license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
        contact: { name: 'Peyman', url: options.context.config.origin }
      },
      servers: [{ url: options.context.config.origin }],
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key, from `peyman key create`.'
          },
          session: { type: 'apiKey', in: 'cookie', name: 'session' }
        }
      }
    },
    hideUntagged: true,
    transform: jsonSchemaTransform
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger()))
  )
}
