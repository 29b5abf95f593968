import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  stat
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import {
  type Account,
  type RunPostgres,
  findBinaries,
  openToAll,
  unprivilegedAccount
} from './embedded-binaries.ts'
import { EmbeddedPostgresError, isCode } from './embedded-error.ts'
import { writeNew } from '../durable-file.ts'
import { exists, keptIn } from './kept-file.ts'

/** Where the embedded server of one data folder keeps its rows, and how it is reached. */
export interface Cluster {
  readonly run: RunPostgres
  readonly folder: string
  /** Folder of the unix socket. */
  readonly sockets: string
  readonly password: string
  /** Under whom the server runs; `null`: under whoever runs this. */
  readonly account: Account | null
  readonly throwAway: boolean
}

type Place = Omit<Cluster, 'sockets' | 'run'>

// `sun_path` holds 104 bytes on macOS and 108 on Linux; `/.s.PGSQL.5432` and an end mark take 15.
const socketFolderBytesMax = 88

/** The cluster of a data folder, made where there is none yet. */
export async function prepareCluster(options: {
  readonly folder: string
  readonly throwAway?: boolean
}): Promise<Cluster> {
  await mkdir(dirname(options.folder), { recursive: true })
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  // One installation, whatever path leads to it.
  const home = await realpath(options.folder)
  const folder = await clusterFolder(home)
  const account = isRoot() ? ((await ownerOf(folder)) ?? (await unprivilegedAccount())) : null
  // The unprivileged account must be able to walk to its cluster.
  if (account !== null && folder.startsWith(home)) await chmod(home, 0o711)
  const password = await keptIn(join(home, 'postgres-password'), () =>
    Promise.resolve(randomBytes(24).toString('base64url'))
  )
  const place = { folder, account, password, throwAway: options.throwAway === true }
  const run = await findBinaries(account)
  await removeHalfMade(folder)
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(place, run)
  return { ...place, run, sockets: await socketFolder(home, account) }
}

/** Address of a database of the cluster. */
export function addressOf(cluster: Cluster, database: string): string {
  return `postgres://peyman:${cluster.password}@/${database}?host=${encodeURIComponent(cluster.sockets)}`
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * In the data folder, but where root's data folder is closed to the account that the server must run
 * under: then in a folder of its own, which the data folder remembers and takes along when it moves.
 */
async function clusterFolder(home: string): Promise<string> {
  const near = join(home, 'postgres')
  if (!isRoot() || (await exists(near))) return near
  const far = join(home, 'postgres-folder')
  if (!(await exists(far)) && (await openToAll(dirname(home)))) return near
  return keptIn(far, () => mkdtemp('/var/lib/peyman-'))
}

/** Whoever owns a cluster that is there already, unless that is root. */
async function ownerOf(folder: string): Promise<Account | null> {
  const found = await stat(join(folder, 'PG_VERSION')).catch(() => null)
  return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid }
}

/**
 * Makes the cluster beside its place and moves it there when it is whole: a start that is killed half-way
 * leaves nothing that looks like a cluster, and of two starts at once the first one wins.
 */
async function initialise(place: Place, run: RunPostgres): Promise<void> {
  const draft = await mkdtemp(`${place.folder}.draft-${String(process.pid)}-`)
  const passwordFile = join(draft, 'password')
  const data = join(draft, 'cluster')
  await mkdir(data, { mode: 0o700 })
  await writeNew(passwordFile, place.password)
  for (const path of [draft, data, passwordFile]) await give(path, place.account)
  await finished(
    run('initdb', [
      ...['--pgdata', data, '--username', 'peyman', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8'],
      ...['--locale-provider', 'builtin', '--locale', 'C.UTF-8'],
      ...['--lc-collate', 'C', '--lc-ctype', 'C'],
      ...(place.throwAway ? ['--no-sync'] : [])
    ])
  )
  await rename(data, place.folder).catch((error: unknown) => {
    // Another process of this installation was first.
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  })
  await rm(draft, { recursive: true, force: true })
}

/** Takes away what an initialisation left whose process is no more; what resists waits for the next start. */
async function removeHalfMade(folder: string): Promise<void> {
  const start = `${basename(folder)}.draft-`
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(start)) continue
    const pid = Number(name.slice(start.length).split('-')[0])
    if (isAlive(pid)) continue
    await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * The folder of the socket: of a name that nobody can foresee, since everyone may write where temporary
 * files are, and remembered in the data folder, so that every process of the installation finds it.
 */
async function socketFolder(home: string, account: Account | null): Promise<string> {
  const memory = join(home, 'postgres-socket')
  const make = async () => {
    const parent = Buffer.byteLength(tmpdir()) + 16 > socketFolderBytesMax ? '/tmp' : tmpdir()
    const made = await mkdtemp(join(await realpath(parent), 'peyman-'))
    await give(made, account)
    return made
  }
  const known = await keptIn(memory, make)
  await makeSocketFolder({ sockets: known, account })
  if (await isOwn(known, account)) return known
  await rm(memory)
  return keptIn(memory, make)
}

/** Makes the folder again: it is gone after an orderly end, and after a start of the machine. */
export async function makeSocketFolder(place: Pick<Cluster, 'sockets' | 'account'>): Promise<void> {
  await mkdir(place.sockets, { mode: 0o700 }).then(
    () => give(place.sockets, place.account),
    (error: unknown) => {
      if (!isCode(error, 'EEXIST', 'ENOENT')) throw error
    }
  )
}

async function isOwn(folder: string, account: Account | null): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  const owner = account?.uid ?? process.getuid?.()
  return found !== null && found.isDirectory() && found.uid === owner
}

async function give(path: string, account: Account | null): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid)
}

/** Whether a process of this number lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function finished(child: ChildProcess): Promise<void> {
  const said = collect(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const how = String(code ?? signal)
      if (code === 0) resolve()
      else reject(new EmbeddedPostgresError(`initdb ended with ${how}: ${said.text.trim()}`))
    })
  })
}

/** The last of what a program says on its standard error. */
export function collect(child: ChildProcess): { text: string } {
  const said = { text: '' }
  child.stderr?.on('data', (chunk: Buffer) => {
    said.text = (said.text + chunk.toString()).slice(-2000)
  })
  return said
}
