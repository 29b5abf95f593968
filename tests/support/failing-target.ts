import { type Server, createServer } from 'node:http'
import { once } from 'node:events'
import { after } from 'node:test'
import { systemClock } from '../../src/platform/index.ts'

/** A site that fails when it is told to, and writes down every answer itself. */
export interface FailingTarget {
  readonly origin: string
  /** Whether it answers as it should, from now on; or for each request. */
  answer(is: boolean | (() => boolean)): void
  /** What it answered, in order. */
  readonly answers: readonly { readonly at: Temporal.Instant; readonly ok: boolean }[]
}

/** Opens such a site on an address of this machine. */
export async function failingTarget(host: string): Promise<FailingTarget> {
  let isGood = () => true
  const answers: { at: Temporal.Instant; ok: boolean }[] = []
  const server: Server = createServer((_request, response) => {
    const ok = isGood()
    answers.push({ at: systemClock.now(), ok })
    response.writeHead(ok ? 200 : 503, { 'content-type': 'text/html' }).end('<p>site</p>')
  })
  server.listen(0, host)
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://${host}:${String(port)}`,
    answer: (is) => {
      isGood = typeof is === 'boolean' ? () => is : is
    },
    answers
  }
}

/** Failed answers in a row, as outages: from the first of them to the first good one after. */
export function truthOf(target: FailingTarget): { from: Temporal.Instant; to: Temporal.Instant }[] {
  const outages: { from: Temporal.Instant; to: Temporal.Instant }[] = []
  let from: Temporal.Instant | null = null
  for (const { at, ok } of target.answers) {
    if (!ok) from ??= at
    else if (from !== null) {
      outages.push({ from, to: at })
      from = null
    }
  }
  return outages
}
