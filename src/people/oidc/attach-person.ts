import { recordFact } from '../../ledger/index.ts'
import { type Tx, newId } from '../../platform/index.ts'
import { checkPerson, identifierKeys } from '../person.ts'
import {
  insertPerson,
  lockPerson,
  personById,
  personsOfIdentifiers,
  takeIdentifiers
} from '../person-store.ts'
import type { ProvenPerson } from './finish-login.ts'
import { type OidcLink, linkIdentity, linkOfIdentity, saveNationalId } from './identity-store.ts'
import { OtherPersonError } from './refusals.ts'
import { platformAuthority } from '../platform-authority.ts'

// Who comes without a name is called what they are.
const nameless = 'کاربر ورود ملی'

/**
 * Who somebody that the national sign-on proved is here: by what they were tied to before; else whoever
 * has the national id, because now it is proven; else a new person.
 */
export async function personOfProof(
  tx: Tx,
  proven: ProvenPerson,
  at: Temporal.Instant
): Promise<OidcLink> {
  const known = await linkOfIdentity(tx, proven.identity)
  if (known !== null) return known
  const keys = keysOf(proven)
  const [owner] = await personsOfIdentifiers(tx, keys)
  const person = owner ?? (await register(tx, proven, at))
  return linkIdentity(tx, proven.identity, { person, carriesRoles: true, at })
}

/**
 * Ties the national sign-on to an account that is open already, and its national id with it. It lets its
 * person work as staff only if the session did, or if the national id was known to be theirs: else
 * whoever got hold of one code could tie a national account of their own to somebody's roles.
 * @throws {OtherPersonError} If either is another person's here.
 */
export async function linkToPerson(
  tx: Tx,
  { person, proven, carriesRoles }: OidcLink & { readonly proven: ProvenPerson },
  at: Temporal.Instant
): Promise<OidcLink> {
  await lockPerson(tx, person)
  const known = (await personById(tx, person))?.nationalId ?? null
  const isSame = known !== null && known === proven.nationalId
  const tie = { person, carriesRoles: carriesRoles || isSame, at }
  const link = await linkIdentity(tx, proven.identity, tie)
  if (link.person !== person) throw new OtherPersonError()
  if (proven.nationalId === null || isSame) return link
  const taken = await takeIdentifiers(tx, person, keysOf(proven))
  if (known !== null || taken === 0) throw new OtherPersonError()
  await saveNationalId(tx, { person, nationalId: proven.nationalId })
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind: 'person.changed',
    subject: person,
    at,
    actor: person,
    body: { fields: ['nationalId'], by: 'oidc' }
  })
  return link
}

function detailsOf({ name, nationalId }: ProvenPerson) {
  return checkPerson({ kind: 'person', name: name ?? nameless, nationalId })
}

function keysOf(proven: ProvenPerson): string[] {
  return identifierKeys(detailsOf({ ...proven, name: null }))
}

async function register(tx: Tx, proven: ProvenPerson, at: Temporal.Instant): Promise<string> {
  const id = newId(at)
  const keys = keysOf(proven)
  if ((await takeIdentifiers(tx, id, keys)) < keys.length) {
    // Somebody else wrote down the same person between the two statements, and has committed.
    const [other] = await personsOfIdentifiers(tx, keys)
    if (other !== undefined) return other
    throw new Error('identifiers are taken, and by nobody')
  }
  await insertPerson(tx, { id, ...detailsOf(proven), createdAt: at })
  await recordFact(tx, {
    owner: id,
    authority: platformAuthority,
    kind: 'person.registered',
    subject: id,
    at,
    actor: id,
    body: { kind: 'person', by: 'oidc' }
  })
  return id
}
