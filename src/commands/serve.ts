import { createApp } from '../app.ts'
import { buildAssets } from '../platform/html/build-assets.ts'
import { useAssets } from '../platform/html/index.ts'
import { sliceJobs } from '../slice-jobs.ts'
import { startWorker } from '../worker.ts'
import { prepareDemonstration } from './demo.ts'
import { loadContent } from './load-content.ts'
import { openInstallation } from './open-installation.ts'

const roles = ['web', 'worker'] as const

/** A role that this version does not have. */
class UnknownRoleError extends Error {
  readonly code = 'serve/unknown-role'
}

/**
 * Runs the desk until it is told to stop: the web server, the background work, or both. In
 * demonstration mode an empty installation is given a small stretch of past work first.
 * @throws {UnknownRoleError} If `role` names something else than `web` and `worker`.
 */
export async function serve(role: string): Promise<void> {
  const chosen = rolesOf(role)
  const installation = await openInstallation()
  const { context } = installation
  const past = context.config.demo ? await prepareDemonstration(context) : null
  if (!context.config.demo) await loadContent(context)
  const built = await buildAssets()
  useAssets(built.manifest)
  const app = chosen.has('web') ? await createApp(context, built.folder) : null
  await app?.listen({ port: context.config.port, host: context.config.host })
  if (app !== null) process.stderr.write(welcome(context.config))
  // The page is there at once; the past fills in behind it, and only then do clocks run by today.
  await past?.()
  const worker = chosen.has('worker') ? startWorker(context, sliceJobs) : null
  installation.onNudge(() => worker?.nudge())
  await untilTold()
  await app?.close()
  await worker?.stop()
  await installation.close()
}

function rolesOf(text: string): Set<string> {
  const chosen = new Set(text.split(','))
  for (const role of chosen) {
    if (!roles.some((known) => known === role)) {
      throw new UnknownRoleError(`no role "${role}"; there are: ${roles.join(', ')}`)
    }
  }
  return chosen
}

function welcome(config: { origin: string; demo: boolean }): string {
  const note = config.demo ? ' (demonstration: sign in by a click)' : ''
  return `peyman: the desk is open at ${config.origin}${note}\n`
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
  })
}
