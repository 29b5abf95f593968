import type { Line, Span } from './lines.ts'
import { plainText } from './spans.ts'
import { type Box, type Setting, type Sheet, heightOf, ink } from './sheet.ts'
import type { Way } from './typeface.ts'

const size = 9.5
const padding = 4

/** A table as it goes on paper: pieces of text for each cell. */
interface PaperTable {
  readonly box: Box
  readonly direction: Way
  readonly head: readonly (readonly Span[])[]
  readonly rows: readonly (readonly (readonly Span[])[])[]
}

/** Draws a table; its head stands again on each page, and a row that is higher than a page goes on over it. */
export function drawTable(sheet: Sheet, table: PaperTable): void {
  const { head, rows, direction } = table
  const boxes = columnsOf(sheet, table)
  const setting = { size, direction }
  const broken = (row: PaperTable['head']) =>
    boxes.map((box, i) => sheet.lines(row[i] ?? [], inner(box), setting))
  const titles = broken(head)
  const drawHead = () => {
    drawRow(sheet, { cells: titles, boxes, setting, texts: head, kind: 'TH' })
  }
  sheet.within('Table', () => {
    drawHead()
    for (const row of rows) {
      const cells = broken(row)
      if (sheet.need(Math.min(heightOfRow(cells), heightOf(20, size)))) drawHead()
      drawRow(sheet, { cells, boxes, setting, texts: row, kind: 'TD', again: drawHead })
    }
  })
  sheet.down(4)
}

interface Row {
  readonly cells: readonly (readonly Line[])[]
  readonly boxes: readonly Box[]
  readonly setting: Setting
  readonly texts: PaperTable['head']
  readonly kind: 'TH' | 'TD'
  /** What stands again on a page that the row begins. */
  readonly again?: () => void
}

function drawRow(sheet: Sheet, row: Row): void {
  const { cells, boxes, setting } = row
  const count = Math.max(1, ...cells.map((lines) => lines.length))
  for (let from = 0; from < count;) {
    if (sheet.need(heightOf(1, size) + 2 * padding)) row.again?.()
    const fits = Math.max(1, Math.floor((sheet.room - 2 * padding) / heightOf(1, size)))
    const here = Math.min(fits, count - from)
    const top = sheet.y
    const text = (i: number) => (from === 0 ? plainText(row.texts[i] ?? []) : '')
    const cell = (box: Box, i: number) => {
      const lines = (cells[i] ?? []).slice(from, from + here)
      sheet.tagged(row.kind, text(i), () => {
        for (const [n, line] of lines.entries())
          sheet.line(line, inner(box), { ...setting, y: top + padding + heightOf(n, size) })
      })
    }
    sheet.within('TR', () => {
      for (const [i, box] of boxes.entries()) cell(box, i)
    })
    const height = heightOf(here, size) + 2 * padding
    frame(sheet, boxes, { top, height })
    sheet.down(height)
    from += here
  }
}

function frame(
  sheet: Sheet,
  boxes: readonly Box[],
  { top, height }: { top: number; height: number }
): void {
  const all = {
    x: Math.min(...boxes.map(({ x }) => x)),
    width: boxes.reduce((sum, { width }) => sum + width, 0)
  }
  sheet.rule(all, top)
  sheet.rule(all, top + height)
  for (const x of [...boxes.map((box) => box.x), all.x + all.width])
    sheet.bar({ x: x - 0.3, width: 0.6 }, { y: top, height, colour: ink.line })
}

function heightOfRow(cells: Row['cells']): number {
  return heightOf(Math.max(1, ...cells.map((lines) => lines.length)), size) + 2 * padding
}

/** Columns as wide as what stands in them asks for, none narrower than a third of an even share. */
function columnsOf(sheet: Sheet, { box, direction, head, rows }: PaperTable): Box[] {
  const wanted = head.map((_, i) => {
    const widths = [head, ...rows].map((row) => {
      const lines = sheet.lines(row[i] ?? [], { x: 0, width: 10_000 }, { size, direction })
      return Math.max(0, ...lines.map(({ width }) => width * size))
    })
    return Math.min(Math.max(...widths) + 2 * padding, box.width * 0.6)
  })
  const floor = box.width / head.length / 3
  const shares = wanted.map((width) => Math.max(width, floor))
  const total = shares.reduce((sum, width) => sum + width, 0)
  let used = 0
  return shares.map((share) => {
    const width = (share / total) * box.width
    const x = direction === 'rtl' ? box.x + box.width - used - width : box.x + used
    used += width
    return { x, width }
  })
}

function inner({ x, width }: Box): Box {
  return { x: x + padding, width: width - 2 * padding }
}
