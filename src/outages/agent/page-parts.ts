import { decodeEntities } from '../../kernel/notices/entities.ts'
import { type HtmlToken, htmlTokens } from '../../kernel/notices/html-tokens.ts'

/** Something of a page that leads to, sends to or loads from an address. */
export interface PageAddress {
  readonly url: URL
  /** `form`: what people type goes there; `resource`: the page loads from it; `link`: it leads there. */
  readonly use: 'form' | 'resource' | 'link'
  /** Words of a link, with single spaces; else empty. */
  readonly text: string
}

/** A form that asks by `GET`, with the name of its first field for words. */
export interface SearchForm {
  readonly action: URL
  readonly field: string
}

/** What of a page a probe goes by. */
export interface PageParts {
  readonly addresses: readonly PageAddress[]
  readonly searches: readonly SearchForm[]
}

type Tag = Extract<HtmlToken, { kind: 'open' | 'close' }>

const addressesMax = 5000
const textLengthMax = 300
const wordTypes = new Set(['search', 'text', ''])

/**
 * Reads the links, forms and resources of a page.
 * @param at - Address of the page; `base` in it is heeded.
 */
export function partsOf(html: string, at: URL): PageParts {
  const reader = new Reader(at)
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') reader.text(token.text)
    else if (token.kind === 'open') reader.open(token)
    else reader.close(token.name)
    if (reader.addresses.length >= addressesMax) break
  }
  reader.close('a')
  return reader
}

/** Where a tag says what it loads. */
const sources = new Map([
  ...['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'track'].map(
    (name): [string, string] => [name, 'src']
  ),
  ['object', 'data']
])

class Reader implements PageParts {
  readonly addresses: PageAddress[] = []
  readonly searches: SearchForm[] = []
  #base: URL
  #link: { readonly url: URL; text: string } | null = null
  #form: URL | null = null

  constructor(at: URL) {
    this.#base = at
  }

  text(text: string): void {
    if (this.#link !== null && this.#link.text.length < textLengthMax) this.#link.text += text
  }

  open(tag: Tag): void {
    const source = sources.get(tag.name)
    if (source !== undefined) this.#add('resource', this.#address(tag, source))
    else if (Object.hasOwn(this.#openers, tag.name)) this.#openers[tag.name]?.(tag)
  }

  close(name: string): void {
    if (name === 'form') this.#form = null
    if (name !== 'a' || this.#link === null) return
    const { url, text } = this.#link
    this.#link = null
    const words = decodeEntities(text).replaceAll(/\s+/g, ' ').trim()
    this.addresses.push({ url, use: 'link', text: words })
  }

  readonly #openers: Readonly<Record<string, (tag: Tag) => void>> = {
    base: (tag) => {
      this.#base = this.#address(tag, 'href') ?? this.#base
    },
    a: (tag) => {
      this.#openLink(tag)
    },
    area: (tag) => {
      this.#add('link', this.#address(tag, 'href'))
    },
    form: (tag) => {
      this.#openForm(tag)
    },
    button: (tag) => {
      this.#add('form', this.#address(tag, 'formaction'))
    },
    input: (tag) => {
      this.#addField(tag)
    },
    link: (tag) => {
      this.#add(isLoaded(tag) ? 'resource' : 'link', this.#address(tag, 'href'))
    }
  }

  #openLink(tag: Tag): void {
    // A link in a link ends the first, as in browsers.
    this.close('a')
    const url = this.#address(tag, 'href')
    if (url !== null) this.#link = { url, text: '' }
  }

  #openForm(tag: Tag): void {
    const action = this.#address(tag, 'action')
    this.#add('form', action)
    const isGet = (valueOf(tag, 'method') ?? 'get').trim().toLowerCase() === 'get'
    this.#form = isGet ? (action ?? this.#base) : null
  }

  #addField(tag: Tag): void {
    this.#add('form', this.#address(tag, 'formaction'))
    const field = valueOf(tag, 'name')
    const type = (valueOf(tag, 'type') ?? '').trim().toLowerCase()
    if (this.#form === null || field === null || !wordTypes.has(type)) return
    this.searches.push({ action: this.#form, field })
    this.#form = null
  }

  #address(tag: Tag, attribute: string): URL | null {
    const value = valueOf(tag, attribute)?.trim() ?? ''
    const url = value === '' ? null : URL.parse(value, this.#base)
    return url !== null && /^https?:$/.test(url.protocol) ? url : null
  }

  #add(use: PageAddress['use'], url: URL | null): void {
    if (url !== null) this.addresses.push({ url, use, text: '' })
  }
}

function isLoaded(tag: Tag): boolean {
  const words = (valueOf(tag, 'rel') ?? '').toLowerCase().split(/\s+/)
  return words.some((word) =>
    /^(stylesheet|icon|manifest|preload|modulepreload|prefetch)$/.test(word)
  )
}

function valueOf(tag: Tag, attribute: string): string | null {
  const value = tag.attributes.get(attribute)
  return value === undefined ? null : decodeEntities(value)
}
