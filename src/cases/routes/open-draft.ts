import {
  type Interruption,
  type ServiceCard,
  announcements,
  interruptions
} from '../../catalogue/index.ts'
import { type Actor, actorOf, representedBy } from '../../people/index.ts'
import { type Page, type PageAnswer, redirect } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { findSubmission } from '../file-case.ts'
import type { Draft } from '../draft.ts'
import { applyMessages } from '../messages-apply.ts'
import { cardOf, offeredCard } from '../published.ts'
import { readDraft } from '../read-draft.ts'
import { DraftNotFoundError } from '../refusals.ts'
import { type Sealing, sealingFor } from '../sealed/sealing-page.ts'
import { paramOf } from './page-input.ts'

/** A draft of the person who asks, and the card that it is for. */
export interface OpenDraft {
  readonly actor: Actor
  readonly draft: Draft
  readonly card: ServiceCard
  /** The card that the draft was saved by, where another has been published since. */
  readonly before: ServiceCard | null
  /** What keeps the service from being given, now or soon. */
  readonly closings: readonly Interruption[]
  /** Versions of the card that were announced and are not in force yet. */
  readonly announced: readonly announcements.Announcement[]
  /** To whom the browser seals; `null` of a service that is not sealed. */
  readonly sealing: Sealing | null
}

/** The draft that the address names, with the card that the service is offered by now. */
export async function openDraft(context: Context, p: Page): Promise<OpenDraft> {
  const actor = actorOf(p.request)
  const draft = await readDraft(context, actor, paramOf(p.request, 'id'))
  const now = context.clock.now()
  const { card, cardVersion } = await offeredCard(context.db, draft.service, now)
  const isSame = cardVersion === draft.cardVersion
  return {
    actor,
    draft,
    card,
    before: isSame ? null : await cardOf(context.db, draft.cardVersion),
    closings: await interruptions.interruptionsOfService(context.db, card, now),
    announced: await announcements.announcedOf(context.db, card.code, now),
    sealing: await sealingFor(context, { card, cardVersion })
  }
}

/**
 * Answers for the draft that the address names. One that was sent before (the browser's way back, a
 * second tab) leads to the receipt of what it became.
 */
export async function withDraft(
  context: Context,
  p: Page,
  work: (open: OpenDraft) => Promise<PageAnswer> | PageAnswer
): Promise<PageAnswer> {
  let open: OpenDraft
  try {
    open = await openDraft(context, p)
  } catch (error) {
    if (!(error instanceof DraftNotFoundError)) throw error
    const answer = await receiptOfSent(context, p)
    if (answer === null) throw error
    return answer
  }
  return work(open)
}

/** The way to the receipt of a draft that was sent already; `null` if it was not. */
export async function receiptOfSent(context: Context, p: Page): Promise<PageAnswer | null> {
  const before = await sentBefore(context, p)
  if (before === null) return null
  const text = applyMessages.in(p.lang).sentAlready
  return redirect(p, `/cases/${before}/receipt`, { kind: 'info', text })
}

/** The case that this draft became when its button was pressed before: a draft is sent once. */
async function sentBefore(context: Context, p: Page): Promise<string | null> {
  const { person } = actorOf(p.request)
  if (person === null) return null
  const submissionKey = paramOf(p.request, 'id')
  const represented = await representedBy(context.db, person, context.clock.now())
  for (const filer of [person, ...represented.map(({ id }) => id)]) {
    const found = await findSubmission(context.db, { filer, submissionKey })
    if (found !== null) return found.case
  }
  return null
}
