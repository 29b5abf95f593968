import type { OutboxHandlers, SliceJobs } from '../platform/index.ts'
import { announceAgreements, effectAgreements } from './announce-agreements.ts'

const agreementJobs: SliceJobs = {
  outbox: {
    'agreement.announced': announceAgreements,
    'notice.seen.agreement': effectAgreements
  }
}

const parts: readonly SliceJobs[] = [agreementJobs]

/** The background work of notices, part by part. */
export const jobs: SliceJobs = {
  outbox: Object.assign({}, ...parts.map((part) => part.outbox ?? {})) as OutboxHandlers,
  schedule: parts.flatMap((part) => part.schedule ?? [])
}
