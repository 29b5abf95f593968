import type { FormValues } from '../kernel/forms/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { missingDocuments, parseDefectItem, unansweredItems } from './case-rules.ts'
import { type CaseReturn, currentDocuments, openReturn } from './case.ts'
import { type Changed, changeCase } from './change-case.ts'
import { demandAnswers } from './check-answers.ts'
import { demandStage } from './demand-stage.ts'
import { refusalMessages } from './messages-refusals.ts'
import { noteOf } from './note.ts'
import { UnresolvedDefectsError, WrongStageError, problem } from './refusals.ts'

/** The applicant's answer to a return; documents have been added before. */
export interface ResubmitCaseInput {
  readonly case: string
  /** Returned fields with their new values; all others stay. */
  readonly answers?: unknown
  /** Why what was asked for is right as it is. */
  readonly contest?: string | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Brings a returned case back and lets the clock run on. Each returned document has been replaced and
 * each returned answer changed, or the applicant says why not.
 * @throws {UnresolvedDefectsError} With the items that were neither mended nor contested.
 * @throws {InvalidInputError} At `/answers/<name>`: a wrong value, or a field that was not returned.
 */
export async function resubmitCase(
  context: Context,
  actor: Actor,
  input: ResubmitCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, { case: input.case, rights: ['owner', 'clerk'] })
  demandStage(file.history, ['returned'])
  const open = openReturn(file.history)
  if (open === null) throw new WrongStageError()
  const now = context.clock.now()
  const answers = mergedAnswers(file, { open, changes: input.answers, now })
  const fields = changedFields(file.record.answers, answers)
  const note = noteOf(input.contest, { pointer: '/contest', actor, at: now })
  const left = unansweredItems(file.history, open, new Set(fields))
  if (left.length > 0 && note === null) throw new UnresolvedDefectsError(left)
  const present = new Set(currentDocuments(file.history).keys())
  const complete =
    file.history.completeAt === null && missingDocuments(file.card, present).length === 0
  return changeCase(context, actor, {
    file,
    change: {
      facts: [
        {
          kind: 'case.resubmitted',
          body: { fields, ...(note === null ? {} : { contest: note.id }) }
        },
        ...(complete ? [{ kind: 'case.documents-complete' as const }] : [])
      ],
      notes: note === null ? [] : [note],
      answers,
      expectedVersion: input.expectedVersion
    }
  })
}

function mergedAnswers(
  { record, card }: CaseFile,
  asked: { open: CaseReturn; changes: unknown; now: Temporal.Instant }
): FormValues {
  const { open, changes, now } = asked
  if (changes === undefined) return record.answers
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    return demandAnswers(card, changes, now)
  }
  const returned = new Set(
    open.defects.flatMap(({ item }) => {
      const target = parseDefectItem(item)
      return target?.kind === 'field' ? [target.name] : []
    })
  )
  const merged = demandAnswers(card, { ...record.answers, ...changes }, now)
  const others = changedFields(record.answers, merged).filter((name) => !returned.has(name))
  if (others.length > 0) {
    const { fieldNotReturned: text } = refusalMessages.entries
    throw new InvalidInputError(
      others.map((name) => problem(`/answers/${name}`, 'case/field-not-returned', text))
    )
  }
  return merged
}

function changedFields(before: FormValues, after: FormValues): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
