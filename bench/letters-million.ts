/**
 * A system with a thousand letters and with a million, of 20,000 mailboxes and one of 100,000 letters: a page of
 * an inbox through HTTP, the loop that puts letters into mailboxes, the report of the lanes, and a batch
 * that is handed in. Beside each figure what it was with a thousand; plans of the database must read no table
 * of letters from end to end.
 *
 * Run: node bench/letters-million.ts [--quick] [--letters=1000000]
 */
import { randomUUID } from 'node:crypto'
import { listLetters } from '../src/letters/exchange/index.ts'
import { publishLane } from '../src/letters/exchange/publish-letters.ts'
import { createApiKey, systemActor } from '../src/people/index.ts'
import { type ServerProcess, signEverybodyIn, startServer } from './desk/client.ts'
import { openBenchDesk, startBenchPostgres } from './desk/installation.ts'
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
const postgres = await startBenchPostgres()
const desk = await openBenchDesk(postgres)
let server: ServerProcess | null = null

interface Reader {
  readonly name: string
  readonly mailbox: string
  readonly headers: Readonly<Record<string, string>>
}

/** Milliseconds of a page of 50, again and again, from the newest to the oldest; at most `pages` of them. */
async function pagesOf(origin: string, { mailbox, headers }: Reader): Promise<number> {
  const took: number[] = []
  const first = `/api/v1/letters?mailbox=${mailbox}&limit=50`
  let path = first
  for (let page = 0; page < pages; page += 1) {
    const begun = performance.now()
    const answer = await fetch(origin + path, { headers })
    const { letters, links } = (await answer.json()) as {
      letters: unknown[]
      links: { next: string | null }
    }
    took.push(performance.now() - begun)
    if (letters.length !== 50) throw new Error(`a page of ${String(letters.length)} letters`)
    path = links.next ?? first
  }
  return median(took)
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return secondsSince(begun) * 1000
}

type Figures = Readonly<Record<string, number>>

async function measure(
  origin: string,
  readers: readonly Reader[],
  { letters, send }: { letters: readonly BenchLetter[]; send: () => Promise<void> }
): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const reader of [...readers, ...readers]) {
    // The second time counts.
    figures[`page of 50, ${reader.name}, ms`] = await pagesOf(origin, reader)
  }
  await letterWriter(desk.context, letters, dueLetters / 10)(0)
  await publishLane(desk.context, 'single')
  for (let i = 0; i < 5; i += 1) await send()
  await publishLane(desk.context, 'single')
  await letterWriter(desk.context, letters, dueLetters)(0)
  const published = await milliseconds(async () => {
    const count = await publishLane(desk.context, 'single')
    if (count !== dueLetters) throw new Error(`${String(count)} were published`)
  })
  figures[`${String(dueLetters)} due letters put into mailboxes, ms`] = published
  const lanes: number[] = []
  for (let i = 0; i < 10; i += 1) {
    lanes.push(
      await milliseconds(async () => (await fetch(`${origin}/api/v1/letter-lanes`)).text())
    )
  }
  figures['report of the lanes, ms'] = median(lanes)
  const batches: number[] = []
  for (let i = 0; i < 20; i += 1) batches.push(await milliseconds(send))
  figures[`batch of ${String(lines)} accepted, ms`] = median(batches)
  await publishLane(desk.context, 'single')
  return figures
}

async function demandIndexes(mailbox: string): Promise<void> {
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
  server = await startServer(desk.url)
  const { origin } = server
  const { text } = await createApiKey(desk.context, {
    ...{ authority: 'sko', role: 'officer', label: 'bench', live: true }
  })
  const key = { authorization: `Bearer ${text}` }
  const [person] = await signEverybodyIn(origin)
  if (person === undefined) throw new Error('nobody is there')
  const unitMailbox = await benchMailbox(desk, { unit: 'bench-ordinary' })
  const largeMailbox = await benchMailbox(desk, { unit: 'bench-large' })
  const ownMailbox = await benchMailbox(desk, { person: person.person })
  const letters = await benchLetters(desk.context, { count: 64, bodyBytes: 2000 })
  const idMark = randomUUID()
  const bodies = letters.map(({ envelope, file }) =>
    JSON.stringify({ id: idMark, ...envelope, content: Buffer.from(file).toString('base64') })
  )
  const send = batchSender(origin, key, { bodies, mark: idMark, lines })
  const readers: Reader[] = [
    { name: `a unit with ${String(ordinary)}`, mailbox: unitMailbox, headers: key },
    { name: `a person with ${String(ordinary)}`, mailbox: ownMailbox, headers: person.headers },
    { name: 'the largest mailbox', mailbox: largeMailbox, headers: key }
  ]
  const all: Figures[] = []
  const largest = [ordinary * 10, Math.max(most / 10, 1000)] as const
  for (const [stage, total] of [1000, most].entries()) {
    const begun = performance.now()
    const own = { unit: null, person: null, letters: stage === 0 ? ordinary : 0 }
    const more = (largest[stage] ?? 0) - (stage === 0 ? 0 : (largest[0] ?? 0))
    await seedLetters(desk.admin, {
      letters: total - more - 2 * ordinary,
      mailboxes: stage === 0 ? 20 : Math.max(20, total / 50),
      named: [
        { ...own, mailbox: unitMailbox, unit: 'bench-ordinary' },
        { ...own, mailbox: ownMailbox, person: person.person },
        { mailbox: largeMailbox, unit: 'bench-large', person: null, letters: more }
      ]
    })
    process.stderr.write(
      `${total.toLocaleString('en')} letters in ${secondsSince(begun).toFixed(0)} s\n`
    )
    all.push(await measure(origin, readers, { letters, send }))
  }
  await demandIndexes(largeMailbox)
  const [few, many] = all
  const rows = Object.entries(few ?? {}).map(([name, before]) => {
    const now = many?.[name] ?? 0
    if (name.startsWith('page') && now / before > timesMost) process.exitCode = 1
    return [name, before.toFixed(1), now.toFixed(1), `${(now / before).toFixed(2)} ×`]
  })
  say(
    `\n${table(['letters in the system', '1,000', most.toLocaleString('en'), 'times'], rows)}\n\nThe largest mailbox has ${largest.map((n) => n.toLocaleString('en')).join(' and ')} letters. Asked for: pages at most ${String(timesMost)} times.`
  )
} finally {
  await server?.stop()
  await desk.close()
  await postgres.stop()
}
