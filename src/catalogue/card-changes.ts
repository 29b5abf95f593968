import { isDeepStrictEqual } from 'node:util'
import type { Bilingual, Json } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import type { CardField, ChangeKind } from './card-field.ts'
import { cardSections } from './card-fields.ts'
import { isBlank, valueAt } from './card-path.ts'

/** One difference between two versions of a card. */
export interface CardChange {
  /** The field, and of lists the item: `promisedTime.amount`, `documents.passport`. */
  readonly field: string
  readonly kind: ChangeKind
  /** `null`: was not there. */
  readonly before: Json
  /** `null`: is no longer there. */
  readonly after: Json
}

/**
 * What differs between two versions, field by field in the order of the card; lists by item. Empty only
 * where the cards say the same: what no field of the card names is compared as well.
 */
export function compareCards(before: CardDraft, after: CardDraft): CardChange[] {
  const named = cardSections.flatMap(({ change, fields }) =>
    fields.flatMap((field) =>
      (field.kind === 'rows' ? rowChanges : fieldChanges)(field, [before, after]).map((found) => ({
        ...found,
        kind: change
      }))
    )
  )
  return [...named, ...unnamedChanges([before, after], named)]
}

/** Parts of the card that differ although no field in them does, so that nothing changes silently. */
function unnamedChanges(
  [before, after]: readonly [CardDraft, CardDraft],
  named: readonly Found[]
): CardChange[] {
  const sides = [before, after].map((card) => new Map(Object.entries(card)))
  const parts = [...new Set(sides.flatMap((side) => [...side.keys()]))]
  return parts
    .filter((part) => named.every(({ field }) => field !== part && !field.startsWith(`${part}.`)))
    .flatMap((part) => changeAt(part, sides[0]?.get(part), sides[1]?.get(part)))
    .map((found) => ({ ...found, kind: 'rule' }))
}

type Sides = readonly [before: unknown, after: unknown]
type Found = Omit<CardChange, 'kind'>

function fieldChanges(field: CardField, [before, after]: Sides): Found[] {
  return changeAt(field.path, valueAt(before, field.path), valueAt(after, field.path))
}

function rowChanges(field: CardField, [before, after]: Sides): Found[] {
  const old = rowsByKey(valueAt(before, field.path))
  const now = rowsByKey(valueAt(after, field.path))
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  const changed = keys.flatMap((key) =>
    changeAt(`${field.path}.${key}`, old.get(key), now.get(key))
  )
  return [...changed, ...orderChange(field.path, [...old.keys()], [...now.keys()])]
}

/** Items that stayed, but in another order: a process with swapped steps is another process. */
function orderChange(path: string, old: string[], now: string[]): Found[] {
  const stayed = new Set(old.filter((key) => now.includes(key)))
  return changeAt(
    path,
    old.filter((key) => stayed.has(key)),
    now.filter((key) => stayed.has(key))
  )
}

/** Items by their code or name; items without one by what they say in Persian, and by their place. */
function rowsByKey(rows: unknown): Map<string, unknown> {
  const list: unknown[] = Array.isArray(rows) ? rows : []
  const found = new Map<string, unknown>()
  for (const [i, row] of list.entries()) {
    const key = keyOf(row) ?? String(i + 1)
    // Two legal bases may have one title; neither may hide what changes of the other.
    found.set(freeKey(found, key), row)
  }
  return found
}

function freeKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  let free = key
  for (let n = 2; taken.has(free); n += 1) free = `${key} (${String(n)})`
  return free
}

function keyOf(row: unknown): string | undefined {
  for (const path of ['code', 'name', 'title.fa', 'body.fa']) {
    const key = valueAt(row, path)
    if (typeof key === 'string' && key !== '') return key
  }
  return undefined
}

function changeAt(field: string, before: unknown, after: unknown): Found[] {
  if (isBlank(before) && isBlank(after)) return []
  if (isDeepStrictEqual(plain(before), plain(after))) return []
  return [{ field, before: plain(before), after: plain(after) }]
}

/** As JSON keeps it: without the keys that are there but hold nothing. */
function plain(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json)
}

/** The name of a changed field for people: «مدارک لازم: passport». */
export function changedFieldName(path: string): Bilingual {
  for (const { fields } of cardSections) {
    for (const field of fields) {
      if (path === field.path) return field.name
      if (!path.startsWith(`${field.path}.`)) continue
      const item = path.slice(field.path.length + 1)
      return { fa: `${field.name.fa}: ${item}`, en: `${field.name.en}: ${item}` }
    }
  }
  return { fa: path, en: path }
}
