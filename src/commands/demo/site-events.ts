import { listServices, publishCard } from '../../catalogue/index.ts'
import { openOutages, outageById, replayed } from '../../outages/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, Refusal, newId } from '../../platform/index.ts'
import type { Agenda } from './agenda.ts'
import type { Random } from './random.ts'
import type { SitePart, SiteProbe } from './site-probe.ts'
import {
  type Trouble,
  answers,
  complaints,
  falseAlarm,
  suspended,
  troubles,
  works
} from './site-words.ts'

/** Who keeps the site of an authority in a story, and its services. */
export interface House {
  readonly authority: string
  readonly manager: Actor
  readonly admin: Actor
  readonly services: readonly string[]
}

/** Where the life of the sites takes place. */
export interface Stage {
  readonly context: Context
  readonly agenda: Agenda
  readonly random: Random
  readonly probe: SiteProbe
  /** Counts a refusal, to be told at the end. */
  refused(code: string): void
}

/** Real people are refused now and then; the replay goes on, as they do. Bugs are not caught. */
export async function attempt(stage: Stage, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stage.refused(error.code)
  }
}

function later(stage: Stage, minutes: number, run: () => Promise<void>): void {
  const at = stage.context.clock.now().add({ seconds: Math.round(minutes * 60) })
  stage.agenda.add({ at, run: () => attempt(stage, run) })
}

/** Down for some minutes: found by the third look, told by the manager, closed with a note. */
export function failFor(
  stage: Stage,
  house: House,
  { component, minutes }: { component: string; minutes: number }
): Promise<void> {
  const part = { authority: house.authority, component }
  const trouble = stage.random.pick(troubles)
  const failing = stage.probe.fail(part)
  later(stage, 2, () => failing.found())
  later(stage, 2.5, () => stage.probe.seeNotices())
  if (minutes > 15) later(stage, 12, () => tellNews(stage, house, { part, trouble, minutes }))
  if (stage.random.chance(0.8)) later(stage, 3, () => report(stage, house, component))
  later(stage, minutes, () => {
    const recovered = failing.recover()
    later(stage, 2, async () => {
      const [open] = await openOf(stage, part)
      await recovered.found()
      if (open !== undefined) later(stage, 55, () => note(stage, house, { id: open.id, trouble }))
    })
    return Promise.resolve()
  })
  return Promise.resolve()
}

async function openOf({ context }: Stage, { authority, component }: SitePart) {
  return (await openOutages(context.db, authority)).filter((each) => each.component === component)
}

async function tellNews(
  stage: Stage,
  house: House,
  told: { part: SitePart; trouble: Trouble; minutes: number }
): Promise<void> {
  const [open] = await openOf(stage, told.part)
  if (open === undefined) return
  const now = stage.context.clock.now()
  await replayed.updateOutageNews(stage.context, house.manager, {
    id: open.id,
    cause: told.trouble.cause,
    scope: null,
    expectedReturnAt: now.add({ minutes: told.minutes }),
    nextUpdateAt: now.add({ minutes: told.minutes }),
    words: told.trouble.words
  })
  await stage.probe.seeNotices()
}

async function note(
  stage: Stage,
  house: House,
  { id, trouble }: { id: string; trouble: Trouble }
): Promise<void> {
  const outage = await outageById(stage.context.db, id)
  if (outage === null) return
  await replayed.closeOutage(stage.context, house.manager, {
    id,
    to: outage.to ?? stage.context.clock.now(),
    cause: trouble.cause,
    note: trouble.note
  })
  await stage.probe.seeNotices()
}

/** Work at night that was announced five days before; the part is down within its window. */
export async function announceInTime(stage: Stage, house: House, component: string): Promise<void> {
  const now = stage.context.clock.now()
  const from = wholeMinute(now.add({ hours: 5 * 24 + stage.random.between(14, 18) }))
  await announce(stage, house, { component, from, hours: 2 })
  later(stage, 9, () => stage.probe.seeNotices())
}

