/**
 * Durable submissions per second over HTTP, as a share of what the same driver inserts of the same
 * rows without HTTP: the same statements in the same transactions, on the same database, in turns. One
 * submission is a form of three fields, one document of 20 kB, the case's rows, its facts, their rows
 * for the public log and the word to the queue; it counts when its commit is on the disk.
 *
 * Run: node bench/intake.ts [--quick] [--cases=10000,1000000]
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { submissionWriter } from './desk/direct.ts'
import {
  type Applicant,
  type ServerProcess,
  postBytes,
  signEverybodyIn,
  startServer
} from './desk/client.ts'
import {
  type BenchDesk,
  benchService,
  openBenchDesk,
  startBenchPostgres
} from './desk/installation.ts'
import { type Turns, connections, inTurns, requestSender, turnCells } from './desk/load.ts'
import { secondsSince, table } from './desk/report.ts'
import { seedCases } from './desk/seed.ts'

const quick = process.argv.includes('--quick')
const asked = process.argv.find((each) => each.startsWith('--cases='))?.slice('--cases='.length)
const sizes = asked?.split(',').map(Number) ?? (quick ? [1_000] : [10_000, 1_000_000])
const rounds = quick ? 2 : 7
const secondsPerRound = quick ? 0.5 : 4
const shareLeast = 0.5
const documentBytes = 20_000

const keyMark = randomUUID()

/** Whole requests, made before anything is measured; only the key is written anew each time. */
function makeRequests(applicants: readonly Applicant[]): Buffer[] {
  return applicants.map((applicant) => {
    const content = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      randomBytes(documentBytes - 15),
      Buffer.from('%%EOF\n')
    ])
    const body = {
      service: benchService,
      answers: { disaster: 'flood', eventDate: '1405-08-20', mobile: '09151234567' },
      submissionKey: keyMark,
      files: [{ document: 'damage-photos', name: 'a.pdf', content: content.toString('base64') }]
    }
    return postBytes('/api/v1/cases', applicant, Buffer.from(JSON.stringify(body)))
  })
}

async function measure(
  desk: BenchDesk,
  server: ServerProcess,
  applicants: readonly Applicant[]
): Promise<Turns> {
  const send = requestSender(server.origin, { requests: makeRequests(applicants), mark: keyMark })
  const write = await submissionWriter(desk.context, applicants, documentBytes)
  const ways = { http: { work: send }, direct: { work: write }, server: server.pid }
  return inTurns(desk, ways, { rounds, seconds: secondsPerRound })
}

const postgres = await startBenchPostgres()
const desk = await openBenchDesk(postgres)
let server: ServerProcess | null = null
try {
  server = await startServer(desk.url)
  const applicants = await signEverybodyIn(server.origin)
  const rows: string[][] = []
  let seeded = 0
  for (const size of sizes) {
    const begun = performance.now()
    await seedCases(desk.admin, {
      from: seeded,
      to: size,
      firstDueAt: '2030-01-01T00:00:00Z',
      dueEverySeconds: 1
    })
    seeded = size
    console.error(
      `seeded ${size.toLocaleString('en')} cases in ${secondsSince(begun).toFixed(0)} s`
    )
    const turns = await measure(desk, server, applicants)
    rows.push([size.toLocaleString('en'), ...turnCells(turns)])
    if (turns.share < shareLeast) process.exitCode = 1
  }
  console.log(
    `\nDurable submissions a second; ${String(connections)} connections, medians of ${String(rounds)} rounds of ${String(secondsPerRound)} s in turns\n`
  )
  console.log(table(['cases there', 'over HTTP', 'driver alone', 'share', 'range'], rows))
  console.log(`\nAsked for: at least ${String(shareLeast * 100)} %.`)
} finally {
  await server?.stop()
  await desk.close()
  await postgres.stop()
}
