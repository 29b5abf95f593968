import { type Font, type Glyph, create } from 'fontkit'
import { bidi } from './bidi.ts'

/** Which way a piece of text runs. */
export type Way = 'ltr' | 'rtl'

/** Which of the four fonts of a document draws a piece of text. */
export type Face = `${'regular' | 'bold'}-${Way}`

/** The font of a document: in two weights, each for both ways of writing. */
export interface Typeface {
  readonly faces: Readonly<Record<Face, Font>>
  /** Width of a text that runs one way, at size 1. */
  width(text: string, face: Face): number
  /** Whether the font can draw every character of a text. */
  draws(text: string): boolean
}

const halfSpace = 0x200c
const joiner = 0x200d

/** Reads the two files of the font. */
export function openTypeface(files: {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}): Typeface {
  const { regular, bold } = files
  const faces = {
    'regular-ltr': openFont(regular, 'ltr'),
    'regular-rtl': openFont(regular, 'rtl'),
    'bold-ltr': openFont(bold, 'ltr'),
    'bold-rtl': openFont(bold, 'rtl')
  }
  const known = new Map<string, number>()
  return {
    faces,
    width(text, face) {
      const key = `${face} ${text}`
      const width = known.get(key) ?? faces[face].layout(text).advanceWidth / faces[face].unitsPerEm
      known.set(key, width)
      return width
    },
    draws: (text) =>
      Array.from(text, (character) => character.codePointAt(0) ?? 0).every(
        (point) =>
          point === halfSpace ||
          point === joiner ||
          faces['regular-ltr'].hasGlyphForCodePoint(point)
      )
  }
}

/**
 * A font for texts that run one way. The library that shapes would tell the way from the script alone, and so
 * turn Persian numbers round. Each way has a font of its own in the file, because a bracket is drawn by another
 * sign where the text runs to the left, and whoever copies it is to get the one that was written.
 */
function openFont(content: Uint8Array, way: Way): Font {
  const font = create(content)
  const shape = font.layout.bind(font)
  const space = font.glyphForCodePoint(0x20)
  const mark = font.hasGlyphForCodePoint(halfSpace) ? font.glyphForCodePoint(halfSpace) : null
  const layout: Font['layout'] = (text) => {
    const drawn = way === 'ltr' ? text : mirrored(text)
    const run = shape(drawn, [], undefined, undefined, way)
    for (const [i, glyph] of run.glyphs.entries()) {
      // A half-space comes back as a space without width: whoever copies the text would get two words.
      if (mark !== null && glyph.id === space.id && run.positions[i]?.xAdvance === 0)
        run.glyphs[i] = mark
      else if (way === 'rtl') run.glyphs[i] = asWritten(glyph)
    }
    return run
  }
  // The writer of the file takes fonts of one name for one font.
  return Object.defineProperties(font, {
    layout: { value: layout },
    postscriptName: { value: `${font.postscriptName}-${way}` }
  })
}

function mirrored(text: string): string {
  return Array.from(text, (each) => bidi.getMirroredCharacter(each) ?? each).join('')
}

/** A glyph of a mirrored sign, which stands for the sign that was written. */
function asWritten(glyph: Glyph): Glyph {
  const [point] = glyph.codePoints
  if (glyph.codePoints.length !== 1 || point === undefined) return glyph
  const written = bidi.getMirroredCharacter(String.fromCodePoint(point))?.codePointAt(0)
  if (written === undefined) return glyph
  const { id, advanceWidth } = glyph
  return { id, advanceWidth, codePoints: [written] }
}
