import type { Fact } from '../ledger/index.ts'
import { wordOf } from './fact-book.ts'

/** An instant in a fact's body; `null` where it has none, or no right one. */
export function instantOf(fact: Fact, key: string): Temporal.Instant | null {
  const text = wordOf(fact, key)
  try {
    return text === '' ? null : Temporal.Instant.from(text)
  } catch {
    return null
  }
}

/** A list of words in a fact's body, such as its services; empty where it has none. */
export function wordsOf(fact: Fact, key: string): string[] {
  const value = fact.body[key]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** A whole number in a fact's body; `null` where it has none. */
export function numberOf(fact: Fact, key: string): number | null {
  const value = fact.body[key]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

/** What a fact of a notice or a sighting is about, as `kind` and `id`; `null` for neither. */
export function aboutOf(fact: Fact): { kind: string; id: string } | null {
  const about = fact.body['about']
  if (about === null || typeof about !== 'object' || !('kind' in about)) return null
  const { kind, id } = about
  return typeof kind === 'string' && typeof id === 'string' ? { kind, id } : null
}

/** In the order in which they were written down: what came later corrects what came before. */
export function byKnowledge(a: Fact, b: Fact): number {
  return Temporal.Instant.compare(a.knownAt, b.knownAt) || (a.id < b.id ? -1 : 1)
}

/** The earlier of two instants. */
export function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b
}

/** The later of two instants. */
export function latest(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b
}

/** Whole seconds from one instant to a later one; a part of one counts as one. */
export function secondsFrom(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.ceil(from.until(to).total('seconds')))
}
