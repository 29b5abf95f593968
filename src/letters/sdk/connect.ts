import type { DirectoryClient, PinStore } from '../../kernel/directory/index.ts'
import { mailboxKeys, mailboxName } from '../../kernel/seal/index.ts'
import { parsePolicy } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { type Desk, askDesk, deskWith } from './desk.ts'
import { DeskRefusedError } from './errors.ts'
import { type Sender, createSender } from './sender.ts'

/** What a program has to have to send letters of a unit. */
export interface Connection {
  /** Origin of the desk, `https://desk.example`. */
  readonly site: string
  /** API key of the body, with the scopes `letters:send` and `letters:read`. */
  readonly apiKey: string
  /** The unit whose letters these are. */
  readonly unit: { readonly authority: string; readonly unit: string }
  /** The 32-byte seed of the unit's mailbox. */
  readonly seed: Uint8Array
  /** Text of the log policy that is believed (docs/specs/log.md §7), kept from before. */
  readonly policy: string
  /** Where what the directory showed is remembered; what is lost here is believed anew. */
  readonly pins: PinStore
  /** Host of the installation in the names of its logs and keys; that of `site` where absent. */
  readonly host?: string
  readonly now?: () => Temporal.Instant
  readonly fetch?: typeof fetch
}

/**
 * Connects to a desk as a unit that sends letters. The unit's key is held against the desk's mailbox: a
 * seed that is another's seals nothing.
 * @throws {DeskRefusedError} If the key opens no such mailbox, or the seed is not its.
 * @throws {RangeError} If the policy cannot be read.
 */
export async function connectSender(connection: Connection): Promise<Sender> {
  const { site, apiKey, unit, seed } = connection
  const desk = deskWith(site, apiKey, connection.fetch)
  const host = connection.host ?? new URL(site).host
  const keys = await mailboxKeys(seed, mailboxName(host, unit), nativePrimitives)
  const id = await mailboxOfUnit(desk, { unit, recipient: keys.recipient })
  const directory = directoryOf(desk, connection, host)
  return createSender({ desk, directory, mailbox: { id, unit, keys } })
}

function directoryOf(desk: Desk, connection: Connection, host: string): DirectoryClient {
  const policy = parsePolicy(connection.policy)
  if (!policy.ok) throw new RangeError(`the log policy cannot be read: ${policy.reason}`)
  return {
    site: desk.site,
    trust: { host, policy: policy.value },
    pins: connection.pins,
    now: connection.now ?? (() => systemClock.now()),
    fetch: (address, init) => desk.fetch(address, init)
  }
}

async function mailboxOfUnit(
  desk: Desk,
  { unit, recipient }: { unit: Connection['unit']; recipient: string }
): Promise<string> {
  const answer = await askDesk(desk, '/mailboxes')
  const { mailboxes } = (await answer.json()) as {
    mailboxes: { id: string; authority: string; unit: string; recipient: string }[]
  }
  const own = mailboxes.find((each) => each.authority === unit.authority && each.unit === unit.unit)
  if (own === undefined || own.recipient !== recipient) {
    const title =
      own === undefined
        ? 'the key reads no mailbox of this unit'
        : 'this is not the key of the mailbox'
    throw new DeskRefusedError({ code: 'mailbox/not-found', title, status: 404 })
  }
  return own.id
}
