import type { SliceJobs } from '../platform/index.ts'

const parts: readonly SliceJobs[] = []

/** The background work of notices, part by part. */
export const jobs: SliceJobs = {
  outbox: Object.assign({}, ...parts.map((part) => part.outbox ?? {})) as SliceJobs['outbox'],
  schedule: parts.flatMap((part) => part.schedule ?? [])
}
