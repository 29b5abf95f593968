/**
 * A system with a thousand letters beside one with a million, of 20,000 mailboxes and one of 100,000 letters, on
 * one database server: a page of an inbox through HTTP, the loop that puts letters into mailboxes, the
 * report of the lanes, and a batch that is handed in. They are asked in turns, so that what else runs on
 * the machine slows them alike; plans of the database must read no table of letters from end to end.
 *
 * Run: node bench/letters-million.ts [--quick] [--letters=1000000]
 */
import { randomUUID } from 'node:crypto'
import { listLetters } from '../src/letters/exchange/index.ts'
import { publishLane } from '../src/letters/exchange/publish-letters.ts'
import { createApiKey, systemActor } from '../src/people/index.ts'
import { type ServerProcess, signEverybodyIn, startServer } from './desk/client.ts'
import { type BenchDesk, openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { numberOf } from './desk/options.ts'
import { median, secondsSince, table } from './desk/report.ts'
import { type BenchLetter, benchLetters, letterWriter } from './exchange/letters.ts'
import { batchSender } from './exchange/batches.ts'
import { benchMailbox, seedLetters } from './exchange/million.ts'
import { plansOf, scannedWhole } from './exchange/plans.ts'

const quick = process.argv.includes('--quick')
const most = numberOf('letters', quick ? 20_000 : 1_000_000)
const pages = quick ? 40 : 200
/** Most that a page may take of what it took with a thousand letters, but for the noise of a busy machine. */
const timesMost = 1.5
const ordinary = 50
const dueLetters = 2000
const lines = 100

const say = (text: string) => void process.stdout.write(`${text}\n`)

interface Reader {
  readonly name: string
  readonly mailbox: string
  readonly headers: Readonly<Record<string, string>>
}

/** One of the systems, with its server. */
interface System {
  readonly desk: BenchDesk
  readonly server: ServerProcess
  readonly readers: readonly Reader[]
  readonly letters: readonly BenchLetter[]
  readonly send: () => Promise<void>
}

const postgres = await startBenchPostgres()
const opened: System[] = []

async function openSystem(total: number, largest: number): Promise<System> {
  const desk = await openBenchDesk(postgres)
  const server = await startServer(desk.url)
  const { text } = await createApiKey(desk.context, {
    ...{ authority: 'sko', role: 'officer', label: 'bench', live: true }
  })
  const key = { authorization: `Bearer ${text}` }
  const [person] = await signEverybodyIn(server.origin)
  if (person === undefined) throw new Error('nobody is there')
  const unitMailbox = await benchMailbox(desk, { unit: 'bench-ordinary' })
  const largeMailbox = await benchMailbox(desk, { unit: 'bench-large' })
  const ownMailbox = await benchMailbox(desk, { person: person.person })
  const named = { unit: null, person: null, letters: ordinary }
  await seedLetters(desk.admin, {
    letters: total - largest - 2 * ordinary,
    mailboxes: Math.max(20, total / 50),
    named: [
      { ...named, mailbox: unitMailbox, unit: 'bench-ordinary' },
      { ...named, mailbox: ownMailbox, person: person.person },
      { ...named, mailbox: largeMailbox, unit: 'bench-large', letters: largest }
    ]
  })
  const letters = await benchLetters(desk.context, { count: 64, bodyBytes: 2000 })
  const mark = randomUUID()
  const bodies = letters.map(({ envelope, file }) =>
    JSON.stringify({ id: mark, ...envelope, content: Buffer.from(file).toString('base64') })
  )
  const readers = [
    { name: `a unit with ${String(ordinary)}`, mailbox: unitMailbox, headers: key },
    { name: `a person with ${String(ordinary)}`, mailbox: ownMailbox, headers: person.headers },
    { name: 'the largest mailbox', mailbox: largeMailbox, headers: key }
  ]
  const send = batchSender(server.origin, key, { bodies, mark, lines })
  const system = { desk, server, readers, letters, send }
  opened.push(system)
  return system
}

/** Milliseconds of the next page of 50, from the newest to the oldest, again and again. */
function pager({ server }: System, { mailbox, headers }: Reader): () => Promise<number> {
  const first = `/api/v1/letters?mailbox=${mailbox}&limit=50`
  let path = first
  return async () => {
    const begun = performance.now()
    const answer = await fetch(server.origin + path, { headers })
    const { letters, links } = (await answer.json()) as {
      letters: unknown[]
      links: { next: string | null }
    }
    if (letters.length !== 50) throw new Error(`a page of ${String(letters.length)} letters`)
    path = links.next ?? first
    return performance.now() - begun
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return secondsSince(begun) * 1000
}

/** Middle times of each system, asked one after the other, so often. */
async function inTurn(often: number, ways: readonly (() => Promise<number>)[]): Promise<number[]> {
  const took = ways.map((): number[] => [])
  // The first tenth is to warm up.
  const warm = Math.ceil(often / 10)
  for (let i = 0; i < often + warm; i += 1) {
    for (const [n, way] of ways.entries()) {
      const spent = await way()
      if (i >= warm) took[n]?.push(spent)
    }
  }
  return took.map(median)
}

async function publish({ desk, letters }: System): Promise<number> {
  await letterWriter(desk.context, letters, dueLetters)(0)
  return milliseconds(async () => {
    const count = await publishLane(desk.context, 'single')
    if (count !== dueLetters) throw new Error(`${String(count)} were published`)
  })
}

async function measure(systems: readonly System[]): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>()
  for (const [i, { name }] of (systems[0]?.readers ?? []).entries()) {
    const pagers = systems.flatMap((system) => {
      const reader = system.readers[i]
      return reader === undefined ? [] : [pager(system, reader)]
    })
    figures.set(`page of 50, ${name}, ms`, await inTurn(pages, pagers))
  }
  const published = systems.map((system) => () => publish(system))
  figures.set(
    `${String(dueLetters)} due letters put into mailboxes, ms`,
    await inTurn(5, published)
  )
  const lanes = systems.map(
    ({ server }) =>
      () =>
        milliseconds(async () => (await fetch(`${server.origin}/api/v1/letter-lanes`)).text())
  )
  figures.set('report of the lanes, ms', await inTurn(10, lanes))
  const batches = systems.map(
    ({ send }) =>
      () =>
        milliseconds(send)
  )
  figures.set(`batch of ${String(lines)} accepted, ms`, await inTurn(20, batches))
  return figures
}

async function demandIndexes(desk: BenchDesk, mailbox: string): Promise<void> {
  const scope = { people: [], authorities: ['sko'], units: ['sko/*', 'sko/:*'] }
  const actor = {
    ...systemActor('bench'),
    grants: [{ authority: 'sko', unit: null, role: 'officer' as const, post: null }]
  }
  const page = { mailbox, folder: 'inbox' as const, before: null, limit: 50 }
  const listed = await plansOf(desk, scope, (context) => listLetters(context, actor, page))
  const next = { at: desk.context.clock.now(), id: randomUUID() }
  const behind = await plansOf(desk, scope, (context) =>
    listLetters(context, actor, { ...page, before: next })
  )
  const sent = await plansOf(desk, scope, (context) =>
    listLetters(context, actor, { ...page, folder: 'sent' })
  )
  const due = await plansOf(desk, 'system', (context) => publishLane(context, 'single'))
  const scanned = scannedWhole([...listed, ...behind, ...sent, ...due])
  if (scanned.length > 0) {
    say(`read from end to end: ${scanned.join(', ')}`)
    process.exitCode = 1
  }
  const used = [...listed, ...behind, ...sent, ...due].flatMap((plan) =>
    [
      ...plan.matchAll(
        /Index (?:Only )?Scan(?: Backward)? using (\w+) on (?:letters|sent_letters)\b/g
      )
    ].map(([, name]) => name ?? '')
  )
  say(`\nindexes that the lists and the loop read: ${[...new Set(used)].join(', ')}`)
}

try {
  const largest = [ordinary * 10, Math.max(most / 10, 1000)] as const
  const few = await openSystem(1000, largest[0])
  const begun = performance.now()
  const many = await openSystem(most, largest[1])
  process.stderr.write(
    `${most.toLocaleString('en')} letters in ${secondsSince(begun).toFixed(0)} s\n`
  )
  const figures = await measure([few, many])
  await demandIndexes(many.desk, many.readers[2]?.mailbox ?? '')
  const rows = [...figures].map(([name, [before = 0, now = 0]]) => {
    if (name.startsWith('page') && now / before > timesMost) process.exitCode = 1
    return [name, before.toFixed(1), now.toFixed(1), `${(now / before).toFixed(2)} ×`]
  })
  say(
    `\n${table(['letters in the system', '1,000', most.toLocaleString('en'), 'times'], rows)}\n\nThe largest mailbox has ${largest.map((n) => n.toLocaleString('en')).join(' and ')} letters. Asked for: pages at most ${String(timesMost)} times.`
  )
} finally {
  for (const { server, desk } of opened) {
    await server.stop()
    await desk.close()
  }
  await postgres.stop()
}
