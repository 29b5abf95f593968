import {
  type Checkpoint,
  type Policy,
  type PolicyLog,
  type Trust,
  parsePolicy,
  parseVerifierKey,
  sameBytes,
  trustCheckpoint
} from '../../kernel/tlog/index.ts'
import { serverPrimitives } from '../server-primitives.ts'
import { LogFault, LogTrouble } from './log-fault.ts'
import { type LogSource, logSource } from './log-source.ts'
import type { VerifiedState } from './verified-state.ts'

/** Longest checkpoint or policy that is read, bytes. */
export const noteBytesMax = 262_144

/** Whose keys are believed: given by the asker, remembered, or served by the log itself. */
export type PolicyFrom = 'given' | 'remembered' | 'log'

/** The policy of this look: the asker's, else that of the first look, else what the log serves. */
export async function policyFor(
  { source, address }: { source: LogSource; address: string },
  given: string | null,
  known: VerifiedState | null
): Promise<{ text: string; from: PolicyFrom }> {
  if (given !== null) return { text: given, from: 'given' }
  if (known !== null) return { text: known.policy, from: 'remembered' }
  return { text: await servedPolicy(source, address), from: 'log' }
}

/** The policy beside the log, or that of the site whose shard it is. */
async function servedPolicy(source: LogSource, address: string): Promise<string> {
  const bytesMax = noteBytesMax
  const beside = await source.read('policy', bytesMax)
  const above = address.replace(/\/[^/]+\/?$/, '')
  const served = beside ?? (await logSource(above).read('policy', bytesMax))
  if (served === null) throw new LogTrouble('policy-unusable', 'the log serves no policy; give one')
  return new TextDecoder().decode(served)
}

function policyOf(text: string): Policy {
  const policy = parsePolicy(text, serverPrimitives)
  if (policy.ok) return policy.value
  throw new LogTrouble('policy-unusable', `line ${String(policy.line)}: ${policy.reason}`)
}

/** Keys that the log announced in entries which a believed key had signed are believed too. */
function withAnnounced(policy: Policy, known: VerifiedState | null): Policy {
  const announced = logsOf(known?.verified?.keys ?? []).filter(
    ({ key }) => !policy.logs.some((log) => sameBytes(log.key.publicKey, key.publicKey))
  )
  return { ...policy, logs: [...policy.logs, ...announced] }
}

function logsOf(vkeys: readonly string[]): PolicyLog[] {
  return vkeys.flatMap((vkey) => {
    const key = parseVerifierKey(vkey, serverPrimitives)
    return key.ok ? [{ key: key.value, url: null }] : []
  })
}

/**
 * Why a checkpoint is believed.
 * @param text - Text of the policy.
 * @throws {LogTrouble} If the policy cannot be used.
 * @throws {LogFault} If the checkpoint is not believed.
 */
export function believe(checkpoint: Checkpoint, text: string, known: VerifiedState | null): Trust {
  const policy = withAnnounced(policyOf(text), known)
  const trust = trustCheckpoint(checkpoint, policy, serverPrimitives)
  if (trust.ok) return trust.value
  const { reason } = trust
  if (reason === 'log-unknown') throw new LogFault('unknown-log', { reason })
  if (reason === 'quorum-missing') throw new LogFault('quorum-missing', { reason })
  throw new LogFault('wrong-key', { reason })
}

/** After a change of keys the old ones alone sign nothing any more: they may have been stolen. */
export function demandAnnouncedKey(checkpoint: Checkpoint, keys: readonly string[] | null): void {
  if (keys === null) return
  const announced: Policy = { logs: logsOf(keys), witnesses: [], quorum: { kind: 'none' } }
  const trust = trustCheckpoint(checkpoint, announced, serverPrimitives)
  if (!trust.ok) throw new LogFault('wrong-key', { reason: trust.reason })
}
