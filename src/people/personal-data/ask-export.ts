import { type Context, NotFoundError, inTransaction, newId } from '../../platform/index.ts'
import { hashSecret, newSecret } from '../session.ts'
import { type DataExport, linkMinutes } from './export.ts'
import { exportOfLink, exportsOf, insertExport, insertLink } from './export-store.ts'
import { ExportLinkError } from './refusals.ts'

/**
 * Asks for a copy of everything about a person; the caller has seen to a fresh proof. Where one is being
 * made already, that one is the answer.
 */
export async function askExport(context: Context, person: string): Promise<DataExport> {
  const at = context.clock.now()
  await inTransaction(context.db, (tx) => insertExport(tx, { id: newId(at), person, askedAt: at }))
  context.nudge()
  const newest = (await exportsOf(context.db, person)).find(({ state }) => state === 'waiting')
  const [last] = await exportsOf(context.db, person)
  const found = newest ?? last
  if (found === undefined) throw new NotFoundError()
  return found
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
