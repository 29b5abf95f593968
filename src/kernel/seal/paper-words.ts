import { joinedSearchKey, searchKey } from '../persian/index.ts'
import { concat, sha256, utf8 } from '../tlog/index.ts'
import { englishWords } from './words-en.ts'
import { persianWords } from './words-fa.ts'

/** Bytes of the secret on a paper key: 136 bits. */
export const paperSecretBytes = 17

/** Words on a paper key: one for each byte of the secret, and one that checks them. */
export const paperWordCount = 18

/** Why words are no paper key. */
export interface PaperWordsFault {
  /**
   * `unknown-word`: the word at this place is in neither list. `word-count`: there are `at` words, and not
   * so many as there should be. `checksum`: every word is one of the list, and one of them, or their order, is wrong.
   */
  readonly code: 'unknown-word' | 'word-count' | 'checksum'
  /** Place of the word, from 1; for `word-count` how many there are; for `checksum` 0. */
  readonly at: number
  /** Words of the list that look like the unknown one, the most alike first; at most three. */
  readonly near: readonly string[]
}

/** Bytes of one share of a secret of two: see {@link shareWords}. */
export const shareBytes = 32

/** Words of a share: one for each byte, and one that checks them. */
export const shareWordCount = 33

/** What is written as words: how long it is, and what its checksum is made with. */
interface WordShape {
  readonly bytes: number
  readonly domain: Uint8Array
}

const paper: WordShape = { bytes: paperSecretBytes, domain: utf8('peyman.dev/paper-words/v1\n') }
// Another checksum: the words of the one are never taken for the other.
const share: WordShape = { bytes: shareBytes, domain: utf8('peyman.dev/share-words/v1\n') }

const lists = { fa: persianWords, en: englishWords } as const
const allWords = [persianWords, englishWords].flatMap((words) =>
  words.map((word, byte) => ({ word, byte, key: searchKey(word) }))
)
const places = new Map(allWords.map(({ key, byte }) => [key, byte]))

/** A new secret for a key on paper, {@link paperSecretBytes} random bytes. */
export function newPaperSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(paperSecretBytes))
}

/**
 * The words of a paper key: a word for each byte, then one for the checksum.
 * @throws {RangeError} If the secret has another length: a fault of the caller.
 * @see docs/specs/letter.md §7
 */
export function paperWords(secret: Uint8Array, lang: 'fa' | 'en'): string[] {
  return wordsOfBytes(secret, lang, paper)
}

/**
 * The words of a share of 32 bytes, to be read aloud: a word for each byte, then one for the checksum.
 * @throws {RangeError} If it has another length: a fault of the caller.
 * @see docs/specs/letter.md §7
 */
export function shareWords(one: Uint8Array, lang: 'fa' | 'en'): string[] {
  return wordsOfBytes(one, lang, share)
}

function wordsOfBytes(secret: Uint8Array, lang: 'fa' | 'en', shape: WordShape): string[] {
  if (secret.length !== shape.bytes) {
    throw new RangeError(`what these words say has ${String(shape.bytes)} bytes`)
  }
  const words = lists[lang]
  return [...secret, checksumOf(secret, shape)].map((byte) => words[byte] ?? '')
}

/**
 * Reads the words of a paper key as somebody typed them: in either language, with any keyboard's letters, in
 * any spacing, with or without the numbers that stand beside them on paper.
 * @returns The secret, or which word is wrong.
 */
export function readPaperWords(text: string): ReadWords {
  return readWords(text, paper)
}

/** Reads the words of a share as somebody heard and typed them: see {@link readPaperWords}. */
export function readShareWords(text: string): ReadWords {
  return readWords(text, share)
}

/** What was read of words. */
type ReadWords =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly reason: PaperWordsFault }

function readWords(text: string, shape: WordShape): ReadWords {
  const words = text.length > 2000 ? [] : text.split(/\s+/u).flatMap(wordsOf)
  const bytes = words.map((word) => places.get(word) ?? -1)
  const unknown = bytes.indexOf(-1)
  if (unknown !== -1) return fault('unknown-word', unknown + 1, wordsLike(words[unknown] ?? ''))
  if (bytes.length !== shape.bytes + 1) return fault('word-count', bytes.length)
  const secret = Uint8Array.from(bytes.slice(0, shape.bytes))
  if (bytes[shape.bytes] !== checksumOf(secret, shape)) return fault('checksum', 0)
  return { ok: true, value: secret }
}

function fault(code: PaperWordsFault['code'], at: number, near: readonly string[] = []) {
  return { ok: false, reason: { code, at, near } } as const
}

function checksumOf(secret: Uint8Array, { domain }: WordShape): number {
  return sha256(concat(domain, secret))[0] ?? 0
}

/** A half-space is none of the words' own: it stands between two, or was struck by accident. */
function wordsOf(typed: string): string[] {
  const joined = joinedSearchKey(typed)
  if (places.has(joined)) return [joined]
  return searchKey(typed)
    .split(/[ 0-9.]+/)
    .filter((word) => word !== '')
}

/** Words that two letters at most make of another, or that begin as it does. */
function wordsLike(typed: string): string[] {
  return allWords
    .map(({ word, key }) => ({ word, key, far: distance(typed.slice(0, 20), key) }))
    .filter(({ key, far }) => far <= 2 || (typed.length >= 3 && key.startsWith(typed)))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ word }) => word)
}

/** Letters that are to be added, left out or changed to make one word of another (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const change = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1)
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, change))
    }
    row = next
  }
  return row[other.length] ?? 0
}
