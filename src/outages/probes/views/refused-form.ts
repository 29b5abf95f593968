import type { FieldProblem } from '../../../platform/index.ts'

/** What was refused on the page of probes, and what was typed. */
export interface RefusedForm {
  readonly authority: string
  readonly form: 'host' | 'target' | 'settings'
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems: readonly FieldProblem[]
}
