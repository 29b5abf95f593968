import type { Lang } from '../../platform/index.ts'

/** A feed before it is written in one of its formats. */
export interface Feed {
  readonly lang: Lang
  readonly title: string
  readonly subtitle: string
  /** The page that shows the same; absolute, as all addresses here. */
  readonly home: string
  /** The feed's own address; its id. */
  readonly self: string
  readonly updatedAt: Temporal.Instant
  readonly entries: readonly FeedEntry[]
}

/** One entry; texts are plain. */
export interface FeedEntry {
  /** Address of the notice; stays the same when it is corrected. */
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly updatedAt: Temporal.Instant
  readonly author: string
  readonly categories: readonly { readonly term: string; readonly label: string }[]
}

/** Text as XML 1.0 can hold it: without the characters that it has no way to write. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
}

/** An entry's paragraphs as HTML, for the formats that hold no other. */
export function htmlOf(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text that stands in HTML as itself. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => references[character] ?? character)
}
