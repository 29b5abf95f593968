import { readFile, readdir } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import type { BenchDesk } from './installation.ts'
import { median } from './report.ts'

/** Processor time of one item, milliseconds: of the server, of the database, of whoever sends. */
export interface Processors {
  readonly server: number
  readonly database: number
  readonly sender: number
}

interface Used {
  readonly server: number
  readonly database: number
  readonly sender: number
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** What a process has used, and what its children that ended have, in seconds; 0 for one that is gone. */
async function secondsOf(pid: number): Promise<{ parent: number; seconds: number }> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '')
  // Behind the name, which may hold anything: state, parent, and so on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i] ?? 0), 0)
  return { parent: Number(fields[1] ?? 0), seconds: ticks / ticksPerSecond }
}

/** A process and all whose parent it is. */
async function familySeconds(pid: number): Promise<number> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const all = await Promise.all(names.map(async (name) => secondsOf(Number(name))))
  const children = all.filter(({ parent }) => parent === pid)
  const own = await secondsOf(pid)
  return [own, ...children].reduce((sum, { seconds }) => sum + seconds, 0)
}

/** Watches what the server, the database and this process take from the processor. */
export async function processorsOf(desk: BenchDesk, server: number) {
  const found = await desk.admin.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = (await secondsOf(found.rows[0]?.pid ?? 0)).parent
  const rounds = new Map<string, Processors[]>()
  const begin = async (): Promise<Used> => {
    const { user, system } = process.cpuUsage()
    const [database, own] = [await familySeconds(postmaster), (await secondsOf(server)).seconds]
    return { server: own, database, sender: (user + system) / 1e6 }
  }
  return {
    begin,
    end: async (name: string, begun: Used, items: number): Promise<void> => {
      const now = await begin()
      const each = (of: 'server' | 'database' | 'sender') => ((now[of] - begun[of]) * 1000) / items
      const round = { server: each('server'), database: each('database'), sender: each('sender') }
      rounds.set(name, [...(rounds.get(name) ?? []), round])
    },
    of: (name: string): Processors => {
      const all = rounds.get(name) ?? []
      const middle = (of: keyof Processors) => median(all.map((round) => round[of]))
      return { server: middle('server'), database: middle('database'), sender: middle('sender') }
    }
  }
}
