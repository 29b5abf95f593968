/**
 * The exchange of letters. 1. Durable accepted letters of 4 kB a second over HTTP, as a share of what the
 * same statements insert of the same rows and bytes without HTTP, in turns. 2. Memory of the server while
 * 50 MB stream in. 3. A page of an inbox with a thousand letters and with a million.
 *
 * Run: node bench/letters-exchange.ts [--quick]
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createApiKey, demonstrationPeople } from '../src/people/index.ts'
import { insertMailbox } from '../src/letters/mailboxes/mailbox-store.ts'
import { bucketOf, inTransaction, newId } from '../src/platform/index.ts'
import { type ServerProcess, connect, postBytes, startServer } from './desk/client.ts'
import { type BenchDesk, openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { median, secondsSince, table } from './desk/report.ts'
import { type BenchLetter, benchLetters, letterWriter } from './exchange/letters.ts'

const quick = process.argv.includes('--quick')
const rounds = quick ? 2 : 7
const secondsPerRound = quick ? 1 : 4
const connections = 16
const shareLeast = 0.5
const inboxes = quick ? [1000, 20_000] : [1000, 1_000_000]
const largeBytes = 50_000_000
const idMark = randomUUID()

type Who = Parameters<typeof postBytes>[1]

/** Whole requests, made before anything is measured; only the id is written anew each time. */
function sender(origin: string, who: Who, letters: readonly BenchLetter[]) {
  const requests = letters.map(({ envelope, file }) => {
    const body = { id: idMark, ...envelope, content: Buffer.from(file).toString('base64') }
    return postBytes('/api/v1/letters', who, Buffer.from(JSON.stringify(body)))
  })
  const places = requests.map((request) => request.indexOf(idMark))
  const idle = Array.from({ length: connections }, () => connect(origin))
  return async (i: number): Promise<void> => {
    const place = i % requests.length
    const request = Buffer.from(requests[place] ?? '')
    request.write(randomUUID(), places[place] ?? 0, 'latin1')
    const connection = idle.pop() ?? connect(origin)
    const { status, body } = await connection.send(request)
    idle.push(connection)
    if (status !== 201) throw new Error(`the server answered ${String(status)}: ${body}`)
  }
}

