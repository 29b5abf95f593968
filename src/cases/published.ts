import { officeCalendar, serviceAgreementState } from '../agreements/index.ts'
import { type CardVersion, type ServiceCard, cardInForce, cardVersion } from '../catalogue/index.ts'
import { type CompiledCalendar, compileCalendar } from '../kernel/worktime/index.ts'
import type { Db } from '../platform/index.ts'
import type { CaseCalendar } from './case-clock.ts'
import { ServiceNotOfferedError } from './refusals.ts'

// What was published under a version never changes, so it is read once for each database handle.
const cards = new WeakMap<Db, Map<string, ServiceCard>>()
const alwaysByZone = new Map<string, CompiledCalendar>()

/** The name of a card's version, `10021001@3`. */
export function cardVersionName(version: Pick<CardVersion, 'service' | 'version'>): string {
  return `${version.service}@${String(version.version)}`
}

/** The card of a version that a case names. */
export async function cardOf(db: Db, name: string): Promise<ServiceCard> {
  const known = cards.get(db)?.get(name)
  if (known !== undefined) return known
  const found = await cardVersion(db, name)
  if (found === null) throw new Error(`a case names the card ${name}, which was never published`)
  return keepCard(db, name, found.card)
}

/**
 * The card that a service is offered by at an instant, with its name.
 * @throws {ServiceNotOfferedError}
 */
export async function offeredCard(
  db: Db,
  service: string,
  at: Temporal.Instant
): Promise<{ card: ServiceCard; cardVersion: string }> {
  const found = await cardInForce(db, service, at)
  if (found === null) throw new ServiceNotOfferedError()
  const name = cardVersionName(found)
  return { card: keepCard(db, name, found.card), cardVersion: name }
}

function keepCard(db: Db, name: string, card: ServiceCard): ServiceCard {
  const known = cards.get(db) ?? new Map<string, ServiceCard>()
  cards.set(db, known.set(name, card))
  return card
}

// Until an authority has published its calendar, its days are those of the country.
const zoneByDefault = 'Asia/Tehran'

/** The calendars of an authority as known at an instant. */
export async function calendarOf(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<CaseCalendar> {
  const office = await officeCalendar(db, authority, at)
  return {
    version: office?.version ?? 'none',
    always: always(office?.zone ?? zoneByDefault),
    office: office?.calendar ?? null
  }
}

function always(zone: string): CompiledCalendar {
  const known = alwaysByZone.get(zone) ?? compileCalendar('always', zone)
  alwaysByZone.set(zone, known)
  return known
}

/** The version of the agreement that a service stands under; `null` where none is in force. */
export async function agreementVersionOf(
  db: Db,
  service: { authority: string; code: string },
  at: Temporal.Instant
): Promise<string | null> {
  const state = await serviceAgreementState(db, service, at)
  return state.version?.ref ?? null
}
