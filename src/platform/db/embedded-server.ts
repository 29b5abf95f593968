import { type ChildProcess, execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { readFile, readlink, realpath, rmdir } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Cluster, addressOf, collect, isAlive, makeSocketFolder } from './embedded-cluster.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'
import { sqlState, sqlStates } from './sql-state.ts'

const silenceSecondsMax = 30
const stopSecondsMax = 120
const pollMilliseconds = 20
const relaunchMilliseconds = 200

// Above every process number of Linux (2^22) and macOS: a process that surely is not there.
const nobodysPid = 2 ** 30

/** One attempt to run the server. */
interface Launch {
  readonly child: ChildProcess
  readonly said: { text: string }
  /** How it ended; `null` while it runs. */
  ended: string | null
}

/**
 * Brings the server of a cluster up, or waits until the one that is starting answers. Any number of
 * processes may do this at once: PostgreSQL's own lock file lets one server win, and all join it.
 * @returns Whether the server was launched here.
 * @throws {EmbeddedPostgresError} With what PostgreSQL said, if it cannot start or does not answer.
 */
export async function bringUp(cluster: Cluster): Promise<boolean> {
  let launched: Launch | null = null
  let silentSince = performance.now()
  for (;;) {
    const answer = await ask(cluster)
    if (answer === 'ready') return launched !== null && launched.ended === null
    // Redoing what a crash left can take its time; meanwhile the server says so.
    if (answer === 'starting') silentSince = performance.now()
    if (performance.now() - silentSince > silenceSecondsMax * 1000) throw silence(launched)
    if (launched === null || launched.ended !== null) launched = await attempt(cluster, launched)
    await pause(pollMilliseconds)
  }
}

async function ask(cluster: Cluster): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({
    connectionString: addressOf(cluster, 'postgres'),
    connectionTimeoutMillis: 5000
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return 'ready'
  } catch (cause) {
    const state = sqlState(cause)
    if (state === sqlStates.cannotConnectNow) return 'starting'
    if (state === sqlStates.tooManyConnections) return 'ready'
    if (state !== sqlStates.invalidPassword) return 'silent'
    throw new EmbeddedPostgresError(
      `the cluster in ${cluster.folder} has another password than the file postgres-password says`,
      { cause }
    )
  }
}

function silence(launched: Launch | null): EmbeddedPostgresError {
  const heard = launched?.said.text.trim() ?? ''
  return new EmbeddedPostgresError(
    `the embedded PostgreSQL did not answer in ${String(silenceSecondsMax)} s: ${heard}`
  )
}

/** Launches the server unless one runs; an attempt that lost against another server may be repeated. */
async function attempt(cluster: Cluster, before: Launch | null): Promise<Launch | null> {
  if (before !== null) {
    // The children of a killed server hold its shared memory for a moment longer.
    if (!/lock file|shared memory/.test(before.said.text)) {
      throw new EmbeddedPostgresError(
        `the embedded PostgreSQL ended at once (${String(before.ended)}): ${before.said.text.trim()}`
      )
    }
    await pause(relaunchMilliseconds)
  }
  if ((await runningPid(cluster)) !== null) return null
  await freeLockFile(cluster, join(cluster.folder, 'postmaster.pid'))
  await freeLockFile(cluster, join(cluster.sockets, '.s.PGSQL.5432.lock'))
  await makeSocketFolder(cluster)
  return launch(cluster)
}

function launch(cluster: Cluster): Launch {
  const settings = [
    'listen_addresses=',
    ...(cluster.throwAway
      ? ['max_connections=300', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
      : ['max_connections=60'])
  ]
  const child = cluster.run('postgres', [
    ...['-D', cluster.folder, '-k', quoted(cluster.sockets)],
    ...settings.flatMap((setting) => ['-c', setting])
  ])
  const launched: Launch = { child, said: collect(child), ended: null }
  child.once('error', (error) => (launched.ended = error.message))
  child.once('exit', (code, signal) => (launched.ended = String(code ?? signal)))
  // The server stays where another process still uses it: it must not hold back this one's end.
  child.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  return launched
}

/** The setting is a list: quotes keep commas and spaces inside one name. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}

/** The process of a lock file, if it is the server of this cluster. */
async function runningPid(cluster: Cluster): Promise<number | null> {
  const { pid } = await readLockFile(join(cluster.folder, 'postmaster.pid'))
  return pid !== null && (await isServerOf(cluster, pid)) ? pid : null
}

async function readLockFile(file: string): Promise<{ text: string; pid: number | null }> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return { text, pid: pid > 0 ? pid : null }
}

/** A number alone says nothing: after a crash it may have gone to another program, or be a zombie's. */
async function isServerOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${String(pid)}/cwd`).catch(() => null)
    return folder === (await realpath(cluster.folder))
  }
  const told = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(
    () => null
  )
  return told?.stdout.includes(cluster.folder) === true
}

/**
 * Lets the server take over a lock file whose number went to another program, which it would otherwise
 * take for a running server. The file stays, since its other lines let the server find processes of its
 * own that outlived a crash.
 */
async function freeLockFile(cluster: Cluster, file: string): Promise<void> {
  const { text, pid } = await readLockFile(file)
  if (pid === null || !isAlive(pid) || (await isServerOf(cluster, pid))) return
  // In one breath: between a look and a write that wait, another process may have a server running,
  // whose lock file would be overwritten and which nobody could then find to end it.
  if (textNow(file) === text) writeFileSync(file, text.replace(/^\d+/, String(nobodysPid)))
}

function textNow(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Ends the server in order, whoever launched it, and returns when it is gone. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const pid = await runningPid(cluster)
  if (pid === null) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < stopSecondsMax * 1000; waited += pollMilliseconds) {
    if ((await runningPid(cluster)) === null) break
    await pause(pollMilliseconds)
  }
  await rmdir(cluster.sockets).catch(() => {})
}
