import { recordFact } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import { tellPerson } from '../contact/tell-person.ts'
import { platformAuthority } from '../platform-authority.ts'
import { personById, renamePerson } from '../person-store.ts'
import { concerned } from '../registry/correct-person.ts'
import { correctionsBy, markUndone } from '../registry/name-store.ts'
import { endAllSessions } from '../session-store.ts'
import { grantsAt } from '../staff/staff-store.ts'
import { revoke } from '../staff/take-back-role.ts'
import { revokeKeyWithin } from '../revoke-api-key.ts'
import { messages } from './messages-undone.ts'
import {
  type DoneBy,
  deletePasskeysSince,
  endCodesOf,
  grantsGivenBy,
  keysMadeBy
} from './undo-store.ts'

/** What was undone that had been done as staff. */
export interface UndoneAsStaff {
  readonly keys: number
  readonly roles: number
  readonly enrolments: number
  readonly names: number
}

/**
 * Takes back what was done as staff from an account in which somebody else was: keys of systems, roles,
 * ways into other accounts, corrected names. Whom it concerns is told, and so are the other administrators.
 */
export async function undoStaffActs(
  tx: Tx,
  by: DoneBy,
  at: Temporal.Instant
): Promise<UndoneAsStaff> {
  const bodies = new Set<string>()
  const keys = await keysMadeBy(tx, by)
  for (const { id, authority } of keys) {
    await revokeKeyWithin(tx, { id, by: by.person, at })
    bodies.add(authority)
  }
  const roles = await undoRoles(tx, by, at)
  for (const { authority } of roles) bodies.add(authority)
  const enrolments = await undoCodes(tx, by, at)
  const names = await undoNames(tx, by, at)
  await tellAdministrators(tx, { bodies, person: by.person }, at)
  return { keys: keys.length, roles: roles.length, enrolments, names }
}

async function undoRoles(tx: Tx, by: DoneBy, at: Temporal.Instant) {
  const given = await grantsGivenBy(tx, by, at)
  for (const { authority, ...grant } of given) {
    await revoke(tx, grant, { authority, by: by.person, at })
    const { roleBack: text, roleBackSubject: subject } = messages.entries
    await tellPerson(tx, { person: grant.person, subject, text, kind: 'role' }, at)
  }
  return given
}

/** Codes that nobody used end; whoever came in by one has to prove again who they are. */
async function undoCodes(tx: Tx, by: DoneBy, at: Temporal.Instant): Promise<number> {
  const codes = await endCodesOf(tx, by, at)
  for (const code of codes) {
    const { person, isUsed } = code
    if (isUsed) {
      await deletePasskeysSince(tx, code)
      await endAllSessions(tx, person, at)
    }
    const { wayBack, wayBackUsed, wayBackSubject: subject } = messages.entries
    const text = isUsed ? wayBackUsed : wayBack
    await tellPerson(tx, { person, subject, text, kind: 'enrolment' }, at)
  }
  return codes.length
}

async function undoNames(tx: Tx, by: DoneBy, at: Temporal.Instant): Promise<number> {
  const corrections = await correctionsBy(tx, { by: by.person, since: by.since })
  for (const before of corrections) {
    const person = await personById(tx, before.person)
    await markUndone(tx, before, at)
    if (person === null) continue
    await renamePerson(tx, person.id, before.name)
    await recordFact(tx, {
      owner: person.id,
      authority: platformAuthority,
      kind: 'person.changed',
      subject: person.id,
      at,
      actor: by.person,
      body: { fields: ['name'], by: 'takeover' }
    })
    const { nameBack: text, nameBackSubject: subject } = messages.entries
    for (const whom of await concerned(tx, person, at))
      await tellPerson(tx, { person: whom, subject, text, kind: 'details' }, at)
  }
  return corrections.length
}

async function tellAdministrators(
  tx: Tx,
  { bodies, person }: { readonly bodies: ReadonlySet<string>; readonly person: string },
  at: Temporal.Instant
): Promise<void> {
  for (const authority of bodies) {
    const admins = (await grantsAt(tx, authority, at)).filter(
      ({ role }) => role === 'authority-admin'
    )
    for (const admin of new Set(admins.map((grant) => grant.person))) {
      if (admin === person) continue
      const { adminText: text, adminSubject: subject } = messages.entries
      await tellPerson(tx, { person: admin, subject, text, kind: 'role' }, at)
    }
  }
}
