import { recordFact } from '../../ledger/index.ts'
import { type Actor, NotAllowedError } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { needsSecondPerson, setSecondPerson } from '../exchange/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { maySettle, unitOf } from './may-write.ts'
import { tellSecondPerson } from './tell-second-person.ts'

/**
 * Says whether a second person approves the letters of a unit from now on. Whoever turns the rule off is in
 * a fact, which the body cannot take back, and everybody who writes or approves there, and the administrators
 * of the body, are told. Saying what holds already changes nothing.
 * @throws {NotAllowedError} If the actor settles nothing there, or the mailbox is of no unit.
 */
export async function settleSecondPerson(
  context: Context,
  actor: Actor,
  { mailbox, secondPerson }: { readonly mailbox: Mailbox; readonly secondPerson: boolean }
): Promise<void> {
  const place = unitOf(mailbox)
  if (place === null || !maySettle(actor, place)) throw new NotAllowedError()
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    if ((await needsSecondPerson(tx, place)) === secondPerson) return
    await setSecondPerson(tx, place, { secondPerson, at })
    await recordFact(tx, {
      ...{ owner: place.authority, authority: place.authority, kind: 'mailbox.second-person-set' },
      ...{ subject: mailbox.id, at, actor: actor.id },
      body: { mailbox: mailbox.id, unit: place.unit, secondPerson }
    })
    await tellSecondPerson(tx, place, { secondPerson, at })
  })
  context.nudge()
}
