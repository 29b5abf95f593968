import { directoryOwner } from '../../kernel/mailbox/index.ts'
import {
  type Actor,
  NotAllowedError,
  type Session,
  authorityById,
  demandFreshProof,
  personById
} from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { type DirectoryEntry, publishEntry } from '../directory/index.ts'
import { isHead, receivingDelegation } from './access.ts'
import { aliasesOf } from './aliases.ts'
import { keepSlot } from './keep-slot.ts'
import { type Mailbox, type MailboxOwner, keyHashOf, waysNeeded } from './mailbox.ts'
import { insertMailbox, mailboxById } from './mailbox-store.ts'
import { messages } from './messages.ts'
import { recordKeyslot, recordMailbox } from './record-keyslot.ts'
import {
  CustodiansMissingError,
  KeyslotFormError,
  MailboxExistsError,
  MailboxNotFoundError
} from './refusals.ts'
import { type SlotInput, checkSlot, isShared, newSlot } from './slot-input.ts'
import { readerOf } from './slot-reader.ts'
import { tellOwner } from './tell-owner.ts'

/** A mailbox as a browser has made it: its key in the directory, its seed in the ways. */
export interface NewMailbox {
  /** A UUID that the browser was given for it. */
  readonly id: string
  readonly owner: MailboxOwner
  readonly entry: DirectoryEntry
  readonly slots: readonly SlotInput[]
}

/** The proof with which the wizard was begun counts to its end. */
export const wizardSeconds = 3600

/**
 * Opens a mailbox for oneself, for a business that one represents, or for a unit that one heads. Its key
 * enters the directory of keys, its ways are kept as they came.
 * @throws {ProofRequiredError}
 * @throws {NotAllowedError}
 * @throws {MailboxExistsError}
 * @throws {CustodiansMissingError}
 * @throws {KeyslotFormError}
 * @throws {WayThereError}
 */
export async function openMailbox(
  context: Context,
  session: Session,
  input: NewMailbox
): Promise<Mailbox> {
  const now = context.clock.now()
  demandFreshProof(session, now, wizardSeconds)
  const { actor } = session
  const opened = await inTransaction(context.db, async (tx) => {
    const kind = await demandMayOpen(tx, actor, { owner: input.owner, now })
    const mailbox = await write(tx, { ...input, kind }, now)
    await addWays(tx, mailbox, { slots: input.slots, by: actor.id, at: now })
    const body = { sequence: mailbox.sequence, ways: input.slots.length }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.opened', body, by: actor.id, at: now })
    const { openedSubject: subject, openedText: text } = messages.entries
    const told = await tellOwner(tx, mailbox, { news: { subject, text }, at: now })
    const aliases = await aliasesOf(tx, mailbox)
    const { person } = mailbox
    await publishEntry(tx, { entry: input.entry, aliases, by: actor, person, told }, now)
    return mailboxById(tx, mailbox.id)
  })
  context.nudge()
  if (opened === null) throw new MailboxNotFoundError()
  return opened
}

/** Of which kind the mailbox of an owner is, if this actor may open it. */
async function demandMayOpen(
  tx: Tx,
  actor: Actor,
  { owner, now }: { owner: MailboxOwner; now: Temporal.Instant }
): Promise<Mailbox['kind']> {
  if ('unit' in owner) {
    const authority = await authorityById(tx, owner.authority)
    const isUnit = authority?.units.some(({ id }) => id === owner.unit) ?? false
    if (!isUnit || !isHead(actor, owner)) throw new NotAllowedError()
    return 'unit'
  }
  if (actor.person === owner.person) return 'person'
  const by = await receivingDelegation(tx, { actor, person: owner.person, now })
  const represented = by?.kind === 'representative' ? await personById(tx, owner.person) : null
  if (represented === null || represented.kind === 'person') throw new NotAllowedError()
  return 'organisation'
}

async function write(
  tx: Tx,
  { id, owner, entry, kind }: NewMailbox & { readonly kind: Mailbox['kind'] },
  now: Temporal.Instant
): Promise<Mailbox> {
  const named = directoryOwner('unit' in owner ? owner : { mailbox: id })
  if (entry.owner !== named || entry.sequence !== 0 || entry.recipient === null)
    throw new KeyslotFormError()
  const mailbox = {
    id,
    kind,
    person: 'unit' in owner ? null : owner.person,
    authority: 'unit' in owner ? owner.authority : null,
    unit: 'unit' in owner ? owner.unit : null,
    recipient: entry.recipient,
    sequence: entry.sequence,
    openedAt: now,
    demonstration: false
  }
  if (!(await insertMailbox(tx, mailbox))) throw new MailboxExistsError()
  const keyHash = keyHashOf(mailbox.recipient)
  return {
    ...mailbox,
    keyHash,
    closedAt: null,
    rotationDue: null,
    pending: null,
    confidential: false
  }
}

/** The ways that a new mailbox begins with. */
async function addWays(
  tx: Tx,
  mailbox: Mailbox,
  { slots, by, at }: { slots: readonly SlotInput[]; by: string; at: Temporal.Instant }
): Promise<void> {
  const readers = new Set(slots.filter(isCustodian).map(({ reader }) => reader))
  if (mailbox.kind !== 'person' && readers.size < waysNeeded) throw new CustodiansMissingError()
  if (slots.length === 0) throw new KeyslotFormError()
  for (const input of slots) {
    if ((mailbox.kind === 'person') === isCustodian(input)) throw new KeyslotFormError()
    if (isShared(input)) throw new KeyslotFormError()
    checkSlot(mailbox, input)
    const who = await readerOf(tx, mailbox, { slot: input, now: at })
    // A way of the owner was tried by the wizard; a custodian's is sealed to a mailbox with proven ways.
    const slot = newSlot(input, { ...who, sequence: mailbox.sequence, madeAt: at, provenAt: at })
    await keepSlot(tx, mailbox, slot)
    await recordKeyslot(tx, mailbox, { kind: 'keyslot.added', slot, by, at })
  }
}

function isCustodian({ purpose }: SlotInput): boolean {
  return purpose === 'custodian'
}
