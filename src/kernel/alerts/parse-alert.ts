import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { utf8 } from '../tlog/index.ts'
import { type Alert, alertBytesMax, alertSchema } from './alert.ts'
import { capNamespace } from './format-alert.ts'

/** Why a text is no alert that can be broadcast. */
export interface AlertFault {
  readonly code: 'alert-too-large' | 'alert-xml' | 'alert-form' | 'alert-times'
  /** Where: `infos/0/headline`. */
  readonly at: string
}

/** An alert that was read, or why it is none. */
export type ReadAlert =
  { readonly ok: true; readonly value: Alert } | { readonly ok: false; readonly fault: AlertFault }

const many = new Set([
  'info',
  'category',
  'responseType',
  'area',
  'polygon',
  'circle',
  'geocode',
  'resource',
  'parameter',
  'eventCode',
  'code'
])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  // `<cap:alert>` is the same element.
  transformTagName: (tag) => tag.replace(/^[\w-]+:/, ''),
  isArray: (tag) => many.has(tag)
})

type Node = Readonly<Record<string, unknown>>

/**
 * Reads an alert of CAP 1.2. What this system does not tell the public (parameters, resources, codes) is
 * passed over; a document type, which could name files or swell, is refused.
 */
export function parseAlert(xml: string): ReadAlert {
  if (utf8(xml).length > alertBytesMax) return refused('alert-too-large', '')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || XMLValidator.validate(xml) !== true)
    return refused('alert-xml', '')
  const root = nodeOf(parsed(xml)?.['alert'])
  if (root === null || !isCap(root)) return refused('alert-xml', 'alert')
  const read = alertSchema.safeParse(alertOf(root))
  if (!read.success) return refused('alert-form', read.error.issues[0]?.path.join('/') ?? '')
  const early = read.data.infos.findIndex(
    ({ expires }) => expires !== null && isBefore(expires, read.data.sent)
  )
  return early === -1
    ? { ok: true, value: read.data }
    : refused('alert-times', `infos/${String(early)}/expires`)
}

function parsed(xml: string): Node | null {
  try {
    return nodeOf(parser.parse(xml))
  } catch {
    return null
  }
}

function refused(code: AlertFault['code'], at: string): ReadAlert {
  return { ok: false, fault: { code, at } }
}

function isCap(root: Node): boolean {
  return Object.entries(root).some(
    ([attribute, text]) => attribute.startsWith('@xmlns') && text === capNamespace
  )
}

function isBefore(one: string, other: string): boolean {
  try {
    return Temporal.Instant.compare(one, other) < 0
  } catch {
    return true
  }
}

function nodeOf(what: unknown): Node | null {
  return typeof what === 'object' && what !== null && !Array.isArray(what) ? (what as Node) : null
}

function nodes(what: unknown): Node[] {
  const all: readonly unknown[] = Array.isArray(what) ? what : []
  return all.map(nodeOf).filter((node) => node !== null)
}

const texts = (what: unknown) => (Array.isArray(what) ? what.map(String) : [])
const text = (what: unknown) => (typeof what === 'string' && what !== '' ? what : null)

function alertOf(root: Node) {
  return {
    identifier: root['identifier'],
    sender: root['sender'],
    sent: root['sent'],
    status: root['status'],
    msgType: root['msgType'],
    scope: root['scope'],
    references: (text(root['references']) ?? '')
      .split(/\s+/)
      .filter((each) => each !== '')
      .map((each) => {
        const [sender, identifier, sent] = each.split(',')
        return { sender, identifier, sent }
      }),
    infos: nodes(root['info']).map(infoOf)
  }
}

function infoOf(info: Node) {
  return {
    // CAP 1.2 section 3.2.2: where it is absent the language is en-US.
    language: text(info['language']) ?? 'en-US',
    categories: texts(info['category']),
    event: info['event'],
    responseTypes: texts(info['responseType']),
    urgency: info['urgency'],
    severity: info['severity'],
    certainty: info['certainty'],
    ...{ effective: text(info['effective']), onset: text(info['onset']) },
    ...{ expires: text(info['expires']), senderName: text(info['senderName']) },
    headline: text(info['headline']) ?? text(info['event'])?.slice(0, 160),
    description: text(info['description']) ?? text(info['headline']) ?? text(info['event']),
    ...{ instruction: text(info['instruction']), web: text(info['web']) },
    areas: nodes(info['area']).map((area) => ({
      description: area['areaDesc'],
      polygons: texts(area['polygon']),
      circles: texts(area['circle']),
      geocodes: nodes(area['geocode']).map((code) => ({
        name: code['valueName'],
        value: code['value']
      }))
    }))
  }
}
