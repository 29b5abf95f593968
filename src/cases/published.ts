import { officeCalendar, serviceAgreementState } from '../agreements/index.ts'
import { type ServiceCard, cardNameInForce, cardVersion } from '../catalogue/index.ts'
import { type CompiledCalendar, compileCalendar } from '../kernel/worktime/index.ts'
import { authorityById } from '../people/index.ts'
import type { Db } from '../platform/index.ts'
import type { CaseCalendar } from './case-clock.ts'
import { ServiceNotOfferedError } from './refusals.ts'

// What was published under a version never changes, so it is read once for each database handle.
const cards = new WeakMap<Db, Map<string, ServiceCard>>()
const alwaysByZone = new Map<string, CompiledCalendar>()

/** The card of a version that a case names. */
export async function cardOf(db: Db, name: string): Promise<ServiceCard> {
  const known = cards.get(db)?.get(name)
  if (known !== undefined) return known
  const found = await cardVersion(db, name)
  if (found === null) throw new Error(`a case names the card ${name}, which was never published`)
  return keepCard(db, name, found.card)
}

const cardNames = new WeakMap<Db, Map<string, NameAnswer>>()
const nameAgeMillisecondsMax = 100
const namesMax = 500

interface NameAnswer {
  readonly at: Temporal.Instant
  readonly readAt: number
  readonly name: Promise<string | null>
}

/**
 * The name of the card in force. A publication and a filing that are less than a tenth of a second apart
 * pass each other on their way to the disk as it is, so an answer serves those who ask that soon after;
 * at a busy desk that is a statement less for each application.
 */
function cardNameAt(db: Db, service: string, at: Temporal.Instant): Promise<string | null> {
  const answers = cardNames.get(db) ?? new Map<string, NameAnswer>()
  cardNames.set(db, answers)
  const known = answers.get(service)
  const readAt = performance.now()
  if (known !== undefined && readAt - known.readAt < nameAgeMillisecondsMax) {
    const age = at.epochNanoseconds - known.at.epochNanoseconds
    if (age > 0n && age < BigInt(nameAgeMillisecondsMax) * 1_000_000n) return known.name
  }
  const name = cardNameInForce(db, service, at)
  name.catch(() => answers.delete(service))
  // Whoever asks for what is not there must not fill the memory with it.
  if (answers.size >= namesMax) answers.clear()
  answers.set(service, { at, readAt, name })
  return name
}

/**
 * The card that a service is offered by at an instant, with its name. Which version that is, is asked
 * again after a moment; what it says, once.
 * @throws {ServiceNotOfferedError}
 */
export async function offeredCard(
  db: Db,
  service: string,
  at: Temporal.Instant
): Promise<{ card: ServiceCard; cardVersion: string }> {
  const name = await cardNameAt(db, service, at)
  if (name === null) throw new ServiceNotOfferedError()
  return { card: await cardOf(db, name), cardVersion: name }
}

/** The card that a service was offered by at an earlier instant; where it had none, the present one. */
export async function cardThen(
  db: Db,
  offered: { card: ServiceCard; cardVersion: string },
  at: Temporal.Instant
): Promise<{ card: ServiceCard; cardVersion: string }> {
  const name = await cardNameInForce(db, offered.card.code, at)
  if (name === null || name === offered.cardVersion) return offered
  return { card: await cardOf(db, name), cardVersion: name }
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

/**
 * The calendars that a case of a card runs on. A promise in hours or calendar days counts every hour,
 * so only the zone is asked for, in which its days begin.
 */
export async function calendarFor(
  db: Db,
  card: Pick<ServiceCard, 'authority' | 'promisedTime'>,
  at: Temporal.Instant
): Promise<CaseCalendar> {
  if (card.promisedTime.unit === 'working-days') return calendarOf(db, card.authority, at)
  return { version: 'none', always: always(await zoneOf(db, card.authority)), office: null }
}

const zones = new WeakMap<Db, Map<string, string>>()

/** The zone of an authority, which is read once: a body does not move to another. */
async function zoneOf(db: Db, authority: string): Promise<string> {
  const known = zones.get(db)?.get(authority)
  if (known !== undefined) return known
  const zone = (await authorityById(db, authority))?.timeZone ?? zoneByDefault
  zones.set(db, (zones.get(db) ?? new Map<string, string>()).set(authority, zone))
  return zone
}

function always(zone: string): CompiledCalendar {
  const known = alwaysByZone.get(zone) ?? compileCalendar('always', zone)
  alwaysByZone.set(zone, known)
  return known
}

const agreementVersions = new WeakMap<Db, Map<string, AgreementAnswer>>()
const agreementAgeMillisecondsMax = 1000

interface AgreementAnswer {
  readonly second: number
  readonly readAt: number
  readonly version: Promise<string | null>
}

/**
 * The version of the agreement that a service stands under; `null` where none is in force. Agreements
 * begin and end on whole seconds, so the answer is asked for once in each second and for no longer than
 * one, however many cases are filed in it.
 */
export function agreementVersionOf(
  db: Db,
  service: { authority: string; code: string },
  at: Temporal.Instant
): Promise<string | null> {
  const second = Math.floor(at.epochMilliseconds / 1000)
  const answers = agreementVersions.get(db) ?? new Map<string, AgreementAnswer>()
  agreementVersions.set(db, answers)
  const known = answers.get(service.code)
  const readAt = performance.now()
  if (known?.second === second && readAt - known.readAt < agreementAgeMillisecondsMax) {
    return known.version
  }
  const version = serviceAgreementState(db, service, at).then((state) => state.version?.ref ?? null)
  // An answer that failed is asked for again.
  version.catch(() => answers.delete(service.code))
  answers.set(service.code, { second, readAt, version })
  return version
}
