import type { ServiceCard } from '../catalogue/index.ts'
import type { FormValues } from '../kernel/forms/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import { checkAnswers } from './check-answers.ts'
import { checkForm } from './sealed/check-form.ts'
import { sealedMessages } from './sealed/messages.ts'
import { type GivenForm, isSealed } from './sealed/sealed-form.ts'
import { demandSealingKey } from './sealed/unit-key.ts'
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
  /** Judged by the form of the card in force; of a sealed one, only the clear fields. */
  readonly answers: unknown
  /** The other answers, where the form of the card is sealed. */
  readonly sealed?: GivenForm | undefined
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
 * @throws {InvalidInputError} Problems at `/answers/<name>`, `/documents/<code>` and `/sealed`.
 * @throws {SealedNoMailboxError} While a sealed application has nobody to be sealed to.
 */
export async function checkFiling(
  context: Context,
  actor: Actor,
  filing: FilingInput & { readonly card: ServiceCard; readonly arrival: Arrival }
): Promise<{ answers: FormValues; documents: CheckedDocuments }> {
  const { card } = filing
  const answers = checkAnswers(card, filing.answers, context.clock.now())
  const sealed = await sealedOf(context, filing)
  answers.problems.push(...sealed.problems)
  const { form } = sealed
  const recipientKey = filing.sealed?.recipientKey
  const given = { ...filing, form, recipientKey, later: filing.later ?? [] }
  try {
    const documents = await checkDocuments(context, actor, given)
    if (answers.problems.length > 0) throw new InvalidInputError([])
    return { answers: answers.values, documents }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    throw new InvalidInputError([...answers.problems, ...error.fields])
  }
}

async function sealedOf(
  context: Context,
  { card, sealed }: { readonly card: ServiceCard; readonly sealed?: GivenForm | undefined }
): Promise<ReturnType<typeof checkForm>> {
  if (isSealed(card)) {
    const key = await demandSealingKey(context.db, card, context.clock.now())
    return checkForm(card, key, sealed)
  }
  if (sealed === undefined) return { form: null, problems: [] }
  const { notSealed } = sealedMessages.entries
  return { form: null, problems: [problem('/sealed', 'sealed/not-sealed', notSealed)] }
}
