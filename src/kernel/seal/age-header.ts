import { fromBase64, fromUtf8, toBase64 } from '../tlog/index.ts'

/** First line of every age file. */
export const ageVersionLine = 'age-encryption.org/v1\n'

/** Longest header that is read; ours are 1.7 kB. */
export const ageHeaderBytesMax = 65_536

/** One wrapping of the file key. */
export interface AgeStanza {
  /** The first is its type. */
  readonly args: readonly string[]
  readonly body: Uint8Array
}

/** The head of an age file, its MAC not checked yet. */
export interface AgeHeader {
  readonly stanzas: readonly AgeStanza[]
  /** 32 bytes. */
  readonly mac: Uint8Array
  /** How many bytes from the start the MAC is over. */
  readonly macBytes: number
  /** Where the payload's nonce begins. */
  readonly bytes: number
}

const line = 0x0a
const columns = 64
const macStart = '--- '

/**
 * Reads the head of an age v1 file strictly (C2SP age): one spelling of every base64, no spaces too many.
 * @returns `null` for anything else, and for a head longer than {@link ageHeaderBytesMax}.
 */
export function parseAgeHeader(file: Uint8Array): AgeHeader | null {
  const lines = linesOf(file)
  if (lines.next() !== ageVersionLine.slice(0, -1)) return null
  const stanzas: AgeStanza[] = []
  for (;;) {
    const start = lines.at()
    const text = lines.next()
    if (text === null) return null
    if (text.startsWith(macStart)) {
      const mac = fromBareBase64(text.slice(macStart.length))
      if (mac?.length !== 32 || stanzas.length === 0 || !isScryptAlone(stanzas)) return null
      return { stanzas, mac, macBytes: start + 3, bytes: lines.at() }
    }
    const stanza = stanzaOf(text, lines)
    if (stanza === null) return null
    stanzas.push(stanza)
  }
}

/** A file of a passphrase has no other key: who knows the passphrase would not know of the other. */
function isScryptAlone(stanzas: readonly AgeStanza[]): boolean {
  return stanzas.length === 1 || !stanzas.some(({ args }) => args[0] === 'scrypt')
}

/** Whether bytes that do not hold a whole head yet may still become one. */
export function mayBecomeHeader(start: Uint8Array): boolean {
  return start.length < ageHeaderBytesMax && !/\n--- [^\n]*\n/.test(ascii(start))
}

function stanzaOf(text: string, lines: Lines): AgeStanza | null {
  const [arrow, ...args] = text.split(' ')
  if (arrow !== '->' || args.length === 0 || args.includes('')) return null
  let encoded = ''
  for (;;) {
    const part = lines.next()
    if (part === null || part.length > columns) return null
    encoded += part
    if (part.length < columns) break
  }
  const body = fromBareBase64(encoded)
  return body === null ? null : { args, body }
}

interface Lines {
  /** The next line without its end; `null` where none ends, or where a byte is no printable ASCII. */
  next(): string | null
  at(): number
}

function linesOf(file: Uint8Array): Lines {
  const head = file.subarray(0, ageHeaderBytesMax)
  let offset = 0
  return {
    at: () => offset,
    next: () => {
      const end = head.indexOf(line, offset)
      if (end === -1) return null
      const text = ascii(head.subarray(offset, end))
      offset = end + 1
      return /^[ -~]*$/.test(text) ? text : null
    }
  }
}

/** A head of one stanza, up to the place where its MAC is to stand. */
export function formatAgeHeader({ args, body }: AgeStanza): string {
  const encoded = toBareBase64(body)
  const lines = encoded.match(/.{1,64}/g) ?? []
  const end = encoded.length % columns === 0 ? '\n' : ''
  return `${ageVersionLine}-> ${args.join(' ')}\n${lines.join('\n')}\n${end}---`
}

/** Base64 without padding. */
export function toBareBase64(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/=+$/, '')
}

/** Bytes of base64 without padding, in its one spelling; else `null`. */
export function fromBareBase64(text: string): Uint8Array | null {
  if (text.includes('=')) return null
  return fromBase64(text + '='.repeat((4 - (text.length % 4)) % 4))
}

function ascii(bytes: Uint8Array): string {
  return fromUtf8(bytes) ?? '\u0000'
}
