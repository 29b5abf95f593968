import { parseFile } from '../kernel/terms/parse-file.ts'
import type { Problem } from '../kernel/terms/index.ts'
import { type ServiceCard, serviceCardSchema } from './card.ts'

/** A service card file that cannot be read; its message has a line for each problem. */
export class CardFileError extends Error {
  readonly code = 'card-file/invalid'
  readonly problems: readonly Problem[]
  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(
      ({ line, column, path, text }) =>
        `${file}:${String(line)}:${String(column)}: ${path} ${text.en}`
    )
    super(lines.join('\n'))
    this.problems = problems
  }
}

/**
 * Reads a service card from YAML 1.2 text.
 * @param file - Its name, for messages.
 * @throws {CardFileError} With line and column of everything that is wrong.
 */
export function readCardFile(file: string, text: string): ServiceCard {
  const read = parseFile(text, serviceCardSchema, () => [])
  if (!read.ok) throw new CardFileError(file, read.problems)
  return read.value
}
