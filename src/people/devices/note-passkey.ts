import { recordFact } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import { tellPerson } from '../contact/tell-person.ts'
import type { SessionStart } from '../session.ts'
import { messages } from './messages.ts'
import { platformAuthority } from '../platform-authority.ts'

/** A passkey that came or went. */
export interface PasskeyChange {
  readonly person: string
  readonly name: string
  readonly kind: 'passkey.added' | 'passkey.removed'
  /** In what kind of session it was added. */
  readonly by?: SessionStart
}

/** Records that a passkey came or went, and tells its owner by every contact. */
export async function notePasskey(
  tx: Tx,
  { person, name, kind, by }: PasskeyChange,
  at: Temporal.Instant
): Promise<void> {
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind,
    subject: person,
    at,
    actor: person,
    body: by === undefined ? {} : { by }
  })
  const { entries } = messages
  const isAdded = kind === 'passkey.added'
  const subject = isAdded ? entries.passkeyAdded : entries.passkeyRemoved
  const words = isAdded ? entries.passkeyAddedText : entries.passkeyRemovedText
  const called = (unknown: string) => (name === '' ? unknown : name)
  const { fa, en } = entries.unknownDevice
  const text = { fa: words.fa(called(fa)), en: words.en(called(en)) }
  await tellPerson(tx, { person, subject, text, kind: 'passkey' }, at)
}
