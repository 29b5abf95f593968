import { type QueueState, queueStates } from '../queue.ts'

/** What a queue is narrowed to; stands in addresses, so that a place in the queue is never lost. */
export interface QueueFilters {
  readonly authority?: string | undefined
  readonly unit?: string | undefined
  readonly service?: string | undefined
  readonly state: QueueState
  readonly assigned?: string | undefined
  readonly late?: boolean | undefined
  readonly search?: string | undefined
  readonly order: 'fair' | 'due'
  readonly cursor?: string | undefined
}

const lengthMax = 200

/** Reads the filters of an address; what is not known is left out rather than refused. */
export function readQueueFilters(query: unknown): QueueFilters {
  const given = new Map(Object.entries(typeof query === 'object' && query !== null ? query : {}))
  const text = (key: string) => {
    const value: unknown = given.get(key)
    return typeof value === 'string' && value.trim() !== ''
      ? value.trim().slice(0, lengthMax)
      : undefined
  }
  const state = text('state')
  return {
    authority: text('authority'),
    unit: text('unit'),
    service: text('service'),
    state: queueStates.find((known) => known === state) ?? 'open',
    assigned: text('assigned'),
    late: text('late') === 'true' ? true : undefined,
    search: text('search'),
    order: text('order') === 'due' ? 'due' : 'fair',
    cursor: text('cursor')
  }
}

/** The filters as the query of an address, with its question mark; nothing where all are as usual. */
export function queueQuery(filters: QueueFilters): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) {
    const isUsual = (key === 'state' && value === 'open') || (key === 'order' && value === 'fair')
    if (value !== undefined && !isUsual) query.set(key, String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
