import { createHash } from 'node:crypto'
import {
  type Actor,
  type Role,
  delegation,
  findPerson,
  holds,
  personById
} from '../../people/index.ts'
import { type Context, type Db, withScope } from '../../platform/index.ts'
import { type Mailbox, mailboxById, mailboxOf } from '../mailboxes/index.ts'
import type { Party, RecipientInput } from './letter.ts'
import {
  RecipientEndedError,
  RecipientUnknownError,
  RecipientWithoutKeyError,
  SenderNotYoursError,
  SenderUnregisteredError
} from './refusals.ts'
import { hasEnded } from './recipient-end-store.ts'

/** Roles in a unit that hand in its letters; a key of a system has one of them. */
const sendingRoles: readonly Role[] = ['officer', 'approver', 'signatory']

/** Whom a letter is for, as it stands now. */
export interface Recipient {
  readonly party: Party
  /** The mailbox, where letters may arrive in it now. */
  readonly mailbox: Mailbox | null
}

/** SHA-256 of an age recipient, base64: how letters name the key that they are sealed to. */
export function keyHash(recipient: string): string {
  return createHash('sha256').update(recipient).digest('base64')
}

/** A mailbox as an end of a letter. */
export function partyOf({ id, authority, unit, person }: Mailbox): Party & { mailbox: string } {
  return { mailbox: id, authority, unit, person }
}

/**
 * The mailbox from which an actor sends.
 * @throws {SenderUnregisteredError} If it has no key in the directory, or is closed.
 * @throws {SenderNotYoursError} If it is another's, or the actor's role writes no letters.
 */
export async function senderFor(context: Context, actor: Actor, id: string): Promise<Mailbox> {
  const mailbox = await senderMailbox(context.db, id)
  if (mailbox === null || mailbox.closedAt !== null) throw new SenderUnregisteredError()
  if (!(await maySend(context, actor, mailbox))) throw new SenderNotYoursError()
  return mailbox
}

// A body sends thousands of letters from one mailbox; it is asked for once in so many milliseconds. Whose
// it is never changes; that it was closed is minded so much later.
const senderMilliseconds = 2000
const sendersMax = 200
const senders = new WeakMap<
  Db,
  Map<string, { readonly mailbox: Promise<Mailbox | null>; at: number }>
>()

function senderMailbox(db: Db, id: string): Promise<Mailbox | null> {
  const known =
    senders.get(db) ?? new Map<string, { mailbox: Promise<Mailbox | null>; at: number }>()
  const found = known.get(id)
  const at = performance.now()
  if (found !== undefined && at - found.at < senderMilliseconds) return found.mailbox
  if (known.size >= sendersMax) known.clear()
  const mailbox = mailboxById(db, id)
  senders.set(db, known.set(id, { mailbox, at }))
  mailbox.then((read) => read ?? known.delete(id)).catch(() => known.delete(id))
  return mailbox
}

/** Whether an actor sends from a mailbox: its person, who answers for them, or staff of the unit. */
export async function maySend(context: Context, actor: Actor, mailbox: Mailbox): Promise<boolean> {
  const { authority, unit, person } = mailbox
  if (authority !== null) return holds(actor, { authority, unit, role: sendingRoles })
  if (person === null || actor.person === null) return false
  if (actor.person === person) return true
  const asked = { actor, for: person, act: 'answer', service: null, authority: '*' } as const
  return (await delegation.mayAct(context.db, asked, context.clock.now())) !== null
}

/**
 * Whom a letter is for. Whoever has no mailbox, or none with two proven ways to open it, is waited for.
 * @throws {RecipientUnknownError} {@link RecipientEndedError} {@link RecipientWithoutKeyError}
 */
export async function recipientOf(context: Context, asked: RecipientInput): Promise<Recipient> {
  const known = 'identifier' in asked ? await personKnownBy(context, asked.identifier) : asked
  const found = await findMailbox(context, known)
  if (found === null && !('person' in known)) throw new RecipientUnknownError()
  const person = 'person' in known ? known.person : (found?.person ?? null)
  await demandAlive(context, { found, person })
  if (found === null) return waitedFor(context, person)
  if (found.confidential) return { party: partyOf(found), mailbox: found }
  if (found.authority !== null) throw new RecipientWithoutKeyError()
  return { party: waitingParty(person), mailbox: null }
}

const typed = {
  'national-id': 'nationalId',
  'legal-id': 'legalId',
  'foreigner-code': 'foreignerCode'
} as const

async function personKnownBy(
  { db }: Context,
  { kind, value }: Extract<RecipientInput, { identifier: unknown }>['identifier']
): Promise<{ person: string }> {
  const person = await findPerson(db, { [typed[kind]]: value })
  if (person === null) throw new RecipientUnknownError()
  return { person: person.id }
}

function findMailbox(
  { db }: Context,
  asked: Exclude<RecipientInput, { identifier: unknown }>
): Promise<Mailbox | null> {
  return 'mailbox' in asked ? mailboxById(db, asked.mailbox) : mailboxOf(db, asked)
}

async function demandAlive(
  { db }: Context,
  { found, person }: { found: Mailbox | null; person: string | null }
): Promise<void> {
  const isClosed = found !== null && found.closedAt !== null
  const ids = [person, found?.id].flatMap((id) => id ?? [])
  if (isClosed || (await hasEnded(db, ids))) throw new RecipientEndedError()
}

async function waitedFor({ db }: Context, person: string | null): Promise<Recipient> {
  // A body writes to whom it serves; whether there is such a person is all that is looked at.
  const known = person && (await withScope('system', () => personById(db, person)))
  if (!known) throw new RecipientUnknownError()
  return { party: waitingParty(person), mailbox: null }
}

/**
 * The mailbox of a person where letters can arrive, for whoever sends letters of a body; `null` also where
 * there is no such person.
 * @throws {SenderNotYoursError} If the actor sends for no body.
 */
export async function mailboxToWriteTo(
  { db }: Context,
  actor: Actor,
  person: string
): Promise<string | null> {
  const writes = actor.grants.some(({ role }) => sendingRoles.includes(role))
  if (!writes) throw new SenderNotYoursError()
  const mailbox = await mailboxOf(db, { person })
  return mailbox?.confidential === true ? mailbox.id : null
}

function waitingParty(person: string | null): Party {
  return { mailbox: null, authority: null, unit: null, person }
}
