import { readConfig } from '../config.ts'
import { type Installation, openInstallation } from './open-installation.ts'

/**
 * Opens the installation. Where its database cannot be reached and an earlier run left copies of the
 * status pages, those are served meanwhile, and the database is tried again until it answers.
 * @param signal - Aborted where this process is told to stop.
 * @returns `null` where it was told to stop while it waited.
 * @throws {DatabaseUnusableError} If there are no copies, or it would not help to wait.
 */
export async function openOrServeCopies(
  isWeb: boolean,
  signal: AbortSignal
): Promise<Installation | null> {
  const config = readConfig()
  try {
    return await openInstallation(config)
  } catch (error) {
    if (!isWeb) throw error
    // Only now: a start that finds its database must not pay for what it does not need.
    const { canServeCopies, serveCopiesUntilOpen } = await import('./serve-copy.ts')
    if (!(await canServeCopies(config, error))) throw error
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`peyman: ${reason}\npeyman: copies of the status are served meanwhile\n`)
    return serveCopiesUntilOpen(config, signal)
  }
}
