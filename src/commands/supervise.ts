import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { ownProgram } from './own-program.ts'

const restartMilliseconds = { first: 200, most: 10_000, settled: 30_000 }

/** A part of the desk in a process of its own that is started again when it ends. */
export interface Supervised {
  stop(): Promise<void>
}

/** Which part it is. */
export interface SupervisedPart {
  /** As messages call it: `the signer`. */
  readonly name: string
  /** The verb and its words. */
  readonly words: readonly string[]
  /** Options of Node before them. */
  readonly nodeWords?: readonly string[]
}

/** The signer of the public log: it shares no memory with what answers requests or writes rows. */
export const signerPart: SupervisedPart = {
  name: 'the signer',
  words: ['serve', '--role', 'signer']
}

/**
 * Starts a part beside this process. It ends with this process, also where that is killed, and begins
 * again, later and later, where it ends by itself.
 */
export function supervise(part: SupervisedPart): Supervised {
  const state: { child: ChildProcess | null; stopped: boolean } = { child: null, stopped: false }
  const told = new AbortController()
  const ended = keepRunning(part, state, told.signal)
  return {
    stop: async () => {
      state.stopped = true
      told.abort()
      state.child?.kill('SIGTERM')
      await ended
    }
  }
}

async function keepRunning(
  part: SupervisedPart,
  state: { child: ChildProcess | null; stopped: boolean },
  told: AbortSignal
): Promise<void> {
  let wait = restartMilliseconds.first
  while (!state.stopped) {
    const begun = performance.now()
    const code = await runOnce(part, state)
    const settled = performance.now() - begun > restartMilliseconds.settled
    wait = settled ? restartMilliseconds.first : Math.min(wait * 2, restartMilliseconds.most)
    // A signal from the keyboard reaches both; which of them ends first means nothing.
    await pause(wait, undefined, { signal: told }).catch(() => {})
    if (state.stopped) return
    process.stderr.write(`peyman: ${part.name} ended (${String(code)}); it is started again\n`)
  }
}

function runOnce(
  { words, nodeWords = [] }: SupervisedPart,
  state: { child: ChildProcess | null }
): Promise<number | string | null> {
  // The channel is what tells the child that this process is gone.
  const child = spawn(process.execPath, [...nodeWords, ...ownProgram, ...words], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  state.child = child
  return new Promise((settle) => {
    child.once('error', (error) => {
      settle(error.message)
    })
    child.once('exit', (code, signal) => {
      settle(code ?? signal)
    })
  })
}
