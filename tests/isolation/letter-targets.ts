import { sql } from 'kysely'
import { acceptLetter } from '../../src/letters/exchange/accept-letter.ts'
import { insertPairing } from '../../src/letters/mailboxes/pairing-store.ts'
import type { Actor } from '../../src/people/index.ts'
import { type Db, bucketOf, newId } from '../../src/platform/index.ts'
import { type TestMailbox, openTestMailbox, sealTestLetter, streamed } from '../support/letters.ts'
import type { TestServer } from '../support/server.ts'
import type { Target } from './target.ts'

/** A mailbox of a person and a letter in it, from a unit of another authority, with that unit's mailbox. */
export async function targetsOfLetters(
  { context }: TestServer,
  { person, staff }: { readonly person: string; readonly staff: Actor }
): Promise<Target[]> {
  // Units of the demonstration have mailboxes whose keys are not here.
  await sql`
    insert into units select (jsonb_populate_record(u, '{"id": "annex"}')).* from units u
    where authority = 'ito' limit 1`.execute(context.db)
  const unit = await openTestMailbox(context, { authority: 'ito', unit: 'annex' })
  const home = await openTestMailbox(context, { person })
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  await acceptLetter(context, staff, { letter: input, content: streamed(file) })
  const about = { canary: 'none', more: {}, relation: 'another person' } as const
  const [slot, pairing] = [newId(), newId()]
  await insertOwn(context.db, { person, mailbox: home, slot })
  const shares = [newId(), newId()]
  for (const share of shares) await insertShare(context.db, { person, mailbox: home, slot: share })
  const expiresAt = context.clock.now().add({ minutes: 5 })
  const waiting = { id: pairing, person, mailbox: home.id, recipient: home.keys.recipient }
  await insertPairing(context.db, { ...waiting, expiresAt })
  const { lane, sizeClass, sizeBytes, sha256, tokenHash, recipientKey, sentAt, sender } = input
  const told = { lane, sha256, tokenHash, recipientKey, sender, recipient: home.id }
  const sizes = { sizeClass: String(sizeClass), sizeBytes: String(sizeBytes) }
  const query = new URLSearchParams({ ...told, ...sizes, sentAt: sentAt.toString() }).toString()
  return [
    { kind: 'mailbox', id: home.id, ...about, more: { slot } },
    { kind: 'mailbox', id: unit.id, ...about, relation: 'another authority' },
    { kind: 'keyslot', id: slot, ...about, more: { slot } },
    ...shares.map((id) => ({ kind: 'share', id, ...about, more: { slot: id } })),
    { kind: 'pairing', id: pairing, ...about },
    {
      kind: 'directory',
      id: `mailbox:${home.id}`,
      ...about,
      more: { owner: `mailbox:${home.id}` }
    },
    { kind: 'letter', id: input.id, ...about, more: { query } }
  ]
}

/** A way to open the mailbox, as it stands in its row. */
async function insertOwn(
  db: Db,
  of: { readonly person: string; readonly mailbox: TestMailbox; readonly slot: string }
): Promise<void> {
  const { person, mailbox, slot } = of
  await sql`
    insert into keyslots (bucket, id, mailbox, person, purpose, kind, label, sequence, slot, binding,
      made_at, data_type)
    values (${bucketOf(mailbox.id)}, ${slot}, ${mailbox.id}, ${person}, 'own', 'paper', 'کاغذ', 0,
      '{}', '', now(), 'account')`.execute(db)
}

/** A half of a key that the person keeps, with its way. */
async function insertShare(
  db: Db,
  of: { readonly person: string; readonly mailbox: TestMailbox; readonly slot: string }
): Promise<void> {
  const { person, mailbox, slot } = of
  const bucket = bucketOf(mailbox.id)
  await sql`
    insert into keyslots (bucket, id, mailbox, person, purpose, kind, reader, label, sequence, slot,
      binding, made_at, data_type)
    values (${bucket}, ${slot}, ${mailbox.id}, ${person}, 'contact', 'recovery', ${person}, '', 0, '{}',
      '', now(), 'account')`.execute(db)
  await sql`
    insert into mailbox_shares (bucket, slot, mailbox, person, reader, purpose, proof_key, sealed_share,
      held_share, made_at, data_type)
    values (${bucket}, ${slot}, ${mailbox.id}, ${person}, ${person}, 'contact', '', '{}', '', now(),
      'account')`.execute(db)
}
