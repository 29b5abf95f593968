import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Whose rows a piece of work may see and change, as the database itself holds it (row-level security,
 * ADR 23 and 26): the rows of these persons, of these bodies (`*`: of every body) and of these units; of
 * nobody in particular (`public`); or, where the program works for itself, all (`system`).
 */
export type Scope =
  | 'system'
  | 'public'
  | {
      /** Ids of persons and of whoever else has rows of their own, as a key. */
      readonly people: readonly string[]
      readonly authorities: readonly string[]
      /**
       * Units whose files are read, each as `<authority>/<unit>`, and the marks `<authority>/*` (every
       * unit), `<authority>/+` (a counter: what is open of every unit), `<authority>/@<post>` (what a
       * post answers for), `<authority>/!` (its staff and keys), and, for letters alone,
       * `<authority>/:<unit>` and `<authority>/:*`. None where absent.
       */
      readonly units?: readonly string[]
      /** Somebody is proving who they are: what only their proof leads to may be looked up as well. */
      readonly isProving?: boolean
    }

/** A scope that is found out while the work goes on: of a request, once it is known who asks. */
export interface ScopeHolder {
  scope: Scope
}

const storage = new AsyncLocalStorage<ScopeHolder>()

/**
 * Does `work` in a scope, whatever the scope around it. A scope of `system` inside a request is a hole in
 * the fence: each place is listed with its reason in `tests/isolation/widenings.ts`.
 */
export function withScope<T>(scope: Scope, work: () => T): T {
  return storage.run({ scope }, work)
}

/** Does `work` in whatever scope `holder` has at each statement. */
export function underScope<T>(holder: ScopeHolder, work: () => T): T {
  return storage.run(holder, work)
}

/** The scope of the running work: commands and background work have none of their own, and all rows. */
export function currentScope(): Scope {
  return storage.getStore()?.scope ?? 'system'
}

/** Reads in the scope of now, whenever the next piece is asked for: a socket that drains has no scope. */
export function inScopeOfNow<T>(pieces: AsyncIterable<T>): AsyncIterable<T> {
  return readWithin(pieces, AsyncLocalStorage.snapshot())
}

async function* readWithin<T>(
  pieces: AsyncIterable<T>,
  scope: <R>(read: () => R) => R
): AsyncGenerator<T> {
  const reader = pieces[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await scope(() => reader.next())
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await scope(() => reader.return?.())
  }
}

/** The settings of a connection that say a scope: what the policies of `migrations` read. */
export interface ScopeSettings {
  readonly kind: 'system' | 'request' | 'proof'
  readonly people: string
  readonly authorities: string
  readonly units: string
}

/** One text for a scope; equal scopes give equal settings. */
export function settingsOf(scope: Scope): ScopeSettings {
  if (scope === 'system') return { kind: 'system', people: '', authorities: '', units: '' }
  if (scope === 'public') return { kind: 'request', people: '', authorities: '', units: '' }
  const kind = scope.isProving === true ? 'proof' : 'request'
  const { people, authorities, units = [] } = scope
  return { kind, people: list(people), authorities: list(authorities), units: list(units) }
}

function list(ids: readonly string[]): string {
  const own = [...new Set(ids)]
  const strange = own.find((id) => !/^[A-Za-z0-9*._:/@+!-]+$/.test(id))
  if (strange !== undefined) throw new RangeError(`not an id of a scope: ${strange}`)
  return own.toSorted().join(',')
}
