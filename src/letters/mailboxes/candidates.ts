import { actorOfPerson, delegation, personsByIds, staffOf } from '../../people/index.ts'
import { type Context, type Db, type Lang, withScope } from '../../platform/index.ts'
import { mayRead, readingRoles, receivingDelegation } from './access.ts'
import { slotsOf } from './keyslot-store.ts'
import { mailboxOf } from './mailbox-store.ts'
import type { Mailbox } from './mailbox.ts'

/** Somebody who may read a mailbox, and has no way to it yet. */
export interface Candidate {
  /** Id of their own mailbox, which two ways open. */
  readonly mailbox: string
  readonly person: string
  readonly name: string
}

/** The delegates of a person to whom a way to the person's mailbox could be given. */
export async function delegateCandidates(
  context: Context,
  person: string,
  lang: Lang
): Promise<Candidate[]> {
  const now = context.clock.now()
  const delegates = await delegation.delegatesOf(context.db, person, now)
  const mailbox = await mailboxOf(context.db, { person })
  return mailbox === null ? [] : ready(context, { mailbox, persons: delegates, lang })
}

/** Of these persons, those who may read a mailbox, have a ready one of their own, and no way yet. */
export async function ready(
  { db, clock }: Context,
  { mailbox, persons, lang }: { mailbox: Mailbox; persons: readonly string[]; lang: Lang }
): Promise<Candidate[]> {
  const now = clock.now()
  // Only names of those who may read it anyway are shown.
  return withScope('system', async () => {
    const have = new Set((await slotsOf(db, mailbox.id)).map(({ reader }) => reader))
    const fit = await Promise.all(
      persons
        .filter((person) => !have.has(person))
        .map((person) => ownOf(db, { person, mailbox, now }))
    )
    return named(db, fit, lang)
  })
}

/** Who works in a unit and has a ready mailbox: whoever could keep the key of the unit's. */
export function staffWithMailbox(
  { db, clock }: Context,
  { authority, unit }: { readonly authority: string; readonly unit: string },
  lang: Lang
): Promise<Candidate[]> {
  return withScope('system', async () => {
    const staff = await staffOf(db, { authority, roles: readingRoles, at: clock.now() })
    const here = staff.filter((each) => each.unit === null || each.unit === unit)
    return withMailbox(db, [...new Set(here.map(({ id }) => id))], lang)
  })
}

/** Who represents a business for all its affairs, receives its letters, and has a ready mailbox. */
export function custodiansOf(
  { db, clock }: Context,
  person: string,
  lang: Lang
): Promise<Candidate[]> {
  return withScope('system', async () => {
    const now = clock.now()
    const all = await delegation.delegatesOf(db, person, now)
    const fit = await Promise.all(
      all.map(async (delegate) => {
        const actor = await actorOfPerson(db, delegate, now)
        const by = actor === null ? null : await receivingDelegation(db, { actor, person, now })
        return by === null ? null : delegate
      })
    )
    return withMailbox(
      db,
      fit.filter((each) => each !== null),
      lang
    )
  })
}

async function withMailbox(db: Db, persons: readonly string[], lang: Lang): Promise<Candidate[]> {
  return named(db, await Promise.all(persons.map((person) => mailboxOf(db, { person }))), lang)
}

async function ownOf(
  db: Db,
  { person, mailbox, now }: { person: string; mailbox: Mailbox; now: Temporal.Instant }
): Promise<Mailbox | null> {
  const actor = await actorOfPerson(db, person, now)
  if (actor === null || !(await mayRead(db, actor, { mailbox, now }))) return null
  return mailboxOf(db, { person })
}

async function named(db: Db, found: readonly (Mailbox | null)[], lang: Lang): Promise<Candidate[]> {
  const own = found.filter((mailbox) => mailbox?.confidential === true)
  const persons = await personsByIds(
    db,
    own.flatMap((mailbox) => mailbox?.person ?? [])
  )
  return own.flatMap((mailbox) => {
    const person = persons.get(mailbox?.person ?? '')
    return mailbox === null || person === undefined
      ? []
      : [{ mailbox: mailbox.id, person: person.id, name: person.name[lang] }]
  })
}
