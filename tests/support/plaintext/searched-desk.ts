import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { cardInForce } from '../../../src/catalogue/index.ts'
import { loadFiles } from '../../../src/commands/load-content.ts'
import { openInstallation } from '../../../src/commands/open-installation.ts'
import { readConfig } from '../../../src/config.ts'
import {
  formatVerifierKey,
  portableSigningKey,
  signatureTypes
} from '../../../src/kernel/tlog/index.ts'
import { directory } from '../../../src/letters/index.ts'
import { connectSender } from '../../../src/letters/sdk/index.ts'
import { createApiKey, demonstrationPeople } from '../../../src/people/index.ts'
import { startSession } from '../../../src/people/start-session.ts'
import { type Context, startEmbeddedPostgres, systemClock } from '../../../src/platform/index.ts'
import { startPeyman, untilReady } from '../desk-process.ts'
import { MemoryPins } from '../directory.ts'
import { openTestMailbox } from '../letters.ts'
import { freePort } from '../people-server.ts'
import { once } from '../scratch-database.ts'
import { Visitor } from '../visitor.ts'
import type { Exchange } from './letter-load.ts'
import { Fragments } from './marks.ts'
import { type SearchedDesk, databasePid, searcherName } from './search-desk.ts'

/** A desk in processes of its own, with what its users' devices have. */
export interface RunningDesk extends SearchedDesk {
  readonly exchange: Exchange
  /** Whoever approves the letters of the unit, in a browser. */
  readonly head: Visitor
  /** The person at home, in a browser. */
  readonly reader: Visitor
  /** Opens the mailbox of somebody for whom a letter waits. */
  openNewcomer(): Promise<void>
  /** Somebody who has no mailbox yet. */
  readonly newcomer: string
  /** Takes their connections to the database from the desk, so that what runs there fails. */
  breakConnections(): Promise<void>
  stop(): Promise<void>
}

const unit = { authority: 'sko', unit: 'citizen-services' }

/**
 * Starts `peyman serve` with a database of its own, everything that can be told to say more saying it.
 * @param strange - What a stranger's server answers to the desk, which writes that into its log.
 */
