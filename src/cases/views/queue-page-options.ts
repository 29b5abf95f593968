import type { Bilingual } from '../../platform/index.ts'
import type { QueueItem } from '../queue.ts'
import type { QueueFilters } from './queue-filters.ts'

/** Something to choose in a filter or to assign to. */
export interface Named {
  readonly id: string
  readonly name: Bilingual
}

/** Who can be given the cases of a page: its reader, and others. */
export interface Giving {
  readonly me: boolean
  readonly others: readonly Named[]
}

/** A page of the queue, what it can be narrowed to, and who can be given work. */
export interface QueuePageOptions {
  readonly filters: QueueFilters
  readonly items: readonly QueueItem[]
  readonly next: string | null
  readonly counts: {
    readonly open: number
    readonly waiting: number
    readonly late: number
    readonly mine: number
  }
  readonly authorities: readonly Named[]
  readonly units: readonly Named[]
  readonly services: readonly Named[]
  readonly steps: ReadonlyMap<string, Bilingual>
  /** The officers of the units that the reader sees, for the filter. */
  readonly colleagues: readonly Named[]
  /** Names of everybody who may have a case of the page. */
  readonly names: ReadonlyMap<string, Bilingual>
  readonly giving: Giving | null
}
