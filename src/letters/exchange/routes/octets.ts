import { type FastifyRequest, type Server } from '../../../platform/http/index.ts'

/** A body that is read as it comes; nothing of it is kept to tell repetitions apart. */
export interface Octets {
  readonly stream: AsyncIterable<Uint8Array>
  toJSON(): null
}

/** Operations whose body is bytes of a media type, and nothing else. */
export async function takeOctets(
  app: Server,
  mediaType: string,
  add: (scope: Server) => void
): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    // What comes as a stream is told apart by the ids in it; a key of the whole could not be kept.
    scope.addHook('onRequest', (request, _reply, next) => {
      delete request.headers['idempotency-key']
      next()
    })
    scope.addContentTypeParser(mediaType, (_request, payload, parsed) => {
      parsed(null, { stream: payload, toJSON: () => null } satisfies Octets)
    })
    add(scope)
    done()
  })
}

/** The bytes of a request in such an operation; none where it had no body. */
export function octetsOf({ body }: FastifyRequest): AsyncIterable<Uint8Array> {
  return isOctets(body) ? body.stream : nothing()
}

function isOctets(body: unknown): body is Octets {
  return typeof body === 'object' && body !== null && 'stream' in body
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // No body, no bytes.
}
