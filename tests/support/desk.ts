import { randomBytes } from 'node:crypto'
import { importAgreements, importCalendars } from '../../src/agreements/index.ts'
import { importCards } from '../../src/catalogue/index.ts'
import { jobs } from '../../src/cases/jobs.ts'
import { drainOutbox } from '../../src/channels/index.ts'
import { readConfig } from '../../src/config.ts'
import {
  type Actor,
  actorOfPerson,
  demonstrationPeople,
  importAuthorities,
  seedDemonstration
} from '../../src/people/index.ts'
import {
  type Context,
  type Db,
  type ManualClock,
  manualClock,
  silentLog
} from '../../src/platform/index.ts'
import { testDatabase } from './database.ts'

/** A desk with the two authorities, their calendars, cards and invented people, at a set time. */
export interface TestDesk {
  readonly context: Context
  readonly clock: ManualClock
  readonly url: string
  /** An invented person, by key, as the actor that they are now. */
  as(key: string): Promise<Actor>
  /** Brings the queues to where the cases are. */
  drain(): Promise<void>
}

/**
 * Opens a desk in a database of its own.
 * @param contentAt - When its cards and calendars were published.
 */
export async function testDesk(
  start = '2026-11-21T06:00:00Z',
  contentAt = '2026-03-21T00:00:00Z'
): Promise<TestDesk> {
  const config = readConfig({ PEYMAN_DEMO: '1' })
  const at = (db: Db, clock: ManualClock): Context => {
    return { db, clock, config, log: silentLog, nudge: () => {} }
  }
  const { db, url } = await testDatabase({
    name: `desk at ${contentAt}`,
    load: (empty) => loadDesk(at(empty, manualClock(contentAt)))
  })
  const clock = manualClock(contentAt)
  clock.set(start)
  const context = at(db, clock)
  return {
    context,
    clock,
    url,
    as: async (key) => {
      const person = (await demonstrationPeople()).find((each) => each.key === key)
      const actor = person && (await actorOfPerson(db, person.id, clock.now()))
      if (actor === undefined || actor === null) throw new Error(`nobody has the key ${key}`)
      return actor
    },
    drain: async () => {
      await drainOutbox(context, jobs.outbox ?? {})
    }
  }
}

async function loadDesk(context: Context): Promise<void> {
  await importAuthorities(context)
  await seedDemonstration(context)
  await importCalendars(context)
  await importAgreements(context)
  await importCards(context)
}

/** A PDF that is one in its first and last bytes, of this many bytes, unlike any other. */
export function pdf(sizeBytes = 2000): Buffer {
  const [first, last] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n'), Buffer.from('\n%%EOF\n')]
  const between = randomBytes(Math.max(sizeBytes - first.length - last.length, 0))
  return Buffer.concat([first, between, last])
}

/** A JPEG that is one in its first bytes. */
export function jpeg(sizeBytes = 2000): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(sizeBytes)]).subarray(
    0,
    sizeBytes
  )
}

/** Good answers for disaster damage (10021006): 72 hours, one demanded document, no visits. */
export const damageAnswers = {
  disaster: 'flood',
  eventDate: '1405-08-20',
  property: ['home'],
  place: 'خیابان شهید بهشتی، کوچه ۴، پلاک ۱۲',
  injured: 'no',
  mobile: '09151234567'
}

/** Good answers for meeting the Governor (10021001): 10 working days, one visit, no documents. */
export const meetingAnswers = {
  county: 'birjand',
  subject: 'پیگیری پرونده زمین',
  description: 'دو سال است که پرونده زمین ما در دستگاه‌ها مانده است.',
  mobile: '09151234567'
}
