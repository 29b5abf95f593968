import type { Interruption, announcements } from '../../catalogue/index.ts'
import type { Authority } from '../../people/index.ts'
import type { ShownClock } from '../case-progress.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import type { CaseView } from '../view-case.ts'
import type { RefusedForm } from './desk-case-options.ts'

/** A case, the body that has it, and what was wrong with the last thing tried. */
export interface CasePageOptions {
  readonly shown: CaseView
  readonly clock: ShownClock
  readonly authority: Authority
  /** What keeps the service from being given, now or soon. */
  readonly interruptions?: readonly Interruption[]
  /** Changes of the card that came, or were announced, after the application. */
  readonly later?: readonly announcements.Announcement[]
  /** Of a sealed case: by what a browser proves the keys of its unit. */
  readonly sealing?: Sealing | null
  /** What was sent and refused; it may be a form that this page does not have any more. */
  readonly refused?: RefusedForm
}
