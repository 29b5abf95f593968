import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { ownProgram } from './own-program.ts'

const restartMilliseconds = { first: 200, most: 10_000, settled: 30_000 }

/** A signer in a process of its own that is started again when it ends. */
export interface SupervisedSigner {
  stop(): Promise<void>
}

/**
 * Starts `peyman serve --role signer` beside this process: what signs the log shares no memory with
 * what answers requests or writes rows. It ends with this process, also where that is killed.
 */
export function superviseSigner(): SupervisedSigner {
  const state: { child: ChildProcess | null; stopped: boolean } = { child: null, stopped: false }
  const told = new AbortController()
  const ended = keepRunning(state, told.signal)
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
  state: { child: ChildProcess | null; stopped: boolean },
  told: AbortSignal
): Promise<void> {
  let wait = restartMilliseconds.first
  while (!state.stopped) {
    const begun = performance.now()
    const code = await runOnce(state)
    if (state.stopped) return
    process.stderr.write(`peyman: the signer ended (${String(code)}); it is started again\n`)
    const settled = performance.now() - begun > restartMilliseconds.settled
    wait = settled ? restartMilliseconds.first : Math.min(wait * 2, restartMilliseconds.most)
    await pause(wait, undefined, { signal: told }).catch(() => {})
  }
}

function runOnce(state: { child: ChildProcess | null }): Promise<number | string | null> {
  const words = [...ownProgram, 'serve', '--role', 'signer']
  // The channel is what tells the child that this process is gone.
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
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
