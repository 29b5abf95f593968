/**
 * Where a `${…}` of a template stands, which decides what may fill it:
 * `text` and `value` (a quoted attribute) take any content, escaped; `url` is the start of a link
 * attribute and takes safe addresses only; `tag` stands among attributes and takes `attrs()` only.
 */
export type Hole = 'text' | 'value' | 'url' | 'tag'

/** A template that cannot be filled safely: a fault of the programmer, found at its first use. */
export class UnsafeTemplateError extends Error {
  override readonly name = 'UnsafeTemplateError'
}

type State = 'text' | 'open' | 'tag' | 'unquoted' | 'double' | 'single' | 'comment' | 'script'

interface Scan {
  state: State
  /** The tag being read, and after it the attribute, as far as read. */
  tag: string
  attribute: string
  /** Characters of the current attribute value so far. */
  valueLength: number
  tail: string
}

const linkAttributes = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'xlink:href'
])

const steps: Record<State, (scan: Scan, char: string) => void> = {
  text(scan, char) {
    if (char === '<') begin(scan)
  },
  open(scan, char) {
    if (char === '>') closeTag(scan)
    else if (/\s/.test(char)) scan.state = 'tag'
    else scan.tag += char.toLowerCase()
    if (scan.tag === '!--') scan.state = 'comment'
  },
  tag(scan, char) {
    if (char === '>') closeTag(scan)
    else if (char === '=') scan.state = 'unquoted'
    else if (/\s/.test(char)) scan.attribute = ''
    else scan.attribute += char.toLowerCase()
  },
  unquoted(scan, char) {
    if (char === '"' && scan.valueLength === 0) scan.state = 'double'
    else if (char === "'" && scan.valueLength === 0) scan.state = 'single'
    else if (char === '>') closeTag(scan)
    else if (/\s/.test(char)) endValue(scan)
    else scan.valueLength++
  },
  double(scan, char) {
    if (char === '"') endValue(scan)
    else scan.valueLength++
  },
  single(scan, char) {
    if (char === "'") endValue(scan)
    else scan.valueLength++
  },
  comment(scan) {
    if (scan.tail.endsWith('-->')) scan.state = 'text'
  },
  script(scan) {
    if (scan.tail.endsWith(`</${scan.tag}`)) begin(scan)
  }
}

function begin(scan: Scan): void {
  scan.state = 'open'
  scan.tag = ''
}

function endValue(scan: Scan): void {
  scan.state = 'tag'
  scan.attribute = ''
  scan.valueLength = 0
}

function closeTag(scan: Scan): void {
  endValue(scan)
  scan.state = scan.tag === 'script' || scan.tag === 'style' ? 'script' : 'text'
}

function holeAt(scan: Scan): Hole {
  if (scan.state === 'text' || scan.state === 'tag') return scan.state
  if (scan.state === 'double' || scan.state === 'single') return attributeHole(scan)
  throw new UnsafeTemplateError(
    `a hole in an HTML template stands in ${scan.state} of <${scan.tag} ${scan.attribute}>; ` +
      'quote the attribute, and put no hole into tag names, comments, scripts or styles'
  )
}

function attributeHole(scan: Scan): Hole {
  if (scan.attribute === 'style' || scan.attribute.startsWith('on')) {
    throw new UnsafeTemplateError(`the policy of the pages forbids ${scan.attribute}="…"`)
  }
  return scan.valueLength === 0 && linkAttributes.has(scan.attribute) ? 'url' : 'value'
}

/** Reads the fixed parts of a template once and says where each hole stands. */
export function readHoles(strings: readonly string[]): Hole[] {
  const scan: Scan = { state: 'text', tag: '', attribute: '', valueLength: 0, tail: '' }
  const holes: Hole[] = []
  strings.forEach((part, i) => {
    for (const char of part) {
      scan.tail = (scan.tail + char.toLowerCase()).slice(-9)
      steps[scan.state](scan, char)
    }
    if (i < strings.length - 1) {
      holes.push(holeAt(scan))
      if (scan.state === 'double' || scan.state === 'single') scan.valueLength++
    }
  })
  return holes
}
