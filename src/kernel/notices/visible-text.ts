import { decodeEntities } from './entities.ts'
import { type HtmlToken, htmlTokens } from './html-tokens.ts'
import { plainLine } from './notice-lines.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

// What a reader of the page does not see of it, or not as its text.
const unseen = setOf(
  'script style title noscript template textarea iframe noembed noframes xmp svg math select ' +
    'datalist object audio video canvas'
)
const voids = setOf('area base br col embed hr img input link meta param source track wbr')
// Text around these runs on; every other tag ends the line.
const inline = setOf(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output q ' +
    'ruby s samp small span strike strong sub sup time tt u var wbr'
)
const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i

/**
 * What a page says to whoever looks at it: its text without tags, comments, scripts and what it marks as
 * hidden, references decoded. One line for each block; white space within a line is one space. A style
 * sheet is not read: what only it hides counts as seen.
 * @param html - Any text at all; takes time in proportion to its length.
 */
export function visibleText(html: string): string {
  const lines: string[] = []
  let line: string[] = []
  let hidden: { readonly name: string; depth: number } | null = null
  const endLine = (): void => {
    lines.push(plainLine(line.join('')))
    line = []
  }
  for (const token of htmlTokens(html)) {
    if (hidden !== null) hidden = stillHidden(hidden, token)
    else if (token.kind === 'text') line.push(decodeEntities(token.text))
    else if (token.kind === 'open' && isHidden(token)) hidden = { name: token.name, depth: 1 }
    else if (token.name === 'br') line.push(' ')
    else if (!inline.has(token.name)) endLine()
  }
  endLine()
  return lines.filter((each) => each !== '').join('\n')
}

type Tag = Extract<HtmlToken, { attributes: unknown }>

function isHidden({ name, attributes }: Tag): boolean {
  if (voids.has(name)) return false
  if (unseen.has(name) || attributes.has('hidden')) return true
  if (name === 'dialog' && !attributes.has('open')) return true
  return hiding.test(decodeEntities(attributes.get('style') ?? ''))
}

/** Hidden until the element closes that hid; elements of its name may stand within it. */
function stillHidden(hidden: { readonly name: string; depth: number }, token: HtmlToken) {
  if (token.kind === 'text' || token.name !== hidden.name) return hidden
  const depth = hidden.depth + (token.kind === 'open' ? 1 : -1)
  return depth === 0 ? null : { name: hidden.name, depth }
}
