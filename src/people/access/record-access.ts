import { recordFact } from '../../ledger/index.ts'
import { type Context, type Db, inTransaction } from '../../platform/index.ts'
import { type Access, sameLookSeconds } from './access.ts'
import { wasRecorded } from './access-store.ts'

// What this process recorded a moment ago need not be asked of the database.
const recorded = new WeakMap<Db, Map<string, Temporal.Instant>>()
const keptMax = 10_000

/**
 * Records that somebody used, or tried to use, what is somebody's: `access.allowed` or `access.refused`,
 * with the object as its subject, among the facts of its owner. The same access within a quarter of an
 * hour is one.
 */
export async function recordAccess(context: Context, access: Access): Promise<void> {
  const at = context.clock.now()
  const known = recorded.get(context.db) ?? new Map<string, Temporal.Instant>()
  recorded.set(context.db, known)
  const key = keyOf(access)
  const last = known.get(key)
  const since = at.subtract({ seconds: sameLookSeconds })
  if (last !== undefined && isWithin(last, since, at)) return
  if (known.size >= keptMax) known.clear()
  if (!(await wasRecorded(context.db, access, since))) await record(context, access, at)
  known.set(key, at)
}

/** Records an act that is never the same as another, such as handing a document on. */
export async function record(
  context: Context,
  access: Access,
  at: Temporal.Instant
): Promise<void> {
  const { allowed, authority, owner, by, role, object, dataType, action, because } = access
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner,
      authority,
      kind: allowed ? 'access.allowed' : 'access.refused',
      subject: access.subject ?? object.id,
      at,
      actor: by,
      agreementVersion: access.agreementVersion ?? null,
      body: {
        object: { kind: object.kind, id: object.id },
        ...{ dataType, action, by, role, because, owner },
        ...(access.case === undefined ? {} : { case: access.case }),
        ...(access.to === undefined ? {} : { to: access.to }),
        ...(access.reason === undefined ? {} : { reason: access.reason })
      }
    })
  )
}

function keyOf({ allowed, owner, by, role, object, action, because, to }: Access): string {
  const { kind, id } = object
  return JSON.stringify([allowed, owner, by, role, kind, id, action, because, to ?? null])
}

function isWithin(at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, to) <= 0
}
