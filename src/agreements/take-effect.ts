import { recordFact } from '../ledger/index.ts'
import type { Tx } from '../platform/index.ts'
import { revisionOf } from './agreement-store.ts'
import {
  type AnnouncedRevision,
  insertEffect,
  noteSight,
  waitingRevisions
} from './effect-store.ts'

/** That the notice of an announced text was seen. */
export interface RevisionSighting {
  /** The text, as its notice names it: `SK@1405#2`. */
  readonly about: string
  /** Id of the notice. */
  readonly notice: string
  readonly seenAt: Temporal.Instant
  /** Now: a text never takes effect in the past, however late the sighting is told. */
  readonly at: Temporal.Instant
}

/**
 * Puts an announced text in force, once its notice was seen, with the fact `agreement.effective`. Texts
 * of one version follow one another: one whose notice is seen before that of the one before it waits
 * for that. Telling the same sighting again changes nothing.
 * @returns The texts that took effect now, as `SK@1405#2`.
 */
export async function takeEffect(tx: Tx, sighting: RevisionSighting): Promise<string[]> {
  const which = revisionNamed(sighting.about)
  if (which === null || !(await noteSight(tx, { ...which, ...sighting }))) return []
  const taken: string[] = []
  for (const next of await waitingRevisions(tx, which)) {
    if (next.seenAt === null) break
    await putInForce(tx, { ...next, seenAt: next.seenAt }, sighting.at)
    taken.push(revisionName(next))
  }
  return taken
}

/** How notices name a text: `SK@1405#2`. */
export function revisionName(one: {
  readonly agreement: string
  readonly version: string
  readonly revision: number
}): string {
  return `${one.agreement}@${one.version}#${String(one.revision)}`
}

/** Reads a name of {@link revisionName}; `null` where it is none. */
function revisionNamed(name: string) {
  const parts = /^([A-Z]{1,20})@([0-9.]{1,12})#([1-9][0-9]{0,5})$/.exec(name)
  const [, agreement, version, revision] = parts ?? []
  return agreement === undefined || version === undefined
    ? null
    : { agreement, version, revision: Number(revision) }
}

async function putInForce(
  tx: Tx,
  one: AnnouncedRevision & { readonly seenAt: Temporal.Instant },
  now: Temporal.Instant
): Promise<void> {
  const text = await revisionOf(tx, one)
  if (text === null) throw new Error(`${revisionName(one)} was announced and is not there`)
  const effectiveAt = Temporal.Instant.compare(one.seenAt, now) > 0 ? one.seenAt : now
  await insertEffect(tx, { ...one, effectiveAt })
  await recordFact(tx, {
    owner: text.authority,
    authority: text.authority,
    kind: 'agreement.effective',
    subject: text.ref,
    at: effectiveAt,
    knownAt: now,
    actor: 'system',
    body: {
      agreement: one.agreement,
      version: one.version,
      revision: one.revision,
      notice: one.notice,
      seenAt: one.seenAt.toString()
    }
  })
}
