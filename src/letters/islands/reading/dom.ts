import { codeOf, withoutPiles } from '../../../kernel/reading/index.ts'

type Attributes = Readonly<Record<string, string | boolean | undefined>>
type Child = Node | string | null | undefined

/** An element with attributes and content; text is put in as text, never as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(key, value)
    else if (value === true) made.setAttribute(key, '')
  }
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

/** A button that does something on this page. */
export function actionButton(
  text: string,
  kind: 'primary' | 'outline' | 'ghost',
  act: () => void
): HTMLButtonElement {
  const made = el('button', { type: 'button', class: `btn btn-${kind}` }, text)
  made.addEventListener('click', act)
  return made
}

/** A message with the drawing that the page brought for its tone. */
export function notice(
  tone: 'kept' | 'info' | 'risk' | 'broken',
  title: string,
  ...body: readonly Child[]
): HTMLElement {
  const urgent = tone === 'broken' || tone === 'risk'
  return el(
    'div',
    { class: `notice tone-${tone}`, role: urgent ? 'alert' : 'status' },
    el('span', { class: 'notice-icon' }, icon(tone)),
    el('div', { class: 'notice-body' }, el('p', { class: 'notice-title' }, title), ...body)
  )
}

/** A drawing from the templates of the page. */
export function icon(name: string): Node {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-icon="${name}"]`)
  return template?.content.cloneNode(true) ?? document.createTextNode('')
}

/** A list of terms and what they are; empty ones are left out. */
export function terms(rows: readonly (readonly [string, Child])[]): HTMLElement {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return el(
    'dl',
    { class: 'key-values key-values-dense' },
    ...shown.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))
  )
}

/** Text of whoever wrote it, in its own direction, with nothing of it hidden. */
export function foreign(text: string): HTMLElement {
  return el('bdi', { dir: 'auto' }, seen(text))
}

/** An id or hash, read left to right. */
export function coded(text: string): HTMLElement {
  return el('bdi', { dir: 'ltr', class: text.length > 24 ? 'code code-long' : 'code' }, text)
}

// Direction marks and isolates, invisible formats and fillers; the half-space and its joiner are letters' own.
const hiddenCharacters =
  /(?!\u200c|\u200d|[\n\t])(?:[\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0]|\u034f|[\u180b-\u180f])/gu

/**
 * A text in which every character that nobody would see stands as its code, `[U+202E]`, and so does a mark that
 * would be piled over what stands above.
 */
export function seen(text: string): string {
  return withoutPiles(text.replaceAll(hiddenCharacters, codeOf))
}

/** Gives bytes to the reader as a file. */
export function saveAs(name: string, content: Uint8Array | string | Blob, type: string): void {
  const own = content instanceof Uint8Array ? content.slice() : content
  const blob = new Blob([own], { type })
  const address = URL.createObjectURL(blob)
  el('a', { href: address, download: fileName(name) }).click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}

/** A name that no file system reads as a path, a hidden file or another kind of file. */
export function fileName(name: string): string {
  const plain = name
    .replaceAll(hiddenCharacters, '')
    .replaceAll(/[/\\:*?"<>|\n\t]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
    .slice(0, 150)
  return plain === '' ? 'file' : plain
}
