import { type ScopeSettings, currentScope, settingsOf } from './scope.ts'

/** What a connection knows of the scope of its statements. */
export interface ScopedConnection {
  /**
   * Sends the statement `text` in the scope of whoever calls, after telling the connection where that
   * differs from what it was told last.
   */
  send(text: string, issue: () => unknown): unknown
  /** As {@link send}, for what hands back a stream at once. */
  sendNow<T>(issue: () => T): T
}

// Requests act as a role of their own where there is one, since the policies do not hold for an owner
// that is above them; else they hold for the owner itself. Before 000022 there are neither.
const tellScope = `select set_config('role', case
    when $1 <> 'system' and to_regproc('scope_is_system') is not null
      and pg_has_role(session_user, to_regrole('peyman_web')::oid, 'set')
    then 'peyman_web' else 'none' end, false),
  set_config('peyman.scope', $1, false), set_config('peyman.people', $2, false),
  set_config('peyman.authorities', $3, false), set_config('peyman.units', $4, false)`

/**
 * Keeps one connection of a pool in the scope of the work that uses it. Nothing is sent while that stays
 * the same; a change is one statement before the next one.
 * @param tell - Sends a statement of values.
 */
export function scopedConnection(
  tell: (text: string, values: string[]) => Promise<unknown>
): ScopedConnection {
  let known: string | null = null
  let turn: Promise<unknown> | null = null
  const transaction = { open: false, told: false }

  function learn(
    { kind, people, authorities, units }: ScopeSettings,
    key: string
  ): Promise<unknown> {
    if (known === key) return Promise.resolve()
    known = key
    transaction.told = transaction.open
    return tell(tellScope, [kind, people, authorities, units]).catch((error: unknown) => {
      known = null
      throw error
    })
  }

  /** What is told within a transaction is taken back with it. */
  function follow(text: string): void {
    if (/^\s*(?:begin|start transaction)\b/i.test(text)) {
      transaction.open = true
      transaction.told = false
    } else if (/^\s*(?:commit|rollback)\b/i.test(text)) {
      if (transaction.told) known = null
      transaction.open = /^\s*rollback to\b/i.test(text)
    }
  }

  /** Whoever came last leaves the connection free for statements at once. */
  function over(mine: Promise<unknown>): void {
    if (turn === mine) turn = null
  }

  return {
    send: (text, issue) => {
      const { key, settings } = here()
      const follows = () => {
        follow(text)
        return issue()
      }
      if (turn === null && known === key) return follows()
      // In turn: of two statements that are sent at once, each runs in its own scope.
      const issued = Promise.resolve(turn)
        .then(() => learn(settings, key))
        .then(() => ({ sent: follows() }))
      const mine: Promise<void> = issued.catch(() => {}).then(() => over(mine))
      turn = mine
      return issued.then(({ sent }) => sent)
    },
    sendNow: (issue) => {
      const { key, settings } = here()
      // The connection sends one after the other; a failure fails the next one as well.
      learn(settings, key).catch(() => {})
      return issue()
    }
  }
}

function here(): { settings: ScopeSettings; key: string } {
  const settings = settingsOf(currentScope())
  const { kind, people, authorities, units } = settings
  return { settings, key: [kind, people, authorities, units].join('|') }
}
