import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { programWords } from '../../bin/program.mjs'

/**
 * The words after `node` that run `peyman`: the program as it is installed where it was made of these
 * sources (the gate makes it before any test), else the sources, which take three times as long to start.
 */
export const peyman: readonly string[] = programWords()

/** `peyman` as a process of its own, for tests that kill it. */
export interface DeskProcess {
  readonly child: ChildProcess
  /** All that it has said on standard error. */
  said(): string
  /** Ends when the process has ended, with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Starts `peyman` with these words in this environment, and nothing else of the present one. */
export function startPeyman(words: readonly string[], environment: object): DeskProcess {
  const child = spawn(process.execPath, [...peyman, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...environment
    }
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    child,
    said: () => said,
    ended: new Promise((settle) => child.once('exit', (code, signal) => settle(code ?? signal)))
  }
}

/** Runs `peyman` to its end. */
export async function runPeyman(
  words: readonly string[],
  environment: object
): Promise<{ code: number | NodeJS.Signals | null; stdout: string; stderr: string }> {
  const running = startPeyman(words, environment)
  let stdout = ''
  running.child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  const code = await running.ended
  return { code, stdout, stderr: running.said() }
}

/** Waits until a server answers that its database does. */
export async function untilReady(origin: string, desk: DeskProcess): Promise<void> {
  const over = desk.ended.then((code) => {
    throw new Error(`the desk ended with ${String(code)}: ${desk.said()}`)
  })
  const ready = async () => {
    for (;;) {
      const answer = await fetch(`${origin}/readyz`).catch(() => null)
      if (answer?.ok === true) return
      await pause(50)
    }
  }
  await Promise.race([over, ready()])
}
