import type { OutboxHandlers, SliceJobs } from '../platform/index.ts'
import { broadcastJobs } from './broadcasts/jobs.ts'
import { letterCheckJobs } from './checks/jobs.ts'
import { claimJobs } from './claims/index.ts'
import { confidentialityJobs } from './confidentiality/jobs.ts'
import { directoryJobs } from './directory/jobs.ts'
import { exchangeJobs } from './exchange/index.ts'
import { genuinenessJobs } from './genuineness/jobs.ts'
import { mailboxJobs } from './mailboxes/index.ts'
import { writerJobs } from './writer/index.ts'

const parts: readonly SliceJobs[] = [
  directoryJobs,
  mailboxJobs,
  exchangeJobs,
  writerJobs,
  claimJobs,
  confidentialityJobs,
  genuinenessJobs,
  letterCheckJobs,
  broadcastJobs
]

/** The background work of letters, part by part. */
export const jobs: SliceJobs = {
  outbox: Object.assign({}, ...parts.map((part) => part.outbox ?? {})) as OutboxHandlers,
  schedule: parts.flatMap((part) => part.schedule ?? [])
}
