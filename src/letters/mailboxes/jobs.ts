import type { SliceJobs } from '../../platform/index.ts'
import { checkReaders } from './check-readers.ts'
import { deletePairingsBefore } from './pairing-store.ts'
import { settleRenewals } from './renew-mailbox.ts'
import { endOldRecoveries } from './recovery/recover-mailbox.ts'
import { remindToTryShares } from './recovery/prove-share.ts'
import { remindToTry } from './remind-to-try.ts'

/** Ends ways of those who may read no more, reminds of the yearly trial, forgets computers that waited. */
export const mailboxJobs: SliceJobs = {
  schedule: [
    { name: 'mailboxes.readers', everySeconds: 60, run: checkReaders },
    { name: 'mailboxes.renewals', everySeconds: 60, run: settleRenewals },
    { name: 'mailboxes.trial', everySeconds: 3600, run: remindToTry },
    { name: 'mailboxes.shares', everySeconds: 3600, run: remindToTryShares },
    { name: 'mailboxes.recoveries', everySeconds: 3600, run: endOldRecoveries },
    {
      name: 'mailboxes.pairings',
      everySeconds: 600,
      run: ({ db, clock }) => deletePairingsBefore(db, clock.now())
    }
  ]
}
