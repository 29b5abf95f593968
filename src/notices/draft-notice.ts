import { type Actor, authorityById, demand } from '../people/index.ts'
import { type Context, inTransaction, newId } from '../platform/index.ts'
import { checkNotice } from './check-notice.ts'
import {
  type NoticeDraft,
  type SeenDraft,
  draftById,
  insertDraft,
  rebaseDraft,
  takeDraft,
  updateDraft
} from './draft-store.ts'
import { type FormPlace, type NoticeTexts, readNoticeForm, writeNoticeForm } from './notice-form.ts'
import { type Notice, type NoticeText, noticeSha256 } from './notice.ts'
import { noticeById } from './notice-store.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import {
  NoticeChangedMeanwhileError,
  NoticeInvalidError,
  NoticeNotFoundError,
  NoticeUnchangedError
} from './refusals.ts'
import { serviceNames } from './service-name-store.ts'

/** Who may write notices of an authority. */
export const writerRoles = ['it-manager', 'authority-admin'] as const

/** A draft opened by one who may write it. */
export interface OpenedDraft {
  readonly draft: NoticeDraft
  /** The newest published version; `null` for a new notice. */
  readonly published: Notice | null
  readonly place: FormPlace
}

/** Begins a new notice of an authority. @returns Its id. */
export async function startNotice(
  context: Context,
  actor: Actor,
  authority: string
): Promise<string> {
  demand(actor, { authority, role: writerRoles })
  const now = context.clock.now()
  const id = newId(now)
  const draft = { id, authority, baseVersion: null, typed: {}, revision: 1 }
  await inTransaction(context.db, (tx) =>
    insertDraft(tx, { ...draft, savedAt: now, savedBy: actor.id })
  )
  return id
}

/** Begins the next version of a notice from its newest; an unfinished one is gone on with. */
export async function startCorrection(context: Context, actor: Actor, id: string): Promise<void> {
  const notice = await noticeById(context.db, id)
  if (notice === null) throw new NoticeNotFoundError()
  const { authority, version: baseVersion } = notice
  demand(actor, { authority, role: writerRoles })
  const typed = writeNoticeForm(notice, await zoneOf(context, authority))
  const draft = { id, authority, baseVersion, typed, revision: 1 }
  await inTransaction(context.db, (tx) =>
    insertDraft(tx, { ...draft, savedAt: context.clock.now(), savedBy: actor.id })
  )
}

/**
 * Opens a draft.
 * @throws {NoticeNotFoundError} If there is none, or not for this actor to know of.
 */
export async function openDraft(context: Context, actor: Actor, id: string): Promise<OpenedDraft> {
  const draft = await draftById(context.db, id)
  if (draft === null) throw new NoticeNotFoundError()
  demand(actor, { authority: draft.authority, role: writerRoles })
  const published = await noticeById(context.db, id)
  const timeZone = await zoneOf(context, draft.authority)
  const made = published?.about ? published : null
  const place = { authority: draft.authority, timeZone, made }
  return { draft, published, place }
}

async function zoneOf(context: Context, authority: string): Promise<string> {
  return (await authorityById(context.db, authority))?.timeZone ?? 'Asia/Tehran'
}

/**
 * Saves what was typed, however unfinished.
 * @throws {NoticeChangedMeanwhileError} If somebody else saved after the revision that was seen.
 */
export async function saveDraft(
  context: Context,
  actor: Actor,
  input: SeenDraft & { readonly typed: NoticeTexts }
): Promise<OpenedDraft> {
  const opened = await openDraft(context, actor, input.id)
  const { typed } = input
  const saved = { typed, savedAt: context.clock.now(), savedBy: actor.id }
  const isSaved = await inTransaction(context.db, (tx) => updateDraft(tx, input, saved))
  if (!isSaved) throw new NoticeChangedMeanwhileError()
  return { ...opened, draft: { ...opened.draft, ...saved, revision: input.revision + 1 } }
}

/** Makes a draft correct the newest version, which its writer has seen, where it was begun from an older. */
export async function rebaseCorrection(
  context: Context,
  actor: Actor,
  seen: SeenDraft
): Promise<void> {
  const { published } = await openDraft(context, actor, seen.id)
  if (published === null) throw new NoticeNotFoundError()
  const isMoved = await inTransaction(context.db, (tx) => rebaseDraft(tx, seen, published.version))
  if (!isMoved) throw new NoticeChangedMeanwhileError()
}

/** Gives a draft up, as its writer last saw it. */
export async function discardDraft(context: Context, actor: Actor, seen: SeenDraft): Promise<void> {
  await openDraft(context, actor, seen.id)
  if (!(await inTransaction(context.db, (tx) => takeDraft(tx, seen)))) {
    throw new NoticeChangedMeanwhileError()
  }
}

/**
 * Publishes a draft: a new notice, or the next version of the one that it corrects.
 * @throws {NoticeInvalidError} With every field that is not right.
 * @throws {NoticeUnchangedError} If a correction says what the version before says.
 * @throws {NoticeChangedMeanwhileError} If somebody else saved the draft, or corrected the notice.
 */
export async function publishDraft(
  context: Context,
  actor: Actor,
  seen: SeenDraft
): Promise<Notice> {
  const { draft, published, place } = await openDraft(context, actor, seen.id)
  if (draft.revision !== seen.revision) throw new NoticeChangedMeanwhileError()
  const { text, problems } = readNoticeForm(draft.typed, place)
  const wrong = await problemsOf(context, text, published)
  if (problems.length + wrong.length > 0) throw new NoticeInvalidError([...problems, ...wrong])
  if (published !== null && saysTheSame(text, published)) throw new NoticeUnchangedError()
  const by = { actor: actor.id, at: context.clock.now() }
  const notice = await inTransaction(context.db, async (tx) => {
    if (!(await takeDraft(tx, seen))) throw new NoticeChangedMeanwhileError()
    const { id, baseVersion } = draft
    return baseVersion === null
      ? publishNotice(tx, text, { ...by, id })
      : correctNotice(tx, id, text, { ...by, seen: baseVersion, byHand: true })
  })
  context.nudge()
  return notice
}

/** What is wrong with a notice of a person or a program; see {@link checkNotice}. */
export async function problemsOf(context: Context, text: NoticeText, before: NoticeText | null) {
  const services = await serviceNames(context.db)
  return checkNotice(text, { services, now: context.clock.now(), before })
}

/** Whether a correction would change nothing that anybody sees. */
export function saysTheSame(text: NoticeText, notice: Notice): boolean {
  return noticeSha256(text) === notice.sha256 && marksOf(text) === marksOf(notice)
}

function marksOf({ kind, changes, services, effectiveAt, bannerUntil }: NoticeText): string {
  return JSON.stringify([kind, changes, services, effectiveAt, bannerUntil])
}
