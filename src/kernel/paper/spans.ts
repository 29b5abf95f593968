import type { BodyInline } from '../seal/index.ts'
import { type Span, type Style, isolated } from './lines.ts'

/** Makes a text such that all of it is seen: what the font cannot draw stands as its code. */
export type Clean = (text: string) => string

/** Inlines as pieces of text in their styles; a link shows its address, to be read and not pressed. */
export function spansOf(inlines: readonly BodyInline[], clean: Clean, style: Style = {}): Span[] {
  return inlines.flatMap((inline): Span[] => {
    if (inline.type === 'break') return [{ ...style, text: '\n' }]
    if (inline.type === 'text') return [{ ...style, text: clean(inline.text) }]
    if (inline.type === 'code') return [{ ...style, text: isolated(clean(inline.text), 'ltr') }]
    if (inline.type === 'link') return linkOf(inline, clean, style)
    const more = inline.type === 'strong' ? { bold: true } : { oblique: true }
    return spansOf(inline.inlines, clean, { ...style, ...more })
  })
}

function linkOf(
  { text, address }: Extract<BodyInline, { type: 'link' }>,
  clean: Clean,
  style: Style
): Span[] {
  const shown = { ...style, underline: true, text: isolated(clean(address), 'ltr') }
  if (text === address || `${text}/` === address) return [shown]
  const name = { ...style, text: `${isolated(clean(text), 'auto')} (` }
  return [name, shown, { ...style, text: ')' }]
}

/** What a voice reads of pieces of text. */
export function plainText(spans: readonly Span[]): string {
  return spans.map(({ text }) => text.replaceAll(/[\u2066-\u2069]/g, '')).join('')
}
