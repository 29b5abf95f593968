import { type Context, inTransaction } from '../../platform/index.ts'
import { drillDays } from './mailbox.ts'
import { mailboxesToDrill, noteDrillTold } from './mailbox-store.ts'
import { messages } from './messages.ts'
import { tellOwner } from './tell-owner.ts'

const most = 500
// Somebody who did not try is reminded again, and not every day.
const againDays = 60

/** Asks owners to try, once a year, the ways to their mailbox that were not used since. */
export async function remindToTry(context: Context): Promise<void> {
  const now = context.clock.now()
  const search = {
    before: now.subtract({ hours: 24 * drillDays }),
    toldBefore: now.subtract({ hours: 24 * againDays }),
    most
  }
  const { drillSubject: subject, drillText: text } = messages.entries
  for (const mailbox of await mailboxesToDrill(context.db, search)) {
    await inTransaction(context.db, async (tx) => {
      await noteDrillTold(tx, mailbox.id, now)
      await tellOwner(tx, mailbox, { news: { subject, text }, at: now })
    })
  }
  context.nudge()
}
