import { createApiKey, importAuthorities, keys } from '../people/index.ts'
import { InvalidInputError, Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { refusalJson, report } from './output.ts'

/** What `peyman key create` was told. */
export interface KeyCreateOptions {
  readonly authority: string
  readonly role: string
  readonly unit?: string | undefined
  readonly label?: string | undefined
  /** What it opens; all that the role may where absent. */
  readonly scope?: readonly string[] | undefined
  /** Days until it ends, as typed. */
  readonly days?: string | undefined
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
    const { key, text } = await createApiKey(installation.context, {
      ...options,
      scopes: options.scope,
      expiresAt: endOf(options.days, installation.context.clock.now())
    })
    const kind = key.live ? 'live' : 'test'
    const world = key.authority === keys.sandboxAuthority ? 'the sandbox' : 'a demonstration'
    const where = key.live ? '' : `, for ${world} only`
    const about = `${kind} key "${key.label}" for ${key.role} of ${key.authority}${where}; it is shown only now, keep it safe`
    const { id, authority, unit, role, label, live, scopes } = key
    const expiresAt = key.expiresAt?.toString() ?? null
    const what = { id, authority, unit, role, label, live, scopes, expiresAt }
    const described = JSON.stringify({ key: text, ...what })
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

/** @throws {InvalidInputError} If the days are none. */
function endOf(days: string | undefined, now: Temporal.Instant): Temporal.Instant | null {
  if (days === undefined) return null
  if (/^[1-9]\d{0,3}$/.test(days)) return now.add({ hours: 24 * Number(days) })
  const text = {
    fa: 'شمار روزها عددی درست از ۱ تا ۹۹۹۹ است.',
    en: 'The days are a whole number from 1 to 9999.'
  }
  throw new InvalidInputError([{ pointer: '/days', code: 'key/expiry', text }])
}