async function rate(seconds: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  let done = 0
  const lane = async () => {
    while (secondsSince(begun) < seconds) {
      done += 1
      await work(done)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  return done / secondsSince(begun)
}

async function measureAcceptance(desk: BenchDesk, server: ServerProcess, who: Who) {
  const letters = await benchLetters(desk.context, { count: 64, bodyBytes: 2000 })
  const send = sender(server.origin, who, letters)
  const write = letterWriter(desk.context, letters)
  await rate(secondsPerRound / 2, send)
  await rate(secondsPerRound / 2, write)
  const figures = { http: [] as number[], direct: [] as number[], share: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    await desk.admin.query('checkpoint')
    const direct = await rate(secondsPerRound, write)
    await desk.admin.query('checkpoint')
    const http = await rate(secondsPerRound, send)
    figures.http.push(http)
    figures.direct.push(direct)
    figures.share.push(http / direct)
  }
  const share = median(figures.share)
  if (share < shareLeast) process.exitCode = 1
  console.log(
    table(
      ['sealed bytes', 'over HTTP', 'statements alone', 'share', 'range'],
      [
        [
          String(letters[0]?.file.length ?? 0),
          median(figures.http).toFixed(0),
          median(figures.direct).toFixed(0),
          `${(share * 100).toFixed(0)} %`,
          `${(Math.min(...figures.share) * 100).toFixed(0)} to ${(Math.max(...figures.share) * 100).toFixed(0)} %`
        ]
      ]
    )
  )
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** The highest that the server's memory stands above where it stood, while a large letter arrives. */
async function measureMemory(desk: BenchDesk, server: ServerProcess, who: Who): Promise<void> {
  const [letter] = await benchLetters(desk.context, { count: 1, bodyBytes: largeBytes })
  if (letter === undefined) throw new Error('no letter')
  const { recipient: _recipient, ...envelope } = letter.envelope
  const query = new URLSearchParams({
    recipient: letter.mailbox,
    sizeBytes: String(letter.file.length)
  })
  for (const [name, value] of Object.entries(envelope)) query.set(name, String(value))
  const before = await residentMegabytes(server.pid)
  let highest = before
  const watch = setInterval(() => {
    void residentMegabytes(server.pid).then((now) => (highest = Math.max(highest, now)))
  }, 50)
  const begun = performance.now()
  const answer = await fetch(
    `${server.origin}/api/v1/letters/${randomUUID()}?${query.toString()}`,
    {
      method: 'PUT',
      headers: { ...who.headers, 'content-type': 'application/octet-stream' },
      body: Buffer.from(letter.file)
    }
  )
  clearInterval(watch)
  if (answer.status !== 201) throw new Error(await answer.text())
  console.log(
    `\n${(letter.file.length / 1e6).toFixed(0)} MB streamed in ${secondsSince(begun).toFixed(1)} s; the server stood at ${before.toFixed(0)} MB and rose by ${(highest - before).toFixed(0)} MB\n`
  )
}

/** A mailbox of the unit's own body with so many letters; rows alone, as their bytes are not read. */
async function seedInbox(desk: BenchDesk, { size, unit }: { size: number; unit: string }) {
  const at = desk.context.clock.now()
  const id = newId(at)
  const place = { authority: 'sko', unit, person: null }
  await inTransaction(desk.context.db, (tx) =>
    insertMailbox(tx, {
      ...{ id, kind: 'unit', ...place, recipient: 'age1pq1bench', sequence: 0, openedAt: at },
      demonstration: true
    })
  )
  await desk.admin.query(
    `insert into letters (bucket, id, sender, sender_person, recipient, recipient_authority, recipient_unit,
      authority, lane, size_class, size_bytes, sha256, recipient_key, token_hash, sent_at, accepted_at,
      publish_at, arrived_at, state, state_at, data_type)
    select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $2, 'sko', $3, 'sko', 'single', 4096, 5755,
      repeat('a', 44), repeat('b', 44), repeat('c', 44), t, t, t, t, 'published', t, 'letters'
    from (select now() - n * interval '1 minute' as t from generate_series(1, $4::integer) n) as s`,
    [bucketOf(id), id, unit, size]
  )
  await desk.admin.query('vacuum analyze letters')
  return id
}

async function measureInbox(desk: BenchDesk, server: ServerProcess, who: Who): Promise<void> {
  const rows: string[][] = []
  for (const [i, size] of inboxes.entries()) {
    const id = await seedInbox(desk, { size, unit: `bench-${String(i)}` })
    const took: number[] = []
    let path = `/api/v1/letters?mailbox=${id}&limit=50`
    for (let page = 0; page < (quick ? 20 : 100); page += 1) {
      const begun = performance.now()
      const answer = await fetch(server.origin + path, { headers: who.headers })
      const { links } = (await answer.json()) as { links: { next: string | null } }
      took.push(performance.now() - begun)
      path = links.next ?? `/api/v1/letters?mailbox=${id}&limit=50`
    }
    rows.push([size.toLocaleString('en'), median(took).toFixed(1), Math.max(...took).toFixed(1)])
  }
  console.log(table(['letters in the mailbox', 'ms a page of 50', 'slowest'], rows))
}

const postgres = await startBenchPostgres()
const desk = await openBenchDesk(postgres)
let server: ServerProcess | null = null
try {
  server = await startServer(desk.url)
  const { key: _key, text } = await createApiKey(desk.context, {
    ...{ authority: 'sko', role: 'officer', label: 'bench', live: true }
  })
  const who = {
    person: (await demonstrationPeople())[0]?.id ?? '',
    headers: { authorization: `Bearer ${text}` }
  }
  console.log(`Accepted letters a second, durable; ${String(connections)} connections\n`)
  await measureAcceptance(desk, server, who)
  await measureMemory(desk, server, who)
  await measureInbox(desk, server, who)
} finally {
  await server?.stop()
  await desk.close()
  await postgres.stop()
}
