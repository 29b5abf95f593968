import { type DirectoryEntry, entryHash, signEntry } from '../../src/kernel/directory/index.ts'
import {
  addedSlotLine,
  directoryOwner,
  openShare,
  sealShare,
  shareSigner,
  sharedSlot,
  signAct,
  slotBinding,
  slotRecipient
} from '../../src/kernel/mailbox/index.ts'
import {
  type MailboxKeys,
  mailboxKeys,
  newMailboxSeed,
  newPaperSecret,
  wrapWithSecret
} from '../../src/kernel/seal/index.ts'
import { formatVerifierKey } from '../../src/kernel/tlog/index.ts'
import { demonstrationPeople } from '../../src/people/index.ts'
import { type ManualClock, newId } from '../../src/platform/index.ts'
import type { Server } from '../../src/platform/http/index.ts'
import { Visitor } from './people-server.ts'

const host = 'localhost:3000'

/** An entry of the directory, signed by its keys, and by those of before where they vouch for them. */
export function signedEntry(
  owner: string,
  keys: MailboxKeys,
  more: Partial<DirectoryEntry> & { readonly at: string; readonly before?: MailboxKeys }
): DirectoryEntry {
  const { before, ...rest } = more
  const first = { v: 1, owner, sequence: 0, reason: 'enrolled', previous: null } as const
  const unsigned = { ...first, recipient: keys.recipient, keys: keys.keys, ...rest }
  const signers = { own: keys.signers, ...(before === undefined ? {} : { before: before.signers }) }
  return signEntry(unsigned, signers)
}

type Answer = Record<string, unknown> & { readonly code?: string }

/** A signed-in person without a window: real keys, real slots, the real routes. */
export class MailboxPerson {
  readonly visitor: Visitor
  readonly #app: Server
  readonly #clock: ManualClock
  person = ''
  id = ''
  seed: Uint8Array = newMailboxSeed()
  /** Of the keys on paper. */
  secrets: Uint8Array[] = [newPaperSecret(), newPaperSecret()]

  constructor(app: Server, clock: ManualClock) {
    this.#app = app
    this.#clock = clock
    this.visitor = new Visitor(app)
  }

  static async signIn(app: Server, clock: ManualClock, key: string): Promise<MailboxPerson> {
    const one = new MailboxPerson(app, clock)
    const people = await demonstrationPeople()
    one.person = people.find((each) => each.key === key)?.id ?? ''
    await one.visitor.signInAs(key)
    return one
  }

  get keys(): Promise<MailboxKeys> {
    return mailboxKeys(this.seed, `${host}/mailbox/${this.id}`)
  }

  async send(method: 'GET' | 'POST', url: string, body?: object) {
    const cookie = [...this.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const csrf = await this.visitor.csrf()
    const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
    const answer = await this.#app.inject({ method, url: `/api/v1${url}`, headers, ...payload })
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Answer>() }
  }

  /** Opens a mailbox with two keys on paper. @returns What stands for it in the directory from now on. */
  async open(): Promise<DirectoryEntry> {
    this.id = newId()
    const entry = await this.entry()
    const slots = await Promise.all(this.secrets.map((secret) => this.paperSlot(secret)))
    const body = { id: this.id, owner: { person: this.person }, entry, slots }
    const made = await this.send('POST', '/mailboxes', body)
    if (made.status !== 201) throw new Error(JSON.stringify(made.body))
    return entry
  }

  /** What may stand for it in the directory; signed anew, it is another one each time. */
  async entry(
    more: Partial<DirectoryEntry> & { readonly before?: MailboxKeys } = {}
  ): Promise<DirectoryEntry> {
    const owner = directoryOwner({ mailbox: this.id })
    return signedEntry(owner, await this.keys, { at: this.now, ...more })
  }

  async paperSlot(secret = newPaperSecret()) {
    const { id: mailbox, seed } = this
    const recipient = await slotRecipient(mailbox, secret)
    const bound = { id: newId(), purpose: 'own', reader: null, recipient }
    const slot = JSON.stringify(wrapWithSecret({ kind: 'paper', mailbox, secret, seed }))
    const binding = slotBinding(seed, bound)
    return { ...bound, kind: 'paper', label: '', credential: null, slot, binding }
  }

  /** A way for somebody who is named, with its shares and the note of the open mailbox. */
  async halfFor(to: MailboxPerson, purpose: 'contact' | 'kin') {
    const { slot, recipient, ofContact, ofDesk } = await sharedSlot(this.id, this.seed)
    const bound = { id: newId(), purpose, reader: to.id, recipient }
    const binding = slotBinding(this.seed, bound)
    const sent = { ...bound, kind: 'recovery', label: '', credential: null, slot, binding }
    const of = { mailbox: this.id, slot: bound.id }
    const shares = {
      sealed: await sealShare(of, (await to.keys).recipient, ofContact),
      held: Buffer.from(ofDesk).toString('base64'),
      proof: formatVerifierKey(shareSigner(bound.id, ofContact).key)
    }
    return { slot: sent, shares, note: await this.noteOf(addedSlotLine(sent)), ofContact, ofDesk }
  }

  async noteOf(what: string, at = this.now): Promise<string> {
    const { signers } = await this.keys
    return signAct({ act: 'keyslot-added', mailbox: this.id, what, at }, signers)
  }

  /** Opens a share that this person keeps, as their device does. */
  async shareOf(slot: string): Promise<{ mailbox: string; share: Uint8Array } | null> {
    const { body } = await this.send('GET', '/mailbox-shares')
    const kept = body['shares'] as { slot: string; mailbox: string; sealed: string }[]
    const found = kept.find((each) => each.slot === slot)
    if (found === undefined) return null
    const { identity } = await this.keys
    const share = await openShare(found.sealed, { mailbox: found.mailbox, slot }, [identity])
    return share && { mailbox: found.mailbox, share }
  }

  /** Shows that a share opens: the first time, that it is accepted. */
  async prove(slot: string) {
    const kept = await this.shareOf(slot)
    if (kept === null) throw new Error('no such share')
    const { mailbox, share } = kept
    const act = { act: 'share-proved', mailbox, what: slot, at: this.now } as const
    const note = signAct(act, [shareSigner(slot, share)])
    return this.send('POST', `/mailbox-shares/${slot}/proof`, { note })
  }

  /**
   * Another key, which nobody of before vouches for. Where it is refused, the seed is the one of before.
   * @param pastFor - Seals the seed of before to the new key, where somebody has it.
   */
  async renew(pastFor?: (recipient: string) => Promise<string>) {
    const { seed } = this
    const plan = await this.send('GET', `/mailboxes/${this.id}/rotation`)
    const before = plan.body['entry'] as DirectoryEntry
    this.seed = newMailboxSeed()
    const entry = await this.entry({
      ...{ sequence: before.sequence + 1, reason: 'recovered', previous: entryHash(before) }
    })
    const slots = [await this.paperSlot(), await this.paperSlot()]
    const past = await pastFor?.(entry.recipient ?? '')
    const answer = await this.send('POST', `/mailboxes/${this.id}/renewal`, { entry, slots, past })
    if (answer.status !== 204) this.seed = seed
    return answer
  }

  get now(): string {
    return this.#clock.now().toString()
  }
}
