import { systemActor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { plannedCovering } from '../planned/read-planned.ts'
import { serviceOfComponent } from '../probes/component.ts'
import { type Watch, setWake, takeWatch, watchesToRead } from '../probes/watch-store.ts'
import { applyGaps } from './apply-gaps.ts'
import { type Change, changeOutageIn, changeQuietly, openOutageIn } from './change-outage.ts'
import { type OutageStep, matchOutages } from './match-outages.ts'
import type { Outage } from './outage.ts'
import { type WatchReading, readWatch } from './read-watch.ts'

const actor = systemActor('outages.detect').id

// Components that are read at once: enough to hide the wait for the disk, few enough for the pool.
const watchesAtOnce = 4

/**
 * Reads the components whose results changed or went silent, and makes outages, gaps and notices what
 * the results say now: each component in one transaction, taken by compare-and-swap, so that any number
 * of workers may do this at once and an outage is opened once.
 * @param limit - Most components to read in this turn.
 * @returns How many this call read.
 */
export async function detectOutages(context: Context, limit = 500): Promise<number> {
  const watches = await watchesToRead(context.db, context.clock.now(), limit)
  let read = 0
  const work = async () => {
    for (let next = watches.shift(); next !== undefined; next = watches.shift()) {
      const isRead = await detectSafely(context, next)
      if (isRead) read += 1
    }
  }
  await Promise.all(Array.from({ length: watchesAtOnce }, work))
  if (read > 0) context.nudge()
  return read
}

/** One component that cannot be read must not keep the others from being read. */
async function detectSafely(context: Context, watch: Watch): Promise<boolean> {
  try {
    return await inTransaction(context.db, (tx) => detectOne(context, tx, watch))
  } catch (error) {
    const { authority, component } = watch
    context.log.error({ error, authority, component }, 'a component could not be read; again soon')
    return false
  }
}

async function detectOne(context: Context, tx: Tx, watch: Watch): Promise<boolean> {
  const at = context.clock.now()
  if (!(await takeWatch(tx, watch, { at }))) return false
  const reading = await readWatch(tx, watch, at)
  if (reading === null) return true
  const change = { actor, at }
  for (const step of matchOutages(reading.down, reading.outages, reading.from.epochMilliseconds)) {
    await applyStep(tx, step, { watch, reading, change })
  }
  await applyGaps(tx, watch, { reading, change })
  await setWake(tx, watch, reading.wakeAt === null ? null : instant(reading.wakeAt))
  return true
}

interface Given {
  readonly watch: Watch
  readonly reading: WatchReading
  readonly change: Change
}

async function applyStep(tx: Tx, step: OutageStep, given: Given): Promise<void> {
  switch (step.do) {
    case 'open':
      await open(tx, step, given)
      return
    case 'move':
      await move(tx, step, given)
      return
    case 'end':
      await close(tx, { ...step.outage, to: instant(step.to) }, given.change)
      return
    case 'void': {
      const outage: Outage = {
        ...step.outage,
        void: true,
        to: step.outage.to ?? given.change.at,
        expectedReturnAt: null,
        nextUpdateAt: null
      }
      await changeOutageIn(tx, outage, late(given.change))
    }
  }
}

async function open(
  tx: Tx,
  { span }: Extract<OutageStep, { do: 'open' }>,
  { watch, reading, change }: Given
): Promise<void> {
  const { authority, component } = watch
  const from = instant(span.from)
  const to = span.to === null ? null : instant(span.to)
  const failed = reading.stretches.findLast(
    (each) => !each.up && span.targets.includes(each.target) && overlap(each, { from, to })
  )
  const planned = await plannedCovering(tx, watch, from)
  const { nextUpdateMinutes } = reading.settings
  await openOutageIn(
    tx,
    {
      authority,
      component,
      service: serviceOfComponent(component),
      from,
      to,
      cause: 'unknown',
      automatic: true,
      vantagePoints: span.vantagePoints,
      targets: span.targets,
      reason: failed?.reason ?? null,
      detail: failed?.detail ?? null,
      planned: planned?.id ?? null,
      scope: null,
      note: null,
      expectedReturnAt: null,
      nextUpdateAt: to === null ? change.at.add({ minutes: nextUpdateMinutes }) : null,
      void: false,
      settled: false,
      closedKnownAt: to === null ? null : change.at
    },
    change
  )
}

async function move(
  tx: Tx,
  step: Extract<OutageStep, { do: 'move' }>,
  { reading, change }: Given
): Promise<void> {
  const { outage, span } = step
  const targets = [...new Set([...outage.targets, ...span.targets])]
  const vantagePoints = Math.max(outage.vantagePoints, span.vantagePoints)
  let known: Outage = { ...outage, targets, vantagePoints }
  const from = instant(step.from)
  const to = step.to === null ? null : instant(step.to)
  const endsNow = outage.to === null && to !== null
  if (!from.equals(outage.from) || (outage.to !== null && !sameEnd(to, outage.to))) {
    const moved = { ...known, from, to: outage.to === null ? null : to }
    const next = change.at.add({ minutes: reading.settings.nextUpdateMinutes })
    const reopened = { ...moved, closedKnownAt: null, nextUpdateAt: next }
    const isReopened = outage.to !== null && to === null
    known = await changeOutageIn(tx, isReopened ? reopened : moved, late(change))
  } else if (!endsNow && targets.length !== outage.targets.length) await changeQuietly(tx, known)
  if (endsNow) await close(tx, { ...known, to }, change)
}

async function close(tx: Tx, outage: Outage, change: Change): Promise<void> {
  const closed: Outage = {
    ...outage,
    expectedReturnAt: null,
    nextUpdateAt: null,
    closedKnownAt: change.at
  }
  await changeOutageIn(tx, closed, { act: { kind: 'closed' }, change })
}

function late(change: Change) {
  return { act: { kind: 'corrected', reason: 'late-results' } as const, change }
}

function sameEnd(a: Temporal.Instant | null, b: Temporal.Instant): boolean {
  return a !== null && a.equals(b)
}

function overlap(
  stretch: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  span: { readonly from: Temporal.Instant; readonly to: Temporal.Instant | null }
): boolean {
  const reaches = Temporal.Instant.compare(stretch.to, span.from) >= 0
  return reaches && (span.to === null || Temporal.Instant.compare(stretch.from, span.to) < 0)
}

function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds))
}
