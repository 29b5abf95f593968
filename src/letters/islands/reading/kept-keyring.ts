import type { Keyring } from '../mailbox-parts/shapes.ts'
import { openRows, rowsOf, wait } from './device-rows.ts'

interface KeptRow {
  readonly key: string
  readonly keyring: Keyring
}

const name = (mailbox: string) => `keyring/${mailbox}`

/**
 * Keeps the ways of a mailbox that was opened here. Each is sealed to what opens it, so the device learns nothing
 * by it, and opens what it keeps of letters while there is no line. Signing out clears it.
 */
export async function keepKeyring(keyring: Keyring): Promise<void> {
  const row: KeptRow = { key: name(keyring.mailbox.id), keyring }
  await wait(rowsOf(await openRows(), 'readwrite').put(row))
}

/** The ways of a mailbox that were kept here, of the reader's own where none is named; `null`: none were. */
export async function keptKeyring(mailbox?: string): Promise<Keyring | null> {
  const range = IDBKeyRange.bound(name(mailbox ?? ''), `${name(mailbox ?? '')}\uffff`)
  const rows = (await wait(rowsOf(await openRows(), 'readonly').getAll(range))) as KeptRow[]
  const found = rows.find(({ keyring }) => mailbox !== undefined || keyring.mailbox.via === 'own')
  return found?.keyring ?? null
}
