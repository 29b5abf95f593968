import { actorOf } from '../../people/index.ts'
import {
  type FastifyReply,
  type FastifyRequest,
  type Server,
  api
} from '../../platform/http/index.ts'
import { SignInRequiredError, langOf } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { finishUpload } from '../finish-upload.ts'
import { readUpload } from '../read-upload.ts'
import { uploadSchema } from './api-answers.ts'
import { uploadIdParams } from './api-schemas.ts'
import { plain } from './plain.ts'
import { type Described, shapeOf } from './tus-description.ts'

const path = '/api/v1/uploads'

interface TusOperation {
  readonly method: Described | 'HEAD' | 'OPTIONS'
  readonly url: string
  readonly summary: string
  readonly description: string
}

const one = `${path}/:id`
const tusVersion = 'Every request of the protocol carries `Tus-Resumable: 1.0.0`.'

const operations: readonly TusOperation[] = [
  {
    method: 'POST',
    url: path,
    summary: 'Begin an upload that survives a broken line',
    description: `\`Upload-Length\` (or \`Upload-Defer-Length: 1\`) and \`Upload-Metadata\` with \`service\`, \`document\`, \`name\`, and \`draft\` or \`case\`; the answer has its \`Location\`. ${tusVersion}`
  },
  {
    method: 'PATCH',
    url: one,
    summary: 'Send the next bytes of an upload',
    description: `Bytes as \`application/offset+octet-stream\` from \`Upload-Offset\` on; a HEAD of the same address says which offset that is. ${tusVersion}`
  },
  { method: 'DELETE', url: one, summary: 'Give an upload up', description: tusVersion },
  // What HTTP itself defines is not described as operations.
  ...[path, one].flatMap((url) =>
    (['HEAD', 'OPTIONS'] as const).map((method) => ({ method, url, summary: '', description: '' }))
  )
]

/**
 * Resumable uploads by the tus protocol (https://tus.io, version 1.0.0), for scripts and other systems.
 * Metadata: `service` and `document` (codes), `name`, and `draft` or `case`.
 */
export async function uploadRoutes(app: Server, context: Context): Promise<void> {
  await app.register((scope, _options, done) => {
    // The bytes go to the tus server as they come.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null))
    for (const operation of operations) {
      scope.route({
        method: operation.method,
        url: operation.url,
        schema: describedTus(operation),
        // The headers are the protocol's to judge; they are described, and not checked twice.
        validatorCompiler: () => (value: unknown) => ({ value }),
        onRequest: async (request) => {
          if (request.caller === null) throw new SignInRequiredError()
        },
        preHandler: (request, reply, next) => {
          const safe = request.method === 'HEAD' || request.method === 'OPTIONS'
          if (!safe && request.caller?.by === 'session') scope.csrfProtection(request, reply, next)
          else next()
        },
        handler: (request, reply) => serveTus(context, request, reply)
      })
    }
    done()
  })
  describeUploads(app, context)
}

function describedTus({ method, url, summary, description }: TusOperation) {
  if (method === 'HEAD' || method === 'OPTIONS') return { hide: true }
  return {
    summary,
    description,
    operationId: `${method.toLowerCase()}Uploads${url === path ? '' : 'Id'}`,
    tags: ['uploads'],
    security: [{ key: [] }, { session: [], csrf: [] }],
    ...(url === path ? {} : { params: uploadIdParams }),
    ...shapeOf(method)
  }
}

async function serveTus(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<void> {
  const actor = actorOf(request)
  // Loaded with the first upload: the protocol's server is large, and most requests are none.
  const { tusServerOf } = await import('./tus-store.ts')
  const server = tusServerOf(context, actor, { lang: langOf(request), trace: request.id })
  // The protocol's server writes by itself, and must say what every answer of this site says.
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  void reply.hijack()
  await server.handle(request.raw, reply.raw)
}

function describeUploads(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/uploads/{id}',
    summary: 'How far an upload is, and what it is',
    tag: 'uploads',
    auth: 'session-or-key',
    params: uploadIdParams,
    response: uploadSchema,
    handler: async ({ params, request }) =>
      plain(await readUpload(context, actorOf(request), params.id))
  })
  api(app, {
    method: 'put',
    path: '/uploads/{id}/seal',
    summary:
      'Say that an upload of unknown length has ended; its type is looked for and its hash kept',
    tag: 'uploads',
    auth: 'session-or-key',
    params: uploadIdParams,
    response: uploadSchema,
    handler: async ({ params, request }) =>
      plain(await finishUpload(context, actorOf(request), params.id))
  })
}
