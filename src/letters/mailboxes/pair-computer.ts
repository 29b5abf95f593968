import { recipientKindOf } from '../../kernel/seal/index.ts'
import type { Session } from '../../people/index.ts'
import { type Context, newId } from '../../platform/index.ts'
import { type Pairing, insertPairing, pairingOf, setSealed } from './pairing-store.ts'
import { mailboxOf } from './mailbox-store.ts'
import { KeyslotFormError, MailboxNotFoundError, PairingOverError } from './refusals.ts'

/** A telephone has this long to unlock a computer. */
export const pairingSeconds = 300

/**
 * Begins to unlock a computer by the telephone of the same person. The computer made a key for this alone;
 * its fingerprint is in the QR code, so what passes through here opens nothing for us.
 * @throws {MailboxNotFoundError}
 * @throws {KeyslotFormError}
 */
export async function askPairing(
  context: Context,
  { person }: Session,
  recipient: string
): Promise<Pairing> {
  if (recipientKindOf(recipient) !== 'hybrid') throw new KeyslotFormError()
  const mailbox = await mailboxOf(context.db, { person: person.id })
  if (mailbox === null) throw new MailboxNotFoundError()
  const now = context.clock.now()
  const expiresAt = now.add({ seconds: pairingSeconds })
  const pairing = { id: newId(now), person: person.id, mailbox: mailbox.id, recipient, expiresAt }
  await insertPairing(context.db, pairing)
  return { ...pairing, sealed: null }
}

/** A computer of this person that waits. @throws {PairingOverError} */
export async function readPairing(
  context: Context,
  session: Session,
  id: string
): Promise<Pairing> {
  const found = await pairingOf(context.db, { person: session.person.id, id }, context.clock.now())
  if (found === null) throw new PairingOverError()
  return found
}

/** What the telephone sealed to the computer's key. @throws {PairingOverError} */
export async function answerPairing(
  context: Context,
  session: Session,
  { id, sealed }: { readonly id: string; readonly sealed: string }
): Promise<void> {
  const now = context.clock.now()
  const person = session.person.id
  if (!(await setSealed(context.db, { person, id }, { sealed, now }))) throw new PairingOverError()
}

/**
 * What came for the computer; `null` while it waits. It may be asked for again until its time is over, for
 * an answer can be lost on the way, and only the page that made the key opens it.
 * @throws {PairingOverError}
 */
export async function takePairing(
  context: Context,
  session: Session,
  id: string
): Promise<string | null> {
  return (await readPairing(context, session, id)).sealed
}
