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
  connect,
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
import { median, secondsSince, table } from './desk/report.ts'
import { seedCases } from './desk/seed.ts'

const quick = process.argv.includes('--quick')
const asked = process.argv.find((each) => each.startsWith('--cases='))?.slice('--cases='.length)
const sizes = asked?.split(',').map(Number) ?? (quick ? [1_000] : [10_000, 1_000_000])
const rounds = quick ? 2 : 7
const secondsPerRound = quick ? 0.5 : 4
const connections = 16
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

/** One connection after the other sends the next request. */
function sender(origin: string, requests: readonly Buffer[]) {
  const places = requests.map((request) => request.indexOf(keyMark))
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

/** Runs `work` on so many lanes at once until the time is over. @returns How many a second. */
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

async function measure(desk: BenchDesk, origin: string, applicants: readonly Applicant[]) {
  const submit = sender(origin, makeRequests(applicants))
  const write = await submissionWriter(desk.context, applicants, documentBytes)
  const overHttp = (seconds: number) => rate(seconds, submit)
  const direct = (seconds: number) => rate(seconds, write)
  await overHttp(secondsPerRound / 2)
  await direct(secondsPerRound / 2)
  const figures = { http: [] as number[], direct: [] as number[], share: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    await desk.admin.query('checkpoint')
    const driver = await direct(secondsPerRound)
    await desk.admin.query('checkpoint')
    const http = await overHttp(secondsPerRound)
    figures.http.push(http)
    figures.direct.push(driver)
    figures.share.push(http / driver)
  }
  return figures
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
    const figures = await measure(desk, server.origin, applicants)
    const share = median(figures.share)
    rows.push([
      size.toLocaleString('en'),
      median(figures.http).toFixed(0),
      median(figures.direct).toFixed(0),
      `${(share * 100).toFixed(0)} %`,
      `${(Math.min(...figures.share) * 100).toFixed(0)} to ${(Math.max(...figures.share) * 100).toFixed(0)} %`
    ])
    if (share < shareLeast) process.exitCode = 1
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
