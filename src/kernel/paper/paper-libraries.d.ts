// What is used of two libraries that bring no types.
declare module 'fontkit' {
  interface Glyph {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly advanceWidth: number
  }
  interface GlyphRun {
    readonly glyphs: Glyph[]
    /** In units of the font. */
    readonly positions: readonly { readonly xAdvance: number }[]
    readonly advanceWidth: number
  }
  export interface Font {
    readonly unitsPerEm: number
    readonly postscriptName: string
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(
      text: string,
      features?: readonly string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl'
    ): GlyphRun
  }
  export function create(content: Uint8Array): Font
}

declare module 'pdfkit' {
  import type { Font } from 'fontkit'
  type Structure = PDFDocument.Structure
  namespace PDFDocument {
    interface Structure {
      add(child: Structure | (() => void)): Structure
      end(): void
    }
    interface TextOptions {
      readonly lineBreak: false
      readonly baseline: 'alphabetic'
      readonly features: readonly string[]
      readonly oblique?: boolean
    }
  }
  class PDFDocument {
    constructor(options: {
      readonly size: 'A4'
      readonly margin: number
      readonly font: null
      readonly bufferPages: boolean
      readonly tagged: boolean
      readonly lang: string
      readonly displayTitle: boolean
      readonly info: Readonly<Record<string, string>>
    })
    readonly page: { readonly width: number; readonly height: number }
    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(page: number): void
    registerFont(name: string, font: Font): this
    font(name: string, size: number): this
    text(...drawn: [text: string, x: number, y: number, options: PDFDocument.TextOptions]): this
    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(points: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(...box: [x: number, y: number, width: number, height: number]): this
    fill(colour: string): this
    stroke(colour?: string): this
    struct(type: string, options?: { readonly actual?: string; readonly alt?: string }): Structure
    addStructure(structure: Structure): this
    markContent(tag: string, options?: { readonly type?: string; readonly actual?: string }): this
    endMarkedContent(): this
    on(event: 'data', listen: (piece: Uint8Array) => void): this
    on(event: 'end', listen: () => void): this
    end(): void
  }
  export default PDFDocument
}
