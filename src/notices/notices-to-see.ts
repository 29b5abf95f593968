import { noticeLines } from '../kernel/notices/index.ts'
import type { Db } from '../platform/index.ts'
import { noticePath } from './notice.ts'
import { unseenNotices } from './notice-store.ts'

/** A notice that a probe is to look for on the portal. */
export interface NoticeToSee {
  readonly id: string
  readonly version: number
  /** The page that must show it. */
  readonly path: string
  readonly sha256: string
  /** Every line that the page must show, in this order. */
  readonly lines: readonly string[]
}

/** Newest versions that nobody who counts has seen yet, of one authority or of all. */
export async function noticesToSee(db: Db, authority?: string): Promise<NoticeToSee[]> {
  return (await unseenNotices(db, authority)).map((notice) => ({
    id: notice.id,
    version: notice.version,
    path: noticePath(notice.id),
    sha256: notice.sha256,
    lines: noticeLines(notice)
  }))
}
