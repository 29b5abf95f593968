import { type Interruption, announcements, interruptions } from '../../catalogue/index.ts'
import { type Actor, type Authority, actorOf, authorityById } from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import type { Page } from '../../platform/http/index.ts'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { readShownClock, type ShownClock } from '../case-progress.ts'
import { calendarFor } from '../published.ts'
import { type Sealing, sealingFor } from '../sealed/sealing-page.ts'
import { type CaseView, viewCase } from '../view-case.ts'
import { casePage } from '../views/case-page.ts'
import type { RefusedForm } from '../views/desk-case-options.ts'
import { paramOf } from './page-input.ts'

/** A case that the address names, as the one who asks may see it. */
export interface OpenCase {
  readonly actor: Actor
  readonly shown: CaseView
  readonly clock: ShownClock
  readonly authority: Authority
  /** What keeps the service from being given, now or soon. */
  readonly interruptions: readonly Interruption[]
  /** Of a sealed case: by what a browser proves the keys of its unit. */
  readonly sealing: Sealing | null
  /** Changes of the card that came, or were announced, after the application. */
  readonly later: readonly announcements.Announcement[]
}

/** Reads the case that the address names; looking at it is recorded where staff look. */
export async function openCasePage(context: Context, p: Page): Promise<OpenCase> {
  const actor = actorOf(p.request)
  const shown = await viewCase(context, actor, { case: paramOf(p.request, 'id') })
  return {
    actor,
    shown,
    clock: await clockAt(context, shown, { at: p.view.now }),
    authority: await authorityOf(context, shown.authority),
    interruptions: await interruptions.interruptionsOfService(
      context.db,
      shown.card,
      context.clock.now()
    ),
    sealing: await sealingFor(context, {
      card: shown.card,
      cardVersion: shown.history.cardVersion
    }),
    later: await announcements.laterVersions(
      context.db,
      shown.history.cardVersion,
      context.clock.now()
    )
  }
}

/** The applicant's page of the case, with what was sent to it and refused. */
export async function refusedCasePage(
  context: Context,
  p: Page,
  refused: RefusedForm
): Promise<Html> {
  const { actor: _, ...open } = await openCasePage(context, p)
  return casePage(p.view, { ...open, refused })
}

/** The clock of a case at an instant, with how far its promise is; the case must be as known then. */
export async function clockAt(
  context: Context,
  { card, history }: Pick<CaseView, 'card' | 'history'>,
  when: { readonly at: Temporal.Instant; readonly asKnownAt?: Temporal.Instant }
): Promise<ShownClock> {
  const calendar = await calendarFor(context.db, card, when.at)
  return readShownClock(history, { promise: card.promisedTime, calendar, ...when })
}

/** An authority that a case names. */
export async function authorityOf(context: Context, id: string): Promise<Authority> {
  const authority = await authorityById(context.db, id)
  if (authority === null) throw new NotFoundError()
  return authority
}
