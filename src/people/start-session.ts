import { recordFact } from '../ledger/index.ts'
import { type Context, type Tx, inTransaction, newId, withScope } from '../platform/index.ts'
import { refuseErased } from './personal-data/refuse-erased.ts'
import { refuseFrozen } from './recovery/freeze.ts'
import { noteDevice } from './devices/device-store.ts'
import { type FirstSighting, tellOfDevice } from './devices/tell-of-device.ts'
import { personById } from './person-store.ts'
import { NotAllowedError } from './role.ts'
import { noteSight } from './sharing/note-sight.ts'
import {
  type Hat,
  type SessionStart,
  type SessionStrength,
  hashSecret,
  newSecret,
  readToken,
  tokenText
} from './session.ts'
import { endSessionOfToken, insertSession } from './session-store.ts'
import { platformAuthority } from './platform-authority.ts'

/** Who proved who they are, how, and from where. */
export interface SessionInput {
  readonly person: string
  readonly begunBy: SessionStart
  /** What the browser calls itself. */
  readonly device: string
  /** Secret of the long-lived cookie by which this browser is known again. */
  readonly deviceSecret?: string | undefined
  /** From which address it asked; its network is kept with the session. */
  readonly address?: string | undefined
  /** The session cookie that the browser sent with the sign-in; that session ends here. */
  readonly before: string | undefined
  readonly hat?: Hat | null
  /** Whether its person may work as staff in it; by the way in unless told. */
  readonly carriesRoles?: boolean
  /** `false` where the person has a stronger way than this one: then dangerous acts ask for that first. */
  readonly isFullProof?: boolean
}

const strengths: Readonly<Record<SessionStart, SessionStrength>> = {
  passkey: 'passkey',
  oidc: 'oidc',
  demonstration: 'demonstration',
  code: 'code',
  enrolment: 'code',
  counter: 'code'
}
const never = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * Begins a session with a secret of its own, so that a cookie planted before the sign-in is worth
 * nothing after it (session fixation), and ends the one that the browser had. A browser that the person
 * was never seen in is told to them by every contact.
 * @returns The text of the new session cookie; it is not kept anywhere.
 * @throws {AccountFrozenError}
 * @throws {NotAllowedError} For a business or a public body: people act for those, in their own sessions.
 */
export function startSession(context: Context, input: SessionInput): Promise<string> {
  // Nobody is signed in yet: the scope is of who has just proved who they are, and of who was here before.
  const before = readToken(input.before ?? '')?.person ?? input.person
  const scope = { people: [input.person, before], authorities: [] }
  return withScope(scope, () => openSession(context, input))
}

async function openSession(context: Context, input: SessionInput): Promise<string> {
  const token = { person: input.person, secret: newSecret() }
  await inTransaction(context.db, async (tx) => {
    const at = context.clock.now()
    await refuseFrozen(tx, input.person)
    await refuseErased(tx, input.person)
    await refuseOrganisation(tx, input.person)
    const before = readToken(input.before ?? '')
    if (before !== null) await endSessionOfToken(tx, before, at)
    const id = newId(at)
    const { begunBy, device, isFullProof = true, hat = null } = input
    const strength = strengths[begunBy]
    const deviceId =
      input.deviceSecret === undefined ? null : hashSecret(input.deviceSecret).toString('hex')
    await insertSession(tx, {
      id,
      token,
      begunBy,
      strength,
      provenAt: isFullProof ? at : never,
      carriesRoles: input.carriesRoles ?? strength !== 'code',
      hat,
      device,
      deviceId,
      startedAt: at
    })
    await recordFact(tx, {
      owner: input.person,
      authority: platformAuthority,
      kind: 'session.started',
      subject: id,
      at,
      actor: input.person,
      body: { by: begunBy, device: deviceId }
    })
    await noteFirstSight({ ...context, db: tx }, input, { id, deviceId })
    if (deviceId !== null)
      await greetDevice({ ...context, db: tx }, tx, { ...input, id: deviceId, session: id })
  })
  return tokenText(token)
}

/** A business or a public body is in no session, whatever it was given. */
async function refuseOrganisation(tx: Tx, person: string): Promise<void> {
  const found = await personById(tx, person)
  if (found !== null && found.kind !== 'person') throw new NotAllowedError()
}

async function noteFirstSight(
  context: Context,
  { person, begunBy, address }: SessionInput,
  session: { readonly id: string; readonly deviceId: string | null }
): Promise<void> {
  if (address !== undefined) await noteSight(context, { ...session, person, begunBy }, address)
}

async function greetDevice(
  context: Context,
  tx: Tx,
  { person, device, begunBy, id, session }: FirstSighting & { readonly id: string }
): Promise<void> {
  const at = context.clock.now()
  const { isNew, isFirst } = await noteDevice(tx, { person, id, name: device, at })
  if (!isNew) return
  await recordFact(tx, {
    owner: person,
    authority: platformAuthority,
    kind: 'device.first-seen',
    subject: person,
    at,
    actor: person,
    body: { device: id, session, first: isFirst }
  })
  // The first one of all is the one in which the account was made.
  if (!isFirst) await tellOfDevice(context, tx, { person, session, device, begunBy })
}
