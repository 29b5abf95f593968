import { XMLBuilder } from 'fast-xml-parser'

/** The formats of GeoReport v2. */
export type Format = 'xml' | 'json'

/** A value as both formats write it; `null` is an empty element, or `null`. */
export type Plain = string | number | boolean | null | { readonly [name: string]: Plain | Listed }

/** A list in a container: `services` of `service`. */
export interface Listed {
  readonly each: string
  readonly items: readonly Plain[]
}

/** A document: its root, and what is in it. */
export interface GeoReport {
  readonly root: string
  readonly content: Listed | { readonly [name: string]: Plain | Listed }
}

const builder = new XMLBuilder({ format: true, indentBy: '  ', suppressEmptyNode: false })

export const mediaTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8'
}

/**
 * Writes a document: XML without namespace or attributes, JSON by the Spark convention, in which the
 * container of a list is the list itself.
 */
export function written(document: GeoReport, format: Format): string {
  if (format === 'json') return JSON.stringify(forJson(document.content))
  const text = builder.build({ [document.root]: forXml(document.content) })
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}`
}

function isListed(value: Plain | Listed | GeoReport['content']): value is Listed {
  return typeof value === 'object' && value !== null && 'each' in value && 'items' in value
}

function forJson(value: Plain | Listed): unknown {
  if (isListed(value)) return value.items.map(forJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, forJson(part)]))
}

function forXml(value: Plain | Listed): unknown {
  if (isListed(value)) {
    return value.items.length === 0 ? '' : { [value.each]: value.items.map(forXml) }
  }
  if (value === null) return ''
  if (typeof value === 'string') return allowedInXml(value)
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, forXml(part)]))
}

/** XML 1.0 has no place for most control characters, whatever they are escaped to. */
function allowedInXml(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
}
