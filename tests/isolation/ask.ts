import type { TestServer } from '../support/server.ts'
import type { Asker } from './actors.ts'
import { bodyOf } from './bodies.ts'
import type { Try } from './tries.ts'
import type { Target } from './target.ts'

/** An answer. */
export interface Got {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** Asks a route for a thing. @param authority - The body that the asker says to work for. */
export async function ask(
  server: TestServer,
  asker: Asker,
  { each, target, authority = 'sko' }: { each: Try; target: Target; authority?: string }
): Promise<Got> {
  const url = each.url.replaceAll(/:(\w+)(\([^)]*\))?|\*/g, (_all, name: string | undefined) =>
    encodeURIComponent(fileOf(each.url, target, target.more[name ?? ''] ?? target.id))
  )
  const csrf = asker.headers['x-csrf-token'] ?? ''
  const { headers, payload, query } = bodyOf(server, each, { authority, csrf, target })
  const answer = await server.app.inject({
    method: each.method as 'GET',
    url: `${url}${query}`,
    headers: {
      ...asker.headers,
      accept: url.startsWith('/api/') ? 'application/json' : 'text/html',
      ...headers
    },
    ...(payload === undefined ? {} : { payload })
  })
  const { location = '' } = answer.headers
  return { status: answer.statusCode, text: answer.body, location }
}

function fileOf(url: string, { kind }: Target, id: string): string {
  return url.endsWith('/proofs/:file') && kind === 'fact' ? `${id}.tlog-proof` : id
}
