import { type Alert, parseAlert } from '../../kernel/alerts/index.ts'

/** A broadcast as it was published: a signed CAP document, never changed. */
export interface Broadcast {
  readonly id: string
  readonly authority: string
  readonly unit: string
  readonly identifier: string
  /** `Exercise`: a drill, told to staff alone. */
  readonly status: 'Actual' | 'Exercise'
  readonly msgType: 'Alert' | 'Update' | 'Cancel'
  readonly xml: string
  /** The C2SP signed note of its unit. */
  readonly note: string
  /** Of the XML, hexadecimal. */
  readonly sha256: string
  readonly publishedAt: Temporal.Instant
  readonly publishedBy: string
  readonly expiresAt: Temporal.Instant
  readonly replacedAt: Temporal.Instant | null
  readonly drill: DrillTarget | null
}

/** What a drill is to reach: this share of its audience within this time. */
export interface DrillTarget {
  /** 1 to 100. */
  readonly percent: number
  /** 60 to 86,400. */
  readonly seconds: number
}

/** What a broadcast says; it was read before it was kept. */
export function alertOf({ id, xml }: Pick<Broadcast, 'id' | 'xml'>): Alert {
  const read = parseAlert(xml)
  if (!read.ok) throw new Error(`broadcast ${id} cannot be read: ${read.fault.code}`)
  return read.value
}

/** Whether a broadcast is what everybody has to know at an instant. */
export function isCurrent(
  { status, msgType, expiresAt, replacedAt }: Broadcast,
  at: Temporal.Instant
): boolean {
  const isOver = replacedAt !== null || Temporal.Instant.compare(expiresAt, at) <= 0
  return status === 'Actual' && msgType !== 'Cancel' && !isOver
}
