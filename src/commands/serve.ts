import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../config.ts'
import { demandDoor } from './demand-door.ts'
import { openOrServeCopies } from './open-or-serve.ts'
import type { Installation } from './open-installation.ts'
import type { Desk } from './run-desk.ts'
import type { Supervised } from './supervise.ts'

const roles = ['web', 'worker', 'signer', 'probe', 'witness'] as const

// An empty folder's database has its own program running after this; longer waiting gains nothing.
const headStartMilliseconds = 30

/** A role that this version does not have, or that goes with no other. */
class UnknownRoleError extends Error {
  readonly code = 'serve/unknown-role'
}

/**
 * Runs the desk until it is told to stop: the web server, the background work, the signer of the public
 * log and the desk's own vantage point (each in a process of its own), or some of them; or, alone, a witness of the logs of others. In
 * demonstration mode an empty installation is given a small stretch of past work first. A signal ends
 * everything in order, during the start as well; a second one ends the process at once.
 * @throws {UnknownRoleError} If `role` names something else than `web`, `worker`, `signer`,
 *   `probe` and `witness`, or the witness together with others: it shares nothing with them.
 */
export async function serve(role: string): Promise<void> {
  const chosen = rolesOf(role)
  const told = untilTold()
  if (chosen.size === 1 && chosen.has('signer')) {
    const { runSigner } = await import('./run-signer.ts')
    return runSigner(told.promise)
  }
  if (chosen.has('witness')) {
    const { runWitness } = await import('./witness.ts')
    return runWitness(told.signal)
  }
  if (chosen.has('web')) await demandDoor(readConfig())
  // The database starts in a process of its own; meanwhile this one reads the program.
  const opening = openOrServeCopies(chosen.has('web'), told.signal)
  await Promise.race([opening, pause(headStartMilliseconds)])
  const [installation, { runDesk }] = await Promise.all([opening, import('./run-desk.ts')])
  if (installation === null) return
  let signer: Supervised | null = null
  const probe: Supervised[] = []
  try {
    const desk = await runDesk(installation, {
      web: chosen.has('web'),
      worker: chosen.has('worker'),
      signal: told.signal
    })
    try {
      // Only now: it must not take its time from the first page, nor outlive a start that fails.
      if (chosen.has('signer')) signer = await startSigner()
      await Promise.all([
        besideDesk(installation, { desk, chosen, probe }, told.signal),
        told.promise
      ])
    } finally {
      // First: to whom should it report?
      await Promise.all(probe.map((part) => part.stop()))
      await desk.stop()
    }
  } catch (error) {
    if (!told.signal.aborted) throw error
  } finally {
    await signer?.stop()
    await installation.close()
  }
}

async function startSigner(): Promise<Supervised> {
  const { signerPart, supervise } = await import('./supervise.ts')
  return supervise(signerPart)
}

/** Watches the desk from beside it, once its past has filled in and its clocks run by today. */
async function besideDesk(
  installation: Installation,
  run: { readonly desk: Desk; readonly chosen: Set<string>; readonly probe: Supervised[] },
  told: AbortSignal
): Promise<void> {
  await run.desk.background
  if (told.aborted || !run.chosen.has('probe')) return
  const { ownProbe } = await import('./own-probe.ts')
  const part = await ownProbe(installation.context, { isWebHere: run.chosen.has('web') })
  const { supervise } = await import('./supervise.ts')
  if (!told.aborted) run.probe.push(supervise(part))
}

function rolesOf(text: string): Set<string> {
  const chosen = new Set(text.split(','))
  for (const role of chosen) {
    if (!roles.some((known) => known === role)) {
      throw new UnknownRoleError(`no role "${role}"; there are: ${roles.join(', ')}`)
    }
  }
  if (chosen.has('witness') && chosen.size > 1) {
    throw new UnknownRoleError('a witness runs alone: its key must not be where the desk is')
  }
  return chosen
}

function untilTold(): { promise: Promise<void>; signal: AbortSignal } {
  const told = new AbortController()
  const promise = new Promise<void>((resolve) => {
    // A signer that was started by a desk is told by it; Ctrl-C reaches both at once.
    const signals = process.connected ? ['SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
    if (process.connected) process.on('SIGINT', () => {}).on('SIGHUP', () => {})
    for (const signal of signals) {
      process.once(signal, () => {
        told.abort()
        resolve()
      })
    }
  })
  return { promise, signal: told.signal }
}
