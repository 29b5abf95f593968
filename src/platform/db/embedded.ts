import type { ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type PostgresBinaries, findBinaries } from './embedded-binaries.ts'

/** A PostgreSQL server of our own in the data folder, reached by a unix socket only. */
export interface EmbeddedPostgres {
  /** Address of the database `peyman`. */
  readonly url: string
  /** False where another process of this installation already ran the server. */
  readonly started: boolean
  /** Stops the server, if this process started it. */
  stop(): Promise<void>
}

interface Options {
  /** Folder of the cluster; made on first use. */
  readonly folder: string
  /** For throw-away clusters of tests: no flush to disk. Never for a real installation. */
  readonly throwAway?: boolean
}

interface Place {
  readonly binaries: PostgresBinaries
  readonly cluster: string
  readonly sockets: string
  readonly password: string
  readonly throwAway: boolean
}

const startSecondsMax = 30

/**
 * Starts (or joins) the embedded server of `folder`. A server that outlived a killed parent is
 * joined; it never listens on the network; it authenticates by SCRAM with a password of its own.
 * As root it runs under an unprivileged account, as PostgreSQL demands.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries()
  const place = await prepare(binaries, options)
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) await initialise(place)
  const running = await runningPid(place.cluster)
  const url = urlOf(place, 'postgres')
  const child = running === null ? launch(place) : null
  await untilReady(url, child)
  await createDatabase(url)
  return {
    url: urlOf(place, 'peyman'),
    started: child !== null,
    stop: () => (child === null ? Promise.resolve() : stop(child))
  }
}

async function prepare(binaries: PostgresBinaries, options: Options): Promise<Place> {
  const mark = createHash('sha256').update(options.folder).digest('hex').slice(0, 12)
  // A unix socket's path may have 107 characters at most, so it cannot live in a deep data folder.
  const sockets = join(tmpdir(), `peyman-${mark}`)
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  const cluster = await binaries.homeFor(options.folder, mark)
  for (const folder of [sockets, cluster]) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  }
  if (binaries.account !== null) {
    await chown(cluster, binaries.account.uid, binaries.account.gid)
    await chown(sockets, binaries.account.uid, binaries.account.gid)
    // The unprivileged account must be able to walk to its cluster.
    if (cluster.startsWith(options.folder)) await chmod(options.folder, 0o711)
  }
  const passwordFile = join(options.folder, 'postgres-password')
  if (!(await exists(passwordFile))) {
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  const password = await readFile(passwordFile, 'utf8')
  return { binaries, cluster, sockets, password, throwAway: options.throwAway === true }
}

async function initialise(place: Place): Promise<void> {
  const passwordFile = join(place.sockets, 'initial-password')
  await writeFile(passwordFile, place.password, { mode: 0o600 })
  const { account } = place.binaries
  if (account !== null) await chown(passwordFile, account.uid, account.gid)
  await finished(
    place.binaries.spawn('initdb', [
      ...['--pgdata', place.cluster, '--username', 'peyman', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8'],
      ...[
        '--locale-provider',
        'builtin',
        '--locale',
        'C.UTF-8',
        '--lc-collate',
        'C',
        '--lc-ctype',
        'C'
      ],
      ...(place.throwAway ? ['--no-sync'] : [])
    ])
  )
  await rm(passwordFile)
}

function launch(place: Place): ChildProcess {
  const settings = [
    'listen_addresses=',
    'max_connections=60',
    ...(place.throwAway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : [])
  ]
  return place.binaries.spawn('postgres', [
    ...['-D', place.cluster, '-k', place.sockets],
    ...settings.flatMap((setting) => ['-c', setting])
  ])
}

function urlOf(place: Place, database: string): string {
  return `postgres://peyman:${place.password}@/${database}?host=${encodeURIComponent(place.sockets)}`
}

/** The process of `postmaster.pid`, if it still lives; a file left by a crash is none. */
async function runningPid(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

async function untilReady(url: string, child: ChildProcess | null): Promise<void> {
  const said = child === null ? { text: '' } : collect(child)
  for (let attempt = 0; attempt < startSecondsMax * 50; attempt += 1) {
    if (child !== null && child.exitCode !== null) {
      throw new Error(`the embedded PostgreSQL ended at once: ${said.text.trim()}`)
    }
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  throw new Error(
    `the embedded PostgreSQL did not answer in ${String(startSecondsMax)} s: ${said.text}`
  )
}

function collect(child: ChildProcess): { text: string } {
  const said = { text: '' }
  child.stderr?.on('data', (chunk: Buffer) => {
    said.text = (said.text + chunk.toString()).slice(-2000)
  })
  return said
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query("select 1 from pg_database where datname = 'peyman'")
  if (found.rowCount === 0) {
    await client.query('create database peyman').catch((error: unknown) => {
      // Another process of this installation was first.
      if (!(error instanceof Error && 'code' in error && error.code === '42P04')) throw error
    })
  }
  await client.end()
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  await ended
}

function finished(child: ChildProcess): Promise<void> {
  const said = collect(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`initdb ended with ${String(code)}: ${said.text.trim()}`))
    })
  })
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
