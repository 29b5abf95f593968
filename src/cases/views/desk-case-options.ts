import type { Authority } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { ShownClock } from '../case-progress.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import type { CaseView } from '../view-case.ts'
import type { Named } from './queue-page-options.ts'

/** The forms of an officer's page; a refused one is shown again with what was typed. */
export type DeskForm =
  | 'return'
  | 'judgement'
  | 'steps'
  | 'visits'
  | 'assignment'
  | 'decision'
  | 'reopening'
  | 'documents'
  | 'resubmission'
  | 'withdrawal'

/** A form about a case: of the officer's page, or the applicant's withdrawal. */
export type CaseForm = DeskForm

/** What was typed into a form: texts by name. */
export type Typed = Readonly<Record<string, string | undefined>>

/** A form that was refused: which, what was typed, and why. */
export interface RefusedForm<Form extends CaseForm = DeskForm> {
  readonly form: Form
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** Nothing was refused: a consent code was sent, and the form waits for it. */
  readonly consentSent?: boolean
}

/** Everything that the officer's page of a case shows. */
export interface DeskCaseOptions {
  readonly shown: CaseView
  readonly clock: ShownClock
  readonly authority: Authority
  /** Whom the case can be given to. */
  readonly colleagues: readonly Named[]
  /** Id of the one who reads the page. */
  readonly reader: string
  /** Query of the queue that the officer came from; empty or with its question mark. */
  readonly query: string
  /** Neighbours in that queue. */
  readonly place: {
    readonly previous: string | null
    readonly next: string | null
    readonly number: number | null
    readonly count: number
  }
  readonly refused: RefusedForm | null
  /** Of a sealed case: to whom this browser seals what came on paper. */
  readonly sealing: Sealing | null
}

/** What was typed into this form, if it is the one that was refused. */
export function typedIn(options: DeskCaseOptions, form: DeskForm): Typed {
  return options.refused?.form === form ? options.refused.typed : {}
}

/** What is wrong with this form, if it is the one that was refused. */
export function problemsIn(options: DeskCaseOptions, form: DeskForm): readonly FieldProblem[] {
  return options.refused?.form === form ? options.refused.problems : []
}

/** Where a form of the page is sent: a noun of the case, with the queue that the officer came from. */
export function deskAction(options: DeskCaseOptions, form: DeskForm): string {
  return `/desk/cases/${options.shown.id}/${form}${options.query}`
}
