import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { writeCanary } from './canary-file.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

// As everywhere that keys are made.
const labelLengthMax = 200

/**
 * `peyman probe canary`: opens two synthetic mailboxes at this desk and writes what a vantage point needs to
 * send letters between them to a file. Exit 2 where the file is there already, which may be in use, or cannot be
 * written.
 */
export async function probeCanaryCommand({
  out,
  label
}: {
  readonly out: string
  readonly label: string
}): Promise<void> {
  const wrong = labelFault(label) ?? (await fileFault(out))
  if (wrong !== null) {
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${wrong}\n` })
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

function labelFault(label: string): string | null {
  const isRight = label.trim() !== '' && label.length <= labelLengthMax
  return isRight ? null : `a label has 1 to ${String(labelLengthMax)} characters`
}

/** Looked at before anything is made: a key that is in no file is one that nobody can use or knows of. */
async function fileFault(out: string): Promise<string | null> {
  if ((await stat(out).catch(() => null)) !== null) return `${out} is there already`
  const folder = dirname(resolve(out))
  return access(folder, constants.W_OK).then(
    () => null,
    () => `${folder} is not there, or cannot be written to`
  )
}
