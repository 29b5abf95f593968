import type { PaperParts } from './parts.ts'
import type { VerifyTexts } from './texts.ts'

/** The parts of the page that the island fills. */
export interface VerifyPage {
  readonly root: HTMLElement
  readonly lang: 'fa' | 'en'
  readonly texts: VerifyTexts
  readonly result: HTMLElement
  readonly policy: HTMLTextAreaElement
  readonly parts: PaperParts
}

/** An element with its content; text is put in as text, never as HTML. */
export function element(
  name: string,
  className: string,
  content: string | readonly (Node | string)[] = []
): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...(typeof content === 'string' ? [content] : content))
  return made
}

/** One element of the page by its `data-verify-…` mark. */
export function find<T extends HTMLElement = HTMLElement>(
  root: HTMLElement,
  mark: string,
  kind: new () => T = HTMLElement as new () => T
): T {
  const found = root.querySelector(`[data-verify-${mark}]`)
  if (!(found instanceof kind)) throw new Error(`the page has no ${mark}`)
  return found
}

/** A text whose parts between isolates (U+2068, U+2069) keep their own direction. */
export function isolated(text: string): (Node | string)[] {
  // Elements instead of the characters: fonts need not have them.
  return text.split('\u2068').flatMap((piece, i) => {
    if (i === 0) return [piece]
    const [inside = '', after = ''] = piece.split('\u2069')
    return [element('bdi', '', inside), after]
  })
}
