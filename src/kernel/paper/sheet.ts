import Pdf from 'pdfkit'
import { type Line, type Span, breakLines } from './lines.ts'
import type { Typeface, Way } from './typeface.ts'

/** Where something is drawn: from its left edge, so wide; in points. */
export interface Box {
  readonly x: number
  readonly width: number
}

/** How a text is set. */
export interface Setting {
  readonly size: number
  readonly direction: Way
  readonly colour?: string
}

/** Colours of the paper: dark ink, and the green of what was kept. */
export const ink = { text: '#111111', muted: '#444444', line: '#b5b5b5', kept: '#0b605b' }

const margin = 54
const footHeight = 36
const lineHeight = 1.75
/** Where the letters of a line stand in it, from above. */
const baseline = 1.2

/** The pages of a document, filled from above. */
export class Sheet {
  readonly lang: 'fa' | 'en'
  readonly typeface: Typeface
  readonly #document: Pdf
  readonly #content: Promise<Uint8Array>
  readonly #root: Pdf.Structure
  #parent: Pdf.Structure
  #y = margin

  constructor(of: { lang: 'fa' | 'en'; title: string; typeface: Typeface }) {
    this.lang = of.lang
    this.typeface = of.typeface
    this.#document = new Pdf({
      size: 'A4',
      margin: 0,
      font: null,
      bufferPages: true,
      tagged: true,
      lang: of.lang,
      displayTitle: true,
      info: { Title: of.title, Creator: 'Peyman', Producer: 'Peyman' }
    })
    for (const [face, font] of Object.entries(of.typeface.faces))
      this.#document.registerFont(face, font)
    this.#content = collected(this.#document)
    this.#root = this.#document.struct('Document')
    this.#document.addStructure(this.#root)
    this.#parent = this.#root
  }

  get y(): number {
    return this.#y
  }

  /** The whole width between the margins. */
  get box(): Box {
    return { x: margin, width: this.#document.page.width - 2 * margin }
  }

  get #bottom(): number {
    return this.#document.page.height - margin - footHeight
  }

  /** Height that is left on this page. */
  get room(): number {
    return this.#bottom - this.#y
  }

  down(points: number): void {
    this.#y += points
  }

  /** Begins a page where so much does not fit on this one any more. @returns Whether it did. */
  need(points: number): boolean {
    if (this.room >= points || this.#y === margin) return false
    this.#document.addPage()
    this.#y = margin
    return true
  }

  lines(spans: readonly Span[], box: Box, { size, direction }: Setting): Line[] {
    return breakLines(spans, {
      direction,
      widthMax: box.width / size,
      measure: (text, face) => this.typeface.width(text, face)
    })
  }

  /**
   * What a reader of the file is told that this is: `P`, `H1`, `LI`.
   * @param actual - Its text in the order in which it is read, for voices.
   */
  tagged(kind: string, actual: string, draw: () => void): void {
    const structure = this.#document.struct(kind, { actual })
    this.#parent.add(structure)
    structure.add(draw)
    structure.end()
  }

  /** What is told of the whole that others are parts of: `Table`, `TR`, `L`. */
  within(kind: string, draw: () => void): void {
    const [outer, structure] = [this.#parent, this.#document.struct(kind)]
    outer.add(structure)
    this.#parent = structure
    draw()
    this.#parent = outer
    structure.end()
  }

  /** Draws lines below each other, over as many pages as they take. */
  paragraph(lines: readonly Line[], box: Box, setting: Setting): void {
    const height = setting.size * lineHeight
    for (const line of lines) {
      this.need(height)
      this.line(line, box, { ...setting, y: this.#y })
      this.#y += height
    }
  }

  /** Draws one line at a height that the caller knows. */
  line(line: Line, box: Box, of: Setting & { readonly y: number }): void {
    const { size, direction, y } = of
    let x = direction === 'rtl' ? box.x + box.width - line.width * size : box.x
    for (const run of line.runs) {
      const { oblique, underline } = run.style
      this.#document
        .font(run.face, size)
        .fillColor(of.colour ?? ink.text)
        .text(run.text, x, y + baseline * size, {
          lineBreak: false,
          baseline: 'alphabetic',
          // Any at all: without, each word would be shaped and placed by itself.
          features: [],
          ...(oblique === true && { oblique })
        })
      if (underline === true) this.#stroke({ x, width: run.width * size }, y + baseline * size + 2)
      x += run.width * size
    }
  }

  /** A line across a box. */
  rule(box: Box, y: number): void {
    this.#ornament(() => {
      this.#stroke(box, y)
    })
  }

  /** A filled bar, as at the side of a quotation. */
  bar(
    box: Box,
    of: { readonly y: number; readonly height: number; readonly colour: string }
  ): void {
    this.#ornament(() => {
      this.#document.rect(box.x, of.y, box.width, of.height).fill(of.colour)
    })
  }

  /** A picture of cells, as cameras read it. */
  picture(
    cells: readonly (readonly boolean[])[],
    of: { readonly x: number; readonly y: number; readonly size: number; readonly says: string }
  ): void {
    const side = of.size / Math.max(1, cells.length)
    const structure = this.#document.struct('Figure', { alt: of.says })
    this.#parent.add(structure)
    structure.add(() => {
      for (const [row, line] of cells.entries())
        for (const [column, isDark] of line.entries())
          if (isDark) this.#document.rect(of.x + column * side, of.y + row * side, side, side)
      this.#document.fill('#000000')
    })
    structure.end()
  }

  /** Writes the foot of every page, and gives the file. */
  async finish(
    foot: (page: number, pages: number) => readonly [string, string]
  ): Promise<Uint8Array> {
    const { start, count } = this.#document.bufferedPageRange()
    const [direction, other] =
      this.lang === 'fa' ? (['rtl', 'ltr'] as const) : (['ltr', 'rtl'] as const)
    for (let page = 0; page < count; page++) {
      this.#document.switchToPage(start + page)
      const [near, far] = foot(page + 1, count)
      const y = this.#document.page.height - margin - footHeight / 2
      this.rule(this.box, y - 4)
      this.#ornament(() => {
        this.#footText(near, { y, side: direction })
        this.#footText(far, { y, side: other })
      })
    }
    this.#root.end()
    this.#document.end()
    return this.#content
  }

  #stroke({ x, width }: Box, y: number): void {
    this.#document
      .lineWidth(0.5)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(ink.line)
  }

  /** What no voice reads. */
  #ornament(draw: () => void): void {
    this.#document.markContent('Artifact')
    draw()
    this.#document.endMarkedContent()
  }

  #footText(text: string, { y, side }: { y: number; side: Way }): void {
    const setting = { size: 8, direction: this.lang === 'fa' ? 'rtl' : 'ltr' } as const
    const [line] = this.lines([{ text }], this.box, setting)
    if (line !== undefined)
      this.line(line, this.box, { size: 8, direction: side, y, colour: ink.muted })
  }
}

/** Height of so many lines. */
export function heightOf(lines: number, size: number): number {
  return lines * size * lineHeight
}

async function collected(document: Pdf): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  document.on('data', (piece) => pieces.push(piece.slice()))
  await new Promise<void>((resolve) => {
    document.on('end', resolve)
  })
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}
