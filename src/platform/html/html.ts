import assert from 'node:assert/strict'
import { html as honoHtml, raw as honoRaw } from 'hono/html'
import { type Hole, readHoles, UnsafeTemplateError } from './template-holes.ts'

/**
 * A piece of HTML that may be sent as it stands. Made by `html`, `attrs`, `join` and, for text that
 * is HTML already, `raw`; never assignable from a string. `toString()` gives the characters.
 */
export interface Html {
  readonly isEscaped: true
  toString(): string
}

/** What a `${…}` of a template takes: `false`, `null` and `undefined` print nothing. */
export type Content =
  string | number | bigint | Html | false | null | undefined | readonly Content[]

interface Plan {
  /** The fixed parts without the indentation of the source file. */
  readonly strings: TemplateStringsArray
  readonly holes: readonly Hole[]
  /** No hole needs more than escaping. */
  readonly plain: boolean
}

const plans = new WeakMap<TemplateStringsArray, Plan>()

/**
 * The template tag of every page. Text and quoted attribute values are escaped; the start of a link
 * attribute passes `safeUrl`; among attributes only `attrs()` is taken. Each template is checked once.
 * @throws {UnsafeTemplateError} If a hole stands where no escaping would be enough.
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  const plan = plans.get(strings) ?? planOf(strings)
  const filled = plan.plain ? values : values.map((value, i) => fitted(plan.holes[i], value))
  return settled(honoHtml(plan.strings, ...filled))
}

function settled(result: ReturnType<typeof honoHtml>): Html {
  assert(!(result instanceof Promise), 'a promise was put into an HTML template')
  return result
}

function planOf(strings: TemplateStringsArray): Plan {
  const holes = readHoles(strings)
  const lean = strings.map((part) => part.replace(/\n\s+/g, '\n'))
  const plan: Plan = {
    strings: Object.assign(lean, { raw: lean }),
    holes,
    plain: holes.every((hole) => hole === 'text' || hole === 'value')
  }
  plans.set(strings, plan)
  return plan
}

function fitted(hole: Hole | undefined, value: Content): Content {
  if (hole === 'url' && typeof value === 'string') return safeUrl(value)
  if (hole === 'tag' && value !== false && value != null && !isHtml(value)) {
    throw new UnsafeTemplateError('among attributes a template takes only attrs({ … })')
  }
  return value
}

function isHtml(value: Content): value is Html {
  return typeof value === 'object' && value !== null && 'isEscaped' in value
}

/** Declares that a text is HTML already. Never for anything that a person typed. */
export function raw(text: string): Html {
  return honoRaw(text)
}

/** The pieces one after the other, with a separator between them (escaped if it is a string). */
export function join(pieces: readonly Content[], separator: Content = ''): Html {
  return html`${pieces.map((piece, i) => (i === 0 ? piece : [separator, piece]))}`
}

/** Class names without the ones that do not apply. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

type AttributeValue = string | number | boolean | null | undefined

/**
 * Attributes for a place inside a tag, escaped: `html`<input ${attrs({ id, required: true })} />``.
 * `true` prints the bare name; `false`, `null` and `undefined` leave it out.
 * @throws {UnsafeTemplateError} On names that the page policy forbids (`style`, `on…`).
 */
export function attrs(attributes: Record<string, AttributeValue>): Html {
  return raw(Object.entries(attributes).map(printed).filter(Boolean).join(' '))
}

function printed([name, value]: [string, AttributeValue]): string {
  if (!/^(?!style$|on)[a-z][a-z0-9:.-]*$/i.test(name)) {
    throw new UnsafeTemplateError(`attribute ${JSON.stringify(name)} is not allowed`)
  }
  if (value === false || value === null || value === undefined) return ''
  if (value === true) return name
  const text = name === 'href' || name === 'src' ? safeUrl(String(value)) : String(value)
  return `${name}="${html`${text}`.toString()}"`
}

/**
 * An address that may stand in a link: http(s), mailto, tel, blob, or one of this site. Anything else
 * (`javascript:`, `data:`, control characters that hide a scheme) becomes `#`, which leads nowhere.
 */
export function safeUrl(address: string): string {
  // Browsers skip white space and control characters inside a scheme, so they are left out first.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\s\p{Cc}]/gu, ''))
  return !scheme || /^(https?|mailto|tel|blob)$/i.test(scheme[1] ?? '') ? address : '#'
}

/** A JSON-LD block. The text cannot end the block early, whatever the data holds. */
export function jsonLd(data: unknown): Html {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (char) => unicodeEscape(char))
  return raw(`<script type="application/ld+json">${text}</script>`)
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
