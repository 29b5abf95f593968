import { promisingAuthorities } from '../../agreements/index.ts'
import { recordFacts } from '../../ledger/index.ts'
import type { Context, Tx } from '../../platform/index.ts'
import { type Place, fragmentsIn, placesOfText } from './plaintext-store.ts'
import { searchFiles } from './search-files.ts'

/** A letter whose text its writer disclosed, so that everybody may look for it. */
export interface DisclosedLetter {
  /** UUIDv7 of the letter: since when its text could be anywhere. */
  readonly letter: string
  readonly fragments: readonly string[]
}

/** What came of a search. */
export interface PlaintextFound {
  readonly fragments: number
  /** Columns and files that were looked through. */
  readonly places: number
  /** Columns too large to look through and files too many to read: nothing is known of them. */
  readonly skipped: number
  /** Fragments that stand somewhere in the clear. */
  readonly found: number
}

/** Rows of a table that are looked through as a whole; of larger ones those since the letter alone. */
const wholeRowsMax = 200_000
const fileBytesMax = 2 * 1024 ** 3

/**
 * Looks for the text of a disclosed letter in every column of every table and in every file of the data
 * folder (PI-4.1.10a): where a letter leaked into anything, a fragment of it stands there.
 * @param context - Its `db` may be a transaction.
 */
export async function searchPlaintext(
  context: Context,
  { letter, fragments }: DisclosedLetter
): Promise<PlaintextFound> {
  const since = instantOfId(letter)
  const found = new Set<string>()
  let [places, skipped] = [0, 0]
  for (const place of await placesOfText(context.db)) {
    const fromId = firstIdIn(place, since)
    if (fromId === undefined) skipped += 1
    else {
      places += 1
      for (const text of await fragmentsIn(context.db, place, { fragments, fromId }))
        found.add(text)
    }
  }
  const { dataFolder } = context.config
  const files = await searchFiles(dataFolder, fragments, { since, bytesMax: fileBytesMax })
  for (const text of files.found) found.add(text)
  return {
    fragments: fragments.length,
    places: places + files.searched,
    skipped: skipped + files.skipped,
    found: found.size
  }
}

/** From which id on a column is searched; `null`: from the first; `undefined`: it cannot be searched. */
function firstIdIn(place: Place, since: Temporal.Instant): string | null | undefined {
  if (place.rows <= wholeRowsMax) return null
  if (!place.hasId) return undefined
  const time = since.epochMilliseconds.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** The time part of a UUIDv7 (RFC 9562 section 5.7). */
function instantOfId(id: string): Temporal.Instant {
  const milliseconds = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
}

/** Records what a search found for every body that has an agreement. */
export async function recordTest(
  tx: Tx,
  { letter, found }: { readonly letter: string; readonly found: PlaintextFound },
  at: Temporal.Instant
): Promise<void> {
  const facts = (await promisingAuthorities(tx)).map((authority) => ({
    ...{ owner: authority, authority, kind: 'confidentiality.tested' as const, subject: authority },
    ...{ at, actor: 'system:letters', body: { letter, ok: found.found === 0, ...found } }
  }))
  await recordFacts(tx, facts)
}
