import { InvalidInputError, type FieldProblem, Refusal } from '../../../platform/errors.ts'
import { type Filing, draftFiling } from '../filing.ts'
import type { Guard } from '../guard/guard.ts'
import { readReportForm, withPhoto } from '../read-report-form.ts'
import type { Choice, ReportChannel } from '../report.ts'
import type { SentForm } from './read-sent.ts'

/** A form that was taken, or why not. */
export type Accepted<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly status: number
      readonly problems: readonly FieldProblem[]
      readonly meant: readonly Choice[]
      readonly retryAfterSeconds: number | null
    }

/** What a form is taken with. */
export interface Taking<T> {
  readonly choices: readonly Choice[]
  readonly guard: Guard
  readonly address: string
  readonly channel: ReportChannel
  readonly now: () => Temporal.Instant
  /** Writes it down. */
  readonly file: (filing: Filing) => Promise<T>
}

/**
 * Takes a form of a report: reads it, lets it in, and writes it down. What the sender can mend comes
 * back as problems, so that the form is shown again with what was typed.
 */
export async function acceptReport<T>(form: SentForm, taking: Taking<T>): Promise<Accepted<T>> {
  const read = readReportForm(form.sent, { choices: taking.choices, now: taking.now() })
  const problems = [...(read.ok ? [] : read.problems), ...form.problems]
  if (!read.ok || problems.length > 0) {
    const meant = read.ok ? [] : read.meant
    return { ok: false, status: 422, problems, meant, retryAfterSeconds: null }
  }
  try {
    const key = await taking.guard.admit(form, taking.address)
    const { channel } = taking
    const filing = draftFiling(withPhoto(read.input, form.photo), {
      key,
      channel,
      at: taking.now()
    })
    return { ok: true, value: await taking.file(filing) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    return { ok: false, ...refusalOf(error), meant: [] }
  }
}

function refusalOf(error: Refusal) {
  const retryAfterSeconds = 'retryAfterSeconds' in error ? Number(error.retryAfterSeconds) : null
  const isOfFields = error instanceof InvalidInputError
  const problems = isOfFields
    ? error.fields
    : [{ pointer: '/', code: error.code, text: error.text }]
  return { status: error.status, problems, retryAfterSeconds }
}
