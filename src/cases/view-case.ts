import type { ServiceCard } from '../catalogue/index.ts'
import type { FormValues } from '../kernel/forms/index.ts'
import { recordFact } from '../ledger/index.ts'
import { type Actor, type Role, actorNames } from '../people/index.ts'
import {
  type Bilingual,
  type Context,
  InvalidInputError,
  inTransaction
} from '../platform/index.ts'
import type { Access } from './case-access.ts'
import { type CaseClock, readCaseClock } from './case-clock.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { historyOf } from './case-history.ts'
import type { DocumentRecord, StoredDocument } from './case-record.ts'
import { demandCaseUse } from './case-use.ts'
import { missingDocuments } from './case-rules.ts'
import { type CaseHistory, currentDocuments } from './case.ts'
import { lookOf } from './change-case.ts'
import { type DelegatedCaseAct, delegatedActsOf } from './delegated-acts.ts'
import { documentsOf, notesOf } from './document-store.ts'
import { type HandedOn, handedOnOf } from './handed-on/handed-on.ts'
import { refusalMessages } from './messages-refusals.ts'
import { type CasePermissions, permissionsOf } from './permissions.ts'
import { calendarFor } from './published.ts'
import { problem } from './refusals.ts'
import { isSealed, receivingUnit } from './sealed/sealed-form.ts'
import { type StoredJudgement, judgementsOf } from './sealed/sealed-store.ts'
import { unitTitle } from './sealed/sealing-page.ts'

/** A case as whoever asks may see it. */
export interface CaseView {
  readonly id: string
  /** Tracking code as stored; print it with `formatTrackingCode`. */
  readonly code: string
  readonly authority: string
  readonly unit: string
  readonly service: string
  /** Sent back as `expectedVersion`, it keeps two people from undoing each other. */
  readonly version: number
  /** When it reached the body; the promise is counted from no earlier. */
  readonly filedAt: Temporal.Instant
  /** When a clerk typed that it arrived; `null` where it was registered as it came. */
  readonly arrivedAt: Temporal.Instant | null
  readonly registeredAt: Temporal.Instant
  readonly applicant: { readonly id: string; readonly name: Bilingual | null }
  /** The reader is its applicant, or acts for its applicant. */
  readonly mine: boolean
  readonly card: ServiceCard
  readonly answers: FormValues
  readonly history: CaseHistory
  readonly clock: CaseClock
  readonly documents: readonly ViewedDocument[]
  /** Codes of demanded documents that have not come. */
  readonly missing: readonly string[]
  /** What people wrote, by the ids that the history holds. */
  readonly notes: Readonly<Record<string, ViewedNote>>
  /** Who of the body has looked at it, newest first. */
  readonly lookedAt: readonly Look[]
  /** To whom documents were handed on within the body, the first one first. */
  readonly handedOn: readonly HandedOn[]
  /** What delegates did for the applicant, the first one first. */
  readonly delegatedActs: readonly DelegatedCaseAct[]
  /** Of a sealed case: to whom, and what that unit signed; `null` of any other. */
  readonly sealed: SealedView | null
  readonly may: CasePermissions
}

/** What is told of a sealed case beside its ciphertext. */
export interface SealedView {
  /** The unit that received it, and alone can open it. */
  readonly unit: { readonly id: string; readonly title: Bilingual }
  readonly judgements: readonly StoredJudgement[]
}

/** A document of a case; who gave it is not in receipts of before. */
export interface ViewedDocument
  extends DocumentRecord, Partial<Pick<StoredDocument, 'dataType' | 'origin' | 'givenBy'>> {
  readonly giverName?: Bilingual | null
  /** The newest of its type. */
  readonly current: boolean
}

export interface ViewedNote {
  /** `null` once erased. */
  readonly text: string | null
  readonly at: Temporal.Instant
  /** Id of the actor. */
  readonly author: string
}

export interface Look {
  readonly at: Temporal.Instant
  /** Id of the actor. */
  readonly by: string
  readonly name: Bilingual | null
  readonly role: Role
}

export interface ViewCaseInput {
  readonly case: string
  /** The case as it was known then: history, clock and calendar. */
  readonly asKnownAt?: Temporal.Instant | undefined
}

/**
 * A case for its applicant, or for somebody of the body, whose looking is recorded.
 * @throws {CaseNotFoundError} If there is none, or none for this actor.
 * @throws {InvalidInputError} At `/asKnownAt`: it was not registered yet then.
 */
