/** A colour as `#rrggbb`, in small letters; `null` for a text that is none. */
export function colourOf(text: string): string | null {
  const [, digits] = /^\s*#?([0-9a-f]{6})\s*$/i.exec(text) ?? []
  return digits === undefined ? null : `#${digits.toLowerCase()}`
}

/**
 * Contrast of two colours, 1 to 21.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Relative luminance of sRGB, 0 to 1. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A colour that goes so far towards black, 0 to 1: for edges and pressed buttons. */
export function darker(colour: string, share: number): string {
  const parts = [1, 3, 5].map((from) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16)
    return Math.round(value * (1 - share))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}
