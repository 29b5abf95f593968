import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { casePages } from './pages-cases.ts'
import { clockPages } from './pages-clock.ts'
import { counterPages } from './pages-counter.ts'
import { correctionPages } from './pages-corrections.ts'
import { documentPages } from './pages-documents.ts'
import { deskCasePages } from './pages-desk-case.ts'
import { draftPages } from './pages-drafts.ts'
import { handedOnPages } from './pages-handed-on.ts'
import { intakePages } from './pages-intake.ts'
import { queuePages } from './pages-queue.ts'
import { sendingPages } from './pages-sending.ts'
import { trackPages } from './pages-track.ts'

/** All pages of the slice: the applicant's, the counter's, the officer's. */
export function pageRoutes(app: Server, context: Context): void {
  draftPages(app, context)
  sendingPages(app, context)
  casePages(app, context)
  documentPages(app, context)
  handedOnPages(app, context)
  clockPages(app, context)
  correctionPages(app, context)
  trackPages(app, context)
  queuePages(app, context)
  deskCasePages(app, context)
  intakePages(app, context)
  counterPages(app, context)
}