export async function viewCase(
  context: Context,
  actor: Actor,
  input: ViewCaseInput
): Promise<CaseView> {
  const file = await openCase(context, actor, { case: input.case, rights: ['owner', 'reader'] })
  await recordLook(context, actor, file)
  const known = await asKnown(context, file, input.asKnownAt)
  const viewers = file.history.views.map((view) => view.by)
  const told = await described(context, known)
  const givers = told.documents.flatMap(({ givenBy }) => givenBy ?? [])
  const names = await actorNames(context.db, [file.record.applicant, ...viewers, ...givers])
  return {
    ...told,
    documents: told.documents.map((document) => ({
      ...document,
      giverName: names.get(document.givenBy ?? '')?.name ?? null
    })),
    applicant: {
      id: file.record.applicant,
      name: names.get(file.record.applicant)?.name ?? null
    },
    mine: file.access.owner,
    lookedAt: known.history.views.toReversed().map(({ at, by, role }) => ({
      at,
      by: names.get(by)?.id ?? by,
      name: names.get(by)?.name ?? null,
      role: role as Role
    })),
    handedOn: handedOnOf(file.facts),
    delegatedActs: await delegatedActsOf(context.db, {
      applicant: file.record.applicant,
      facts: file.facts
    }),
    sealed: await sealedView(context, known),
    may: permissionsOf(file)
  }
}

type KnownFile = CaseFile & { readonly access: Access; readonly clock: CaseClock }

async function sealedView(
  context: Context,
  { card, record, history }: CaseFile
): Promise<SealedView | null> {
  if (!isSealed(card)) return null
  const known = new Set(history.judgements.map(({ id }) => id))
  const judgements = await judgementsOf(context.db, record.id)
  return {
    unit: { id: receivingUnit(card), title: await unitTitle(context, card) },
    judgements: judgements.filter(({ id }) => known.has(id))
  }
}

/**
 * The case by what was known at an instant.
 * @throws {InvalidInputError} At `/asKnownAt`: before it was registered nothing of it was known.
 */
async function asKnown(
  context: Context,
  file: CaseFile & { access: Access },
  asKnownAt: Temporal.Instant | undefined
): Promise<KnownFile> {
  const now = context.clock.now()
  if (asKnownAt === undefined) return { ...file, clock: clockOf(file, { at: now }) }
  const then = historyOf(file.facts, { asKnownAt })
  if (then === null) {
    const { notKnownThen } = refusalMessages.entries
    throw new InvalidInputError([problem('/asKnownAt', 'case/not-known-then', notKnownThen)])
  }
  const calendar = await calendarFor(context.db, file.card, asKnownAt)
  const known = { ...file, history: then, calendar }
  return { ...known, clock: clockOf(known, { at: asKnownAt, asKnownAt }) }
}

function clockOf(
  file: CaseFile,
  when: { at: Temporal.Instant; asKnownAt?: Temporal.Instant }
): CaseClock {
  const { history, card, calendar } = file
  return readCaseClock(history, { promise: card.promisedTime, calendar, ...when })
}

async function described(context: Context, file: KnownFile) {
  const { record, history, card, clock } = file
  const { id, code, authority, unit, service, version, filedAt, answers } = record
  const known = new Set(history.documents.map((each) => each.document))
  const current = currentDocuments(history)
  const documents = (await documentsOf(context.db, id)).filter((each) => known.has(each.id))
  const notes = await notesOf(context.db, id)
  return {
    id,
    code,
    authority,
    unit,
    service,
    version,
    filedAt,
    arrivedAt: history.filed.arrivedAt,
    registeredAt: history.filed.registeredAt,
    answers,
    card,
    history,
    clock,
    documents: documents.map((each) => ({
      ...each,
      current: current.get(each.type)?.document === each.id
    })),
    missing: missingDocuments(card, new Set(current.keys())),
    notes: Object.fromEntries(
      notes.map((note) => [note.id, { text: note.text, at: note.writtenAt, author: note.author }])
    )
  }
}

/** Records that a delegate or somebody of the body looked: the person concerned can ask who did. */
export async function recordLook(
  context: Context,
  actor: Actor,
  file: CaseFile & { readonly access: Access }
): Promise<void> {
  const at = context.clock.now()
  const { record, access } = file
  const isDelegate = access.owner && actor.person !== record.applicant
  if (isDelegate) await demandCaseUse(context, actor, { record, access })
  const look = lookOf(file, actor, at)
  if (look === null) return
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner: record.applicant,
      authority: record.authority,
      kind: look.kind,
      subject: record.id,
      at,
      actor: actor.id,
      agreementVersion: record.agreementVersion,
      cardVersion: record.cardVersion,
      body: { case: record.id, service: record.service, ...look.body }
    })
  )
}
