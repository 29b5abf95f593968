import type { Fact } from '../../ledger/index.ts'
import type { Bilingual, Context, JsonObject } from '../../platform/index.ts'
import { actorNames } from '../actor-names.ts'
import { type LookQuery, looksAt } from './access-store.ts'
import type { ObjectKind } from './access.ts'

/** One look at something of a person's: who, when, in which role, at what, and whether it was let. */
export interface Look {
  /** Id of the fact. */
  readonly id: string
  readonly at: Temporal.Instant
  readonly allowed: boolean
  readonly authority: string
  /** Id of the actor, and who that is; `null` for one that is known no more. */
  readonly by: { readonly id: string; readonly name: Bilingual | null }
  readonly role: string
  readonly object: { readonly kind: ObjectKind; readonly id: string }
  /** The case that it concerns, or `null`. */
  readonly case: string | null
  readonly dataType: string
  readonly action: string
  /** A code of `reasonTexts`; `null` for looks of before reasons were kept. */
  readonly because: string | null
  /** The unit that it was handed to, or `null`. */
  readonly to: string | null
}

/** A page of looks. */
export interface Looks {
  readonly items: readonly Look[]
  /** Where the next page begins; `null` on the last. */
  readonly next: { readonly at: Temporal.Instant; readonly id: string } | null
}

/** Who looked at what is a person's, the newest first; refused attempts too. */
export async function readLooks(context: Context, query: LookQuery): Promise<Looks> {
  const found = await looksAt(context.db, { ...query, most: query.most + 1 })
  const shown = found.slice(0, query.most)
  const names = await actorNames(
    context.db,
    shown.map((fact) => fact.actor)
  )
  const last = shown.at(-1)
  return {
    items: shown.map((fact) => lookOf(fact, names)),
    next: found.length > shown.length && last !== undefined ? { at: last.at, id: last.id } : null
  }
}

function lookOf(
  fact: Fact,
  names: ReadonlyMap<string, { readonly id: string; readonly name: Bilingual }>
): Look {
  const { id, at, authority, actor, body, subject, kind } = fact
  const viewed = kind === 'case.viewed'
  const named = names.get(actor)
  return {
    ...{ id, at, authority },
    allowed: kind !== 'access.refused',
    by: { id: named?.id ?? actor, name: named?.name ?? null },
    role: word(body, 'role') ?? '',
    object: viewed ? { kind: 'case', id: subject } : objectOf(body, subject),
    case: viewed ? subject : caseOf(body, subject),
    dataType: word(body, 'dataType') ?? 'forms-documents',
    action: word(body, 'action') ?? 'read',
    because: word(body, 'because'),
    to: word(body, 'to')
  }
}

function objectOf(body: JsonObject, subject: string): Look['object'] {
  const { object } = body
  const told = typeof object === 'object' && object !== null ? (object as JsonObject) : {}
  return { kind: (word(told, 'kind') ?? 'case') as ObjectKind, id: word(told, 'id') ?? subject }
}

function caseOf(body: JsonObject, subject: string): string | null {
  return word(body, 'case') ?? (objectOf(body, subject).kind === 'case' ? subject : null)
}

function word(body: JsonObject, key: string): string | null {
  const value = body[key]
  return typeof value === 'string' ? value : null
}
