import { spawn } from 'node:child_process'
import { openInstallation } from './open-installation.ts'
import { ownProgram } from './own-program.ts'
import type { Stretch } from './prepare-demonstration.ts'

/**
 * Replays the past of an empty demonstration in a process of its own: the desk answers meanwhile, and
 * the memory that the replay took goes with it.
 * @param signal - Aborted where the replay is to end before its end.
 * @throws {Error} If the replay fails.
 */
export async function fillPastBeside({ from, to }: Stretch, signal: AbortSignal): Promise<void> {
  const words = [...ownProgram, 'fill-past', from.toString(), to.toString()]
  // The channel is what tells the child that this process is gone.
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const end = () => void child.kill('SIGTERM')
  signal.addEventListener('abort', end)
  const { promise, resolve, reject } = Promise.withResolvers<number | string | null>()
  child.once('error', reject)
  child.once('exit', (code, killedBy) => resolve(code ?? killedBy))
  const how = await promise
  signal.removeEventListener('abort', end)
  if (how !== 0 && !signal.aborted) throw new Error(`the replay ended with ${String(how)}`)
}

/** What that process does. It ends in order when it is told to, or when the desk is gone. */
export async function fillPast(from: string, to: string): Promise<void> {
  const told = new AbortController()
  const stop = () => told.abort()
  process.once('SIGTERM', stop).once('disconnect', stop)
  // Ctrl-C reaches both; the desk tells this one.
  process.on('SIGINT', () => {}).on('SIGHUP', () => {})
  const stretch = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) }
  // The desk loads this file too, and replays nothing itself.
  const { tellFirstStart } = await import('./demo.ts')
  const installation = await openInstallation()
  try {
    await tellFirstStart(installation.context, stretch, told.signal)
  } catch (error) {
    if (!told.signal.aborted) throw error
    process.exitCode = 1
  } finally {
    await installation.close()
    if (process.connected) process.disconnect?.()
  }
}
