import type { Bilingual, FieldProblem } from '../../../platform/index.ts'
import type { ProbeStretch } from '../../probes/stretch.ts'
import type { Correction } from '../correction-store.ts'
import type { Typed } from './outage-fields.ts'
import type { ShownOutage } from './public-outage-page.ts'

/** What one vantage point saw at one target for a while. */
export interface ShownLook extends ProbeStretch {
  /** Name of the vantage point. */
  readonly label: string
  /** Name of the target. */
  readonly what: string
}

/** One outage on the desk: which of its forms was refused, and what stands in each. */
export interface DeskOutage {
  readonly shown: ShownOutage
  readonly corrections: readonly Correction[]
  /** Names of those who proposed and decided, by id. */
  readonly names: ReadonlyMap<string, { readonly name: Bilingual }>
  /** Id of the reader: nobody approves their own proposal. */
  readonly reader: string
  /** What vantage points saw around it. */
  readonly looks: readonly ShownLook[]
  /** The reader may tell news and close. */
  readonly mayTell: boolean
  /** Probes find the component of an outage that people opened up. */
  readonly isUpNow: boolean
  readonly refused: 'news' | 'closing' | 'correction' | null
  /** What was typed into it. */
  readonly typed: Typed
  /** What the forms begin with. */
  readonly standing: Typed
  readonly problems: readonly FieldProblem[]
}
