import { bidi } from './bidi.ts'
import type { Face, Way } from './typeface.ts'

// Lines of text in the order in which they are seen: UAX #9 decides, per line, what stands where.

/** How a piece of text looks. */
export interface Style {
  readonly bold?: boolean
  readonly oblique?: boolean
  readonly underline?: boolean
}

/** A text in one style. */
export interface Span extends Style {
  readonly text: string
}

/** A piece of a line that runs one way in one style, as the font is asked for it. */
export interface Run {
  readonly text: string
  readonly face: Face
  readonly style: Style
  /** At size 1. */
  readonly width: number
}

/** A line, its pieces from left to right. */
export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
}

/** Width of a text that runs one way, at size 1. */
export type Measure = (text: string, face: Face) => number

/** A text whose characters each have a level and a style. */
interface Levelled {
  readonly text: string
  readonly levels: Uint8Array
  readonly styles: readonly Style[]
  readonly measure: Measure
}

const isolates = /[\u2066-\u2069\u200e\u200f]/g

/** A text that is read by itself, whatever stands beside it. */
export function isolated(text: string, direction: 'ltr' | 'auto'): string {
  return `${direction === 'ltr' ? '\u2066' : '\u2068'}${text}\u2069`
}

/**
 * Breaks a paragraph into lines.
 * @param widthMax - At size 1; a word that is wider is cut.
 */
export function breakLines(
  spans: readonly Span[],
  of: {
    readonly direction: Way
    readonly widthMax: number
    readonly measure: Measure
  }
): Line[] {
  const text = spans.map((span) => span.text).join('')
  const styles = spans.flatMap((span) => Array.from({ length: span.text.length }, () => span))
  const { levels } = bidi.getEmbeddingLevels(text, of.direction)
  const levelled = { text, levels, styles, measure: of.measure }
  return rangesOf(levelled, of.widthMax).map(([from, to]) => lineOf(levelled, from, to))
}

/** Where lines begin and end: after spaces, at line ends, and inside of what fits nowhere. */
function rangesOf(of: Levelled, widthMax: number): [number, number][] {
  const ranges: [number, number][] = []
  let from = 0
  let width = 0
  const end = (at: number) => {
    ranges.push([from, at])
    from = at
    width = 0
  }
  for (const { at, word, gap, endsLine } of wordsOf(of.text)) {
    const wide = widthOf(of, at, at + word)
    if (width > 0 && width + wide > widthMax) end(at)
    if (wide > widthMax) for (const cut of cutsOf(of, { at, word, widthMax })) end(cut)
    width += widthOf(of, Math.max(at, from), at + word + gap)
    if (endsLine) end(at + word + gap)
  }
  if (from < of.text.length || ranges.length === 0) end(of.text.length)
  return ranges
}

function* wordsOf(text: string) {
  for (const found of text.matchAll(/([^ \t\n]*)([ \t]*\n|[ \t]+|$)/g)) {
    const [whole, word = '', gap = ''] = found
    if (whole === '') continue
    yield { at: found.index, word: word.length, gap: gap.length, endsLine: gap.endsWith('\n') }
  }
}

/** Places at which a word that is wider than a line is cut. */
function cutsOf(
  of: Levelled,
  { at, word, widthMax }: { at: number; word: number; widthMax: number }
): number[] {
  const cuts: number[] = []
  let width = 0
  let here = at
  for (const character of of.text.slice(at, at + word)) {
    const wide = widthOf(of, here, here + character.length)
    if (width > 0 && width + wide > widthMax) {
      cuts.push(here)
      width = 0
    }
    width += wide
    here += character.length
  }
  return cuts
}

function lineOf(of: Levelled, from: number, to: number): Line {
  const end = from + of.text.slice(from, to).trimEnd().length
  const runs = runsOf(of, from, end)
  const seen = inSight(runs)
  return { runs: seen, width: seen.reduce((sum, run) => sum + run.width, 0) }
}

interface LevelledRun extends Run {
  readonly level: number
}

function runsOf(of: Levelled, from: number, to: number): LevelledRun[] {
  const runs: LevelledRun[] = []
  let start = from
  for (let at = from + 1; at <= to; at++) {
    const isSame =
      at < to && of.levels[at] === of.levels[start] && of.styles[at] === of.styles[start]
    if (isSame) continue
    const run = runOf(of, start, at)
    if (run.text !== '') runs.push(run)
    start = at
  }
  return runs
}

function runOf(of: Levelled, from: number, to: number): LevelledRun {
  const level = of.levels[from] ?? 0
  const style = of.styles[from] ?? {}
  const text = of.text.slice(from, to).replaceAll(isolates, '').replaceAll('\t', ' ')
  const face: Face = `${style.bold === true ? 'bold' : 'regular'}-${level % 2 === 1 ? 'rtl' : 'ltr'}`
  return { text, face, style, level, width: of.measure(text, face) }
}

function widthOf(of: Levelled, from: number, to: number): number {
  return to <= from ? 0 : runsOf(of, from, to).reduce((sum, run) => sum + run.width, 0)
}

/** Rule L2: from the highest level down to the lowest odd one, what stands side by side is turned round. */
function inSight(runs: readonly LevelledRun[]): readonly LevelledRun[] {
  const seen = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--)
    for (let from = 0; from < seen.length; from++) {
      let to = from
      while (to < seen.length && (seen[to]?.level ?? 0) >= level) to++
      turn(seen, from, to)
      from = to
    }
  return seen
}

function turn(list: unknown[], from: number, to: number): void {
  for (let [a, b] = [from, to - 1]; a < b; a++, b--) [list[a], list[b]] = [list[b], list[a]]
}
