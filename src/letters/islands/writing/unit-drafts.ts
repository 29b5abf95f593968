import { readLetter } from '../../../kernel/reading/index.ts'
import { sealLetter } from '../../../kernel/seal/index.ts'
import { fromBase64, toBase64 } from '../../../kernel/tlog/index.ts'
import { v7 as newId } from 'uuid'
import { senderOf } from '../reading/reply.ts'
import type { OpenSession, Session } from '../reading/session.ts'
import { nowText } from '../reading/time.ts'

/** For whom a letter is being written, as it stands in its draft; the server is not told. */
export interface DraftTo {
  readonly title: string
  /** How the recipient was asked for: part of the address of the composer. */
  readonly asked: Readonly<Record<string, string>>
}

/** A letter that is being written. */
export interface UnitDraft {
  readonly subject: string
  readonly body: string
  readonly to: DraftTo
}

const schema = 'peyman.dev/letter-draft/v1'

/**
 * The drafts of a unit, each sealed here to its mailbox as a letter to itself: another device of a colleague
 * opens it, and the server keeps bytes. Saving goes one after the other, the newest text last.
 */
export class UnitDrafts {
  readonly keptWord = 'draftKeptUnit'
  readonly #session: Session
  readonly #open: OpenSession
  readonly #to: DraftTo
  #id: string | null
  #version = 0
  #saving: Promise<unknown> = Promise.resolve()

  constructor(session: Session, open: OpenSession, of: { id: string | null; to: DraftTo }) {
    this.#session = session
    this.#open = open
    this.#id = of.id
    this.#to = of.to
  }

  /** What was written before, if this goes on with it. */
  async draft(): Promise<UnitDraft | null> {
    if (this.#id === null) return null
    const kept = await readUnitDraft(this.#session, this.#open, this.#id)
    this.#version = kept?.version ?? 0
    if (kept === null) this.#id = null
    return kept?.draft ?? null
  }

  /** Keeps what is typed; `null` discards it. */
  keepDraft(_place: string, typed: { subject: string; body: string } | null): Promise<void> {
    const next = this.#saving.then(() => (typed === null ? this.#discard() : this.#save(typed)))
    this.#saving = next.catch(() => undefined)
    return next
  }

  async #save(typed: { subject: string; body: string }): Promise<void> {
    if (this.#id === null && typed.subject === '' && typed.body === '') return
    const id = this.#id ?? newId()
    const { session, open } = { session: this.#session, open: this.#open }
    const content = await sealedDraft(session, open, { id, draft: { ...typed, to: this.#to } })
    const path = `/api/v1/mailboxes/${open.mailbox}/drafts/${id}`
    const kept = await session.api.putJson(path, { version: this.#version, content })
    this.#version = (kept as { version: number }).version
    if (this.#id === null) goOnAt(id)
    this.#id = id
  }

  async #discard(): Promise<void> {
    if (this.#id === null) return
    await this.#session.api.remove(`/api/v1/mailboxes/${this.#open.mailbox}/drafts/${this.#id}`)
    this.#id = null
    this.#version = 0
    goOnAt(null)
  }
}

/** The address of the page leads to its draft: loaded again, it goes on. */
function goOnAt(draft: string | null): void {
  const here = new URL(location.href)
  if (draft === null) here.searchParams.delete('draft')
  else here.searchParams.set('draft', draft)
  history.replaceState(null, '', here)
}

async function sealedDraft(
  session: Session,
  open: OpenSession,
  { id, draft }: { readonly id: string; readonly draft: UnitDraft }
): Promise<string> {
  const { keys } = open.unlocked
  const sealed = await sealLetter(
    {
      letter: id,
      sender: senderOf(session.data.owner),
      subject: schema,
      sentAt: nowText(),
      case: null,
      body: JSON.stringify(draft),
      attachments: []
    },
    { recipient: keys.recipient, signers: keys.signers }
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  return toBase64(sealed.value.file)
}

/** Opens a draft of the unit: sealed to it and signed by it, under this id; `null` for anything else. */
export async function readUnitDraft(
  session: Session,
  open: OpenSession,
  id: string
): Promise<{ readonly draft: UnitDraft; readonly version: number } | null> {
  const path = `/api/v1/mailboxes/${open.mailbox}/drafts/${id}`
  const kept = (await session.api.json(path)) as { version: number; content: string }
  const file = fromBase64(kept.content) ?? new Uint8Array()
  const { senders } = await open.directory.keysOf(session.data.owner)
  const expected = {
    ...{ letter: id, sender: session.data.key, sentAt: null, case: null, seenContent: null }
  }
  for (const identity of open.unlocked.identities) {
    const reading = await readLetter(file, { identity, senders }, expected)
    if (reading.shown && reading.letter.header.subject === schema) {
      return { draft: JSON.parse(reading.letter.body) as UnitDraft, version: kept.version }
    }
  }
  return null
}
