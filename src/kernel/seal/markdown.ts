import { toLatinDigits } from '../persian/index.ts'
import { type BodyInline, parseInlines } from './markdown-inline.ts'

/** Which way a block runs: that of its first letter; `null` where it has none. */
export type Direction = 'rtl' | 'ltr' | null

/** A block of a letter's body. There is no other kind: no HTML, nothing that is fetched, nothing that runs. */
export type BodyBlock =
  | { readonly type: 'paragraph'; readonly direction: Direction; readonly inlines: BodyInline[] }
  | {
      readonly type: 'heading'
      /** 1 to 3. */
      readonly level: number
      readonly direction: Direction
      readonly inlines: BodyInline[]
    }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      /** Number of the first item; 1 where it is not ordered. */
      readonly start: number
      readonly direction: Direction
      readonly items: BodyBlock[][]
    }
  | { readonly type: 'quote'; readonly direction: Direction; readonly blocks: BodyBlock[] }
  | {
      readonly type: 'table'
      readonly direction: Direction
      readonly head: BodyInline[][]
      readonly rows: BodyInline[][][]
    }
  | { readonly type: 'rule' }

/** Quotes and lists within each other; what is deeper is shown as text. */
const depthMax = 4
const columnsMax = 20

const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/
const quote = /^ {0,3}> ?/
const bullet = /^ {0,3}[-*+•][ \t]+(?=\S)/
const number = /^ {0,3}([0-9۰-۹٠-٩]{1,9})[.)-][ \t]+(?=\S)/
const tableRule = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const lying = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n])\p{Cc}|[\u2028\u2029]|\p{Cs}/gu

/**
 * A letter's body as blocks: a safe subset of Markdown, whose line ends are line ends. Whatever is not of the
 * subset, HTML as well, is text. Direction overrides and control characters are shown as U+FFFD. Takes time
 * in proportion to the length, and never throws.
 * @see docs/specs/letter.md §9
 */
export function parseBody(markdown: string): BodyBlock[] {
  const text = markdown.replaceAll(/\r\n?/g, '\n').replaceAll(lying, '\ufffd')
  return parseLines(text.split('\n'), 0)
}

/** The direction of a text: that of its first letter. */
export function directionOf(text: string): Direction {
  const first = /\p{L}/u.exec(text)?.[0]
  if (first === undefined) return null
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first)
    ? 'rtl'
    : 'ltr'
}

/** How many lines were used, and the block that they are. */
interface Taken {
  readonly lines: number
  readonly block: BodyBlock | null
}

function parseLines(lines: readonly string[], depth: number): BodyBlock[] {
  const blocks: BodyBlock[] = []
  for (let at = 0; at < lines.length;) {
    const taken = takeBlock(lines, at, depth)
    if (taken.block !== null) blocks.push(taken.block)
    at += taken.lines
  }
  return blocks
}

function takeBlock(lines: readonly string[], at: number, depth: number): Taken {
  const line = lines[at] ?? ''
  if (line.trim() === '') return { lines: 1, block: null }
  if (rule.test(line)) return { lines: 1, block: { type: 'rule' } }
  const title = heading.exec(line)
  if (title !== null) return { lines: 1, block: headingOf(title) }
  if (isTableAt(lines, at)) return takeTable(lines, at)
  if (depth < depthMax && quote.test(line)) return takeQuote(lines, at, depth)
  if (depth < depthMax && (bullet.test(line) || number.test(line)))
    return takeList(lines, at, depth)
  return takeParagraph(lines, at, depth)
}

function headingOf([, marks = '', text = '']: RegExpExecArray): BodyBlock {
  const shown = text.replace(/[ \t]+#+[ \t]*$/, '')
  const level = Math.min(3, marks.length)
  return { type: 'heading', level, direction: directionOf(shown), inlines: parseInlines(shown) }
}

function takeParagraph(lines: readonly string[], at: number, depth: number): Taken {
  let end = at + 1
  while (end < lines.length && !endsParagraph(lines, end, depth)) end += 1
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join('\n')
  const block = { type: 'paragraph' as const, direction: directionOf(text) }
  return { lines: end - at, block: { ...block, inlines: parseInlines(text) } }
}

function endsParagraph(lines: readonly string[], at: number, depth: number): boolean {
  const line = lines[at] ?? ''
  if (line.trim() === '' || rule.test(line) || heading.test(line)) return true
  return depth < depthMax && (quote.test(line) || bullet.test(line) || number.test(line))
}

function takeQuote(lines: readonly string[], at: number, depth: number): Taken {
  let end = at
  while (end < lines.length && quote.test(lines[end] ?? '')) end += 1
  const inner = lines.slice(at, end).map((line) => line.replace(quote, ''))
  const direction = directionOf(inner.join('\n'))
  return {
    lines: end - at,
    block: { type: 'quote', direction, blocks: parseLines(inner, depth + 1) }
  }
}

function takeList(lines: readonly string[], at: number, depth: number): Taken {
  const first = lines[at] ?? ''
  const mark = bullet.test(first) ? bullet : number
  const items: BodyBlock[][] = []
  let end = at
  while (startsItem(lines[end], mark)) {
    const item = takeItem(lines, end, mark)
    items.push(parseLines(item.inner, depth + 1))
    end = item.end
  }
  const direction = directionOf(first.replace(mark, ''))
  const list = { type: 'list' as const, ordered: mark === number, start: startOf(first), direction }
  return { lines: end - at, block: { ...list, items } }
}

function startsItem(line: string | undefined, mark: RegExp): boolean {
  return line !== undefined && mark.test(line) && !rule.test(line)
}

function startOf(line: string): number {
  return Number(toLatinDigits(number.exec(line)?.[1] ?? '1'))
}

/** An item goes on in lines that are indented, across one empty line too. */
function takeItem(
  lines: readonly string[],
  at: number,
  mark: RegExp
): { readonly inner: string[]; readonly end: number } {
  const inner = [(lines[at] ?? '').replace(mark, '')]
  let end = at + 1
  while (end < lines.length) {
    const line = lines[end] ?? ''
    const goesOn = /^(?: {2,}|\t)\S/.test(line)
    const gap = line.trim() === '' && /^(?: {2,}|\t)\S/.test(lines[end + 1] ?? '')
    if (!goesOn && !gap) break
    inner.push(line.replace(/^(?: {1,4}|\t)/, ''))
    end += 1
  }
  return { inner, end }
}

function isTableAt(lines: readonly string[], at: number): boolean {
  const [head = '', marks = ''] = [lines[at], lines[at + 1]]
  if (!head.includes('|') || !marks.includes('-') || !marks.includes('|')) return false
  return tableRule.test(marks) && cellsOf(head).length === cellsOf(marks).length
}

function takeTable(lines: readonly string[], at: number): Taken {
  const head = cellsOf(lines[at] ?? '')
  let end = at + 2
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = cellsOf(line)
    return head.map((_, i) => parseInlines(cells[i] ?? ''))
  })
  const direction = directionOf(lines.slice(at, end).join('\n'))
  const block = { type: 'table' as const, direction, head: head.map((cell) => parseInlines(cell)) }
  return { lines: end - at, block: { ...block, rows } }
}

function cellsOf(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return bare.split(/(?<!\\)\|/, columnsMax).map((cell) => cell.trim().replaceAll('\\|', '|'))
}
