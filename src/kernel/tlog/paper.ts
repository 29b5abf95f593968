import { formatNote, parseNote } from './note.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { toHex, utf8 } from './bytes.ts'

/** Longest signature that goes on paper, bytes: Ed25519 with its time does, ML-DSA-44 does not. */
const paperSignatureBytesMax = 200

/** Most parts of one text: more than anybody scans, and little enough to hold in memory. */
const partsMax = 32

/** Longest text of one part that is read, characters: more than any QR code holds. */
const partCharactersMax = 8192

/** Why scanned texts are no receipt or promise, or not yet. */
export type PaperFault = 'paper-no-part' | 'paper-mixed' | 'paper-damaged'

/** What scanned parts give: the whole, or which parts are still missing. */
export type PaperProgress =
  | { readonly text: string; readonly missing: readonly [] }
  | { readonly text: null; readonly missing: readonly number[] }

/**
 * A receipt or promise without the signatures that are too long for paper. A policy that knows the
 * log's Ed25519 key and its Ed25519 witnesses believes it as it believes the whole file.
 * @returns The text as it was, if it is no note or would lose its last signature.
 */
export function forPaper(text: string): string {
  const gap = text.startsWith('c2sp.org/tlog-proof@') ? text.indexOf('\n\n') + 2 : 0
  const note = parseNote(text.slice(gap))
  if (!note.ok) return text
  const short = note.value.signatures.filter(
    ({ signature }) => signature.length <= paperSignatureBytesMax
  )
  if (short.length === 0) return text
  return text.slice(0, gap) + formatNote({ text: note.value.text, signatures: short })
}

/**
 * A text in parts, each to be drawn as one QR code: `<link>#r=<i>.<n>.<mark>.<data>`. The camera of a
 * telephone opens the link, and what is after `#` is never sent to a server. ASCII alone, so that no
 * reader can guess the encoding wrong.
 * @param options - `link`: address of the page that checks; `charactersMax`: of the data of one part,
 *   900 unless told.
 * @throws {RangeError} If more than 32 parts would be needed.
 */
export function paperParts(
  text: string,
  options: { link: string; charactersMax?: number },
  primitives: Primitives = portablePrimitives
): string[] {
  const charactersMax = options.charactersMax ?? 900
  const data = encodeURIComponent(text).replaceAll(/%(2F|2B|3D|40|3A)/g, (code) =>
    decodeURIComponent(code)
  )
  const count = Math.max(1, Math.ceil(data.length / charactersMax))
  if (count > partsMax) throw new RangeError(`${String(count)} parts are too many for paper`)
  const mark = markOf(text, primitives)
  return Array.from({ length: count }, (_, i) => {
    const part = data.slice(i * charactersMax, (i + 1) * charactersMax)
    return `${options.link}#r=${String(i + 1)}.${String(count)}.${mark}.${part}`
  })
}

/**
 * Puts scanned texts together, in any order, some of them twice. What it gives is as little to be
 * believed as any file.
 */
export function joinPaperParts(
  scanned: Iterable<string>,
  primitives: Primitives = portablePrimitives
): Result<PaperProgress, PaperFault> {
  const collected = collect(scanned)
  if (!collected.ok) return collected
  const { whole, parts } = collected.value
  const numbers = Array.from({ length: whole.count }, (_, i) => i + 1)
  const missing = numbers.filter((number) => !parts.has(number))
  if (missing.length > 0) return value({ text: null, missing })
  const text = decoded(numbers.map((number) => parts.get(number) ?? '').join(''))
  if (text === null || markOf(text, primitives) !== whole.mark) return failed('paper-damaged')
  return value({ text, missing: [] })
}

interface Part {
  readonly number: number
  readonly count: number
  readonly mark: string
  readonly data: string
}

/** The parts by number, all of one text. */
function collect(
  scanned: Iterable<string>
): Result<{ whole: Part; parts: ReadonlyMap<number, string> }, PaperFault> {
  const parts = new Map<number, string>()
  let whole: Part | null = null
  for (const text of scanned) {
    const part = readPart(text)
    if (part === null) return failed('paper-no-part')
    whole ??= part
    const known = parts.get(part.number) ?? part.data
    if (part.count !== whole.count || part.mark !== whole.mark || known !== part.data) {
      return failed('paper-mixed')
    }
    parts.set(part.number, part.data)
  }
  return whole === null ? failed('paper-no-part') : value({ whole, parts })
}

/** One part, out of an address or alone; `null` if the text is none. */
function readPart(text: string): Part | null {
  if (text.length > partCharactersMax) return null
  const form = /(?:^|#)r=([1-9][0-9]?)\.([1-9][0-9]?)\.([0-9a-f]{8})\.([!-~]*)$/.exec(text)
  if (form === null) return null
  const [, number = '', count = '', mark = '', data = ''] = form
  const part = { number: Number(number), count: Number(count), mark, data }
  return part.count <= partsMax && part.number <= part.count ? part : null
}

function decoded(data: string): string | null {
  try {
    return decodeURIComponent(data)
  } catch {
    return null
  }
}

/** Tells parts of one text from those of another; it guards against mistakes, not against forgery. */
function markOf(text: string, primitives: Primitives): string {
  return toHex(primitives.sha256(utf8(text)).subarray(0, 4))
}
