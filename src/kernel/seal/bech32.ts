const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const values = new Int8Array(128).fill(-1)
for (let i = 0; i < 32; i++) values[alphabet.charCodeAt(i)] = i
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const
// What the five bits that fall out of the checksum put into it again.
const steps = Int32Array.from({ length: 32 }, (_, top) =>
  generators.reduce((sum, generator, i) => ((top >> i) & 1 ? sum ^ generator : sum), 0)
)
const checksumDigits = 6

/** What a bech32 text holds. */
export interface Bech32 {
  /** In lower case. */
  readonly prefix: string
  readonly bytes: Uint8Array
}

/** Bech32 (BIP 173) of bytes, of any length, as age writes its keys; in lower case. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const digits = fiveBits(bytes)
  let sum = prefixSum(prefix)
  for (const digit of digits) sum = add(sum, digit)
  for (let i = 0; i < checksumDigits; i++) sum = add(sum, 0)
  sum ^= 1
  const check = Array.from({ length: checksumDigits }, (_, i) => (sum >>> (5 * (5 - i))) & 31)
  return `${prefix}1${[...digits, ...check].map((digit) => alphabet.charAt(digit)).join('')}`
}

/** Reads bech32 strictly: one case, a true checksum, unused bits zero; `null` for anything else. */
export function decodeBech32(text: string): Bech32 | null {
  const lower = text.toLowerCase()
  if (text !== lower && text !== text.toUpperCase()) return null
  const at = lower.lastIndexOf('1')
  const prefix = lower.slice(0, Math.max(at, 0))
  const length = lower.length - at - 1
  if (prefix === '' || length < checksumDigits || !/^[\x21-\x7e]+$/.test(prefix)) return null
  const digits = new Uint8Array(length)
  let sum = prefixSum(prefix)
  for (let i = 0; i < length; i++) {
    const digit = values[lower.charCodeAt(at + 1 + i)] ?? -1
    if (digit < 0) return null
    digits[i] = digit
    sum = add(sum, digit)
  }
  const bytes = sum === 1 ? eightBits(digits.subarray(0, -checksumDigits)) : null
  return bytes === null ? null : { prefix, bytes }
}

function add(sum: number, digit: number): number {
  return ((sum & 0x1ffffff) << 5) ^ digit ^ (steps[sum >>> 25] as number)
}

function prefixSum(prefix: string): number {
  let sum = 1
  for (let i = 0; i < prefix.length; i++) sum = add(sum, prefix.charCodeAt(i) >> 5)
  sum = add(sum, 0)
  for (let i = 0; i < prefix.length; i++) sum = add(sum, prefix.charCodeAt(i) & 31)
  return sum
}

function fiveBits(bytes: Uint8Array): Uint8Array {
  const digits = new Uint8Array(Math.ceil((bytes.length * 8) / 5))
  let [held, bits, at] = [0, 0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) digits[at++] = (held >> (bits - 5)) & 31
  }
  if (bits > 0) digits[at] = (held << (5 - bits)) & 31
  return digits
}

function eightBits(digits: Uint8Array): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((digits.length * 5) / 8))
  let [held, bits, at] = [0, 0, 0]
  for (const digit of digits) {
    held = ((held << 5) | digit) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  return bits < 5 && (held & ((1 << bits) - 1)) === 0 ? bytes : null
}
