import { randomUUID } from 'node:crypto'
import { connect } from './client.ts'
import type { BenchDesk } from './installation.ts'
import { type Processors, processorsOf } from './processors.ts'
import { median, secondsSince } from './report.ts'

/** Lanes that ask at once, each for the next when it is answered. */
export const connections = 16

/** Runs `work` on so many lanes at once until the time is over. @returns How many a second. */
export async function rate(
  seconds: number,
  work: (i: number) => Promise<unknown>,
  lanes = connections
): Promise<number> {
  const begun = performance.now()
  let done = 0
  const lane = async () => {
    while (secondsSince(begun) < seconds) {
      done += 1
      await work(done)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return done / secondsSince(begun)
}

/**
 * Sends whole requests that were made before anything is measured, one connection after the other; only
 * `mark`, an id that stands in each, is written anew each time.
 */
export function requestSender(
  origin: string,
  { requests, mark, lanes = connections }: RequestsToSend
): (i: number) => Promise<void> {
  const places = requests.map((request) => request.indexOf(mark))
  const idle = Array.from({ length: lanes }, () => connect(origin))
  return async (i) => {
    const place = i % requests.length
    const request = Buffer.from(requests[place] ?? '')
    request.write(randomUUID(), places[place] ?? 0, 'latin1')
    const connection = idle.pop() ?? connect(origin)
    const { status, body } = await connection.send(request)
    idle.push(connection)
    if (status !== 201) throw new Error(`the server answered ${String(status)}: ${body}`)
  }
}

interface RequestsToSend {
  readonly requests: readonly Buffer[]
  readonly mark: string
  readonly lanes?: number
}

/** Two ways to the same rows, each with how many rounds ask at once and how many items a call is. */
export interface Way {
  readonly work: (i: number) => Promise<unknown>
  readonly lanes?: number
  /** Items of one call. */
  readonly items?: number
}

/** What came of both ways: items a second, the share of each round, and processor time of an item. */
export interface Turns {
  readonly http: number
  readonly direct: number
  readonly share: number
  readonly shares: readonly number[]
  readonly processors: { readonly http: Processors; readonly direct: Processors }
}

/**
 * Both ways in turns, so that what else runs on the machine slows them alike. Each round begins behind a
 * checkpoint of the database.
 */
export async function inTurns(
  desk: BenchDesk,
  { http, direct, server }: { readonly http: Way; readonly direct: Way; readonly server: number },
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number }
): Promise<Turns> {
  const once = async ({ work, lanes, items = 1 }: Way, time: number) =>
    (await rate(time, work, lanes)) * items
  await once(http, seconds / 2)
  await once(direct, seconds / 2)
  const took = { http: [] as number[], direct: [] as number[] }
  const watch = await processorsOf(desk, server)
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, way] of [['direct', direct] as const, ['http', http] as const]) {
      await desk.admin.query('checkpoint')
      const begun = await watch.begin()
      const perSecond = await once(way, seconds)
      took[name].push(perSecond)
      await watch.end(name, begun, perSecond)
    }
  }
  const shares = took.http.map((one, i) => one / (took.direct[i] ?? one))
  const processors = { http: watch.of('http'), direct: watch.of('direct') }
  const [overHttp, alone] = [median(took.http), median(took.direct)]
  return { http: overHttp, direct: alone, share: median(shares), shares, processors }
}

/** The row of a table: rates, their share, and the range of the shares. */
export function turnCells({ http, direct, share, shares }: Turns): string[] {
  const percent = (part: number) => (part * 100).toFixed(0)
  return [
    http.toFixed(0),
    direct.toFixed(0),
    `${percent(share)} %`,
    `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} %`
  ]
}
