import type { FormValues } from '../kernel/forms/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import type { Access } from './case-access.ts'
import { type AtCounter, consentBody, consentTo, useCaseConsent } from './case-consent.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { completedAt, later, parseDefectItem, unansweredItems } from './case-rules.ts'
import { type CaseReturn, openReturn } from './case.ts'
import { type Changed, changeCase, demandVersion } from './change-case.ts'
import { demandAnswers } from './check-answers.ts'
import { demandStage } from './demand-stage.ts'
import { refusalMessages } from './messages-refusals.ts'
import { noteOf } from './note.ts'
import { type SealedCorrection, checkCorrection } from './sealed/correct-sealed.ts'
import { UnresolvedDefectsError, WrongStageError, problem } from './refusals.ts'

/** The applicant's answer to a return; documents have been added before. */
export interface ResubmitCaseInput extends AtCounter, SealedCorrection {
  readonly case: string
  /** Returned fields with their new values; all others stay. */
  readonly answers?: unknown
  /** Why what was asked for is right as it is. */
  readonly contest?: string | undefined
  /** For clerks: when the answer reached the body, where that was before now. */
  readonly arrivedAt?: Temporal.Instant | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Brings a returned case back and lets the clock run on. Each returned document has been replaced and
 * each returned answer changed, or the applicant says why not. An answer that lay unregistered at the
 * body stopped no clock: the pause ends when it arrived.
 * At a counter the applicant's consent to this very act is needed: to answer, or to contest.
 * @throws {UnresolvedDefectsError} With the items that were neither mended nor contested.
 * @throws {InvalidInputError} At `/answers/<name>`: a wrong value, or a field that was not returned; at
 *   `/arrivedAt`: not between the return and now; at `/consentCode`, `/officeCode`: of a counter.
 */
export async function resubmitCase(
  context: Context,
  actor: Actor,
  input: ResubmitCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['owner', 'clerk'],
    acts: ['answer']
  })
  demandStage(file.history, ['returned'])
  const open = openReturn(file.history)
  if (open === null) throw new WrongStageError()
  const now = context.clock.now()
  const answers = mergedAnswers(file, { open, changes: input.answers, now })
  const sealed = await checkCorrection(context, actor, { file, open, input })
  const fields = [...changedFields(file.record.answers, answers), ...sealed.fields]
  const note = noteOf(input.contest, { pointer: '/contest', actor, at: now })
  const left = unansweredItems(file.history, open, new Set(fields))
  if (left.length > 0 && note === null) throw new UnresolvedDefectsError(left)
  const at = answeredAt(file, { open, typed: fields.length > 0 || note !== null, input, now })
  const complete = file.history.completeAt === null ? completedAt(file.card, file.history) : null
  demandVersion(file, input.expectedVersion)
  const given = await consentTo(context, actor, { file, input, act: note ? 'contest' : 'answer' })
  const { applicant } = file.record
  return changeCase(context, actor, {
    file,
    change: {
      facts: [
        ...sealed.facts.map((fact) => ({ ...fact, at })),
        {
          kind: 'case.resubmitted',
          at,
          body: {
            fields,
            ...(note === null ? {} : { contest: note.id }),
            ...consentBody(given)
          }
        },
        ...(complete === null
          ? []
          : [{ kind: 'case.documents-complete' as const, at: startOf(complete, { open, at }) }])
      ],
      notes: note === null ? [] : [note],
      answers,
      expectedVersion: input.expectedVersion,
      within: async (tx) => {
        await sealed.write(tx)
        if (given !== null) await useCaseConsent(context, tx, { given, applicant })
      }
    }
  })
}

/**
 * When the answer to a return was there, if that was before now. What an applicant sends is there as it
 * is sent, and so is what a clerk types without saying when it came; where documents are the whole of it,
 * they say by themselves when they arrived. What had arrived before the return makes its pause none.
 */
function answeredAt(
  { history, access }: CaseFile & { access: Access },
  answer: { open: CaseReturn; typed: boolean; input: ResubmitCaseInput; now: Temporal.Instant }
): Temporal.Instant | undefined {
  const { open, typed, input, now } = answer
  if (!access.clerk || access.owner) return undefined
  if (input.arrivedAt !== undefined) return demandBetween(input.arrivedAt, open.at, now)
  if (typed) return undefined
  const came = history.documents.filter(
    (each) => Temporal.Instant.compare(each.registeredAt, open.knownAt) > 0
  )
  const arrivedLate = came.some((each) => each.arrivedAt !== null)
  return arrivedLate ? came.map((each) => each.at).reduce(later, open.at) : undefined
}

function demandBetween(
  arrivedAt: Temporal.Instant,
  returnedAt: Temporal.Instant,
  now: Temporal.Instant
): Temporal.Instant {
  const early = Temporal.Instant.compare(arrivedAt, returnedAt) < 0
  if (!early && Temporal.Instant.compare(arrivedAt, now) <= 0) return arrivedAt
  const { answeredOutOfRange: text } = refusalMessages.entries
  throw new InvalidInputError([problem('/arrivedAt', 'case/answered-out-of-range', text)])
}

/** What was complete before the return started the clock then; else it starts as the case comes back. */
function startOf(
  complete: Temporal.Instant,
  { open, at }: { open: CaseReturn; at: Temporal.Instant | undefined }
): Temporal.Instant | undefined {
  return Temporal.Instant.compare(complete, open.at) < 0 ? complete : at
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
