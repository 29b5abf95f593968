import type { Actor } from '../people/index.ts'
import { type Context, Refusal } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { handedOnTo } from './handed-on/list-handed-on.ts'
import { type SentLink, linkSeconds, linkText, readLink } from './document-link.ts'
import { forgetSecrets, linkSecret, secretOf } from './link-store.ts'
import { type OpenDocument, readDocument } from './read-document.ts'
import { recordHiddenRefusal } from './refuse-hidden.ts'
import { DocumentNotFoundError } from './refusals.ts'

/** A link to the bytes of a document that was good until some minutes ago. */
class LinkExpiredError extends Refusal {
  readonly code = 'document-link/expired'
  override readonly status = 410
  constructor() {
    super({
      fa: 'این پیوند پس از چند دقیقه پایان یافته است. درخواست را دوباره باز کنید و مدرک را از آنجا بگیرید.',
      en: 'This link ended after some minutes. Open the application again and take the document from there.'
    })
  }
}

/** A link to the bytes of a document, for one reader and some minutes. */
export interface MadeLink {
  /** Below `/api/v1`. */
  readonly path: string
  readonly expiresAt: Temporal.Instant
}

/**
 * Makes a link to the bytes of a document. Whether its reader may open it is asked when it is opened,
 * too: a right that ended in between opens nothing.
 * @throws {CaseNotFoundError} If there is no such case, or the actor is nothing to it.
 */
export async function makeLink(
  context: Context,
  actor: Actor,
  input: { readonly case: string; readonly document: string }
): Promise<MadeLink> {
  if ((await handedOnTo(context, actor, input)) === null) {
    await openCase(context, actor, {
      case: input.case,
      rights: ['owner', 'officer', 'clerk', 'approver', 'reader']
    })
  }
  const madeAt = context.clock.now()
  const secret = await linkSecret(context.db, dayOf(madeAt))
  const link = linkText({ ...input, reader: actor.id, madeAt }, secret)
  return { path: `/files/${link}`, expiresAt: madeAt.add({ seconds: linkSeconds }) }
}

/**
 * Opens a document by a link. A link that was made up, or for somebody else, leads nowhere; that another
 * tried it is recorded for the applicant.
 * @throws {DocumentNotFoundError} If it leads nowhere.
 * @throws {LinkExpiredError} If it was good, some minutes ago.
 */
export async function openLink(
  context: Context,
  actor: Actor,
  text: string
): Promise<OpenDocument> {
  const link = await madeHere(context, text)
  if (!link.isOf(actor.id)) {
    const { case: id, document } = link
    await recordHiddenRefusal(context, actor, { case: id, document, because: 'link-of-another' })
    throw new DocumentNotFoundError()
  }
  const age = link.madeAt.until(context.clock.now()).total('seconds')
  if (age > linkSeconds) throw new LinkExpiredError()
  return readDocument(context, actor, link)
}

async function madeHere(context: Context, text: string): Promise<SentLink> {
  const link = readLink(text)
  const secret = link === null ? null : await secretOf(context.db, dayOf(link.madeAt))
  if (link === null || secret === null || !link.isMadeBy(secret)) throw new DocumentNotFoundError()
  return link
}

/** Forgets the secrets of links that have run out long since. */
export async function forgetLinks(context: Context): Promise<void> {
  await forgetSecrets(context.db, dayOf(context.clock.now()).subtract({ days: 2 }))
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO('UTC').toPlainDate()
}
