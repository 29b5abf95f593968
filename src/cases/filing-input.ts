import type { ServiceCard } from '../catalogue/index.ts'
import type { FormValues } from '../kernel/forms/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import { checkAnswers } from './check-answers.ts'
import {
  type Arrival,
  type CheckedDocuments,
  type GivenDocuments,
  checkDocuments
} from './given-documents.ts'
import { refusalMessages } from './messages-refusals.ts'
import { problem } from './refusals.ts'

/** What an application says, apart from who files it and how. */
export interface FilingInput extends GivenDocuments {
  readonly service: string
  /** Judged by the form of the card in force. */
  readonly answers: unknown
  /** Codes of demanded documents that will come later, by whatever channel. */
  readonly later?: readonly string[] | undefined
  /** 8 to 80 letters, digits, `-` or `_`: the same key of the same sender gives the same case. */
  readonly submissionKey: string
}

/** What a submission key looks like. */
export const submissionKeyForm = /^[A-Za-z0-9_-]{8,80}$/

/** The key as it came, or a refusal. */
export function demandKey(submissionKey: string): string {
  if (submissionKeyForm.test(submissionKey)) return submissionKey
  const { submissionKey: text } = refusalMessages.entries
  throw new InvalidInputError([problem('/submissionKey', 'submission-key/form', text)])
}

/**
 * Checks answers and documents, and says everything that is wrong with either at once.
 * @throws {InvalidInputError} Problems at `/answers/<name>` and `/documents/<code>`.
 */
export async function checkFiling(
  context: Context,
  actor: Actor,
  filing: FilingInput & { readonly card: ServiceCard; readonly arrival: Arrival }
): Promise<{ answers: FormValues; documents: CheckedDocuments }> {
  const answers = checkAnswers(filing.card, filing.answers, context.clock.now())
  const given = { ...filing, later: filing.later ?? [] }
  try {
    const documents = await checkDocuments(context, actor, given)
    if (answers.problems.length > 0) throw new InvalidInputError([])
    return { answers: answers.values, documents }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    throw new InvalidInputError([...answers.problems, ...error.fields])
  }
}
