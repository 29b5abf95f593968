import type { OutboxHandlers, SliceJobs } from '../platform/index.ts'
import { announceAgreements, effectAgreements } from './announce-agreements.ts'
import { queueDeliveries, sendMails } from './send-mails.ts'
import { forgetUnanswered } from './subscription-store.ts'

const agreementJobs: SliceJobs = {
  outbox: {
    'agreement.announced': announceAgreements,
    'notice.seen.agreement': effectAgreements
  }
}

const mailJobs: SliceJobs = {
  outbox: { 'notice.published': queueDeliveries },
  schedule: [
    { name: 'notices.mails', everySeconds: 5, run: sendMails },
    {
      name: 'notices.forget',
      everySeconds: 3600,
      run: ({ db, clock }) => forgetUnanswered(db, clock.now())
    }
  ]
}

const parts: readonly SliceJobs[] = [agreementJobs, mailJobs]

/** The background work of notices, part by part. */
export const jobs: SliceJobs = {
  outbox: Object.assign({}, ...parts.map((part) => part.outbox ?? {})) as OutboxHandlers,
  schedule: parts.flatMap((part) => part.schedule ?? [])
}
