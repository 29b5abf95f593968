/** A piece of a page: text between tags, or a tag. Comments, doctypes and the like are left out. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close'
      /** In small letters. */
      readonly name: string
      /** Names in small letters; values as written, references not decoded. */
      readonly attributes: ReadonlyMap<string, string>
      /** First character after the tag. */
      readonly end: number
    }

// Their text is no markup until their own end tag.
const rawText = new Set(
  'script style textarea title xmp iframe noembed noframes noscript'.split(' ')
)

/**
 * Reads a page as the HTML standard's tokenizer does, as far as it matters for what is text and what is
 * a tag: quoted attributes, comments, raw text. Any text is some page; each character is looked at once.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const mark = html.indexOf('<', at)
    if (mark !== at) yield textOf(html, at, mark === -1 ? html.length : mark)
    if (mark === -1) break
    const read = readMarkup(html, mark)
    yield* read.tokens
    at = read.end
  }
}

function textOf(html: string, from: number, to: number): HtmlToken {
  return { kind: 'text', text: html.slice(from, to) }
}

interface Markup {
  readonly tokens: readonly HtmlToken[]
  /** Where reading goes on. */
  readonly end: number
}

/** What begins with `<`: a tag, a declaration, or only the sign. */
function readMarkup(html: string, at: number): Markup {
  const next = html[at + 1] ?? ''
  if (next === '!' || next === '?') return { tokens: [], end: endOfDeclaration(html, at) }
  const isClose = next === '/'
  if (isLetter(html[isClose ? at + 2 : at + 1] ?? '')) return readElement(html, at)
  // `</>` and `</ …>` are no end tags: browsers skip them.
  if (isClose) return { tokens: [], end: after(html, '>', at + 2) }
  return { tokens: [textOf(html, at, at + 1)], end: at + 1 }
}

function readElement(html: string, at: number): Markup {
  const tag = readTag(html, at)
  if (tag === null) return { tokens: [], end: html.length }
  if (tag.kind === 'close' || !rawText.has(tag.name)) return { tokens: [tag], end: tag.end }
  const ends = new RegExp(`</${tag.name}(?=[\\t\\n\\f\\r />])`, 'gi')
  ends.lastIndex = tag.end
  const end = ends.exec(html)?.index ?? html.length
  return { tokens: [tag, textOf(html, tag.end, end)], end }
}

function isLetter(character: string): boolean {
  return /^[a-zA-Z]$/.test(character)
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function endOfDeclaration(html: string, at: number): number {
  if (!html.startsWith('<!--', at)) return after(html, '>', at + 2)
  if (html.startsWith('>', at + 4)) return at + 5
  if (html.startsWith('->', at + 4)) return at + 6
  const ends = /--!?>/g
  ends.lastIndex = at + 4
  return ends.exec(html) === null ? html.length : ends.lastIndex
}

type Tag = Extract<HtmlToken, { attributes: unknown }>

/** `null` for a tag that never ends: browsers drop it with all that follows. */
function readTag(html: string, start: number): Tag | null {
  const isClose = html[start + 1] === '/'
  const names = /[^\t\n\f\r />]*/y
  names.lastIndex = start + (isClose ? 2 : 1)
  const name = (names.exec(html)?.[0] ?? '').toLowerCase()
  const attributes = new Map<string, string>()
  let at = names.lastIndex
  for (;;) {
    const mark = skip(html, /[\t\n\f\r /]*/y, at)
    if (mark >= html.length) return null
    if (html[mark] === '>') {
      return { kind: isClose ? 'close' : 'open', name, attributes, end: mark + 1 }
    }
    const read = readAttribute(html, mark)
    if (read === null) return null
    if (!attributes.has(read.name)) attributes.set(read.name, read.value)
    at = read.end
  }
}

function skip(html: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at
  pattern.test(html)
  return Math.max(pattern.lastIndex, at)
}

function readAttribute(html: string, at: number) {
  // An equals sign in the first place is part of the name.
  const nameEnd = skip(html, /[^\t\n\f\r />=]*/y, at + 1)
  const name = html.slice(at, nameEnd).toLowerCase()
  const equals = skip(html, /[\t\n\f\r ]*/y, nameEnd)
  if (html[equals] !== '=') return { name, value: '', end: nameEnd }
  const from = skip(html, /[\t\n\f\r ]*/y, equals + 1)
  const quote = html[from]
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, from + 1)
    return end === -1 ? null : { name, value: html.slice(from + 1, end), end: end + 1 }
  }
  const end = skip(html, /[^\t\n\f\r >]*/y, from)
  return { name, value: html.slice(from, end), end }
}
