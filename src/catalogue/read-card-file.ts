import { type Document, LineCounter, type ParsedNode, isMap, isSeq, parseDocument } from 'yaml'
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
  const parsed = serviceCardSchema.safeParse(plainOf(document, file))
  if (parsed.success) return parsed.data
  throw new CardFileError(
    file,
    parsed.error.issues.map(({ path, message }) =>
      placed(offsetOf(document.contents, path), `${path.join('.')}: ${message}`)
    )
  )
}

/** Aliases that grow without end are refused by the reader, by a throw. */
function plainOf(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'cannot be read'
    throw new CardFileError(file, [{ line: 1, column: 1, message }])
  }
}

/** Where the deepest existing part of a path stands in the text; a key where there is one. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node = root
  let offset = root?.range[0] ?? 0
  for (const key of path) {
    const found = partOf(node, key)
    if (found === null) return offset
    offset = found.offset
    node = found.node
  }
  return offset
}

function partOf(
  node: ParsedNode | null,
  key: PropertyKey
): { offset: number; node: ParsedNode | null } | null {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const pair = node.items.find((item) => String(item.key) === String(key))
    return pair ? { offset: pair.key.range[0], node: pair.value } : null
  }
  if (!isSeq<ParsedNode>(node)) return null
  const item = node.items[Number(key)]
  return item ? { offset: item.range[0], node: item } : null
}
