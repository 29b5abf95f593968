import type { Bilingual } from '../platform/index.ts'
import type { Stage } from './case.ts'

/** Whose turn it is: `open` the officers', `waiting` the applicant's, `closed` nobody's. */
export const queueStates = ['open', 'waiting', 'closed'] as const
export type QueueState = (typeof queueStates)[number]

/** A case as an officer's list shows it. */
export interface QueueItem {
  readonly case: string
  readonly authority: string
  readonly unit: string
  readonly service: string
  readonly code: string
  readonly applicant: string
  readonly applicantName: Bilingual
  readonly stage: Stage
  readonly state: QueueState
  readonly step: string | null
  readonly assignedTo: string | null
  /** 1 for a case that was reopened, because it has waited its whole turn before; else 0. */
  readonly priority: number
  readonly filedAt: Temporal.Instant
  /** Its place in the fair order: when its clock started, before that when it was filed. */
  readonly orderAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly late: boolean
  readonly paused: boolean
}

const states: Readonly<Record<Stage, QueueState>> = {
  received: 'open',
  'in-progress': 'open',
  'awaiting-documents': 'waiting',
  returned: 'waiting',
  decided: 'closed',
  withdrawn: 'closed'
}

/** Whose turn it is in a stage. */
export function queueStateOf(stage: Stage): QueueState {
  return states[stage]
}
