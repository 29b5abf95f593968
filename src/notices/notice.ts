import { createHash } from 'node:crypto'
import { noticeLines } from '../kernel/notices/index.ts'
import type { Bilingual } from '../platform/index.ts'

/** What a notice is for. */
export const noticeKinds = [
  'planned-outage',
  'outage',
  'change',
  'fee',
  'damages',
  'general'
] as const
/** One of {@link noticeKinds}. */
export type NoticeKind = (typeof noticeKinds)[number]

/** What people may give notice of; outages and planned ones are told by what keeps their times. */
export const writtenKinds = ['change', 'fee', 'damages', 'general'] as const satisfies NoticeKind[]

/** What a notice of a change says is changed. */
export const noticeChanges = ['card', 'process', 'form', 'documents', 'rules', 'system'] as const
/** One of {@link noticeChanges}. */
export type NoticeChange = (typeof noticeChanges)[number]

/** The thing that a notice announces: a card's version is `10021001@3`, an agreement's `SK@1405#2`. */
export interface NoticeAbout {
  readonly kind: 'outage' | 'planned-outage' | 'suspension' | 'card' | 'agreement' | 'system'
  readonly id: string
}

/** All that is said with a notice. */
export interface NoticeText {
  readonly authority: string
  readonly kind: NoticeKind
  readonly changes: readonly NoticeChange[]
  /** Codes of the services that it is about; all of the authority where empty. */
  readonly services: readonly string[]
  readonly title: Bilingual
  /** Plain text; a blank line parts the paragraphs. */
  readonly body: Bilingual
  readonly about: NoticeAbout | null
  /** From when what it says holds. */
  readonly effectiveAt: Temporal.Instant | null
  /** Until when it stands on the front and service pages; on none where `null`. */
  readonly bannerUntil: Temporal.Instant | null
}

/** One published version of a notice. */
export interface Notice extends NoticeText {
  readonly id: string
  /** From 1, without gaps; each above 1 corrects the one before. */
  readonly version: number
  /** Of the lines that a page must show; see {@link noticeSha256}. */
  readonly sha256: string
  readonly publishedAt: Temporal.Instant
  /** Id of the actor. */
  readonly publishedBy: string
  /** First sight of this very version on the portal, by a vantage point that counts. */
  readonly seenAt: Temporal.Instant | null
  /** The fact `notice.published` of this version. */
  readonly fact: string
}

/**
 * SHA-256 of what a page must show to have given notice: the lines, joined by line feeds, as UTF-8.
 * @see docs/specs/notices.md §2
 */
export function noticeSha256(text: Pick<NoticeText, 'title' | 'body'>): string {
  return createHash('sha256').update(noticeLines(text).join('\n')).digest('hex')
}

/** Address of a notice; of an older version where one is named. */
export function noticePath(id: string, version?: number): string {
  return version === undefined ? `/notices/${id}` : `/notices/${id}/versions/${String(version)}`
}
