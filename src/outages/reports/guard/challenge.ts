import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { z } from 'zod'
import { secondsOf } from './form-token.ts'

/** Hashes for one try: the server pays them once, a sender some thousand times. */
const cost = 64
const lifetimeSeconds = 3600
const textLengthMax = 4000

/** A challenge as the solver is given it: ALTCHA, version 2. */
export interface GivenChallenge {
  readonly parameters: Awaited<ReturnType<typeof createChallenge>>['parameters']
  readonly signature: string
  /** Counters to try at most. */
  readonly most: number
}

/** How challenges are made and checked. */
export interface ChallengeTerms {
  readonly secret: string
  /** Counters that a solver tries at most. */
  readonly effort: number
  readonly at: Temporal.Instant
}

/** A new challenge. Its work has a bound: no telephone is unlucky for a minute. */
export async function newChallenge({
  secret,
  effort,
  at
}: ChallengeTerms): Promise<GivenChallenge> {
  const counter = effort < 2 ? 0 : randomInt(effort >> 1, effort)
  const { parameters, signature = '' } = await createChallenge({
    algorithm: 'SHA-256',
    cost,
    counter,
    deriveKey,
    // Not the library's own expiry, which asks the machine's clock.
    data: { at: secondsOf(at) },
    ...keysOf(secret)
  })
  return { parameters, signature, most: effort }
}

const hex = z.string().regex(/^[0-9a-f]{1,200}$/)
const payload = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal('SHA-256'),
      nonce: hex,
      salt: hex,
      cost: z.literal(cost),
      keyLength: z.int(),
      keyPrefix: hex,
      keySignature: hex,
      data: z.strictObject({ at: z.int() })
    }),
    signature: hex
  }),
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: hex })
})

/**
 * Checks a solved challenge, as base64 of `{ challenge, solution }`.
 * @returns The nonce of the challenge, which may be used once; `null` where it is not solved, not ours,
 *   or too old.
 */
export async function checkProof(
  text: string,
  { secret, at }: Omit<ChallengeTerms, 'effort'>
): Promise<string | null> {
  const read = payload.safeParse(jsonOf(text))
  if (!read.success) return null
  const { challenge, solution } = read.data
  const age = secondsOf(at) - challenge.parameters.data.at
  if (age < 0 || age > lifetimeSeconds) return null
  const checked = await verifySolution({ challenge, solution, deriveKey, ...keysOf(secret) })
  return checked.verified ? challenge.parameters.nonce : null
}

function keysOf(secret: string) {
  return { hmacSignatureSecret: `challenge ${secret}`, hmacKeySignatureSecret: `key ${secret}` }
}

function jsonOf(text: string): unknown {
  if (text.length > textLengthMax) return null
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString())
  } catch {
    return null
  }
}
