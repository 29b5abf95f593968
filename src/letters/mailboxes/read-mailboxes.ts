import { type Actor, authorityById, delegation, personById } from '../../people/index.ts'
import { mailboxName } from '../../kernel/seal/index.ts'
import { type Bilingual, type Context, type Db, withScope } from '../../platform/index.ts'
import { mayRead } from './access.ts'
import { demonstrationSecret } from './demonstration-key.ts'
import { slotsOf } from './keyslot-store.ts'
import { type Mailbox, type StoredSlot, isDrillDue } from './mailbox.ts'
import {
  type PastKey,
  mailboxById,
  mailboxOf,
  mailboxesOfAuthority,
  pastKeysOf
} from './mailbox-store.ts'
import { inheritedFrom, isHeirOf } from './recovery/recovery-store.ts'
import { MailboxNotFoundError } from './refusals.ts'

/** A mailbox with what its reader is shown of it. */
export interface ListedMailbox extends Mailbox {
  readonly name: Bilingual
  /** The name on the signatures of its keys. */
  readonly keyName: string
  /** By what the caller reads it. */
  readonly via: 'own' | 'delegation' | 'unit' | 'heir'
}

/** The mailboxes that an actor may read: their own first, then those they act for, then units. */
export async function readMailboxes(context: Context, actor: Actor): Promise<ListedMailbox[]> {
  const now = context.clock.now()
  const { db } = context
  const held = actor.person === null ? [] : await delegation.delegationsTo(db, actor.person, now)
  const persons = [
    ...(actor.person === null ? [] : [actor.person]),
    ...held.map((each) => each.grantor),
    ...(actor.person === null ? [] : await inheritedFrom(db, actor.person))
  ]
  const bodies = [...new Set(actor.grants.map(({ authority }) => authority))]
  const found = [
    ...(await Promise.all([...new Set(persons)].map((person) => mailboxOf(db, { person })))),
    ...(await Promise.all(bodies.map((body) => mailboxesOfAuthority(db, body)))).flat()
  ]
  const listed = await Promise.all(
    found.map(async (mailbox) => {
      const may = mailbox !== null && (await mayRead(db, actor, { mailbox, now }))
      return may ? listedMailbox(context, actor, mailbox) : null
    })
  )
  return listed.filter((mailbox) => mailbox !== null)
}

/**
 * One mailbox that an actor may read.
 * @throws {MailboxNotFoundError} For one that they may not, too.
 */
export async function readMailbox(
  context: Context,
  actor: Actor,
  id: string
): Promise<ListedMailbox> {
  const mailbox = await mailboxById(context.db, id)
  const now = context.clock.now()
  if (mailbox === null || !(await mayRead(context.db, actor, { mailbox, now })))
    throw new MailboxNotFoundError()
  return listedMailbox(context, actor, mailbox)
}

async function listedMailbox(
  context: Context,
  actor: Actor,
  mailbox: Mailbox
): Promise<ListedMailbox> {
  const { authority, unit, person, id } = mailbox
  const host = new URL(context.config.origin).host
  const of = authority !== null && unit !== null ? { authority, unit } : { mailbox: id }
  const isHeir = async () =>
    actor.person !== null && (await isHeirOf(context.db, { mailbox: id, person: actor.person }))
  const ofPerson = person === actor.person ? 'own' : (await isHeir()) ? 'heir' : 'delegation'
  const via = authority === null ? ofPerson : 'unit'
  return {
    ...mailbox,
    name: await nameOf(context.db, mailbox),
    keyName: mailboxName(host, of),
    via
  }
}

/** What a mailbox is called: by its person, business, or unit. */
export async function nameOf(db: Db, { person, authority, unit }: Mailbox): Promise<Bilingual> {
  if (authority !== null) {
    const body = await authorityById(db, authority)
    const title = body?.units.find(({ id }) => id === unit)?.title
    return title ?? { fa: unit ?? '', en: unit ?? '' }
  }
  // Whoever may read the mailbox may know whose it is.
  const found = await withScope('system', () => (person === null ? null : personById(db, person)))
  return found?.name ?? { fa: 'ناشناس', en: 'Unknown' }
}

/** A way with whether it should be tried again. */
export interface UsableSlot extends StoredSlot {
  readonly drillDue: boolean
}

/** What a device needs to open a mailbox. */
export interface Keyring {
  readonly slots: readonly UsableSlot[]
  readonly past: readonly PastKey[]
  /** Opens the slots of a demonstration; base64. */
  readonly demonstration: string | null
}

/**
 * The ways by which an actor opens a mailbox, and its keys of before.
 * @throws {MailboxNotFoundError}
 */
export async function keyslotsFor(
  context: Context,
  actor: Actor,
  id: string
): Promise<Keyring & { readonly mailbox: ListedMailbox }> {
  const mailbox = await readMailbox(context, actor, id)
  const now = context.clock.now()
  const all = await slotsOf(context.db, id)
  const isOwner = mailbox.kind === 'person' && mailbox.person === actor.person
  const slots = all
    .filter(({ purpose, reader }) => {
      if (purpose === 'own') return isOwner || mailbox.demonstration
      // Which of them is whose, each program sees by its own key; none opens another's.
      return purpose === 'program' ? actor.kind === 'api-key' : reader === actor.person
    })
    .map((slot) => ({ ...slot, drillDue: isDrillDue(slot, now) }))
  const past = slots.length === 0 ? [] : await pastKeysOf(context.db, id)
  const demonstration = mailbox.demonstration ? demonstrationSecret() : null
  return { mailbox, slots, past, demonstration }
}

/** Every way to open a mailbox, for its page: whoever owns it or works in the unit sees which there are. */
export async function allSlots(context: Context, actor: Actor, id: string): Promise<UsableSlot[]> {
  await readMailbox(context, actor, id)
  const now = context.clock.now()
  const all = await slotsOf(context.db, id)
  return all.map((slot) => ({ ...slot, drillDue: isDrillDue(slot, now) }))
}
