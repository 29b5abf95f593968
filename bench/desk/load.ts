import { randomUUID } from 'node:crypto'
import { connect } from './client.ts'
import type { BenchDesk } from './installation.ts'
import { type Processors, processorsOf } from './processors.ts'
import { median, secondsSince } from './report.ts'

/** Lanes that ask at once, each for the next when it is answered. */
export const connections = 16

/** What lanes got done. */
interface Done {
  readonly calls: number
  readonly perSecond: number
}

/** Runs `work` on so many lanes at once until the time is over, or until so many calls are done. */
async function run(
  { work, lanes = connections }: Way,
  until: { readonly seconds: number } | { readonly calls: number }
): Promise<Done> {
  const begun = performance.now()
  let calls = 0
  const isOver = () =>
    'calls' in until ? calls >= until.calls : secondsSince(begun) >= until.seconds
  const lane = async () => {
    while (!isOver()) {
      calls += 1
      await work(calls)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { calls, perSecond: calls / secondsSince(begun) }
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
 * Both ways in turns, so that what else runs on the machine slows them alike. Each turn begins behind a
 * checkpoint of the database and writes as many items: what the first touch of a page costs the log of the
 * database falls on the same number of them.
 */
export async function inTurns(
  desk: BenchDesk,
  { http, direct, server }: { readonly http: Way; readonly direct: Way; readonly server: number },
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number }
): Promise<Turns> {
  await run(http, { seconds: seconds / 2 })
  await run(direct, { seconds: seconds / 2 })
  const took = { http: [] as number[], direct: [] as number[] }
  const watch = await processorsOf(desk, server)
  const turn = async (name: 'http' | 'direct', way: Way, until: Parameters<typeof run>[1]) => {
    await desk.admin.query('vacuum (analyze)')
    await desk.admin.query('checkpoint')
    const begun = await watch.begin()
    const { calls, perSecond } = await run(way, until)
    took[name].push(perSecond * itemsOf(way))
    await watch.end(name, begun, calls * itemsOf(way))
    return calls
  }
  for (let round = 0; round < rounds; round += 1) {
    const calls = await turn('http', http, { seconds })
    const alike = Math.ceil((calls * itemsOf(http)) / itemsOf(direct))
    await turn('direct', direct, { calls: alike })
  }
  const shares = took.http.map((one, i) => one / (took.direct[i] ?? one))
  const processors = { http: watch.of('http'), direct: watch.of('direct') }
  const [overHttp, alone] = [median(took.http), median(took.direct)]
  return { http: overHttp, direct: alone, share: median(shares), shares, processors }
}

const itemsOf = ({ items = 1 }: Way) => items

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
