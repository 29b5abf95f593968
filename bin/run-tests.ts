// Runs test files in few processes: reading the program costs a process about a second, most tests less.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/** How files are shared out among processes. */
export interface Sharing {
  /** Files that one process runs, one after the other. */
  readonly filesPerProcess: number
  /** Processes at once. */
  readonly lanes: number
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
 * Runs them all and prints what failed, and a line for each process whose tests passed.
 * @param files - Those that take longest first: the lanes end at about the same time.
 * @returns Whether all passed.
 */
export async function runTests(
  files: readonly string[],
  sharing: Sharing,
  environment: NodeJS.ProcessEnv
): Promise<boolean> {
  const groups = groupsOf(files, sharing.filesPerProcess)
  let good = true
  const lane = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      const started = performance.now()
      const ended = await runGroup(group, environment)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(ended.good ? lineOf(group, ended.said, seconds) : ended.said)
      good &&= ended.good
    }
  }
  await Promise.all(Array.from({ length: sharing.lanes }, lane))
  return good
}

function groupsOf(files: readonly string[], size: number): string[][] {
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
