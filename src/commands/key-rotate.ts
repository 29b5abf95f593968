import { keys } from '../people/index.ts'
import { Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/**
 * `peyman key rotate ID`: makes a key with the same rights and prints it, this once, alone on standard
 * output; the old one ends after the overlap. Exit 2 where there is none that works.
 */
export async function keyRotateCommand(
  id: string,
  { overlap }: { readonly overlap: string }
): Promise<void> {
  const overlapHours = /^\d{1,3}$/.test(overlap) ? Number(overlap) : Number.NaN
  if (!(overlapHours <= keys.overlapHoursMax)) {
    const right = `--overlap is a whole number of hours, 0 to ${String(keys.overlapHoursMax)}`
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${right}\n` })
    return
  }
  const installation = await openInstallation()
  try {
    const by = 'system:key-rotate'
    const { key, text, old } = await keys.rotateApiKey(installation.context, {
      id,
      overlapHours,
      by
    })
    const until = old.expiresAt?.toString() ?? ''
    const about = `key ${key.id} "${key.label}" replaces ${id}, which works until ${until}; it is shown only now, keep it safe`
    report({ exitCode: 0, stdout: `${text}\n`, stderr: `peyman: ${about}\n` })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${error.text.en}\n` })
  } finally {
    await installation.close()
  }
}
