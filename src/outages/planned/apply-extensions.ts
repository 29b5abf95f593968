import { caseDesk } from '../../cases/index.ts'
import { type Actor, systemActor } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { outageState } from '../outages/outage.ts'
import { outageById } from '../outages/outage-store.ts'
import type { DeadlineExtension } from './extension.ts'
import { extensionsApplied, extensionsToApply, noteApplied } from './extension-store.ts'

/**
 * Extends the cases of every proposal that was approved. A crash in between leaves some cases extended;
 * the next turn does the others.
 * @returns How many proposals were done.
 */
export async function applyExtensions(context: Context): Promise<number> {
  const granted = await extensionsToApply(context.db)
  for (const extension of granted) {
    const extended = await caseDesk.extendDeadlines(context, granterOf(extension), extension)
    const at = context.clock.now()
    await noteApplied(context.db, { ...extension, cases: extended }, at)
  }
  return granted.length
}

/** The fact says who granted it, although the worker wrote it. */
function granterOf({ decidedBy }: DeadlineExtension): Actor {
  const worker = systemActor('outages.extensions')
  return { ...worker, id: decidedBy ?? worker.id }
}

// An outage is corrected within days, if at all.
const correctedWithinDays = 400

/**
 * Takes back what an outage that was corrected since does not cover: that is in the applicants' favour, so
 * it needs nobody's word. What a correction adds is never granted here.
 * @returns How many extensions became shorter.
 */
export async function shortenExtensions(context: Context): Promise<number> {
  const since = context.clock.now().subtract({ hours: correctedWithinDays * 24 })
  let shortened = 0
  for (const extension of await extensionsApplied(context.db, since)) {
    const span = await coveredSpan(context, extension)
    if (span.from.equals(extension.from) && span.to.equals(extension.to)) continue
    const next = { ...extension, ...span }
    const actor = systemActor('outages.extensions')
    await caseDesk.extendDeadlines(context, actor, { ...next, onlyExtended: true })
    await noteApplied(context.db, next, context.clock.now())
    shortened += 1
  }
  return shortened
}

async function coveredSpan(
  context: Context,
  { outage: id, from, to }: DeadlineExtension
): Promise<{ from: Temporal.Instant; to: Temporal.Instant }> {
  const outage = await outageById(context.db, id)
  if (outage === null) return { from, to }
  if (outageState(outage) === 'void') return { from, to: from }
  const begins = later(from, outage.from)
  const ends = outage.to === null ? to : earlier(to, outage.to)
  return { from: begins, to: later(begins, ends) }
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}
