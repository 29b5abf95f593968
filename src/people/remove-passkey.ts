import { type Context, NotFoundError, inTransaction } from '../platform/index.ts'
import { notePasskey } from './devices/note-passkey.ts'
import { LastPasskeyError } from './passkey.ts'
import { deletePasskey, passkeysOf } from './passkey-store.ts'
import { lockPerson } from './person-store.ts'

/**
 * Removes a passkey of a person. The last one stays, because nothing else would let its owner in;
 * demonstration people have the list of the sign-in page. Its owner is told by every contact.
 * @throws {LastPasskeyError}
 * @throws {NotFoundError} If it is not theirs, or gone.
 */
export async function removePasskey(
  context: Context,
  key: { person: string; id: string }
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await lockPerson(tx, key.person)
    const known = await passkeysOf(tx, key.person)
    if (known.length === 1 && known[0]?.id === key.id && !context.config.demo) {
      throw new LastPasskeyError()
    }
    if (!(await deletePasskey(tx, key))) throw new NotFoundError()
    const name = known.find(({ id }) => id === key.id)?.name ?? ''
    await notePasskey(
      tx,
      { person: key.person, name, kind: 'passkey.removed' },
      context.clock.now()
    )
  })
  context.nudge()
}