/** Work announced as late as is lawful; the probe reads the notice hours afterwards, and it is void. */
export async function announceTooLate(
  stage: Stage,
  house: House,
  component: string
): Promise<void> {
  const { at } = await replayed.earliestLawfulStart(stage.context, house.authority)
  stage.probe.goBlind(179)
  await announce(stage, house, { component, from: wholeMinute(at.add({ minutes: 1 })), hours: 1 })
  later(stage, 180, () => stage.probe.seeNotices())
}

async function announce(
  stage: Stage,
  house: House,
  plan: { component: string; from: Temporal.Instant; hours: number }
): Promise<void> {
  const { component, from, hours } = plan
  await replayed.announcePlanned(stage.context, house.manager, {
    authority: house.authority,
    kind: 'outage',
    components: [component],
    from,
    to: from.add({ hours }),
    words: stage.random.pick(works)
  })
  const begin = from.add({ minutes: 6 })
  stage.agenda.add({
    at: begin,
    run: () => failFor(stage, house, { component, minutes: hours * 60 - 20 })
  })
}

function wholeMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

/** The time of a service grows by a day; it holds once its notice was seen. */
export async function changeCard(stage: Stage, house: House): Promise<void> {
  const at = stage.context.clock.now()
  const services = await listServices(stage.context.db, { authority: house.authority, at })
  const card = services.map((each) => each.card).findLast((each) => each.promisedTime.amount < 90)
  if (card === undefined) return
  const { amount, unit } = card.promisedTime
  const promisedTime = { unit, amount: amount + (unit === 'hours' ? 24 : 1) }
  await publishCard(stage.context, house.admin, { ...card, promisedTime })
  later(stage, 14, () => stage.probe.seeNotices())
}

export async function suspend(stage: Stage, house: House, component: string): Promise<void> {
  const suspension = await replayed.suspendService(stage.context, house.manager, {
    authority: house.authority,
    kind: 'form-closed',
    services: [component.replace('service:', '')],
    reason: 'dependency',
    words: suspended
  })
  later(stage, 5, () => stage.probe.seeNotices())
  later(stage, stage.random.between(90, 260), async () => {
    await replayed.endSuspension(stage.context, house.manager, { suspension: suspension.id })
  })
}

/** Found down, and it was not: a second person approves the correction the next day. */
export async function cryWolf(stage: Stage, house: House, component: string): Promise<void> {
  const { context, probe } = stage
  const part = { authority: house.authority, component }
  const failing = probe.fail(part)
  later(stage, 2, () => failing.found())
  later(stage, 9, () => {
    const recovered = failing.recover()
    later(stage, 2, async () => {
      const [open] = await openOf(stage, part)
      await recovered.found()
      const outage = open === undefined ? null : await outageById(context.db, open.id)
      if (outage === null) return
      const { id, from, to, cause } = outage
      const proposed = await replayed.proposeCorrection(context, house.manager, {
        ...{ id, from, to, cause, void: true, reason: 'probe-at-fault', words: falseAlarm }
      })
      later(stage, 22 * 60, async () => {
        const decision = { id, correction: proposed.id, approved: true }
        await replayed.decideCorrection(context, house.admin, decision)
      })
    })
    return Promise.resolve()
  })
  return Promise.resolve()
}

/** Somebody reports, and hears some hours later. */
export async function report(stage: Stage, house: House, component: string): Promise<void> {
  const { context, random } = stage
  const choices = await replayed.listChoices(context.db)
  const choice = choices.find(
    (each) => each.authority === house.authority && each.component === component
  )
  if (choice === undefined) return
  const now = context.clock.now()
  const { kind, words } = random.pick(complaints)
  const input = replayed.reportInputOf({ kind, choice, words, now })
  const coming = { key: newId(now), channel: 'site' as const, at: now }
  const filed = await replayed.fileReport(context, replayed.draftFiling(input, coming))
  later(stage, random.between(45, 900), async () => {
    const reason = random.pick(['mended', 'was-outage', 'no-fault-found'] as const)
    await replayed.answerReport(context, house.manager, {
      report: filed.report,
      words: answers[reason],
      state: 'closed',
      closedReason: reason
    })
  })
}
