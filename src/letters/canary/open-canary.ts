import { randomBytes } from 'node:crypto'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { mailboxKeys, mailboxName, newMailboxSeed } from '../../kernel/seal/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { type Actor, keys as peopleKeys, systemActor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction, newId } from '../../platform/index.ts'
import { openProgramMailbox } from '../mailboxes/index.ts'

/** One end of a canary: a synthetic mailbox and what opens it. */
export interface CanaryEnd {
  readonly mailbox: string
  readonly unit: string
  /** 32 bytes, base64. */
  readonly seed: string
}

/** All that a vantage point needs to send test letters; the desk keeps no seed and no key of it. */
export interface NewCanary {
  /** Id of its API key: by it the canary is ended. */
  readonly keyId: string
  readonly host: string
  readonly key: string
  /** Log policy of now; empty while there is no log. */
  readonly policy: string
  readonly from: CanaryEnd
  readonly to: CanaryEnd
}

/**
 * Opens two synthetic mailboxes, with keys in the directory like everybody's, and a key that writes and
 * reads their letters and nothing else. They are of no body, so that they count in no figure of any.
 * @param label - What the vantage point is called.
 */
export async function openCanary(context: Context, label: string): Promise<NewCanary> {
  const at = context.clock.now()
  const by = systemActor('probe.canary')
  const host = new URL(context.config.origin).host
  const policy = await publicLog.policyOf(context)
  const name = `probe-${randomBytes(6).toString('hex')}`
  const opened = await inTransaction(context.db, async (tx) => {
    const from = await openEnd(tx, { unit: `${name}-out`, host, by }, at)
    const to = await openEnd(tx, { unit: `${name}-in`, host, by }, at)
    const { key, text } = await peopleKeys.keepNewKey(tx, {
      ...{ authority: canaryAuthority, unit: null, role: 'officer', label, live: true },
      scopes: ['letters:send', 'letters:read', 'probes:report'],
      ...{ createdAt: at, expiresAt: null, rotatedFrom: null, createdBy: by.id }
    })
    return { keyId: key.id, key: text, from, to }
  })
  context.nudge()
  return { ...opened, host, policy }
}

async function openEnd(
  tx: Tx,
  { unit, host, by }: { readonly unit: string; readonly host: string; readonly by: Actor },
  at: Temporal.Instant
): Promise<CanaryEnd> {
  const seed = newMailboxSeed()
  const place = { authority: canaryAuthority, unit }
  const keys = await mailboxKeys(seed, mailboxName(host, place))
  const made = { id: newId(at), unit: place, keys, demonstration: false, by }
  const mailbox = await openProgramMailbox(tx, made, at)
  if (mailbox === null) throw new Error(`the unit ${unit} has a mailbox already`)
  return { mailbox: mailbox.id, unit, seed: Buffer.from(seed).toString('base64') }
}
