import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { environmentOf, programWords } from '../../bin/program.mjs'
import { secondsSince } from '../desk/report.ts'

const startSecondsMax = 120

/** The desk in a process of its own, as `npm start` runs it. */
export interface DeskProcess {
  readonly origin: string
  /** Seconds from the start of the process to its first answered page. */
  readonly firstPageSeconds: number
  /** Resolves when a line that has this text has come. */
  said(text: string): Promise<void>
  /** Memory that the system counts as resident: of the process, and of those that it started. */
  residentBytes(): { readonly own: number; readonly started: number }
  stop(): Promise<void>
}

/** Starts the desk in demonstration mode on a data folder and waits for its first page. */
export async function startDesk(
  folder: string,
  environment: Readonly<Record<string, string>> = {}
): Promise<DeskProcess> {
  const port = await freePort()
  const origin = `http://localhost:${String(port)}`
  const begun = performance.now()
  const child = spawn(process.execPath, [...programWords(), 'serve'], {
    env: environmentOf({
      PEYMAN_DEMO: '1',
      PEYMAN_DATA: folder,
      PEYMAN_REQUESTS_PER_MINUTE: '100000000',
      PORT: String(port),
      ...environment
    }),
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const words = listen(child)
  await firstPage(origin, { child, words })
  const firstPageSeconds = secondsSince(begun)
  return {
    origin,
    firstPageSeconds,
    said: (text) => words.until(text),
    residentBytes: () => residentBytes(child.pid ?? 0),
    stop: () => ended(child)
  }
}

interface Words {
  readonly text: () => string
  until(text: string): Promise<void>
}

function listen(child: ChildProcess): Words {
  let said = ''
  const waiting = new Set<() => void>()
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    for (const look of waiting) look()
  })
  return {
    text: () => said,
    until: (text) =>
      new Promise((settle) => {
        const look = () => {
          if (!said.includes(text)) return
          waiting.delete(look)
          settle()
        }
        waiting.add(look)
        look()
      })
  }
}

async function firstPage(
  origin: string,
  { child, words }: { child: ChildProcess; words: Words }
): Promise<void> {
  const begun = performance.now()
  while (secondsSince(begun) < startSecondsMax) {
    if (child.exitCode !== null) throw new Error(`the desk ended: ${words.text()}`)
    const answer = await fetch(origin).catch(() => null)
    if (answer?.ok === true && (await answer.text()).includes('</html>')) return
    await pause(10)
  }
  throw new Error(`no page in ${String(startSecondsMax)} s: ${words.text()}`)
}

function residentBytes(pid: number): { own: number; started: number } {
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
  // The database has its own measure.
  const programs = children
    .trim()
    .split(' ')
    .filter((child) => child !== '' && statusOf(child).includes('node'))
  return {
    own: residentIn(statusOf(String(pid))),
    started: programs.reduce((sum, child) => sum + residentIn(statusOf(child)), 0)
  }
}

function statusOf(pid: string): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8')
}

function residentIn(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    child.once('exit', () => settle())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
