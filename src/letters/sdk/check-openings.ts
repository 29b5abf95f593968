import { findRecipient } from '../../kernel/directory/index.ts'
import { sendersOf } from '../../kernel/reading/index.ts'
import { type OpeningState, verifyOpening } from '../../kernel/seal/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { askDesk } from './desk.ts'
import { DirectoryRefusedError } from './errors.ts'
import { findAddressee } from './find-addressee.ts'
import { plainIdentifier } from './identifier.ts'
import type { Addressee } from './letter.ts'
import type { SenderOptions } from './sender-options.ts'

/** A letter that was sent, by what its sender kept. */
export interface SentLetter {
  readonly id: string
  /** Hash of the token inside: `envelope.tokenHash`. The desk's own copy of it is no witness. */
  readonly tokenHash: string
  readonly to: Addressee
}

/** What the desk says of the opening of a letter, and what of that its recipient has signed. */
export interface CheckedOpenings {
  readonly proven: readonly OpeningState[]
  /** Told by the desk, and proven by nobody. */
  readonly unproven: readonly OpeningState[]
}

interface ToldEvidence {
  readonly events: readonly { readonly state: string | null }[]
  readonly proofs: readonly {
    readonly state: string
    readonly token: string
    readonly note: string
  }[]
}

const states: readonly OpeningState[] = ['opened', 'acknowledged', 'replied']

/**
 * Holds what the desk tells of a letter against the token that was sealed in it and the keys of its
 * recipient in the directory, those of before among them: without having opened it nobody can say so.
 * @throws {DirectoryRefusedError} {@link DeskRefusedError} {@link DeskAwayError}
 */
export async function checkOpenings(
  options: SenderOptions,
  letter: SentLetter
): Promise<CheckedOpenings> {
  const answer = await askDesk(options.desk, `/letters/${letter.id}/evidence`)
  const told = (await answer.json()) as ToldEvidence
  const signers = await signersOf(options, letter.to)
  const isProven = (state: OpeningState) =>
    told.proofs.some(
      (proof) => proof.state === state && holds(letter, { ...proof, state }, signers)
    )
  const proven = states.filter(isProven)
  const said = new Set([...told.events, ...told.proofs].map(({ state }) => state))
  return { proven, unproven: states.filter((state) => said.has(state) && !proven.includes(state)) }
}

function holds(
  { id, tokenHash }: SentLetter,
  { state, token, note }: { state: OpeningState; token: string; note: string },
  signers: readonly (readonly string[])[]
): boolean {
  const bytes = Buffer.from(token, 'base64')
  if (nativePrimitives.sha256(bytes).toBase64() !== tokenHash) return false
  return signers.some((keys) => verifyOpening(note, { letter: id, state, tokenHash, keys }))
}

/** Every set of keys with which the recipient may have signed. */
async function signersOf(options: SenderOptions, to: Addressee): Promise<readonly string[][]> {
  const owner = await ownerOf(options, to)
  if (owner === null) return []
  const found = await findRecipient(options.directory, owner)
  if (!found.ok) throw new DirectoryRefusedError(owner, found.fault)
  return sendersOf(found.lookup).map(({ keys }) => [...keys])
}

async function ownerOf(options: SenderOptions, to: Addressee): Promise<string | null> {
  if ('identifier' in to) return plainIdentifier(to.identifier).owner
  if ('mailbox' in to) return `mailbox:${to.mailbox}`
  if ('unit' in to) return `unit:${to.authority}/${to.unit}`
  const { named } = await findAddressee(options, to)
  return 'mailbox' in named ? `mailbox:${String(named.mailbox)}` : null
}
