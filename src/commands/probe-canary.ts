import { stat } from 'node:fs/promises'
import { writeCanary } from './canary-file.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/**
 * `peyman probe canary`: opens two synthetic mailboxes at this desk and writes what a vantage point needs to
 * send letters between them to a file. Exit 2 where the file is there already: it may be in use.
 */
export async function probeCanaryCommand({
  out,
  label
}: {
  readonly out: string
  readonly label: string
}): Promise<void> {
  const isThere = await stat(out).then(
    () => true,
    () => false
  )
  if (isThere) {
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${out} is there already\n` })
    return
  }
  const installation = await openInstallation()
  try {
    const key = await writeCanary(installation.context, out, label)
    const end = `end it with "peyman key revoke ${key}"`
    const stderr = `peyman: a canary for "${label}" is in ${out}, which nobody else may read; ${end}\n`
    report({ exitCode: 0, stdout: `${key}\n`, stderr })
  } finally {
    await installation.close()
  }
}
