// Runs test files in few processes: reading the program costs a process about a second, most tests less.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/** Test files that one process runs, one after the other. */
export interface TestGroup {
  /** Of the step whose tests they are. */
  readonly step: string
  readonly files: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

interface Ended {
  readonly good: boolean
  readonly said: string
}

const root = resolve(import.meta.dirname, '..')

/** A process that stands still for longer is ended and counts as failed. */
const groupMinutesMax = 8
const testMinutesMax = 3

/**
 * Runs them all, so many processes at once, and prints what failed, a line for each process whose tests
 * passed, and one for each step that is through.
 * @param groups - Those that take longest first: the lanes end at about the same time.
 * @returns The steps of which something failed.
 */
export async function runTests(
  groups: readonly TestGroup[],
  lanes: number
): Promise<readonly string[]> {
  const open = new Map<string, number>()
  for (const { step } of groups) open.set(step, (open.get(step) ?? 0) + 1)
  const failed = new Set<string>()
  const began = performance.now()
  await inLanes(groups, lanes, async ({ step, files, environment }) => {
    const started = performance.now()
    const ended = await runGroup(files, environment)
    process.stdout.write(ended.good ? lineOf(files, ended.said, secondsSince(started)) : ended.said)
    if (!ended.good) failed.add(step)
    const left = (open.get(step) ?? 1) - 1
    open.set(step, left)
    if (left > 0) return
    const outcome = failed.has(step) ? 'FAILED' : 'ok'
    process.stdout.write(`── ${step}: ${outcome} (${secondsSince(began)} s after the first)\n`)
  })
  return [...failed]
}

/** Does work on each item, in order, so many at once. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const waiting = items.values()
  const lane = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Seconds since a moment of `performance.now()`, with one digit. */
export function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(1)
}

/** Files shared out, so many to a process. */
export function groupsOf(files: readonly string[], size: number): string[][] {
  const count = Math.ceil(files.length / size)
  return Array.from({ length: count }, (_, i) => files.slice(i * size, (i + 1) * size))
}

async function runGroup(files: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const options = [
    '--disable-warning=ExperimentalWarning',
    '--test',
    '--test-isolation=none',
    // What a failed test leaves open must not hold the gate.
    '--test-force-exit',
    `--test-timeout=${String(testMinutesMax * 60_000)}`
  ]
  const child = spawn(process.execPath, [...options, ...files], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: groupMinutesMax * 60_000,
    killSignal: 'SIGKILL'
  })
  const ended = new Promise<string | null>((settle) => {
    child.on('error', (error) => settle(error.message))
    child.on('exit', (code, signal) => settle(code === 0 ? null : String(code ?? signal)))
  })
  const [out, errors, fault] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const said = `${out}${errors}`
  return fault === null
    ? { good: true, said }
    : { good: false, said: `${said}✖ ended with ${fault}: ${files.join(' ')}\n` }
}

function lineOf(files: readonly string[], said: string, seconds: string): string {
  const tests = /^ℹ tests (\d+)$/m.exec(said)?.[1] ?? '?'
  const [first = '', ...others] = files
  const more = others.length === 0 ? '' : ` and ${String(others.length)} more`
  return `✔ ${first}${more}: ${tests} tests, ${seconds} s\n`
}
