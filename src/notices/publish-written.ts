import { type Actor, demand } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { problemsOf, saysTheSame, writerRoles } from './draft-notice.ts'
import { demandAddition } from './made-notice.ts'
import type { Notice, NoticeText } from './notice.ts'
import { noticeById } from './notice-store.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import {
  NoticeChangedMeanwhileError,
  NoticeInvalidError,
  NoticeNotFoundError,
  NoticeUnchangedError
} from './refusals.ts'

/**
 * Publishes a notice that a program sends whole.
 * @throws {NoticeInvalidError} With every field that is not right.
 */
export async function publishWritten(
  context: Context,
  actor: Actor,
  text: NoticeText
): Promise<Notice> {
  demand(actor, { authority: text.authority, role: writerRoles })
  const problems = await problemsOf(context, plainChanges(text), null)
  if (problems.length > 0) throw new NoticeInvalidError(problems)
  const by = { actor: actor.id, at: context.clock.now() }
  const notice = await inTransaction(context.db, (tx) => publishNotice(tx, plainChanges(text), by))
  context.nudge()
  return notice
}

/** What changes is said with a notice of a change, and with no other that somebody writes. */
function plainChanges<T extends Pick<NoticeText, 'kind' | 'changes'>>(text: T): T {
  return text.kind === 'change' ? text : { ...text, changes: [] }
}

/** A correction that a program sends whole. */
export interface WrittenCorrection {
  readonly id: string
  /** The version that is corrected. */
  readonly corrects: number
  readonly text: Omit<NoticeText, 'authority' | 'about'>
}

/**
 * Publishes a correction that a program sends whole.
 * @throws {NoticeNotFoundError} If there is no such notice.
 * @throws {NoticeChangedMeanwhileError} If the notice has a newer version than the one that is corrected.
 * @throws {NoticeFixedError} If the program made the notice, and it would be of another kind or matter.
 * @throws {NoticeLeavesOutError} If the program made the notice, and this is more than an addition.
 */
export async function correctWritten(
  context: Context,
  actor: Actor,
  { id, corrects, text }: WrittenCorrection
): Promise<Notice> {
  const before = await noticeById(context.db, id)
  if (before === null) throw new NoticeNotFoundError()
  const { authority, about } = before
  demand(actor, { authority, role: writerRoles })
  if (before.version !== corrects) throw new NoticeChangedMeanwhileError()
  const next = demandAddition(before, {
    ...(about === null ? plainChanges(text) : text),
    authority,
    about
  })
  const problems = await problemsOf(context, next, before)
  if (problems.length > 0) throw new NoticeInvalidError(problems)
  if (saysTheSame(next, before)) throw new NoticeUnchangedError()
  const by = { actor: actor.id, at: context.clock.now(), seen: corrects, byHand: true }
  const notice = await inTransaction(context.db, (tx) => correctNotice(tx, id, next, by))
  context.nudge()
  return notice
}
