import type { Authority } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { ShownClock } from '../case-progress.ts'
import type { CaseView } from '../view-case.ts'

/** A case, the body that has it, and what was wrong with the last thing tried. */
export interface CasePageOptions {
  readonly shown: CaseView
  readonly clock: ShownClock
  readonly authority: Authority
  readonly problems?: readonly FieldProblem[]
  /** What was typed into a form of the page that was refused. */
  readonly typed?: Readonly<Record<string, string>>
}
