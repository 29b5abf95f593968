import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import { decodeText } from './decode-text.ts'
import { both, type Path, type Place, pointerOf, type Problem } from './problem.ts'
import { yamlMessage } from './yaml-messages.ts'

/** Deepest nesting that is read; the agreement format needs ten. */
const depthMax = 32

/** The data of a YAML file and the way back from a value to its place in the text. */
export interface YamlData {
  ok: true
  value: unknown
  /** The place of the value at `path`; of the nearest value above it where there is none. */
  placeOf(path: Path): Place
  /** The place of the key `key` of the mapping at `path`. */
  placeOfKey(path: Path, key: string): Place
}

/**
 * Reads one YAML 1.2 document as plain data: mappings with text keys, lists, text, numbers,
 * booleans, null. Aliases, anchors, tags, merge keys, repeated keys, several documents, bytes that
 * are not UTF-8, files over 512 KiB and nesting over 32 are refused with their place; nothing that
 * a file holds makes it throw or expand.
 */
export function readYaml(
  source: string | Uint8Array
): YamlData | { ok: false; problems: Problem[] } {
  const decoded = decodeText(source)
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] }
  const lines = new LineCounter()
  const composed = compose(decoded.text, lines)
  if (Array.isArray(composed)) return { ok: false, problems: composed }
  const reading = new Reading(lines)
  const value = reading.read(composed.contents, [])
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems }
  return {
    ok: true,
    value,
    placeOf: (path) => reading.placeOf(path),
    placeOfKey: (path, key) => reading.placeOf([...path, `${key}\u0000key`])
  }
}

function compose(text: string, lines: LineCounter): Document | Problem[] {
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const deep = tokens.map(tooDeep).find((offset) => offset !== null)
  if (deep != null) return [problemAt(lines, deep, yamlMessage('RESOURCE_EXHAUSTION', ''))]
  // @NOTE Repeated keys are looked for here, by a set: the library compares each with each.
  const documents = [
    ...new Composer({ uniqueKeys: false, merge: false, schema: 'core', version: '1.2' }).compose(
      tokens,
      true,
      text.length
    )
  ]
  const faults = documents.flatMap((document) => [...document.errors, ...document.warnings])
  if (faults.length > 0) {
    return faults.map((fault) =>
      problemAt(lines, fault.pos[0], yamlMessage(fault.code, fault.message))
    )
  }
  const [first, second] = documents
  if (second !== undefined) return [problemAt(lines, second.range[0], severalDocuments)]
  if (first === undefined || first.contents === null) return [problemAt(lines, 0, emptyFile)]
  return first
}

const severalDocuments = both(
  'فایل بیش از یک سند YAML دارد؛ هر فایل یک سند است و خط --- دوم را بردارید.',
  'The file holds more than one YAML document; a file is one document, remove the second "---".'
)
const emptyFile = both('فایل خالی است.', 'The file is empty.')

/** Offset of the first token nested deeper than allowed. A loop, so that depth costs no stack. */
function tooDeep(root: CST.Token): number | null {
  const waiting: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next
    if (depth > depthMax) return 'offset' in token ? token.offset : 0
    if (token.type === 'document' && token.value) waiting.push({ token: token.value, depth })
    if (!('items' in token)) continue
    for (const item of token.items) {
      if (item.key) waiting.push({ token: item.key, depth: depth + 1 })
      if (item.value) waiting.push({ token: item.value, depth: depth + 1 })
    }
  }
  return null
}

function problemAt(lines: LineCounter, offset: number, text: Problem['text']): Problem {
  return { ...placeAt(lines, offset), path: '', text }
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** One walk over the nodes: makes the data, keeps the places, notes what is not accepted. */
class Reading {
  readonly problems: Problem[] = []
  readonly #places = new Map<string, number>()
  readonly #lines: LineCounter

  constructor(lines: LineCounter) {
    this.#lines = lines
  }

  placeOf(path: Path): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = this.#places.get(pointerOf(path.slice(0, length)))
      if (offset !== undefined) return placeAt(this.#lines, offset)
    }
    return { line: 1, column: 1 }
  }

  read(node: Node | null, path: Path): unknown {
    if (node === null) return null
    const offset = node.range?.[0] ?? 0
    this.#places.set(pointerOf(path), offset)
    this.#refuseMachinery(node, offset, path)
    if (isMap(node)) return this.#readMap(node, path)
    if (isSeq(node)) return this.#readList(node, path)
    return isScalar(node) ? node.value : null
  }

  #refuseMachinery(node: Node, offset: number, path: Path): void {
    if (isAlias(node)) this.#note(offset, path, aliases)
    else if ('anchor' in node && node.anchor !== undefined) this.#note(offset, path, aliases)
    else if (node.tag !== undefined && !isMap(node) && !isSeq(node)) this.#note(offset, path, tags)
  }

  #readMap(node: YAMLMap, path: Path): Record<string, unknown> {
    const data: Record<string, unknown> = {}
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.#readKey(pair, path)
      if (key === null) continue
      if (Object.hasOwn(data, key)) this.#note(pair.key.range?.[0] ?? 0, path, repeated(key))
      this.#places.set(pointerOf([...path, `${key}\u0000key`]), pair.key.range?.[0] ?? 0)
      // A key named __proto__ must be data like any other.
      Object.defineProperty(data, key, {
        value: this.read(pair.value, [...path, key]),
        enumerable: true,
        writable: true,
        configurable: true
      })
    }
    return data
  }

  #readKey(pair: Pair<Node, Node | null>, path: Path): string | null {
    const offset = pair.key.range?.[0] ?? 0
    this.#refuseMachinery(pair.key, offset, path)
    const key: unknown = isScalar(pair.key) ? pair.key.value : undefined
    if (key === '<<') this.#note(offset, path, mergeKey)
    else if (typeof key === 'string') return key
    else this.#note(offset, path, keyNotText)
    return null
  }

  #readList(node: YAMLSeq, path: Path): unknown[] {
    return (node.items as Node[]).map((item, i) => this.read(item, [...path, i]))
  }

  #note(offset: number, path: Path, text: Problem['text']): void {
    this.problems.push({ ...placeAt(this.#lines, offset), path: pointerOf(path), text })
  }
}

const aliases = both(
  'لنگر و ارجاع YAML (& و *) پذیرفته نیست؛ هر مقدار را در جای خود بنویسید.',
  'YAML anchors and aliases (& and *) are not accepted; write each value where it belongs.'
)
const tags = both(
  'برچسب YAML (نوشته‌ای که با ! آغاز می‌شود) پذیرفته نیست؛ آن را بردارید.',
  'YAML tags (text that starts with !) are not accepted; remove it.'
)
const mergeKey = both(
  'کلید ادغام YAML (<<) پذیرفته نیست؛ مقدارها را در جای خود بنویسید.',
  'The YAML merge key (<<) is not accepted; write the values where they belong.'
)
const keyNotText = both(
  'نام کلید باید متن ساده باشد؛ عدد، فهرست و ساختار را در گیومه " بنویسید.',
  'A key must be plain text; quote a number, and do not use a list or mapping as a key.'
)

function repeated(key: string): Problem['text'] {
  const name = key.slice(0, 60)
  return both(
    `کلید «${name}» در این بخش پیش‌تر آمده است؛ یکی را بردارید.`,
    `The key "${name}" is already given in this mapping; remove one of the two.`
  )
}
