/** A piece of a line. */
export type BodyInline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly inlines: BodyInline[] }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'link'
      /** What the writer calls it; where it differs from the address, both are to be shown. */
      readonly text: string
      /** `https:`, `http:`, `mailto:` or `tel:`, host in ASCII: the address to show, and to open when asked to. */
      readonly address: string
    }
  | { readonly type: 'break' }

const depthMax = 6
const labelCharsMax = 300
const addressCharsMax = 2000
const protocols = ['https:', 'http:', 'mailto:', 'tel:']
const escapable = /[\\`*_[\]()<>#+\-.!|]/
const bareAddress = /^https?:\/\/[^\s<>"'`«»،؛()[\]]{1,1000}/
const angleAddress = /^<([a-z]{3,6}:[^\s<>]{1,1000})>/

/** What was recognised at a place, and how many characters it took. */
interface Found {
  readonly length: number
  readonly inline: BodyInline
}

/**
 * The pieces of a text of one or more lines. An image is a link as any other; an address of another kind
 * than the four leaves the text as it was written.
 */
export function parseInlines(text: string): BodyInline[] {
  return parse(text, 0)
}

function parse(text: string, depth: number): BodyInline[] {
  const inlines: BodyInline[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') inlines.push({ type: 'text', text: plain })
    plain = ''
  }
  const finder = finderIn(text, depth)
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? ''
    const next = text[at + 1] ?? ''
    const isEscaped = char === '\\' && escapable.test(next)
    const found = isEscaped ? null : finder(at)
    if (found !== null) {
      flush()
      inlines.push(found.inline)
      at += found.length
    } else {
      plain += isEscaped ? next : char
      at += isEscaped ? 2 : 1
    }
  }
  flush()
  return inlines
}

function finderIn(text: string, depth: number): (at: number) => Found | null {
  const closers = closerIn(text)
  const marked = (at: number, mark: string): Found | null => {
    const end = depth < depthMax ? closers(mark, at) : -1
    if (end === -1) return null
    const inlines = parse(text.slice(at + mark.length, end), depth + 1)
    const type = mark.length === 2 ? 'strong' : 'emphasis'
    return { length: end + mark.length - at, inline: { type, inlines } }
  }
  const byStart: Readonly<Record<string, (at: number) => Found | null>> = {
    '\n': () => ({ length: 1, inline: { type: 'break' } }),
    '*': (at) => (text[at + 1] === '*' ? marked(at, '**') : marked(at, '*')),
    _: (at) => (text[at + 1] === '_' ? marked(at, '__') : marked(at, '_')),
    '`': (at) => codeAt(text, at, closers),
    '[': (at) => linkAt(text, at),
    '!': (at) => (text[at + 1] === '[' ? longer(linkAt(text, at + 1)) : null),
    '<': (at) => addressAt(text, at, angleAddress),
    h: (at) => (isWordBefore(text, at) ? null : addressAt(text, at, bareAddress))
  }
  return (at) => byStart[text[at] ?? '']?.(at) ?? null
}

/** Where a mark is closed: not behind a space, and not at once; -1 for nowhere, which is remembered. */
function closerIn(text: string): (mark: string, at: number) => number {
  const none = new Set<string>()
  return (mark, at) => {
    const from = at + mark.length
    if (none.has(mark) || /^\s?$/.test(text[from] ?? '')) return -1
    if (mark.startsWith('_') && isWordBefore(text, at)) return -1
    for (let end = text.indexOf(mark, from + 1); end !== -1; end = text.indexOf(mark, end + 1)) {
      if (closes(text, mark, end)) return end
    }
    none.add(mark)
    return -1
  }
}

function closes(text: string, mark: string, end: number): boolean {
  const before = text[end - 1] ?? ''
  if (mark !== '`' && (/\s/.test(before) || before === '\\')) return false
  if (mark.length === 1 && mark !== '`' && (text[end + 1] === mark || before === mark)) return false
  return !mark.startsWith('_') || !/[\p{L}\p{N}]/u.test(text[end + mark.length] ?? '')
}

function codeAt(
  text: string,
  at: number,
  closers: (mark: string, at: number) => number
): Found | null {
  const end = closers('`', at)
  if (end === -1) return null
  return { length: end + 1 - at, inline: { type: 'code', text: text.slice(at + 1, end) } }
}

function linkAt(text: string, at: number): Found | null {
  const window = text.slice(at, at + labelCharsMax + addressCharsMax)
  const parts = /^\[([^[\]\n]{1,300})\]\(\s?([^\s()<>]{1,2000})\s?\)/.exec(window)
  const [whole = '', label = '', written = ''] = parts ?? []
  const address = addressOf(written)
  if (parts === null || address === null) return null
  return { length: whole.length, inline: { type: 'link', text: label, address } }
}

function longer(found: Found | null): Found | null {
  return found === null ? null : { ...found, length: found.length + 1 }
}

function addressAt(text: string, at: number, form: RegExp): Found | null {
  const parts = form.exec(text.slice(at, at + 1010))
  // A mark that ends the sentence does not belong to the address.
  const whole = parts === null ? '' : form === bareAddress ? trimmed(parts[0]) : parts[0]
  const written = form === bareAddress ? whole : (parts?.[1] ?? '')
  const address = addressOf(written)
  if (address === null) return null
  return { length: whole.length, inline: { type: 'link', text: written, address } }
}

function trimmed(address: string): string {
  return address.replace(/[.,:;!?؟*_]{1,20}$/, '')
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

/** The address in the one form that a browser would open; its host in ASCII, so that no letter poses as another. */
function addressOf(written: string): string | null {
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  const isPlain = url.username === '' && url.password === ''
  return protocols.includes(url.protocol) && isPlain ? url.href : null
}
