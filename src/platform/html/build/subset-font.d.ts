declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat?: 'woff2' | 'woff' | 'truetype'
    variationAxes?: Record<string, number | { min: number; max: number }>
  }
  /** Keeps the glyphs of a text, and what shaping needs for them. */
  function subsetFont(font: Uint8Array, text: string, options?: SubsetOptions): Promise<Uint8Array>
  export = subsetFont
}
