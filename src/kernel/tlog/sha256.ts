import { sha256 as sha256OfAnyLength } from '@noble/hashes/sha2.js'

/** Longest input that fits two blocks of SHA-256: every node, every sealed entry. */
const shortBytesMax = 119

// Fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2).
// prettier-ignore
const roundConstants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
)

// Fractional parts of the square roots of the first 8 primes (FIPS 180-4 §5.3.3).
// prettier-ignore
const initialState = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
)

// One hash at a time, so these are made once: making them anew costs as much as a block.
const words = new Int32Array(64)
const state = new Int32Array(8)

/**
 * SHA-256 of public data, 32 bytes. A log hashes little but inputs of 47 and 65 bytes, for which the
 * way into a library (`node:crypto` included) costs more than the hash: this does them about twice as
 * fast. Longer ones go to the library. Not for secrets: its buffers are not wiped.
 */
export function sha256(data: Uint8Array): Uint8Array {
  if (data.length > shortBytesMax) return sha256OfAnyLength(data)
  state.set(initialState)
  const whole = data.length >= 64 ? 64 : 0
  if (whole > 0) {
    load(data, 0, 16)
    compress()
  }
  const rest = data.length - whole
  words.fill(0, 0, 16)
  load(data, whole, rest >> 2)
  for (let i = rest & ~3; i < rest; i++) putByte(i, byteOf(data, whole + i))
  putByte(rest, 0x80)
  // Eight bytes of length must follow the mark; where they do not fit they take a block of their own.
  if (rest >= 56) {
    compress()
    words.fill(0, 0, 16)
  }
  words[15] = data.length * 8
  compress()
  return digestOfState()
}

/** Reads so many big-endian words into the front of `words`. */
function load(data: Uint8Array, from: number, count: number): void {
  for (let i = 0, at = from; i < count; i++, at += 4) {
    words[i] =
      (byteOf(data, at) << 24) |
      (byteOf(data, at + 1) << 16) |
      (byteOf(data, at + 2) << 8) |
      byteOf(data, at + 3)
  }
}

function putByte(place: number, byte: number): void {
  words[place >> 2] = wordOf(words, place >> 2) | (byte << (24 - 8 * (place & 3)))
}

function digestOfState(): Uint8Array {
  const digest = new Uint8Array(32)
  for (let i = 0, at = 0; i < 8; i++, at += 4) {
    const word = wordOf(state, i)
    digest[at] = word >>> 24
    digest[at + 1] = word >>> 16
    digest[at + 2] = word >>> 8
    digest[at + 3] = word
  }
  return digest
}

function byteOf(bytes: Uint8Array, place: number): number {
  return bytes[place] as number
}

function wordOf(array: Int32Array, place: number): number {
  return array[place] as number
}

/** One block, its words in `words`, into `state` (FIPS 180-4 §6.2.2). */
function compress(): void {
  for (let i = 16; i < 64; i++) {
    const x = wordOf(words, i - 15)
    const y = wordOf(words, i - 2)
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words[i] = wordOf(words, i - 16) + s0 + wordOf(words, i - 7) + s1
  }
  let a = wordOf(state, 0)
  let b = wordOf(state, 1)
  let c = wordOf(state, 2)
  let d = wordOf(state, 3)
  let e = wordOf(state, 4)
  let f = wordOf(state, 5)
  let g = wordOf(state, 6)
  let h = wordOf(state, 7)
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + wordOf(roundConstants, i) + wordOf(words, i)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = s0 + ((a & b) | (c & (a | b)))
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  add(0, a)
  add(1, b)
  add(2, c)
  add(3, d)
  add(4, e)
  add(5, f)
  add(6, g)
  add(7, h)
}

function add(place: number, word: number): void {
  state[place] = wordOf(state, place) + word
}
