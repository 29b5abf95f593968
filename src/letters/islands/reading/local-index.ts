import { openRows, rowsOf, wait } from './device-rows.ts'
import { seen } from './dom.ts'

/** What this device remembers of a letter that it opened. */
export interface Remembered {
  readonly id: string
  readonly subject: string
  readonly sender: string
  readonly sentAt: string
  readonly text: string
  /** Names of its attachments; absent in rows of before, whose text ends with them. */
  readonly names?: readonly string[]
  readonly contentHash: string
  readonly folder: string | null
}

const textCharactersMax = 200_000

interface SealedRow {
  readonly key: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

/**
 * The local index: one row for each letter that was opened here, sealed by AES-256-GCM with a key made of
 * the mailbox's seed. Without the mailbox nobody reads it, and signing out clears it (`Clear-Site-Data`).
 */
export class LocalIndex {
  readonly #database: IDBDatabase
  readonly #key: CryptoKey
  readonly #mailbox: string

  private constructor(database: IDBDatabase, key: CryptoKey, mailbox: string) {
    this.#database = database
    this.#key = key
    this.#mailbox = mailbox
  }

  /** Opens the index of a mailbox; `null` where the browser keeps nothing (private windows of some). */
  static async open(mailbox: string, seed: Uint8Array): Promise<LocalIndex | null> {
    try {
      return new LocalIndex(await openRows(), await keyOf(seed), mailbox)
    } catch {
      return null
    }
  }

  /** Every letter that was opened here. A row that cannot be read is left out. */
  async all(): Promise<Remembered[]> {
    const rows = await this.#rows('letter')
    return rows.filter((row) => row !== null) as Remembered[]
  }

  /** What is kept of one letter; `null` where nothing is. */
  async kept(id: string): Promise<Remembered | null> {
    return (await this.#read(`letter/${id}`)) as Remembered | null
  }

  async put(letter: Remembered): Promise<void> {
    const text = letter.text.slice(0, textCharactersMax)
    await this.#write(`letter/${letter.id}`, { ...letter, text })
  }

  /** What was typed and not sent yet, by the place where it was typed. */
  draft(place: string): Promise<unknown> {
    return this.#read(`draft/${place}`)
  }

  /** Keeps a draft; `null` forgets it. */
  async keepDraft(place: string, draft: object | null): Promise<void> {
    if (draft !== null) return this.#write(`draft/${place}`, draft)
    await wait(this.#store('readwrite').delete(this.#name(`draft/${place}`)))
  }

  async #read(name: string): Promise<unknown> {
    const asked: IDBRequest<unknown> = this.#store('readonly').get(this.#name(name))
    const row = (await wait(asked)) as SealedRow | undefined
    return row === undefined ? null : this.#open(row)
  }

  async #rows(kind: string): Promise<unknown[]> {
    const from = this.#name(`${kind}/`)
    const range = IDBKeyRange.bound(from, `${from}\uffff`)
    const rows = (await wait(this.#store('readonly').getAll(range))) as SealedRow[]
    return Promise.all(rows.map((row) => this.#open(row)))
  }

  async #open(row: SealedRow): Promise<unknown> {
    try {
      const parameters = { name: 'AES-GCM', iv: row.iv, additionalData: bytesOf(row.key) }
      const plain = await crypto.subtle.decrypt(parameters, this.#key, row.sealed)
      return JSON.parse(new TextDecoder().decode(plain))
    } catch {
      return null
    }
  }

  async #write(name: string, value: object): Promise<void> {
    const key = this.#name(name)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const parameters = { name: 'AES-GCM', iv, additionalData: bytesOf(key) }
    const sealed = await crypto.subtle.encrypt(
      parameters,
      this.#key,
      bytesOf(JSON.stringify(value))
    )
    const row: SealedRow = { key, iv, sealed }
    await wait(this.#store('readwrite').put(row))
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return rowsOf(this.#database, mode)
  }

  #name(name: string): string {
    return `${this.#mailbox}/${name}`
  }
}

/** Whether a remembered letter has every word that is looked for. */
export function matches({ subject, sender, text, names = [] }: Remembered, words: string): boolean {
  const hay = folded([subject, sender, text, ...names].join(' '))
  return folded(words)
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

/** Persian and Arabic letters, digits and half-spaces as one. */
function folded(text: string): string {
  return seen(text)
    .normalize('NFKC')
    .toLocaleLowerCase('fa')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/\u200c|\u200d|[\u064b-\u0652]/g, '')
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .trim()
}

async function keyOf(seed: Uint8Array): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', seed.slice(), 'HKDF', false, ['deriveKey'])
  const info = bytesOf('peyman.dev/letter-index/v1')
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  )
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
