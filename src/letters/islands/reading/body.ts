import { type Say, shownPart } from '../../../kernel/reading/index.ts'
import { type BodyBlock, type BodyInline, parseBody } from '../../../kernel/seal/index.ts'
import { el, seen } from './dom.ts'

/** While a body is drawn: the texts of the page, and the level of the heading before. */
interface Drawing {
  readonly say: Say
  readonly top: number
  level: number
}

/**
 * The body of a letter, drawn: text, lists, tables; nothing is fetched, nothing can be followed by itself. Of one that
 * would stop the page its beginning (`shownPart`).
 * @param under - Level of the heading that the letter stands under: its own begin one below, and skip none.
 */
export function drawBody(markdown: string, say: Say, under: number): HTMLElement {
  const drawing = { say, top: under + 1, level: under }
  const parsed = parseBody(shownPart(markdown).text)
  // Blocks have their own directions, so the browser would find none for what is around them.
  const dir = parsed.map(directionOf).find((each) => each !== null) ?? undefined
  return el('div', { class: 'prose letter-body', dir }, ...blocks(parsed, drawing))
}

function directionOf(block: BodyBlock): 'rtl' | 'ltr' | null {
  return block.type === 'rule' ? null : block.direction
}

function blocks(list: readonly BodyBlock[], drawing: Drawing): Node[] {
  return list.map((block) => drawBlock(block, drawing))
}

function drawBlock(block: BodyBlock, drawing: Drawing): HTMLElement {
  if (block.type === 'rule') return el('hr')
  const { say } = drawing
  const dir = { dir: block.direction ?? 'auto' }
  if (block.type === 'paragraph') return el('p', dir, ...inlines(block.inlines, say))
  if (block.type === 'heading')
    return el(headingOf(block.level, drawing), dir, ...inlines(block.inlines, say))
  if (block.type === 'quote') return el('blockquote', dir, ...blocks(block.blocks, drawing))
  if (block.type === 'table') return drawTable(block, say)
  const items = block.items.map((item) => el('li', {}, ...blocks(item, drawing)))
  if (!block.ordered) return el('ul', dir, ...items)
  return el('ol', { ...dir, start: String(block.start) }, ...items)
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function headingOf(level: number, drawing: Drawing): (typeof headings)[number] {
  drawing.level = Math.min(drawing.top + level - 1, drawing.level + 1)
  return headings[drawing.level - 2] ?? 'h6'
}

function drawTable(table: Extract<BodyBlock, { type: 'table' }>, say: Say): HTMLElement {
  const head = table.head.map((cell) => el('th', { scope: 'col' }, ...inlines(cell, say)))
  const rows = table.rows.map((row) =>
    el('tr', {}, ...row.map((cell) => el('td', {}, ...inlines(cell, say))))
  )
  const made = el(
    'table',
    { dir: table.direction ?? 'auto' },
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...rows)
  )
  return el('div', { class: 'letter-table', tabindex: '0', role: 'group' }, made)
}

function inlines(list: readonly BodyInline[], say: Say): Node[] {
  return list.map((inline) => drawInline(inline, say))
}

function drawInline(inline: BodyInline, say: Say): Node {
  if (inline.type === 'break') return el('br')
  if (inline.type === 'text') return document.createTextNode(seen(inline.text))
  if (inline.type === 'code') return el('code', { dir: 'ltr' }, seen(inline.text))
  if (inline.type === 'link') return drawLink(inline, say)
  return el(inline.type === 'strong' ? 'strong' : 'em', {}, ...inlines(inline.inlines, say))
}

/** The name of a link and, where it says something else, its address: to be read and copied, not to be pressed. */
function drawLink({ text, address }: Extract<BodyInline, { type: 'link' }>, say: Say): HTMLElement {
  const shown = el(
    'bdi',
    { dir: 'ltr', class: 'letter-address', title: say('linkAdvice') },
    seen(address)
  )
  // The form of the URL standard ends the host of a bare address with a slash.
  if (text === address || `${text}/` === address) return shown
  return el('span', {}, el('bdi', {}, seen(text)), ' (', shown, ')')
}
