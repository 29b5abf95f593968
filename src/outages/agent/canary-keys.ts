import { type DirectoryClient, findRecipient, policyGoesOn } from '../../kernel/directory/index.ts'
import { canaryAuthority, directoryOwner } from '../../kernel/mailbox/index.ts'
import { parsePolicy } from '../../kernel/tlog/index.ts'
import type { CanaryDesk } from './canary-desk.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'

/** What a unit of the synthetic authority has in the key directory, proven in the log. */
export interface ProvenKeys {
  readonly recipient: string
  readonly keys: readonly string[]
  readonly sequence: number
  readonly at: string
}

type CanaryOf = NonNullable<LookContext['canary']>

const policyPin = 'policy'

/**
 * The client of the key directory, with the log policy that was believed first and has only grown since.
 * @throws {ProbeFailure} `letter-key`, where the desk serves another policy.
 */
export async function directoryOf(
  desk: CanaryDesk,
  { file, pins }: CanaryOf,
  now: () => number
): Promise<DirectoryClient> {
  const kept = (await pins.read(policyPin)) ?? (file.policy === '' ? null : file.policy)
  const { status, bytes } = await desk.ask('/log/policy')
  const served = bytes.toString()
  if (status !== 200) throw refused(`the log policy is not served: ${String(status)}`)
  if (kept !== null && !policyGoesOn(kept, served)) {
    throw refused('the log policy is not the one of before')
  }
  const policy = parsePolicy(served)
  if (!policy.ok || policy.value.logs.length === 0) throw refused('there is no log policy')
  await pins.write(policyPin, served)
  return {
    site: file.site,
    trust: { host: file.host, policy: policy.value },
    pins,
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(now())),
    fetch: (address, init) => desk.fetch(address, init)
  }
}

/**
 * Looks a unit up, and believes only what the log proves.
 * @param own - The recipient that its seed makes: any other in the directory is not that of this canary.
 * @throws {ProbeFailure} `letter-key`.
 */
export async function provenKeys(
  client: DirectoryClient,
  unit: string,
  own: string
): Promise<ProvenKeys> {
  const found = await findRecipient(client, directoryOwner({ authority: canaryAuthority, unit }))
  if (!found.ok) throw refused(`the key of ${unit} is not proven: ${found.fault}`)
  const { recipient, keys, entry } = found
  if (entry === null || recipient === null) throw refused(`${unit} has no key in the directory`)
  if (recipient !== own) throw refused(`the directory has another key of ${unit}`)
  return { recipient, keys, sequence: entry.sequence, at: entry.at }
}

function refused(detail: string): ProbeFailure {
  return new ProbeFailure('letter-key', detail)
}
