import { Refusal } from '../../platform/index.ts'
import type { Contact } from './contact.ts'

/** A contact is new for so long: what came to an account last proves least. */
export const settlingDays = 14

type Proven = Pick<Contact, 'provenAt'>

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0

/** From when on something is new. */
export function settledBefore(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 24 * settlingDays })
}

/** Whether a contact is new, and an account has one that is older than it. */
export function isLatecomer(one: Proven, all: readonly Proven[], now: Temporal.Instant): boolean {
  const hasOlder = all.some(({ provenAt }) => isBefore(provenAt, one.provenAt))
  return hasOlder && !isBefore(one.provenAt, settledBefore(now))
}

/** Whether what stays when a contact goes is older than that one, or settled by itself. */
export function isOutlasted(gone: Proven, staying: readonly Proven[], now: Temporal.Instant) {
  return staying.some(
    ({ provenAt }) => isBefore(provenAt, gone.provenAt) || isBefore(provenAt, settledBefore(now))
  )
}

/** Whoever was let in a moment ago must not put out the address by which the owner comes back. */
export class OldestContactError extends Refusal {
  readonly code = 'contact/oldest'
  constructor() {
    super({
      fa: 'این راه تماس کهن‌ترین راه شماست و تا ۱۴ روز پس از افزودن راهی دیگر (یا کلید عبور) برداشته نمی‌شود: تا کسی که تازه به حساب راه یافته است، راه بازگشت صاحب آن را نبندد.',
      en: 'This is your oldest contact. It can be removed 14 days after another contact or a passkey was added, so that somebody who just got into an account cannot shut its owner out.'
    })
  }
}
