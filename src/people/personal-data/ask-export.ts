import { type Context, NotFoundError, inTransaction, newId } from '../../platform/index.ts'
import { hashSecret, newSecret } from '../session.ts'
import { type DataExport, linkMinutes } from './export.ts'
import { exportOfLink, exportsOf, insertExport, insertLink } from './export-store.ts'
import { ExportLinkError, ExportsTooManyError } from './refusals.ts'

const copiesPerDayMax = 3

/**
 * Asks for a copy of everything about a person; the caller has seen to a fresh proof. Where one is being
 * made already, that one is the answer.
 * @throws {ExportsTooManyError} After three in a day: each reads everything.
 */
export async function askExport(context: Context, person: string): Promise<DataExport> {
  const at = context.clock.now()
  const before = await exportsOf(context.db, person)
  const waiting = before.find(({ state }) => state === 'waiting')
  if (waiting !== undefined) return waiting
  const since = at.subtract({ hours: 24 })
  const lately = before.filter(({ askedAt }) => Temporal.Instant.compare(askedAt, since) > 0)
  if (lately.length >= copiesPerDayMax) throw new ExportsTooManyError()
  await inTransaction(context.db, (tx) => insertExport(tx, { id: newId(at), person, askedAt: at }))
  context.nudge()
  const [newest] = await exportsOf(context.db, person)
  if (newest === undefined) throw new NotFoundError()
  return newest
}

/**
 * A link to a copy: unguessable, for a quarter of an hour, and for its person only.
 * @throws {NotFoundError} For a copy that is not ready, expired, or somebody else's.
 */
export async function makeLink(
  context: Context,
  person: string,
  copy: string
): Promise<{ secret: string; expiresAt: Temporal.Instant }> {
  const now = context.clock.now()
  const secret = newSecret()
  const expiresAt = now.add({ minutes: linkMinutes })
  const link = { person, export: copy, secretSha256: hashSecret(secret) }
  const made = await inTransaction(context.db, (tx) => insertLink(tx, link, { now, expiresAt }))
  if (!made) throw new NotFoundError()
  return { secret, expiresAt }
}

/**
 * The copy that a link leads this person to. A download that broke off may begin again until it expires.
 * @throws {ExportLinkError}
 */
export async function openLink(
  context: Context,
  person: string,
  secret: string
): Promise<DataExport> {
  const secretSha256 = hashSecret(secret)
  const found = await exportOfLink(context.db, { person, secretSha256 }, context.clock.now())
  if (found === null) throw new ExportLinkError()
  return found
}
