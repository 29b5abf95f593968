import { enrolment, importAuthorities } from '../people/index.ts'
import { Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { refusalJson, report } from './output.ts'

/** What `peyman enrol` was told. */
export interface EnrolOptions {
  readonly authority: string
  readonly role: string
  readonly name?: string | undefined
  readonly nationalId?: string | undefined
  readonly person?: string | undefined
  readonly json: boolean
}

/**
 * Gives somebody a role and prints the code for their first passkey, this once: so an installation gets its
 * first administrator. Exit 2 with what would be right if the authority, the role or the person is not.
 */
export async function enrolCommand(options: EnrolOptions): Promise<void> {
  const installation = await openInstallation()
  try {
    const { context } = installation
    await importAuthorities(context)
    const { person, code, expiresAt } = await enrolment.enrolStaff(context, options)
    const link = `${context.config.origin}/sign-in/enrol`
    const until = expiresAt.toString({ smallestUnit: 'second' })
    const about = `for ${person.name.en}, ${options.role} of ${options.authority} (person ${person.id}); good once, until ${until}; write it at ${link}`
    const described = JSON.stringify({ code, person: person.id, link, expiresAt: until })
    report({
      exitCode: 0,
      stdout: `${options.json ? described : code}\n`,
      stderr: `peyman: enrolment code ${about}\n`
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const lines = [error.fields.length === 0 ? `peyman: ${error.text.en}\n` : ''].concat(
      error.fields.map((field) => `peyman: ${field.pointer.slice(1)}: ${field.text.en}\n`)
    )
    report({ exitCode: 2, stdout: options.json ? refusalJson(error) : '', stderr: lines.join('') })
  } finally {
    await installation.close()
  }
}
