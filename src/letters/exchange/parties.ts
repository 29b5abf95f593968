import {
  type Actor,
  type Role,
  delegation,
  findPerson,
  holds,
  personsByIds
} from '../../people/index.ts'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { type Context, type Db, Refusal, withScope } from '../../platform/index.ts'
import {
  type Mailbox,
  type MailboxFace,
  findMailboxes,
  mailboxById,
  mailboxOf
} from '../mailboxes/index.ts'
import { type Judged, demandRight, judged, judgedLater } from './judged.ts'
import type { Party, RecipientInput } from './letter.ts'
import {
  RecipientEndedError,
  RecipientUnknownError,
  RecipientWithoutKeyError,
  SenderNotYoursError,
  SenderUnregisteredError
} from './refusals.ts'
import { endedAmong } from './recipient-end-store.ts'

/** Roles in a unit that hand in its letters; a key of a system has one of them. */
const sendingRoles: readonly Role[] = ['officer', 'approver', 'signatory']

/** Whom a letter is for, as it stands now. */
export interface Recipient {
  readonly party: Party
  /** The mailbox, where letters may arrive in it now. */
  readonly mailbox: MailboxFace | null
}

/** A mailbox as an end of a letter. */
export function partyOf({ id, authority, unit, person }: MailboxFace): Party & { mailbox: string } {
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
  const [found] = await recipientsOf(context, [asked])
  return demandRight(found)
}

/** The same for many letters, in their order: a statement for each thing that is asked, not for each letter. */
export async function recipientsOf(
  context: Context,
  asked: readonly RecipientInput[]
): Promise<Judged<Recipient>[]> {
  const { db } = context
  const known = await withoutIdentifiers(context, asked)
  const right = known.flatMap((one) => (one instanceof Refusal ? [] : [one]))
  const mailboxes = await findMailboxes(db, right)
  const found = new Map(right.map((one, i) => [one, mailboxes[i] ?? null]))
  const persons = right.map((one) => personOf(one, found.get(one) ?? null))
  const ids = [...persons, ...mailboxes.map((mailbox) => mailbox?.id)].flatMap((id) => id ?? [])
  const without = persons.filter((person, i) => person !== null && mailboxes[i] === null)
  const [ended, waited] = await Promise.all([
    endedAmong(db, [...new Set(ids)]),
    personsThere(db, [...new Set(without.flatMap((person) => person ?? []))])
  ])
  return known.map((one) =>
    one instanceof Refusal
      ? one
      : judged(() => judgeRecipient(one, { mailbox: found.get(one) ?? null, ended, waited }))
  )
}

type KnownRecipient = Exclude<RecipientInput, { identifier: unknown }>

function personOf(asked: KnownRecipient, mailbox: MailboxFace | null): string | null {
  return 'person' in asked ? asked.person : (mailbox?.person ?? null)
}

function judgeRecipient(asked: KnownRecipient, { mailbox, ...known }: Known): Recipient {
  const person = personOf(asked, mailbox)
  if (mailbox === null) return waitedFor(person, known)
  const { id, authority, closedAt, confidential } = mailbox
  const hasEnded = known.ended.has(id) || (person !== null && known.ended.has(person))
  if (hasEnded || closedAt !== null) throw new RecipientEndedError()
  if (confidential) return { party: partyOf(mailbox), mailbox }
  if (authority !== null) throw new RecipientWithoutKeyError()
  return { party: waitingParty(person), mailbox: null }
}

/** What was found of those who were asked for. */
interface Known {
  readonly mailbox: MailboxFace | null
  readonly ended: ReadonlySet<string>
  readonly waited: ReadonlySet<string>
}

function waitedFor(person: string | null, { ended, waited }: Omit<Known, 'mailbox'>): Recipient {
  if (person !== null && ended.has(person)) throw new RecipientEndedError()
  if (person === null || !waited.has(person)) throw new RecipientUnknownError()
  return { party: waitingParty(person), mailbox: null }
}

const typed = {
  'national-id': 'nationalId',
  'legal-id': 'legalId',
  'foreigner-code': 'foreignerCode'
} as const

/** The same recipients, whoever was named by an identifier now by their id. */
function withoutIdentifiers(
  { db }: Context,
  asked: readonly RecipientInput[]
): Promise<Judged<KnownRecipient>[]> {
  const looked = new Map<string, Promise<Judged<KnownRecipient>>>()
  const looking = asked.map((one): Promise<Judged<KnownRecipient>> => {
    if (!('identifier' in one)) return Promise.resolve(one)
    const { kind, value } = one.identifier
    const found =
      looked.get(`${kind}:${value}`) ??
      judgedLater(async () => {
        const person = await findPerson(db, { [typed[kind]]: value })
        if (person === null) throw new RecipientUnknownError()
        return { person: person.id }
      })
    looked.set(`${kind}:${value}`, found)
    return found
  })
  return Promise.all(looking)
}

/** A body writes to whom it serves; whether there is such a person is all that is looked at. */
async function personsThere(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await withScope('system', () => personsByIds(db, ids))).keys())
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
  const writes = actor.grants.some(
    ({ authority, role }) => authority !== canaryAuthority && sendingRoles.includes(role)
  )
  if (!writes) throw new SenderNotYoursError()
  const mailbox = await mailboxOf(db, { person })
  return mailbox?.confidential === true ? mailbox.id : null
}

function waitingParty(person: string | null): Party {
  return { mailbox: null, authority: null, unit: null, person }
}
