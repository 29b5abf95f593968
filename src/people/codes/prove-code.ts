import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { type CodeChallenge, tryCode } from './challenge-store.ts'
import {
  type CodePurpose,
  CodeRefusedError,
  hashCode,
  provenSeconds,
  readCode,
  readCodeToken
} from './code.ts'
import { platformAuthority } from '../platform-authority.ts'

/** A code as it was typed, in which browser, and what it is to open. */
export interface TypedCode {
  readonly code: string
  /** The cookie of the browser that asked. */
  readonly cookie: string
  readonly purpose: CodePurpose
}

/**
 * Checks a code. A right one is used up by this; five wrong ones use up the asking.
 * @returns What was proven; it stays so in this browser for half an hour.
 * @throws {CodeRefusedError} For every kind of failure.
 */
export async function proveCode(context: Context, typed: TypedCode): Promise<CodeChallenge> {
  const code = readCode(typed.code)
  const browser = readCodeToken(typed.cookie)
  if (code === null || browser === null) throw new CodeRefusedError()
  const now = context.clock.now()
  const hash = hashCode(browser.id, code)
  const tried = await tryCode(
    context.db,
    { ...browser, hash, purpose: typed.purpose },
    { now, provenUntil: now.add({ seconds: provenSeconds }) }
  )
  if (tried.proven !== null) return tried.proven
  if (tried.isLastTry) await noteRefusal(context, browser.id, typed.purpose)
  throw new CodeRefusedError()
}

/** An asking that was guessed at until its end; whose it was is not looked up here. */
function noteRefusal(context: Context, challenge: string, purpose: CodePurpose): Promise<unknown> {
  return inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner: challenge,
      authority: platformAuthority,
      kind: 'sign-in.refused',
      subject: challenge,
      at: context.clock.now(),
      actor: 'public',
      body: { by: 'code', purpose }
    })
  )
}
