import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import { saveHolding } from './authority-store.ts'
import { insertContact } from './contact/contact-store.ts'
import { type DemonstrationPerson, demonstrationId, demonstrationPeople } from './demonstration.ts'
import { delegatedActs } from './delegation/delegation.ts'
import { recordDelegation } from './delegation/record-delegation.ts'
import { giveGrant } from './give-grant.ts'
import { identifierKeys } from './person.ts'
import { isErased } from './personal-data/people-store.ts'
import { recordUnsaidHoldings } from './staff/record-holding.ts'
import { insertPerson, takeIdentifiers } from './person-store.ts'

// Before the first day of any replayed year, so that everybody is there from its start.
const beforeEverything = Temporal.Instant.from('2023-07-23T03:30:00Z')
const actor = 'system:demonstration'

/**
 * Writes the invented people, their grants and the posts they hold; a second time it changes nothing.
 * Authorities must have been imported.
 * @throws {Error} If this is no demonstration installation: a bug of the caller, not of a person.
 */
export async function seedDemonstration(context: Context): Promise<void> {
  if (!context.config.demo) throw new Error('demonstration people belong to demonstrations only')
  const people = await demonstrationPeople()
  await inTransaction(context.db, async (tx) => {
    // Who asked to be erased stays erased, invented or not.
    for (const one of people) if (!(await isErased(tx, one.id))) await seedPerson(tx, one)
    await recordUnsaidHoldings(tx, context.clock.now())
  })
}

async function seedPerson(tx: Tx, one: DemonstrationPerson): Promise<void> {
  const { id, key, kind, name, mobile, email } = one
  const details = {
    kind,
    name,
    nationalId: one.nationalId ?? null,
    legalId: one.legalId ?? null,
    foreignerCode: one.foreignerCode ?? null,
    mobile,
    email
  }
  const from = beforeEverything
  await takeIdentifiers(tx, id, identifierKeys(details))
  await insertPerson(tx, { id, ...details, createdAt: from })
  for (const contact of [
    { channel: 'sms', address: mobile },
    { channel: 'e-mail', address: email }
  ] as const) {
    await insertContact(tx, { ...contact, person: id, lang: 'fa', provenAt: from })
  }
  for (const represented of one.represents) {
    await recordDelegation(tx, {
      id: demonstrationId(`${key} for ${represented}`),
      grantor: demonstrationId(represented),
      delegate: id,
      kind: 'representative',
      scope: { all: true },
      acts: delegatedActs,
      from,
      until: null,
      grantedBy: actor,
      via: null
    })
  }
  for (const grant of one.grants) {
    const place = [grant.authority, grant.unit, grant.role, grant.post].join(' ')
    await giveGrant(tx, {
      ...grant,
      id: demonstrationId(`${key} is ${place}`),
      person: id,
      from,
      givenBy: actor
    })
  }
  for (const holding of one.holds) {
    const place = [holding.authority, holding.post, holding.from.toString()].join(' ')
    await saveHolding(tx, {
      ...holding,
      id: demonstrationId(`${key} holds ${place}`),
      person: id,
      name
    })
  }
}
