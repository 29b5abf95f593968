import type { Actor } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx
} from '../../platform/index.ts'
import { sealedNames } from '../../kernel/forms/index.ts'
import type { Access } from '../case-access.ts'
import type { CaseFile } from '../case-file.ts'
import type { Given } from '../case-record.ts'
import type { CaseReturn } from '../case.ts'
import { parseDefectItem } from '../case-rules.ts'
import type { CaseFact } from '../change-case.ts'
import { insertDocument } from '../document-store.ts'
import { checkDocuments } from '../given-documents.ts'
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
 * @throws {InvalidInputError} At `/sealedFields`, `/sealed`.
 */
export async function checkCorrection(
  context: Context,
  actor: Actor,
  asked: {
    readonly file: CaseFile & { readonly access: Access }
    readonly open: CaseReturn
    readonly input: SealedCorrection
  }
): Promise<CheckedCorrection> {
  const { file, open, input } = asked
  const fields = [...new Set(input.sealedFields ?? [])]
  if (!isSealed(file.card) || (input.sealed === undefined && fields.length === 0)) return nothing
  const key = await demandSealingKey(context.db, file.card, context.clock.now())
  const { form, problems } = checkForm(file.card, key, input.sealed)
  const wrong = [...problems, ...fieldProblems(file, open, fields)]
  if (form === null || wrong.length > 0) throw new InvalidInputError(wrong)
  const channel = file.access.owner ? ('site' as const) : file.history.filed.channel
  const given = { card: file.card, arrival: { channel }, later: null, form }
  const checked = await checkDocuments(context, actor, given)
  const { applicant, id: caseId } = file.record
  return {
    fields,
    facts: checked.records.map(({ id, type, sha256, sizeBytes }): CaseFact => {
      const body = { document: id, type, channel, sha256, sizeBytes }
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
