import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { authorityById, systemActor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { cardSha256, wasPublished } from './card-store.ts'
import type { ServiceCard } from './card.ts'
import { checkCard } from './check-card.ts'
import { publishVersion } from './publish-card.ts'
import { CardFileError, readCardFile } from './read-card-file.ts'
import { CardUnchangedError } from './refusals.ts'

const cardFolder = resolve(import.meta.dirname, '../../agreements/services')

/** The actor of cards that come with the installation. */
const importer = systemActor('catalogue.files')

/**
 * Publishes the card files of a folder (the installation's own, unless told), each in a transaction
 * of its own. A file whose content was ever published is left alone, so that a start neither repeats
 * itself nor undoes what an editor published since. A file that changed is announced, as what an editor
 * changes is. Authorities have to be there first.
 * @returns The codes of the services whose cards were published now.
 * @throws {CardFileError} Naming file, line and column of everything wrong in the first bad file.
 */
export async function importCards(
  context: Context,
  folder: string = cardFolder
): Promise<string[]> {
  const published: string[] = []
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  for (const name of names) {
    const file = join(folder, name)
    const card = readCardFile(file, await readFile(file, 'utf8'))
    if (await wasPublished(context.db, card.code, cardSha256(card))) continue
    const checked = checkCard(card, await authorityById(context.db, card.authority))
    if (!checked.ok) {
      throw new CardFileError(
        file,
        checked.problems.map(({ pointer, text }) => ({ line: 1, column: 1, path: pointer, text }))
      )
    }
    const by = { actor: importer.id, at: context.clock.now() }
    if (await publishOnce(context, checked.card, by)) published.push(card.code)
  }
  return published
}

/** Publishes a card, unless another process that starts at this moment is faster. */
async function publishOnce(
  context: Context,
  card: ServiceCard,
  by: { actor: string; at: Temporal.Instant }
): Promise<boolean> {
  try {
    await inTransaction(context.db, (tx) => publishVersion(tx, card, by))
    return true
  } catch (error) {
    // The same card, written in other words that mean nothing: an empty list for none.
    if (error instanceof CardUnchangedError) return false
    if (await wasPublished(context.db, card.code, cardSha256(card))) return false
    throw error
  }
}
