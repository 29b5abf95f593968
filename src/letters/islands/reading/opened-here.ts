import type { LetterCheck } from './check-mark.ts'
import type { Around } from './draw-letter.ts'
import type { Opened } from './open-letter.ts'
import type { OpenSession, Session } from './session.ts'
import type { ListedLetter } from './shapes.ts'

/** An opened letter on the page, and the mailbox that opened it. */
export interface OpenedHere {
  readonly session: Session
  readonly open: OpenSession
  readonly letter: ListedLetter
  readonly opened: Opened
  readonly article: HTMLElement
  /** What the page says beside it. */
  readonly around: Around
  /** How anybody checks it. */
  readonly check: LetterCheck | null
}
