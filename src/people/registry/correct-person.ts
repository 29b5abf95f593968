import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction, newId, withScope } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { delegatesOf } from '../delegation/index.ts'
import { findPerson } from '../find-person.ts'
import { checkPerson } from '../person.ts'
import type { Person } from '../person.ts'
import { renamePerson } from '../person-store.ts'
import type { Session } from '../session.ts'
import { demandMayEnrol } from '../staff/may-enrol.ts'
import { demandClerk } from './demand-clerk.ts'
import { keepName } from './name-store.ts'
import { messages } from './messages.ts'
import { PersonNotKnownError } from './refusals.ts'

/** A name in Latin letters that stood apart stays; where the Persian one stood for it, the new one does. */
function renamed(before: Person['name'], fa: string): Person['name'] {
  return { fa, en: before.en === before.fa ? fa : before.en }
}

/** Who hears of it: the person; of a business or body, those who speak for it. */
export async function concerned(
  tx: Tx,
  { id, kind }: Person,
  at: Temporal.Instant
): Promise<string[]> {
  return kind === 'person' ? [id] : delegatesOf(tx, id, at)
}

/** The right name of somebody who is known by an identifier. */
export interface CorrectPersonInput {
  readonly authority: string
  readonly nationalId?: string | undefined
  readonly legalId?: string | undefined
  readonly foreignerCode?: string | undefined
  readonly name: string
}

/**
 * Corrects a name from a paper that a clerk saw. An identifier is never changed: it says who somebody is.
 * The fact says which field, and neither the old name nor the new one.
 * @throws {NotAllowedError} Unless the actor is a clerk of the authority.
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {PersonNotKnownError}
 * @throws {EnrolmentOfStaffError} If the person has a role at another authority, or is the clerk.
 */
export function correctPerson(
  context: Context,
  session: Session,
  asked: CorrectPersonInput
): Promise<Person> {
  // A counter corrects the name of whoever shows the paper.
  return withScope('system', () => correctWithin(context, session, asked))
}

async function correctWithin(
  context: Context,
  session: Session,
  { authority, name, ...identifiers }: CorrectPersonInput
): Promise<Person> {
  demandClerk(context, session, authority)
  const details = checkPerson({ kind: 'person', name, ...identifiers })
  const at = context.clock.now()
  const by = session.actor.id
  const corrected = await inTransaction(context.db, async (tx) => {
    const person = await findPerson(tx, identifiers)
    if (person === null) throw new PersonNotKnownError()
    await demandMayEnrol(tx, session.actor, { person: person.id, at })
    await renamePerson(tx, person.id, renamed(person.name, details.name.fa))
    await keepName(tx, { id: newId(at), person: person.id, name: person.name }, { by, at })
    await recordFact(tx, {
      owner: person.id,
      authority,
      kind: 'person.changed',
      subject: person.id,
      at,
      actor: by,
      body: { fields: ['name'], by: 'counter' }
    })
    const { corrected: text, correctedSubject: subject } = messages.entries
    for (const whom of await concerned(tx, person, at)) {
      await tellPerson(tx, { person: whom, subject, text, kind: 'details' }, at)
    }
    return { ...person, name: renamed(person.name, details.name.fa) }
  })
  context.nudge()
  return corrected
}
