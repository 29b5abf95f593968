import type { Actor } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx
} from '../../platform/index.ts'
import { sealedNames } from '../../kernel/forms/index.ts'
import type { Access } from '../case-access.ts'
import { type AtCounter, isAtCounter } from '../case-consent.ts'
import type { CaseFile } from '../case-file.ts'
import type { Given } from '../case-record.ts'
import type { CaseReturn } from '../case.ts'
import { parseDefectItem } from '../case-rules.ts'
import type { CaseFact } from '../change-case.ts'
import { checkChannel } from '../check-channel.ts'
import { demandArrival } from '../demand-arrival.ts'
import { insertDocument } from '../document-store.ts'
import { type Arrival, checkDocuments } from '../given-documents.ts'
import { problem } from '../refusals.ts'
import { checkForm } from './check-form.ts'
import { sealedMessages } from './messages.ts'
import { type GivenForm, isSealed } from './sealed-form.ts'
import { demandSealingKey } from './unit-key.ts'

/** New values of sealed fields, as they are handed in. */
export interface SealedCorrection {
  readonly sealed?: GivenForm | undefined
  /** Names of the sealed fields that it holds; which values, the unit alone sees. */
  readonly sealedFields?: readonly string[] | undefined
  /** For clerks, who sealed what came on paper: how it came, as of any document. */
  readonly channel?: string | undefined
  readonly trackingNumber?: string | undefined
}

/** The answer to a return that a correction is part of. */
interface CorrectionInput extends SealedCorrection, AtCounter {
  readonly arrivedAt?: Temporal.Instant | undefined
}

/** A checked correction: its fields, its fact, and its rows. */
export interface CheckedCorrection {
  readonly fields: readonly string[]
  readonly facts: readonly CaseFact[]
  write(tx: Tx): Promise<void>
}

const nothing: CheckedCorrection = { fields: [], facts: [], write: () => Promise.resolve() }

/**
 * Checks the sealed part of the answer to a return: only fields that were returned, sealed to the unit.
 * @throws {InvalidInputError} At `/sealedFields`, `/sealed`; for a clerk at `/trackingNumber`, `/officeCode`.
 * @throws {ChannelRefusedError} For a clerk's channel that the card does not name; counted.
 */
export async function checkCorrection(
  context: Context,
  actor: Actor,
  asked: {
    readonly file: CaseFile & { readonly access: Access }
    readonly open: CaseReturn
    readonly input: CorrectionInput
  }
): Promise<CheckedCorrection> {
  const { file, open, input } = asked
  const fields = [...new Set(input.sealedFields ?? [])]
  if (!isSealed(file.card) || (input.sealed === undefined && fields.length === 0)) return nothing
  const key = await demandSealingKey(context.db, file.card, context.clock.now())
  const { form, problems } = checkForm(file.card, key, input.sealed)
  const wrong = [...problems, ...fieldProblems(file, open, fields)]
  if (form === null || wrong.length > 0) throw new InvalidInputError(wrong)
  const arrival = await arrivalOf(context, actor, asked)
  const given = { card: file.card, arrival, later: null, form }
  const checked = await checkDocuments(context, actor, given)
  const { applicant, id: caseId } = file.record
  const { channel, arrivedAt } = arrival
  return {
    fields,
    facts: checked.records.map(({ id, type, sha256, sizeBytes }): CaseFact => {
      const came = arrivedAt === undefined ? {} : { arrivedAt: arrivedAt.toString() }
      const body = { document: id, type, channel, sha256, sizeBytes, ...came }
      return { kind: 'document.received', body }
    }),
    write: async (tx) => {
      for (const record of checked.records) {
        await insertDocument(tx, caseId, { ...record, given: givenBy(file, actor) })
      }
      await checked.writeBytes(tx, applicant)
    }
  }
}

/** How the answer came: what a clerk seals stood on a paper, and came as papers do. */
async function arrivalOf(
  context: Context,
  actor: Actor,
  {
    file,
    input
  }: { readonly file: CaseFile & { readonly access: Access }; readonly input: CorrectionInput }
): Promise<Arrival> {
  if (file.access.owner) return { channel: 'site' }
  const { card, record, history } = file
  const { trackingNumber, officeCode, arrivedAt } = input
  const before = history.filed.channel === 'site' ? 'in-person' : history.filed.channel
  const asked = input.channel ?? (isAtCounter(input) ? 'pishkhan' : before)
  const { cardVersion } = record
  const channel = await checkChannel(context, actor, { card, cardVersion, channel: asked })
  const by = { actor, now: context.clock.now() }
  const arrival = demandArrival({ channel, trackingNumber, officeCode }, by)
  // When it came is judged with the whole answer: the pause ends then.
  return arrivedAt === undefined ? arrival : { ...arrival, arrivedAt: arrivedAt.round(stored) }
}

// The database keeps microseconds, and what is kept twice must be equal.
const stored = { smallestUnit: 'microsecond', roundingMode: 'floor' } as const

function fieldProblems(
  { card }: CaseFile,
  { defects }: CaseReturn,
  fields: readonly string[]
): FieldProblem[] {
  const sealed = sealedNames(card.form)
  const returned = new Set(
    defects.flatMap(({ item }) => {
      const target = parseDefectItem(item)
      return target?.kind === 'field' ? [target.name] : []
    })
  )
  const isRight =
    fields.length > 0 && fields.every((name) => sealed.has(name) && returned.has(name))
  if (isRight) return []
  return [problem('/sealedFields', 'sealed/fields', sealedMessages.entries.fields)]
}

function givenBy({ access, record }: CaseFile & { readonly access: Access }, actor: Actor): Given {
  if (!access.owner) return { origin: 'counter', by: actor.id }
  return { origin: actor.person === record.applicant ? 'applicant' : 'delegate', by: actor.id }
}
