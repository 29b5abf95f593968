import { createHash } from 'node:crypto'
import { parsedSlot } from '../../../kernel/mailbox/index.ts'
import { type Actor, type Session, takeAllowance } from '../../../people/index.ts'
import { type Context, type Db, inTransaction, withScope } from '../../../platform/index.ts'
import {
  type ClaimedFile,
  type StoredLetter,
  checkSealed,
  keepClaimed,
  recordClaimed,
  stillWaiting,
  waitingLetter
} from '../../exchange/index.ts'
import { insertClaimedKey, mailboxOf } from '../../mailboxes/index.ts'
import {
  type LetterClaim,
  claimBy,
  emptyClaimsBefore,
  endClaimsOf,
  insertClaim,
  lettersOnPages,
  setClaimed,
  setKept
} from './claim-store.ts'
import {
  ClaimFormError,
  ClaimNotFoundError,
  ClaimNotYoursError,
  ClaimOverError,
  ClaimUsedError,
  TooManyClaimsError
} from './refusals.ts'

/** A page works this long. */
export const claimDays = 60

/** Keys that one address may try in ten minutes: many behind one address open letters, nobody guesses. */
const triesMax = 60

/** What an officer's browser made for the post: the letter, sealed to the key of a page. */
export interface ClaimInput extends ClaimedFile {
  readonly letter: string
  readonly handle: string
}

/**
 * Keeps a waiting letter for whoever holds a page. The key is on the page alone; a page that was made of the
 * letter before ends.
 * @returns Until when it works.
 * @throws {LetterStateError} {@link ClaimFormError} {@link LetterFormError}
 */
export async function makeClaim(
  context: Context,
  actor: Actor,
  { letter: id, handle, content, ...sealing }: ClaimInput
): Promise<Temporal.Instant> {
  const letter = await waitingLetter(context, actor, id)
  const { person } = letter.recipient
  const hash = createHash('sha256').update(content).digest('base64')
  if (person === null || hash !== sealing.sha256) throw new ClaimFormError()
  checkSealed(content, { sizeBytes: content.length, sizeClass: sealing.sizeClass })
  const madeAt = context.clock.now()
  const expiresAt = madeAt.add({ hours: 24 * claimDays })
  await inTransaction(context.db, async (tx) => {
    await endClaimsOf(tx, letter.id, madeAt)
    const { authority } = letter
    const of = { letter: letter.id, authority, sender: letter.sender.mailbox, person }
    const claim = { ...of, ...sealing, handle, madeBy: actor.id, madeAt, expiresAt }
    if (!(await insertClaim(tx, claim, content))) throw new ClaimFormError()
  })
  return expiresAt
}

/** A claim that holds, with its letter and its sealed bytes. */
export interface OpenClaim {
  readonly claim: LetterClaim
  readonly letter: StoredLetter
  readonly content: Uint8Array
}

/**
 * The sealed letter of a page, for whoever has the hash of its key. Nobody is signed in.
 * @throws {TooManyClaimsError} {@link ClaimNotFoundError} {@link ClaimUsedError} {@link ClaimOverError}
 */
export async function openClaim(
  context: Context,
  { handle, address }: { readonly handle: string; readonly address: string }
): Promise<OpenClaim> {
  const counted = { what: `letter claims ${address}`, most: triesMax, withinSeconds: 600 }
  if (!(await takeAllowance(context.db, counted, context.clock.now()))) {
    throw new TooManyClaimsError()
  }
  const found = await holding(context, handle)
  if (found.claim.claimedAt !== null) throw new ClaimUsedError()
  return found
}

/** A page that holds, used or not. */
async function holding(context: Context, handle: string): Promise<OpenClaim> {
  const found = await withSystem(context.db, handle)
  if (found === null) throw new ClaimNotFoundError()
  const { expiresAt, letter: id, keptAt } = found.claim
  const isOver = Temporal.Instant.compare(expiresAt, context.clock.now()) <= 0
  if (isOver || keptAt !== null) throw new ClaimOverError()
  const letter = await stillWaiting(context.db, id)
  if (letter === null) throw new ClaimOverError()
  return { ...found, letter }
}

function withSystem(db: Db, handle: string) {
  // The hash of a key of 32 random bytes is all that is known of whoever asks.
  return withScope('system', () => claimBy(db, handle))
}

/**
 * Notes that a page was used: whoever shows the token from inside the letter has opened it.
 * @throws {ClaimFormError} {@link ClaimUsedError}
 */
export async function proveClaim(
  context: Context,
  { handle, token }: { readonly handle: string; readonly token: string }
): Promise<void> {
  const at = context.clock.now()
  const { claim, letter } = await holding(context, handle)
  const hash = createHash('sha256').update(Buffer.from(token, 'base64')).digest('base64')
  if (hash !== claim.tokenHash) throw new ClaimFormError()
  // Whoever opened it is known by the page alone.
  await withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      if (!(await setClaimed(tx, handle, at))) throw new ClaimUsedError()
      await recordClaimed(tx, letter, { by: 'system:letters.claims', at, way: 'opened' })
    })
  )
  context.nudge()
}

/** The key of a page, sealed to the mailbox of whom the letter is for. */
export interface KeepInput {
  readonly handle: string
  /** The age recipient of that key. */
  readonly recipient: string
  /** The key, sealed to the mailbox: a keyslot as JSON text. */
  readonly slot: string
}

/**
 * Puts the letter of a page into the mailbox of its addressee, signed in as such: with the key of the page,
 * so that the seal and the signature of its sender stay as they are.
 * @throws {ClaimNotYoursError} {@link ClaimFormError} {@link ClaimOverError}
 */
export async function keepClaim(
  context: Context,
  { actor, person }: Session,
  { handle, recipient, slot }: KeepInput
): Promise<StoredLetter> {
  const at = context.clock.now()
  const { claim, letter, content } = await holding(context, handle)
  if (claim.person !== person.id) throw new ClaimNotYoursError()
  const mailbox = await mailboxOf(context.db, { person: person.id })
  const parsed = parsedSlot(slot)
  const key = createHash('sha256').update(recipient).digest('base64')
  const fits = parsed?.kind === 'mailbox' && parsed.mailbox === mailbox?.id
  if (mailbox?.confidential !== true || !fits || key !== claim.recipientKey) {
    throw new ClaimFormError()
  }
  const { recipientKey, sizeClass, sha256, tokenHash } = claim
  return keepClaimed(context, actor, {
    ...{ letter, mailbox },
    file: { recipientKey, sizeClass, sha256, tokenHash, content },
    within: async (tx) => {
      if (!(await setKept(tx, handle, at))) throw new ClaimOverError()
      await insertClaimedKey(tx, mailbox, { recipient, slot, at })
    }
  })
}

const pagesTogether = 500

/**
 * Takes away what lies for pages whose time is over, and for those of letters that wait no more: what was
 * withdrawn, expired or sealed to a mailbox leaves no bytes behind.
 */
export async function emptyPages({ db, clock }: Context): Promise<void> {
  const at = clock.now()
  await emptyClaimsBefore(db, at)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const letters = await lettersOnPages(db, after, pagesTogether)
    for (const letter of letters) {
      if ((await stillWaiting(db, letter)) !== null) continue
      await inTransaction(db, (tx) => endClaimsOf(tx, letter, at))
    }
    const last = letters.at(-1)
    if (last === undefined || letters.length < pagesTogether) return
    after = last
  }
}
