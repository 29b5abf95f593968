import type { Checkpoint, CheckpointFault } from './checkpoint.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { CheckedSignature, SignatureFault } from './cosignature.ts'
import { verifySignature } from './cosignature.ts'
import { isSignedBy } from './note.ts'
import type { Policy, PolicyWitness } from './policy.ts'
import { quorumReached } from './policy.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import type { VerifierKey } from './vkey.ts'

/** A witness of the policy whose cosignature was checked. */
export interface Witnessed {
  readonly witness: PolicyWitness
  /** POSIX seconds that the cosignature states; `null` if it states none. */
  readonly at: number | null
}

/** What makes a checkpoint believable under a policy. */
export interface Trust {
  /** At least one. */
  readonly logSignatures: readonly CheckedSignature[]
  readonly witnesses: readonly Witnessed[]
}

/** Why a well-formed checkpoint is not believed. */
export type TrustFault = SignatureFault | 'log-unknown' | 'log-signature-missing' | 'quorum-missing'

/**
 * Whether a checkpoint is signed by a log of the policy with its origin, and cosigned by a quorum.
 * Signatures by unknown keys count for nothing; a wrong signature by a known key refuses the whole.
 * Never throws.
 */
export function trustCheckpoint(
  checkpoint: Checkpoint,
  policy: Policy,
  primitives: Primitives = portablePrimitives
): Result<Trust, TrustFault> {
  const logs = policy.logs.filter(({ key }) => key.name === checkpoint.origin)
  if (logs.length === 0) return failed('log-unknown')
  const logSignatures: CheckedSignature[] = []
  for (const { key } of logs) {
    const checked = checkedBy(checkpoint, key, primitives)
    if (!checked.ok) return checked
    if (checked.value !== null) logSignatures.push(checked.value)
  }
  if (logSignatures.length === 0) return failed('log-signature-missing')
  const witnesses: Witnessed[] = []
  for (const witness of policy.witnesses) {
    const checked = checkedBy(checkpoint, witness.key, primitives)
    if (!checked.ok) return checked
    if (checked.value !== null) witnesses.push({ witness, at: checked.value.at })
  }
  const cosigned = new Set(witnesses.map(({ witness }) => witness))
  if (!quorumReached(policy.quorum, cosigned)) return failed('quorum-missing')
  return value({ logSignatures, witnesses })
}

/** The latest signature by a key, all of them checked; `null` if it did not sign. */
function checkedBy(
  checkpoint: Checkpoint,
  key: VerifierKey,
  primitives: Primitives
): Result<CheckedSignature | null, SignatureFault> {
  const { origin, size, root, note } = checkpoint
  const head = { origin, size, root, text: note.text }
  let latest: CheckedSignature | null = null
  for (const signature of note.signatures) {
    if (!isSignedBy(signature, key)) continue
    const checked = verifySignature({ head, signature, key }, primitives)
    if (!checked.ok) return checked
    if (latest === null || (checked.value.at ?? 0) > (latest.at ?? 0)) latest = checked.value
  }
  return value(latest)
}

/** Reads and checks a checkpoint in one step. */
export function verifyCheckpoint(
  input: Uint8Array | string,
  policy: Policy,
  primitives: Primitives = portablePrimitives
): Result<{ checkpoint: Checkpoint; trust: Trust }, CheckpointFault | TrustFault> {
  const checkpoint = parseCheckpoint(input)
  if (!checkpoint.ok) return checkpoint
  const trust = trustCheckpoint(checkpoint.value, policy, primitives)
  return trust.ok ? value({ checkpoint: checkpoint.value, trust: trust.value }) : trust
}
