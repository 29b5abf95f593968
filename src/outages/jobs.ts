import type { OutboxHandlers, SliceJobs } from '../platform/index.ts'
import { plannedJobs } from './planned/jobs.ts'
import { probeJobs } from './probes/jobs.ts'
import { spoolJobs } from './report-desk/jobs.ts'
import { reportJobs } from './reports/jobs.ts'
import { statusJobs } from './status/keep-snapshot.ts'

const parts: readonly SliceJobs[] = [plannedJobs, reportJobs, spoolJobs, probeJobs, statusJobs]

/** The background work of outages, part by part. */
export const jobs: SliceJobs = {
  outbox: Object.assign({}, ...parts.map((part) => part.outbox ?? {})) as OutboxHandlers,
  schedule: parts.flatMap((part) => part.schedule ?? [])
}
