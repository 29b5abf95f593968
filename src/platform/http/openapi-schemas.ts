/** A part of a JSON Schema, or a list or value inside one. */
type Part = unknown
type Keywords = Readonly<Record<string, Part>>

/**
 * The schemas inside a part of the document, said once and plainly: what a format says is not said again
 * by a pattern, nor that a number is one that JavaScript can hold, and what may be null is one type.
 */
export function plainSchema(part: Part): Part {
  if (Array.isArray(part)) return part.map(plainSchema)
  if (!isKeywords(part)) return part
  const kept = Object.entries(part).filter(([key, value]) => !isSaidAlready(part, key, value))
  return nullableAsType(Object.fromEntries(kept.map(([key, value]) => [key, plainSchema(value)])))
}

/** The schemas of an answer: they are plain, and an answer may have more in it one day. */
export function answerSchema(part: Part): Part {
  return openForMore(plainSchema(part))
}

function openForMore(part: Part): Part {
  if (Array.isArray(part)) return part.map(openForMore)
  if (!isKeywords(part)) return part
  const kept = Object.entries(part).filter(
    ([key, value]) => key !== 'additionalProperties' || value !== false
  )
  return Object.fromEntries(kept.map(([key, value]) => [key, openForMore(value)]))
}

function isSaidAlready(of: Keywords, key: string, value: Part): boolean {
  if (key === 'pattern') return typeof value === 'string' && typeof of['format'] === 'string'
  if (key === 'maximum') return value === Number.MAX_SAFE_INTEGER
  return key === 'minimum' && value === Number.MIN_SAFE_INTEGER
}

function nullableAsType(schema: Keywords): Keywords {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema
  const [first, second] = anyOf as Part[]
  if (!isKeywords(first) || !isKeywords(second)) return schema
  const isNull = second['type'] === 'null' && Object.keys(second).length === 1
  if (!isNull || typeof first['type'] !== 'string' || 'enum' in first || 'const' in first)
    return schema
  return { ...first, ...rest, type: [first['type'], 'null'] }
}

function isKeywords(part: Part): part is Keywords {
  return typeof part === 'object' && part !== null
}
