type Answers = Record<string, string | string[]>

interface Kept {
  readonly answers: Answers
  /** When the server had last saved the draft, as the page knew it. */
  readonly base: string
  /** The whole form was sent after this was kept. */
  readonly sent: boolean
}

/**
 * What was typed and is not known to be saved, kept in this tab only. It outlives a reload and a
 * signing in again; it is gone when the tab is closed, so a shared machine keeps nothing.
 */
export function keptAnswers(key: string) {
  const read = (): Kept | null => {
    const text = sessionStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as Kept)
  }
  return {
    keep(answers: Answers, base: string): void {
      sessionStorage.setItem(key, JSON.stringify({ answers, base, sent: false }))
    },
    markSent(): void {
      const kept = read()
      if (kept !== null) sessionStorage.setItem(key, JSON.stringify({ ...kept, sent: true }))
    },
    drop(): void {
      sessionStorage.removeItem(key)
    },
    /** What has to go back into the form; `null` where the server has it. */
    unsaved(base: string): Answers | null {
      const kept = read()
      if (kept === null) return null
      if (kept.sent && kept.base !== base) {
        sessionStorage.removeItem(key)
        return null
      }
      return kept.answers
    }
  }
}
