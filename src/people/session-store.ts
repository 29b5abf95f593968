import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import { personActor } from './actor.ts'
import { wearHat } from './hat.ts'
import type { Person } from './person.ts'
import type { Grant } from './role.ts'
import {
  type Hat,
  type Session,
  type SessionStart,
  type SessionStrength,
  type SessionToken,
  hashSecret,
  idleSeconds,
  touchSeconds
} from './session.ts'

/** A session as its owner sees it in the list. */
export interface SessionEntry {
  readonly id: string
  readonly begunBy: SessionStart
  readonly strength: SessionStrength
  readonly device: string
  readonly deviceId: string | null
  readonly startedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

interface SessionRow extends Omit<Person, 'id'> {
  readonly id: string
  readonly expiresAt: Temporal.Instant
  readonly provenAt: Temporal.Instant
  readonly strength: SessionStrength
  readonly begunBy: SessionStart
  readonly deviceId: string | null
  readonly chosenHat: Hat | null
  readonly acting: string | null
  readonly carriesRoles: boolean
  readonly seenAt: Temporal.Instant
  readonly grants: readonly Grant[]
  /** Whether somebody ever gave them a delegation. */
  readonly isDelegate: boolean
}

/**
 * The session of a token with its person and the person's grants: one statement in one bucket, on
 * every request that has a cookie. `null` for what is unknown, expired or ended, without saying which; a
 * business or a public body is in none.
 */
export async function findSession(
  db: Db,
  token: SessionToken,
  now: Temporal.Instant
): Promise<{ session: Session; isStale: boolean; isDelegate: boolean } | null> {
  const found = await sql<SessionRow>`
    select s.id, s.expires_at as "expiresAt", s.seen_at as "seenAt", s.proven_at as "provenAt",
      s.strength, s.begun_by as "begunBy", s.device_id as "deviceId", s.hat as "chosenHat", s.acting,
      s.carries_roles as "carriesRoles", p.kind, p.name,
      p.national_id as "nationalId", p.legal_id as "legalId", p.foreigner_code as "foreignerCode",
      p.mobile, p.email, p.created_at as "createdAt",
      coalesce((select jsonb_agg(jsonb_build_object('authority', g.authority, 'unit', g.unit,
          'role', g.role, 'post', g.post) order by g.id)
        from role_grants g where g.bucket = p.bucket and g.person = p.id
          and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})), '[]') as grants,
      exists (select 1 from delegations_held d where d.bucket = p.bucket and d.delegate = p.id)
        as "isDelegate"
    from sessions s join persons p on p.bucket = s.bucket and p.id = s.person
    where s.bucket = ${bucketOf(token.person)} and s.secret_sha256 = ${hashSecret(token.secret)}
      and s.person = ${token.person} and s.expires_at > ${now} and s.ended_at is null
      and p.kind = 'person'`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  return {
    session: sessionOfRow(row, token.person),
    isDelegate: row.isDelegate,
    isStale: row.seenAt.add({ seconds: touchSeconds }).epochMilliseconds < now.epochMilliseconds
  }
}

function sessionOfRow(row: SessionRow, personId: string): Session {
  const { id, expiresAt, provenAt, strength, begunBy, deviceId, ...more } = row
  const { acting, carriesRoles, chosenHat, grants, ...others } = more
  const { seenAt: _seenAt, isDelegate: _isDelegate, ...rest } = others
  const person = { ...rest, id: personId }
  const worn = wearHat(carriesRoles ? grants : [], chosenHat)
  return {
    id,
    person,
    actor: personActor(person, worn.grants),
    expiresAt,
    provenAt,
    strength,
    begunBy,
    deviceId,
    hat: worn.hat,
    hasBothHats: worn.hasBothHats,
    acting,
    carriesRoles
  }
}

/** When a session of a person began; `null` where they have no such session. */
export async function sessionStart(
  db: Db,
  session: { readonly person: string; readonly id: string }
): Promise<Temporal.Instant | null> {
  const found = await sql<{ startedAt: Temporal.Instant }>`
    select started_at as "startedAt" from sessions
    where bucket = ${bucketOf(session.person)} and id = ${session.id}
      and person = ${session.person}`.execute(db)
  return found.rows[0]?.startedAt ?? null
}

/** Puts off the end of a session that is in use; never past its longest length. */
export async function touchSession(
  db: Db,
  session: Session,
  limits: { now: Temporal.Instant; lengthSecondsMax: number }
): Promise<void> {
  const { now, lengthSecondsMax } = limits
  await sql`
    update sessions set seen_at = ${now}, expires_at = least(
      ${now.add({ seconds: idleSeconds })}::timestamptz,
      started_at + make_interval(secs => ${lengthSecondsMax}))
    where bucket = ${bucketOf(session.person.id)} and id = ${session.id} and ended_at is null`.execute(
    db
  )
}

/** Writes a session. */
export async function insertSession(
  tx: Tx,
  session: {
    id: string
    token: SessionToken
    begunBy: SessionStart
    strength: SessionStrength
    provenAt: Temporal.Instant
    carriesRoles: boolean
    hat: Hat | null
    device: string
    deviceId: string | null
    startedAt: Temporal.Instant
  }
): Promise<void> {
  const { id, token, begunBy, strength, provenAt, carriesRoles, hat, device, startedAt } = session
  await sql`
    insert into sessions (bucket, id, person, secret_sha256, begun_by, strength, proven_at,
      carries_roles, hat, device, device_id, started_at, seen_at, expires_at)
    values (${bucketOf(token.person)}, ${id}, ${token.person}, ${hashSecret(token.secret)}, ${begunBy},
      ${strength}, ${provenAt}, ${carriesRoles}, ${hat}, ${device}, ${session.deviceId},
      ${startedAt}, ${startedAt}, ${startedAt.add({ seconds: idleSeconds })})`.execute(tx)
}

/** Notes a new proof in a session, with a new secret; it never carries fewer roles than before. */
export async function proveSession(
  tx: Tx,
  session: { person: string; id: string },
  proof: {
    at: Temporal.Instant
    strength: SessionStrength
    carriesRoles: boolean
    token: SessionToken
  }
): Promise<void> {
  await sql`
    update sessions set proven_at = ${proof.at}, strength = ${proof.strength},
      carries_roles = carries_roles or ${proof.carriesRoles},
      secret_sha256 = ${hashSecret(proof.token.secret)}
    where bucket = ${bucketOf(session.person)} and id = ${session.id} and person = ${session.person}
      and ended_at is null`.execute(tx)
}

/** Puts on the other hat. */
export async function changeHat(
  db: Db,
  session: { person: string; id: string },
  hat: Hat
): Promise<void> {
  await sql`
    update sessions set hat = ${hat}
    where bucket = ${bucketOf(session.person)} and id = ${session.id} and ended_at is null`.execute(
    db
  )
}

/** Lets the open sessions of a person keep a hat that nobody chose: a role that is given changes none. */
export async function keepHat(tx: Tx, person: string, hat: Hat): Promise<void> {
  await sql`
    update sessions set hat = ${hat}
    where bucket = ${bucketOf(person)} and person = ${person} and hat is null and ended_at is null`.execute(
    tx
  )
}

/** The open sessions of a person, last used first. */
export async function sessionsOf(
  db: Db,
  person: string,
  now: Temporal.Instant
): Promise<SessionEntry[]> {
  const found = await sql<SessionEntry>`
    select id, begun_by as "begunBy", strength, device, device_id as "deviceId",
      started_at as "startedAt", seen_at as "seenAt"
    from sessions where bucket = ${bucketOf(person)} and person = ${person}
      and expires_at > ${now} and ended_at is null
    order by seen_at desc, id desc`.execute(db)
  return found.rows
}

/** Ends one session of a person. @returns Whether it was open and theirs. */
export async function endSessionById(
  db: Db,
  session: { person: string; id: string },
  now: Temporal.Instant
): Promise<boolean> {
  const ended = await sql`
    update sessions set ended_at = ${now}
    where bucket = ${bucketOf(session.person)} and id = ${session.id} and person = ${session.person}
      and ended_at is null returning 1`.execute(db)
  return ended.rows.length === 1
}

/** Ends all sessions of a person but one. @returns Their ids. */
export async function endOtherSessions(
  db: Db,
  kept: { person: string; id: string },
  now: Temporal.Instant
): Promise<string[]> {
  const ended = await sql<{ id: string }>`
    update sessions set ended_at = ${now}
    where bucket = ${bucketOf(kept.person)} and person = ${kept.person} and id <> ${kept.id}
      and ended_at is null and expires_at > ${now} returning id`.execute(db)
  return ended.rows.map(({ id }) => id)
}

/** Ends every session of a person. @returns How many were open. */
export async function endAllSessions(
  tx: Tx,
  person: string,
  now: Temporal.Instant
): Promise<number> {
  const ended = await sql`
    update sessions set ended_at = ${now}
    where bucket = ${bucketOf(person)} and person = ${person} and ended_at is null
      and expires_at > ${now} returning 1`.execute(tx)
  return ended.rows.length
}

/** Ends the session of a token, whoever asks: whoever has the token is in it. */
export async function endSessionOfToken(
  db: Db,
  token: SessionToken,
  now: Temporal.Instant
): Promise<void> {
  await sql`
    update sessions set ended_at = ${now}
    where bucket = ${bucketOf(token.person)} and secret_sha256 = ${hashSecret(token.secret)}
      and ended_at is null`.execute(db)
}

/** Forgets sessions that ran out before an instant. */
export async function deleteSessionsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from sessions where expires_at < ${before}`.execute(db)
}
