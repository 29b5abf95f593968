// The door of notices: publishing them from other transactions, who saw them, and reading them.
export {
  type Notice,
  type NoticeAbout,
  type NoticeChange,
  type NoticeKind,
  type NoticeText
} from './notice.ts'
export { currentNotices, noticeById, noticesAbout } from './notice-store.ts'
export { type NoticeToSee, noticesToSee } from './notices-to-see.ts'
export { correctNotice, publishNotice } from './publish-notice.ts'
export { type SightingInput, recordSighting } from './record-sighting.ts'
export { nameService } from './service-name-store.ts'
export { tellPersons } from './tell-persons.ts'
export { noticeBanner } from './views/notice-banner.ts'
/** Holds notices against the facts: what `peyman check` asks. */
export * as noticeCheck from './check-notices.ts'
