import type { BodyBlock, BodyInline } from '../seal/index.ts'
import { drawTable } from './draw-table.ts'
import { type Clean, plainText, spansOf } from './spans.ts'
import { type Box, type Setting, type Sheet, ink } from './sheet.ts'
import type { Way } from './typeface.ts'

const bodySize = 11
const headingSizes = [15, 13, 11.5]
const indent = 18

/** The text of a letter, block by block. */
export function drawBody(sheet: Sheet, blocks: readonly BodyBlock[], clean: Clean): void {
  drawBlocks({ sheet, clean }, blocks, sheet.box)
}

interface Drawing {
  readonly sheet: Sheet
  readonly clean: Clean
}

function drawBlocks(on: Drawing, blocks: readonly BodyBlock[], box: Box): void {
  for (const block of blocks) {
    drawBlock(on, block, box)
    on.sheet.down(4)
  }
}

function drawBlock(on: Drawing, block: BodyBlock, box: Box): void {
  const { sheet } = on
  if (block.type === 'rule') {
    sheet.need(12)
    sheet.rule(box, sheet.y + 6)
    sheet.down(12)
  } else if (block.type === 'paragraph') drawText(on, block, { box, size: bodySize, kind: 'P' })
  else if (block.type === 'heading') drawHeading(on, block, box)
  else if (block.type === 'quote') drawQuote(on, block, box)
  else if (block.type === 'list') drawList(on, block, box)
  else {
    const direction = wayOf(sheet, block.direction)
    const cells = (row: readonly (readonly BodyInline[])[], bold: boolean) =>
      row.map((cell) => spansOf(cell, on.clean, { bold }))
    drawTable(sheet, {
      box,
      direction,
      head: cells(block.head, true),
      rows: block.rows.map((row) => cells(row, false))
    })
  }
}

function drawHeading(on: Drawing, block: Extract<BodyBlock, { type: 'heading' }>, box: Box): void {
  const size = headingSizes[block.level - 1] ?? bodySize
  // A heading is not left alone at the foot of a page.
  on.sheet.need(size * 4.5)
  on.sheet.down(4)
  drawText(on, block, { box, size, kind: `H${String(block.level + 1)}`, bold: true })
}

function drawText(
  { sheet, clean }: Drawing,
  block: { readonly direction: Way | null; readonly inlines: readonly BodyInline[] },
  of: {
    readonly box: Box
    readonly size: number
    readonly kind: string
    readonly bold?: boolean
  }
): void {
  const setting: Setting = { size: of.size, direction: wayOf(sheet, block.direction) }
  const spans = spansOf(block.inlines, clean, of.bold === true ? { bold: true } : {})
  sheet.tagged(of.kind, plainText(spans), () => {
    sheet.paragraph(sheet.lines(spans, of.box, setting), of.box, setting)
  })
}

function drawQuote(on: Drawing, block: Extract<BodyBlock, { type: 'quote' }>, box: Box): void {
  const direction = wayOf(on.sheet, block.direction)
  const from = on.sheet.y
  on.sheet.within('BlockQuote', () => {
    drawBlocks(on, block.blocks, inset(box, direction, 12))
  })
  // Where it went over a page, the bar of the page before is left out.
  const top = on.sheet.y > from ? from : on.sheet.y - 20
  const x = direction === 'rtl' ? box.x + box.width - 2 : box.x
  on.sheet.bar({ x, width: 2 }, { y: top, height: on.sheet.y - top - 4, colour: ink.line })
}

function drawList(on: Drawing, block: Extract<BodyBlock, { type: 'list' }>, box: Box): void {
  const { sheet } = on
  const direction = wayOf(sheet, block.direction)
  const setting: Setting = { size: bodySize, direction }
  const drawItem = (item: readonly BodyBlock[], i: number) => {
    const number = new Intl.NumberFormat(direction === 'rtl' ? 'fa-IR' : 'en', {
      useGrouping: false
    })
    const mark = block.ordered ? `${number.format(block.start + i)}.` : '•'
    sheet.need(bodySize * 2)
    const [line] = sheet.lines([{ text: mark }], box, setting)
    if (line !== undefined)
      sheet.tagged('Lbl', mark, () => {
        sheet.line(line, box, { ...setting, y: sheet.y })
      })
    sheet.within('LBody', () => {
      drawBlocks(on, item, inset(box, direction, indent))
    })
    sheet.down(-2)
  }
  sheet.within('L', () => {
    for (const [i, item] of block.items.entries())
      sheet.within('LI', () => {
        drawItem(item, i)
      })
  })
}

/** A box that begins further in, on the side where its text begins. */
function inset({ x, width }: Box, direction: Way, points: number): Box {
  return { x: direction === 'rtl' ? x : x + points, width: width - points }
}

function wayOf({ lang }: Sheet, direction: Way | null): Way {
  return direction ?? (lang === 'fa' ? 'rtl' : 'ltr')
}
