import { LineCounter, type ParsedNode, isMap, parseDocument } from 'yaml'
import { type ServiceCard, serviceCardSchema } from './card.ts'

/** Something wrong in a card file, at its place. */
export interface CardFileProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A service card file that cannot be read. */
export class CardFileError extends Error {
  readonly code = 'card-file/invalid'
  readonly problems: readonly CardFileProblem[]
  constructor(file: string, problems: readonly CardFileProblem[]) {
    const lines = problems.map(
      ({ line, column, message }) => `${file}:${String(line)}:${String(column)}: ${message}`
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
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, version: '1.2', schema: 'core' })
  const placed = (offset: number, message: string): CardFileProblem => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col, message }
  }
  if (document.errors.length > 0) {
    throw new CardFileError(
      file,
      document.errors.map((error) => placed(error.pos[0], error.message.split('\n')[0] ?? ''))
    )
  }
  const parsed = serviceCardSchema.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (parsed.success) return parsed.data
  throw new CardFileError(
    file,
    parsed.error.issues.map(({ path, message }) =>
      placed(offsetOf(document.contents, path), `${path.join('.')}: ${message}`)
    )
  )
}

/** Where the deepest existing part of a path stands in the text. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node: unknown = root
  let offset = 0
  for (const key of path) {
    const next: unknown =
      node !== null && typeof node === 'object' && 'get' in node && typeof node.get === 'function'
        ? (node.get as (key: PropertyKey, keep: boolean) => unknown).call(node, key, true)
        : undefined
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key))
      const start = (pair?.key as ParsedNode | undefined)?.range[0]
      if (start !== undefined) offset = start
    }
    if (next === undefined || next === null) return offset
    const range = (next as ParsedNode).range as ParsedNode['range'] | undefined
    if (range && !isMap(node)) offset = range[0]
    node = next
  }
  return offset
}
