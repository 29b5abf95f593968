import type { Lang } from '../text.ts'

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
  /** Whose the feed is, where its entries are not all of others. */
  readonly author?: string
  readonly entries: readonly FeedEntry[]
}

/** One entry; texts are plain. */
export interface FeedEntry {
  /** Stays the same whatever becomes of what it tells; an IRI. */
  readonly id: string
  /** The page that tells it. */
  readonly link: string
  readonly title: string
  /** What it tells, as HTML and as plain text. */
  readonly html: string
  readonly text: string
  /** When it was first told, where that is told. */
  readonly publishedAt?: Temporal.Instant
  readonly updatedAt: Temporal.Instant
  readonly author: string
  readonly categories: readonly { readonly term: string; readonly label: string }[]
}

/** Text as XML 1.0 can hold it: without the characters that it has no way to write. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
}

/** Paragraphs as the HTML of an entry. */
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
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => references[character] ?? character)
}
