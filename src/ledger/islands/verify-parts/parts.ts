import { joinPaperParts } from '../../../kernel/tlog/index.ts'

/** The parts of one receipt on paper that were read so far; in memory only. */
export class PaperParts {
  readonly #parts = new Set<string>()

  /** Number of parts read and not yet judged. */
  get count(): number {
    return this.#parts.size
  }

  /** The parts so far, one on a line. */
  get text(): string {
    return [...this.#parts].join('\n')
  }

  /**
   * Takes what a code says.
   * @returns What can be judged: the code itself where it is no part, or all parts once none is
   *   missing; `null` while some are.
   */
  take(code: string): string | null {
    if (!joinPaperParts([code]).ok && !/(?:^|#)r=[0-9]/.test(code)) return code
    // A part of another receipt begins anew: nobody reads two at once.
    if (!joinPaperParts([...this.#parts, code]).ok) this.#parts.clear()
    this.#parts.add(code)
    const joined = joinPaperParts(this.#parts)
    if (joined.ok && joined.value.text === null) return null
    const { text } = this
    this.#parts.clear()
    return text
  }
}
