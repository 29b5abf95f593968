import { createApiKey, importAuthorities } from '../people/index.ts'
import { Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { refusalJson, report } from './output.ts'

/** What `peyman key create` was told. */
export interface KeyCreateOptions {
  readonly authority: string
  readonly role: string
  readonly unit?: string | undefined
  readonly label?: string | undefined
  readonly live: boolean
  readonly json: boolean
}

/**
 * Makes an API key and prints it, this once, alone on standard output (with what it is, as JSON); what
 * it is goes to standard error. Exit 2 with what would be right if the authority, the role or the label is not.
 */
export async function keyCreateCommand(options: KeyCreateOptions): Promise<void> {
  const installation = await openInstallation()
  try {
    await importAuthorities(installation.context)
    const { key, text } = await createApiKey(installation.context, options)
    const kind = key.live ? 'live' : 'test'
    const where = key.live ? '' : ', for a demonstration only'
    const about = `${kind} key "${key.label}" for ${key.role} of ${key.authority}${where}; it is shown only now, keep it safe`
    const { id, authority, unit, role, label, live } = key
    const described = JSON.stringify({ key: text, id, authority, unit, role, label, live })
    const stdout = `${options.json ? described : text}\n`
    report({ exitCode: 0, stdout, stderr: `peyman: ${about}\n` })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const lines = error.fields.map(
      (field) => `peyman: ${field.pointer.slice(1)}: ${field.text.en}\n`
    )
    report({ exitCode: 2, stdout: options.json ? refusalJson(error) : '', stderr: lines.join('') })
  } finally {
    await installation.close()
  }
}
