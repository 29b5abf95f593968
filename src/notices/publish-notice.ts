import { queueOutbox } from '../channels/index.ts'
import { plainLine } from '../kernel/notices/index.ts'
import { recordFact } from '../ledger/index.ts'
import { type JsonObject, type Tx, newId } from '../platform/index.ts'
import { type Notice, type NoticeText, noticeSha256 } from './notice.ts'
import { demandAddition, isMadeOfChange } from './made-notice.ts'
import { insertNotice, insertNoticeVersion, noticeById, takeNextVersion } from './notice-store.ts'
import { NoticeChangedMeanwhileError, NoticeNotFoundError } from './refusals.ts'

/** Who publishes, and when. */
export interface Publication {
  /** Id of the actor. */
  readonly actor: string
  readonly at: Temporal.Instant
}

/**
 * Publishes a notice: its row, the fact `notice.published`, and what tells its subscribers, in the
 * transaction of whatever it announces. Whoever calls it has judged the right to, and the text.
 * @param by - `id` where the notice's address must be known before; a new one where absent.
 */
export async function publishNotice(
  tx: Tx,
  text: NoticeText,
  by: Publication & { readonly id?: string }
): Promise<Notice> {
  const id = by.id ?? newId(by.at)
  await insertNotice(tx, { id, authority: text.authority })
  return publishVersion(tx, text, { ...by, id, version: 1 })
}

/** Who corrects, and what of. */
export interface Correction extends Publication {
  /** The version that the writer corrects, where another one in between must be told. */
  readonly seen?: number
  /** A person or a person's program, rather than whatever made the notice. */
  readonly byHand?: boolean
}

/**
 * Corrects a notice by publishing its next version; the one before stays readable.
 * @throws {NoticeNotFoundError} If the authority of the text has no such notice.
 * @throws {NoticeChangedMeanwhileError} If somebody else corrected it after the version `seen`.
 * @throws {NoticeFixedError} If the notice tells of a change of a card, an agreement or the program, or
 *   `byHand` of anything that the program made it of, and its kind or services would be others.
 * @throws {NoticeLeavesOutError} If then its words would be others, rather than more behind them.
 */
// oxlint-disable-next-line max-params -- the address and what is written there are two things
export async function correctNotice(
  tx: Tx,
  id: string,
  text: NoticeText,
  by: Correction
): Promise<Notice> {
  const version = await takeNextVersion(tx, { id, authority: text.authority })
  if (version === null) throw new NoticeNotFoundError()
  if (by.seen !== undefined && by.seen !== version - 1) throw new NoticeChangedMeanwhileError()
  const before = await noticeById(tx, id, version - 1)
  const isFixed = before !== null && (isMadeOfChange(before) || by.byHand === true)
  const next = isFixed ? demandAddition(before, text) : text
  return publishVersion(tx, next, { ...by, id, version })
}

async function publishVersion(
  tx: Tx,
  text: NoticeText,
  by: Publication & { readonly id: string; readonly version: number }
): Promise<Notice> {
  const { authority } = text
  // The database keeps microseconds: the fact says the same instant as the row.
  const effectiveAt = text.effectiveAt?.round('microsecond') ?? null
  const sha256 = noticeSha256(text)
  const title = { fa: plainLine(text.title.fa), en: plainLine(text.title.en) }
  const version = { ...text, title, effectiveAt, id: by.id, version: by.version, sha256 }
  const { id: fact } = await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'notice.published',
    subject: by.id,
    at: by.at,
    actor: by.actor,
    body: publishedBody(version)
  })
  const notice = { ...version, publishedAt: by.at, publishedBy: by.actor, seenAt: null, fact }
  await insertNoticeVersion(tx, notice)
  const payload = { notice: notice.id, version: notice.version }
  await queueOutbox(tx, [{ owner: authority, topic: 'notice.published', payload }], by.at)
  return notice
}

/** The fact `notice.published`: codes, hashes and times, and nothing of the text. */
export function publishedBody(
  notice: NoticeText & Pick<Notice, 'id' | 'version' | 'sha256'>
): JsonObject {
  const { services, about } = notice
  return {
    notice: notice.id,
    version: notice.version,
    kind: notice.kind,
    changes: notice.changes,
    services,
    ...(services.length === 1 ? { service: services[0] } : {}),
    sha256: notice.sha256,
    about: about && { kind: about.kind, id: about.id },
    effectiveAt: notice.effectiveAt?.toString() ?? null
  }
}
