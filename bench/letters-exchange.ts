/**
 * Durable accepted letters of 4 kB (5.8 kB sealed) a second over HTTP, as a share of what the same driver
 * inserts of the same rows and bytes without HTTP: the same statements in the same transactions, on the same
 * database, in turns. First one letter a request and a transaction each, then in batches, where the
 * driver writes as many letters in one transaction as the server does. Beside the rates, the processor time
 * of one letter: of the server, of the database, of the sender, which is the driver itself where it inserts.
 *
 * Run: node bench/letters-exchange.ts [--quick] [--rounds=7] [--seconds=4] [--lanes=4] [--lines=200]
 *   [--only=single|batches]
 */
import { randomUUID } from 'node:crypto'
import { createApiKey } from '../src/people/index.ts'
import { batchSender } from './exchange/batches.ts'
import { type ServerProcess, postBytes, startServer } from './desk/client.ts'
import { openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { type Turns, connections, inTurns, requestSender, turnCells } from './desk/load.ts'
import { numberOf } from './desk/options.ts'
import { table } from './desk/report.ts'
import { type BenchLetter, benchLetters, letterWriter } from './exchange/letters.ts'

const quick = process.argv.includes('--quick')
const time = {
  rounds: numberOf('rounds', quick ? 2 : 7),
  seconds: numberOf('seconds', quick ? 1.5 : 4)
}
const lanes = numberOf('lanes', 4)
const lines = numberOf('lines', 200)
/** Letters of one transaction of a batch: `together` of the server. */
const together = 100
const shareLeast = 0.5
/** Five times what Postfix with Dovecot accepted of 4 kB on such a machine. */
const perSecondLeast = 5 * 536
const idMark = randomUUID()
const only =
  process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? null
const names = ['single', 'batches'].filter((name) => only === null || only === name)

interface Who {
  readonly person: string
  readonly headers: Readonly<Record<string, string>>
}

function jsonOf({ envelope, file }: BenchLetter): string {
  const content = Buffer.from(file).toString('base64')
  return JSON.stringify({ id: idMark, ...envelope, content })
}

const say = (text: string) => void process.stdout.write(`${text}\n`)
const postgres = await startBenchPostgres()
const desk = await openBenchDesk(postgres)
let server: ServerProcess | null = null

async function measureBoth(pid: number, origin: string, who: Who): Promise<Turns[]> {
  const letters = await benchLetters(desk.context, { count: 64, bodyBytes: 2000 })
  const bodies = letters.map(jsonOf)
  const requests = bodies.map((body) => postBytes('/api/v1/letters', who, Buffer.from(body)))
  const alone = {
    http: { work: requestSender(origin, { requests, mark: idMark }) },
    direct: { work: letterWriter(desk.context, letters, 1) },
    server: pid
  }
  const sender = batchSender(origin, who.headers, { bodies, mark: idMark, lines })
  const many = {
    http: { work: sender, lanes, items: lines },
    direct: { work: letterWriter(desk.context, letters, together), lanes, items: together },
    server: pid
  }
  say(
    `${String(letters[0]?.file.length ?? 0)} sealed bytes each; single: ${String(connections)} connections; batches: ${String(lines)} lines, ${String(lanes)} connections\n`
  )
  const measured: Turns[] = []
  for (const name of names) {
    measured.push(await inTurns(desk, name === 'single' ? alone : many, time))
  }
  return measured
}

try {
  server = await startServer(desk.url)
  const { text } = await createApiKey(desk.context, {
    ...{ authority: 'sko', role: 'officer', label: 'bench', live: true }
  })
  const who = { person: '', headers: { authorization: `Bearer ${text}` } }
  const both = await measureBoth(server.pid, server.origin, who)
  const head = ['accepted letters a second, durable', 'over HTTP', 'inserted', 'share', 'range']
  say(
    table(
      head,
      both.map((turns, i) => [names[i] ?? '', ...turnCells(turns)])
    )
  )
  const each = (milliseconds: number) => milliseconds.toFixed(3)
  const rows = both.flatMap(({ processors }, i) =>
    (['http', 'direct'] as const).map((way) => {
      const { server: own, database, sender } = processors[way]
      const perCore = 1000 / (own + database + (way === 'direct' ? sender : 0))
      const name = `${names[i] ?? ''}, ${way === 'http' ? 'over HTTP' : 'inserted'}`
      return [name, each(own), each(database), each(sender), perCore.toFixed(0)]
    })
  )
  say('')
  say(
    table(
      ['processor milliseconds a letter', 'server', 'database', 'driver', 'letters a core-second'],
      rows
    )
  )
  say(
    `\nAsked for: at least ${String(shareLeast * 100)} % of inserting, and ${String(perSecondLeast)} a second in batches.`
  )
  const isFast = only === 'single' || (both.at(-1)?.http ?? 0) >= perSecondLeast
  if (!isFast || both.some(({ share }) => share < shareLeast)) process.exitCode = 1
} finally {
  await server?.stop()
  await desk.close()
  await postgres.stop()
}
