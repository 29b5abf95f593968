import type { DirectoryClient, PinStore } from '../../kernel/directory/index.ts'
import { mailboxKeys, mailboxName } from '../../kernel/seal/index.ts'
import { parsePolicy } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { type Desk, askDesk, deskWith } from './desk.ts'
import { DeskRefusedError } from './errors.ts'
import { type Receiver, createReceiver } from './receiver.ts'
import { createFiler } from './sealed-case-filer.ts'
import { createApplicationReader } from './sealed-case-reader.ts'
import type { ApplicationFiler, ApplicationReader } from './sealed-case.ts'
import type { SendingMailbox } from './seal-outgoing.ts'
import { type Sender, createSender } from './sender.ts'
import { type ToldMailbox, type UnitPlace, openUnit, ownSlot } from './unit-keyring.ts'

/** What a program has to have to send and receive letters of a unit. */
export interface Connection {
  /** Origin of the desk, `https://desk.example`. */
  readonly site: string
  /** API key of the body, with the scopes `letters:send` and `letters:read`. */
  readonly apiKey: string
  /** The unit whose letters these are. */
  readonly unit: UnitPlace
  /**
   * What opens the unit's mailbox: the program's own identity, `AGE-SECRET-KEY-PQ-1…`, to which the
   * custodians of the unit gave a way, and may take it; or the 32-byte seed of the mailbox itself.
   */
  readonly identity?: string
  readonly seed?: Uint8Array
  /** Text of the log policy that is believed (docs/specs/log.md §7), kept from before. */
  readonly policy: string
  /** Where what the directory showed is remembered; what is lost here is believed anew. */
  readonly pins: PinStore
  /** Host of the installation in the names of its logs and keys; that of `site` where absent. */
  readonly host?: string
  /** Folder for sealed files on their way; that of the system where absent. */
  readonly scratch?: string
  readonly now?: () => Temporal.Instant
  readonly fetch?: typeof fetch
}

/** An open mailbox of a unit. */
export interface UnitConnection {
  readonly sender: Sender
  readonly receiver: Receiver
  /** Opens and judges the sealed applications that the unit receives. */
  readonly applications: ApplicationReader
  /**
   * Whether the way by which it was opened is still there, and its key the unit's. Asked before each round
   * of work: where not, connect anew.
   * @throws {DeskAwayError} {@link DeskRefusedError}
   */
  readonly isCurrent: () => Promise<boolean>
}

/**
 * Connects to a desk as a unit that sends letters. The unit's key is held against the desk's mailbox: a
 * seed that is another's seals nothing.
 * @throws {DeskRefusedError} If the key opens no such mailbox, or the seed is not its.
 * @throws {RangeError} If the policy cannot be read.
 */
export async function connectSender(connection: Connection): Promise<Sender> {
  return (await connectUnit(connection)).sender
}

/**
 * Connects to a desk as a unit that sends and receives.
 * @throws {DeskRefusedError} If the key opens no such mailbox, or the seed is not its.
 * @throws {KeyslotMissingError} If the unit gives this program no way, or has taken it away.
 * @throws {DirectoryRefusedError} If the key that it gives is not proven to be the unit's.
 * @throws {RangeError} If the policy cannot be read, or there is neither `identity` nor `seed`.
 */
export async function connectUnit(connection: Connection): Promise<UnitConnection> {
  const { site, apiKey, unit, scratch } = connection
  const desk = deskWith(site, apiKey, connection.fetch)
  const directory = directoryOf(desk, connection)
  const told = await mailboxOfUnit(desk, unit)
  const { mailbox, isCurrent } = await openMailbox({ desk, directory }, connection, told)
  const options = { desk, directory, mailbox, scratch }
  return {
    sender: createSender(options),
    receiver: createReceiver(options),
    applications: createApplicationReader(options),
    isCurrent
  }
}

/** What a program has to have to file sealed applications: no mailbox, for it opens nothing. */
export type FilerConnection = Pick<
  Connection,
  'site' | 'apiKey' | 'policy' | 'pins' | 'host' | 'now' | 'fetch'
>

/**
 * Connects to a desk as a counter or a post room that files sealed applications; its key has the role of a
 * clerk and, where it is narrowed, the scopes `cases:read`, `cases:write` and `letters:send` (to look keys up).
 * @throws {RangeError} If the policy cannot be read.
 */
export function connectFiler(connection: FilerConnection): ApplicationFiler {
  const desk = deskWith(connection.site, connection.apiKey, connection.fetch)
  return createFiler({ desk, directory: directoryOf(desk, connection) })
}

function directoryOf(desk: Desk, connection: FilerConnection): DirectoryClient {
  const policy = parsePolicy(connection.policy)
  if (!policy.ok) throw new RangeError(`the log policy cannot be read: ${policy.reason}`)
  return {
    site: desk.site,
    trust: { host: connection.host ?? new URL(connection.site).host, policy: policy.value },
    pins: connection.pins,
    now: connection.now ?? (() => systemClock.now()),
    fetch: (address, init) => desk.fetch(address, init)
  }
}

interface OpenedUnit extends Pick<UnitConnection, 'isCurrent'> {
  readonly mailbox: SendingMailbox
}

async function openMailbox(
  at: { readonly desk: Desk; readonly directory: DirectoryClient },
  { unit, identity, seed }: Connection,
  { id, recipient: toldRecipient }: ToldMailbox
): Promise<OpenedUnit> {
  if (identity !== undefined) {
    const recipient = await nativePrimitives.recipientOf(identity)
    if (recipient === null) throw new RangeError('the identity cannot be read')
    const by = { place: unit, mailbox: id, identity, recipient }
    const { keys, past, slot } = await openUnit(at, by)
    const isCurrent = async () => (await ownSlot(at.desk, { mailbox: id, recipient })).slot === slot
    return { mailbox: { id, unit, keys, past }, isCurrent }
  }
  if (seed === undefined) throw new RangeError('an identity or a seed is needed')
  const name = mailboxName(at.directory.trust.host, unit)
  const keys = await mailboxKeys(seed, name, nativePrimitives)
  if (toldRecipient !== keys.recipient) throw notFound('this is not the key of the mailbox')
  const isCurrent = async () => (await mailboxOfUnit(at.desk, unit)).recipient === keys.recipient
  return { mailbox: { id, unit, keys }, isCurrent }
}

async function mailboxOfUnit(desk: Desk, unit: UnitPlace): Promise<ToldMailbox> {
  const answer = await askDesk(desk, '/mailboxes')
  const { mailboxes } = (await answer.json()) as { mailboxes: ToldMailbox[] }
  const own = mailboxes.find((each) => each.authority === unit.authority && each.unit === unit.unit)
  if (own === undefined) throw notFound('the key reads no mailbox of this unit')
  return own
}

function notFound(title: string): DeskRefusedError {
  return new DeskRefusedError({ code: 'mailbox/not-found', title, status: 404 })
}
