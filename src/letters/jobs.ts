import type { OutboxHandlers, SliceJobs } from '../platform/index.ts'
import { confidentialityJobs } from './confidentiality/jobs.ts'

const parts: readonly SliceJobs[] = [confidentialityJobs]

/** The background work of letters, part by part. */
export const jobs: SliceJobs = {
  outbox: Object.assign({}, ...parts.map((part) => part.outbox ?? {})) as OutboxHandlers,
  schedule: parts.flatMap((part) => part.schedule ?? [])
}