export async function startSearchedDesk(strange: string): Promise<RunningDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-plain-'))
  // The database's own account must be able to walk here.
  await chmod(folder, 0o755)
  const [data, temporary] = [join(folder, 'data'), join(folder, 'temporary')]
  await mkdir(temporary)
  const origin = `http://localhost:${String(await freePort())}`
  const environment = {
    PEYMAN_DATA: data,
    PEYMAN_ORIGIN: origin,
    PORT: new URL(origin).port,
    PEYMAN_REQUESTS_PER_MINUTE: '1000000'
  }
  const people = await prepare(environment)
  const witness = await startStranger(strange)
  await writeFile(join(data, 'witnesses'), witness.line)
  // The installation is the desk's alone: the test joins its database, and ends after it.
  const joined = await startEmbeddedPostgres({ folder: join(data, 'database') })
  const said = { stdout: '', stderr: '' }
  const desk = startPeyman(['serve'], {
    ...environment,
    TMPDIR: temporary,
    NODE_DEBUG: 'http,net,stream,tls'
  })
  desk.child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  desk.child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const stop = async () => {
    desk.child.kill('SIGTERM')
    await desk.ended
    await joined.stop()
  }
  after(async () => {
    await stop()
    witness.server.close()
    await rm(folder, { recursive: true, force: true })
  })
  await untilReady(origin, desk)
  return {
    ...people,
    exchange: await exchangeOf(origin, people),
    head: Visitor.withSession({ origin }, people.sessions.approver),
    reader: Visitor.withSession({ origin }, people.sessions.citizen),
    databaseUrl: joined.url,
    folders: [data, temporary],
    output: async () => ({ ...said, metrics: await (await fetch(`${origin}/metrics`)).text() }),
    pid: desk.child.pid ?? 0,
    databasePid: () => databasePid(data),
    openNewcomer: () => withContext(environment, (context) => people.openNewcomer(context)),
    breakConnections: async () => {
      await once(
        joined.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'peyman'
         and pid <> pg_backend_pid() and application_name <> '${searcherName}'`
      )
    },
    stop
  }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

async function withContext<T>(
  environment: NodeJS.ProcessEnv,
  work: (context: Context) => Promise<T>
): Promise<T> {
  const installation = await openInstallation(readConfig(environment))
  try {
    return await work(installation.context)
  } finally {
    await installation.close()
  }
}

/** People, keys and mailboxes; and a database that writes every statement with its parameters down. */
function prepare(environment: NodeJS.ProcessEnv) {
  return withContext(environment, async (context) => {
    await loadFiles({ ...context, config: { ...context.config, demo: true } })
    const people = new Map((await demonstrationPeople()).map((each) => [each.key, each.id]))
    const idOf = (key: string) => people.get(key) ?? ''
    const signIn = (key: string) =>
      startSession(context, {
        ...{ person: idOf(key), begunBy: 'passkey', device: 'Firefox · Linux', before: undefined }
      })
    const { text: apiKey } = await createApiKey(context, {
      ...{ ...unit, role: 'officer', label: 'بایگانی', live: true }
    })
    const talkative: Record<string, string> = {
      ...{ logging_collector: 'on', log_statement: 'all', log_min_messages: 'debug1' },
      ...{ log_parameter_max_length: '-1', log_parameter_max_length_on_error: '-1' },
      ...{ log_error_verbosity: 'verbose', log_connections: 'on', log_lock_waits: 'on' }
    }
    for (const [name, value] of Object.entries(talkative))
      await sql`alter system set ${sql.raw(name)} = ${sql.lit(value)}`.execute(context.db)
    const own = await openTestMailbox(context, unit)
    const home = await openTestMailbox(context, { person: idOf('maryam-rezaei') })
    const sealing = await sealingUnit(context)
    await directory.integrateEntries(context)
    return {
      ...{ apiKey, unit: own, home, sealing },
      newcomer: idOf('hossein-barati'),
      openNewcomer: async (later: Context) => {
        await openTestMailbox(later, { person: idOf('hossein-barati') })
      },
      sessions: {
        officer: await signIn('reza-farzaneh'),
        approver: await signIn('mohsen-alavi'),
        citizen: await signIn('maryam-rezaei')
      }
    }
  })
}

/** The unit to which applications for a company's mailbox are sealed. */
async function sealingUnit(context: Context): Promise<Exchange['sealing']> {
  const offered = await cardInForce(context.db, '18051002', context.clock.now())
  if (offered === null) throw new Error('no card')
  const { keys } = await openTestMailbox(context, { authority: 'ito', unit: 'service-desk' })
  return { keys, card: offered.card }
}

async function exchangeOf(origin: string, people: Prepared): Promise<Exchange> {
  const { unit: mailbox, home, sealing, sessions } = people
  const policy = await untilLogged(origin)
  const sender = await connectSender({
    ...{ site: origin, apiKey: people.apiKey, unit, seed: mailbox.keys.seed, policy },
    pins: new MemoryPins(),
    now: () => systemClock.now()
  })
  // The directory has a head in the log some seconds after its first entry.
  for (let tries = 0; ; tries += 1) {
    const found = await sender
      .prepare({ to: { mailbox: home.id }, subject: 's', body: 'b' })
      .catch((error: unknown) => error)
    if (!(found instanceof Error)) break
    if (tries === 300) throw found
    await pause(100)
  }
  const scripts = (token: string) => Visitor.withSession({ origin }, token).scripts()
  return {
    ...{ origin, sender, unit: mailbox, home, sealing, fragments: new Fragments() },
    officer: await scripts(sessions.officer),
    approver: await scripts(sessions.approver),
    citizen: await scripts(sessions.citizen)
  }
}

async function untilLogged(origin: string): Promise<string> {
  for (;;) {
    const policy = await (await fetch(`${origin}/log/policy`)).text()
    if (policy.includes('log '))
      return policy.replace(/^(?:witness .*|quorum .*)$/gm, '').concat('quorum none\n')
    await pause(100)
  }
}

/** A witness that signs nothing and says something instead. */
async function startStranger(text: string): Promise<{ server: Server; line: string }> {
  const server = createServer((_request, response) => response.writeHead(500).end(text))
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const key = portableSigningKey({
    ...{ name: 'witness.example', type: signatureTypes.cosignature },
    seed: new Uint8Array(32).fill(3)
  })
  const vkey = formatVerifierKey(key.key)
  return {
    server,
    line: `witness stranger ${vkey} http://127.0.0.1:${String(port)}\nquorum none\n`
  }
}
