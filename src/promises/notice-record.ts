import { aboutOf, numberOf } from './fact-body.ts'
import { type FactBook, wordOf } from './fact-book.ts'

/** One version of a notice: when it was published, and when it was first seen on the portal. */
export interface NoticeVersion {
  readonly notice: string
  readonly version: number
  readonly about: { readonly kind: string; readonly id: string } | null
  /** `null` where only its sight is among the facts. */
  readonly publishedAt: Temporal.Instant | null
  /** First sight by a vantage point that counts; `null`: not seen. */
  readonly seenAt: Temporal.Instant | null
  /** Whether it was an outside vantage point that saw it. */
  readonly outside: boolean
  /** Ids of the facts of both. */
  readonly facts: readonly string[]
}

/** All versions of all notices of a book, by notice, oldest version first. */
export function noticesOf(book: FactBook): ReadonlyMap<string, readonly NoticeVersion[]> {
  return book.once('notices', () => {
    const versions = new Map<string, NoticeVersion>()
    for (const fact of [...book.ofKind('notice.published'), ...book.ofKind('notice.seen')]) {
      const [notice, version] = [wordOf(fact, 'notice'), numberOf(fact, 'version') ?? 1]
      const key = `${notice} ${String(version)}`
      const known = versions.get(key) ?? none(notice, version)
      const isSight = fact.kind === 'notice.seen'
      // Facts come in order of time: the first sight is the one that counts.
      if (isSight && known.seenAt !== null) continue
      versions.set(key, {
        ...known,
        about: known.about ?? aboutOf(fact),
        ...(isSight
          ? { seenAt: fact.at, outside: fact.body['outside'] === true }
          : { publishedAt: known.publishedAt ?? fact.at }),
        facts: [...known.facts, fact.id]
      })
    }
    const sorted = [...versions.values()].toSorted((a, b) => a.version - b.version)
    return Map.groupBy(sorted, ({ notice }) => notice)
  })
}

function none(notice: string, version: number): NoticeVersion {
  return {
    notice,
    version,
    about: null,
    publishedAt: null,
    seenAt: null,
    outside: false,
    facts: []
  }
}

/** The versions of all notices about one thing: `outage`, and its id. */
export function noticesAbout(book: FactBook, kind: string, id: string): readonly NoticeVersion[] {
  const byThing = book.once('notices by thing', () =>
    Map.groupBy([...noticesOf(book).values()].flat(), ({ about }) =>
      about === null ? '' : `${about.kind} ${about.id}`
    )
  )
  return byThing.get(`${kind} ${id}`) ?? []
}

/** The first of some versions that was seen; `null` where none was. */
export function firstSeen(versions: readonly NoticeVersion[]): NoticeVersion | null {
  const seen = versions.filter(({ seenAt }) => seenAt !== null)
  return seen.toSorted((a, b) => Temporal.Instant.compare(a.seenAt!, b.seenAt!))[0] ?? null
}
