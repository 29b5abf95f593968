import { queueOutbox } from '../../channels/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import type { Session } from '../session.ts'
import { networkOf } from './network.ts'

/** The topic under which the use of a session is looked at. */
export const sightTopic = 'people.sight'

/**
 * Leaves word that a session is in use, and from which network; what follows from it is found out later.
 * Called when a session begins, and as often as its use is written down, every few minutes.
 */
export async function noteSight(
  context: Context,
  session: Pick<Session, 'id' | 'deviceId' | 'begunBy'> & { readonly person: string },
  address: string
): Promise<void> {
  const network = networkOf(address)
  if (network === null) return
  const { id, person, deviceId, begunBy } = session
  const at = context.clock.now()
  const payload = {
    person,
    session: id,
    device: deviceId,
    network,
    begunBy,
    at: at.toString()
  }
  await inTransaction(context.db, (tx) =>
    queueOutbox(tx, [{ owner: person, topic: sightTopic, payload }], at)
  )
}
