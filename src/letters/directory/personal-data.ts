import type { personalData } from '../../people/index.ts'
import { systemActor } from '../../people/index.ts'
import type { Db, Tx } from '../../platform/index.ts'
import { entriesOfPerson } from './entry-store.ts'
import { forgetPerson } from './forget-person.ts'
import { entryThatCloses } from './close-owner.ts'
import { messages } from './messages-personal-data.ts'
import { publishEntry } from './publish-entry.ts'

const { entries: t } = messages
const kept = { what: t.keys, because: t.because, until: null }

/** The public keys of a person, with their history. */
export const directoryHolder: personalData.PersonalDataHolder = {
  slice: 'letters-directory',
  tables: ['directory_entries', 'directory_aliases'],
  async *collect({ db }, person) {
    const rows = (await entriesOfPerson(db, person)).map(({ entry, hash, addedAt, head }) => ({
      owner: entry.owner,
      sequence: entry.sequence,
      reason: entry.reason,
      addedAt: addedAt.toString(),
      recipient: entry.recipient,
      hash,
      head
    }))
    if (rows.length > 0) yield { name: 'key-directory', title: t.keys, rows }
  },
  async foresee(db, person) {
    const count = (await entriesOfPerson(db, person)).length
    return { erased: [], kept: count === 0 ? [] : [kept], refused: [] }
  },
  evidence: () => Promise.resolve([]),
  async erase(tx, person, at) {
    if ((await entriesOfPerson(tx, person)).length === 0) return { erased: {}, kept: [] }
    await closeAll(tx, person, at)
    await forgetPerson(tx, person, at)
    return { erased: {}, kept: [kept] }
  }
}

/** Nobody is to seal a letter to a key that has no owner any more. */
async function closeAll(tx: Tx, person: string, at: Temporal.Instant): Promise<void> {
  for (const entry of await openEnds(tx, person)) {
    const closing = entryThatCloses(entry, at)
    const by = systemActor('system:erasure')
    await publishEntry(tx, { entry: closing, aliases: [], by, told: [person] }, at)
  }
}

async function openEnds(db: Db, person: string) {
  const entries = (await entriesOfPerson(db, person)).map(({ entry }) => entry)
  const last = new Map(entries.map((entry) => [entry.owner, entry]))
  return [...last.values()].filter(({ recipient }) => recipient !== null)
}
