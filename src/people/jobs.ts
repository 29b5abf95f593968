import type { SliceJobs } from '../platform/index.ts'
import { deleteCeremoniesBefore } from './challenge-store.ts'
import { deleteCountsBefore } from './codes/attempt-store.ts'
import { deleteChallengesBefore } from './codes/challenge-store.ts'
import { sendCodes } from './codes/send-code.ts'
import { consentTopic, sendConsentCodes } from './consent/index.ts'
import { delegationJobs } from './delegation/jobs.ts'
import { deleteLinksBefore } from './devices/link-store.ts'
import { deliverMessages } from './contact/deliver-message.ts'
import { deleteMessagesBefore } from './contact/message-store.ts'
import { deleteEnrolmentsBefore } from './enrolment/enrolment-store.ts'
import { deleteLoginsBefore } from './oidc/login-store.ts'
import { deleteNamesBefore } from './registry/name-store.ts'
import { sharingJobs } from './sharing/jobs.ts'
import { deleteSessionsBefore } from './session-store.ts'

// Ended and run-out sessions stay this long, so that their owner can still be told of them.
const sessionsKeptDays = 90

// News of an account is worth a look back over a year.
const messagesKeptDays = 400

/** Forgets what is over: ceremonies that nobody finished, sessions that ran out long ago. */
export const jobs: SliceJobs = {
  outbox: {
    'people.told': deliverMessages,
    'people.code': sendCodes,
    ...delegationJobs.outbox,
    ...sharingJobs.outbox,
    [consentTopic]: sendConsentCodes
  },
  schedule: [
    ...delegationJobs.schedule,
    ...sharingJobs.schedule,
    {
      name: 'people.forget',
      everySeconds: 3600,
      run: async (context) => {
        const now = context.clock.now()
        await deleteCeremoniesBefore(context.db, now)
        await deleteChallengesBefore(context.db, now)
        await deleteCountsBefore(context.db, now)
        await deleteLoginsBefore(context.db, now)
        await deleteLinksBefore(context.db, now)
        const kept = now.subtract({ hours: 24 * sessionsKeptDays })
        await deleteSessionsBefore(context.db, kept)
        await deleteEnrolmentsBefore(context.db, kept)
        await deleteMessagesBefore(context.db, now.subtract({ hours: 24 * messagesKeptDays }))
        await deleteNamesBefore(context.db, kept)
      }
    }
  ]
}
