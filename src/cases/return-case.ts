import { type NewFact, recordFacts } from '../ledger/index.ts'
import type { Actor } from '../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction
} from '../platform/index.ts'
import { type CaseFile, openCase } from './case-file.ts'
import type { Note } from './case-record.ts'
import { type DefectItem, isOnCard, isRepeat, parseDefectItem } from './case-rules.ts'
import { type Defect, type DefectCode, type Stage, currentDocuments, defectCodes } from './case.ts'
import { type CaseFact, type Changed, changeCase } from './change-case.ts'
import { demandStage } from './demand-stage.ts'
import { demandTime } from './demand-time.ts'
import { refusalMessages } from './messages-refusals.ts'
import { noDefect } from './no-defect.ts'
import { noteOf } from './note.ts'
import { type HeldJudgement, demandJudgement } from './sealed/demand-judgement.ts'
import { DocumentNotOnCardError, NoDefectError, problem } from './refusals.ts'

/** Everything that is wrong with an application, at once. */
export interface ReturnCaseInput {
  readonly case: string
  readonly defects: readonly {
    readonly code: DefectCode
    /** `document:<code of the card>` or `field:<name>`. */
    readonly item: string
    /** For the applicant. */
    readonly note?: string | undefined
  }[]
  /** Of a sealed case: the same, signed by the unit that opened it (`signJudgement`). */
  readonly judgement?: string | undefined
  /** Of a sealed case: `schemaHash` of the form by which it was judged; a program says it. */
  readonly schema?: string | undefined
  /** When it was returned, if that was before now. */
  readonly at?: Temporal.Instant | undefined
  readonly expectedVersion?: number | undefined
}

const returnable: readonly Stage[] = ['awaiting-documents', 'received', 'in-progress']
const defectsMax = 60

/**
 * Sends a case back to its applicant with coded reasons, all defects at once, and pauses the clock.
 * Only what the card lists can be named; an attempt to ask for anything else is recorded and refused.
 * That something optional is not there is no defect, and "missing" is not said of what is there.
 * A second return for a defect that was there to be seen the first time is marked as a repeat.
 * @throws {DocumentNotOnCardError} With the pointers of what the card does not list.
 * @throws {NoDefectError} With the pointers of what is optional and absent, or called missing and there.
 * @throws {InvalidInputError} At `/defects/<n>/…`.
 * @throws {JudgementNeededError} Of a sealed case, without the signed word of the unit that opened it.
 */
export async function returnCase(
  context: Context,
  actor: Actor,
  input: ReturnCaseInput
): Promise<Changed & { repeat: boolean }> {
  const file = await openCase(context, actor, { case: input.case, rights: ['officer', 'approver'] })
  demandStage(file.history, returnable)
  const now = context.clock.now()
  const at = demandTime(file, input.at, now)
  const items = demandDefects(input)
  await demandOnCard(context, actor, { file, items })
  demandTrue(file, { items, defects: input.defects })
  const { defects, judgement: note, schema } = input
  const given = { verdict: 'correct' as const, defects, note, schema }
  const judgement = await demandJudgement(context, actor, { file, given })
  return giveBack(context, actor, { file, items, at, input, judgement })
}

async function giveBack(
  context: Context,
  actor: Actor,
  given: {
    file: CaseFile
    items: readonly DefectItem[]
    at: Temporal.Instant | undefined
    input: ReturnCaseInput
    judgement: HeldJudgement | null
  }
): Promise<Changed & { repeat: boolean }> {
  const { file, items, at, input, judgement } = given
  const now = context.clock.now()
  const notes: Note[] = []
  const defects = input.defects.map(({ code, item, note: text }, i): Defect => {
    const note = noteOf(text, { pointer: `/defects/${String(i)}/note`, actor, at: now })
    if (note !== null) notes.push(note)
    return { code, item, note: note?.id ?? null }
  })
  const repeat = isRepeat(file.history, defects)
  const facts = [
    ...(judgement === null ? [] : [judgement.fact]),
    ...requestsOf(items).map((type): CaseFact => ({
      kind: 'document.requested',
      at,
      body: { type, listed: true }
    })),
    { kind: 'case.returned' as const, at, body: { defects: defects.map(bodyOf), repeat } }
  ]
  const { expectedVersion } = input
  const changed = await changeCase(context, actor, {
    file,
    change: {
      facts,
      notes,
      expectedVersion,
      within: async (tx) => {
        await judgement?.insert(tx)
      }
    }
  })
  return { ...changed, repeat }
}

function bodyOf({ code, item, note }: Defect) {
  return note === null ? { code, item } : { code, item, note }
}

function requestsOf(items: readonly DefectItem[]): string[] {
  return [...new Set(items.flatMap((item) => (item.kind === 'document' ? [item.code] : [])))]
}

function demandDefects({ defects }: ReturnCaseInput): DefectItem[] {
  const texts = refusalMessages.entries
  const problems: FieldProblem[] = []
  if (defects.length === 0 || defects.length > defectsMax) {
    problems.push(problem('/defects', 'case/defects-required', texts.defectsRequired))
  }
  const items = defects.flatMap(({ code, item }, i): DefectItem[] => {
    const parsed = parseDefectItem(item)
    if (parsed === null) {
      problems.push(problem(`/defects/${String(i)}/item`, 'case/defect-item', texts.defectItem))
      return []
    }
    if (!defectCodes.includes(code) || !code.startsWith(parsed.kind)) {
      const text = texts.notADocumentDefect
      problems.push(problem(`/defects/${String(i)}/code`, 'case/defect-code', text))
    }
    return [parsed]
  })
  if (problems.length > 0) throw new InvalidInputError(problems)
  return items
}

/** Refuses defects that are none: a pause of the clock for them would be the applicant's loss. */
function demandTrue(
  { card, record, history }: CaseFile,
  { items, defects }: { items: readonly DefectItem[]; defects: ReturnCaseInput['defects'] }
): void {
  const there = new Set(currentDocuments(history).keys())
  const problems = items.flatMap((item, i): FieldProblem[] => {
    const said = noDefect({ card, answers: record.answers, there }, item, defects[i]?.code)
    if (said === null) return []
    const { name, reason } = said
    const text = { fa: reason.fa(name.fa), en: reason.en(name.en) }
    return [problem(`/defects/${String(i)}/item`, 'case/no-defect', text)]
  })
  if (problems.length > 0) throw new NoDefectError(problems)
}

/** Refuses what the card does not list, and records that it was asked for. */
async function demandOnCard(
  context: Context,
  actor: Actor,
  { file, items }: { file: CaseFile; items: readonly DefectItem[] }
): Promise<void> {
  const { record, card } = file
  const beyond = items.map((item) => !isOnCard(card, item))
  if (!beyond.includes(true)) return
  const facts = items
    .filter((_, i) => beyond[i])
    .map((item): NewFact => ({
      owner: record.applicant,
      authority: record.authority,
      kind: 'document.request-refused',
      subject: record.id,
      at: context.clock.now(),
      actor: actor.id,
      agreementVersion: record.agreementVersion,
      cardVersion: record.cardVersion,
      body: {
        case: record.id,
        service: record.service,
        type: item.kind === 'document' ? item.code : item.name
      }
    }))
  await inTransaction(context.db, (tx) => recordFacts(tx, facts))
  throw new DocumentNotOnCardError(
    beyond.flatMap((is, i) => (is ? [`/defects/${String(i)}/item`] : []))
  )
}
