import { GeoReportError } from './trouble.ts'
import { messages } from './messages.ts'

/** Parameters by name; an empty one is none (GeoReport v2, "Optional Arguments"). */
export type Parameters = ReadonlyMap<string, string>

const { entries: m } = messages
const daysMax = 90
const times = {
  least: Temporal.Instant.from('1970-01-01T00:00:00Z'),
  most: Temporal.Instant.from('2200-01-01T00:00:00Z')
}

/** The parameters of a query or a body. */
export function parametersOf(source: unknown): Parameters {
  if (typeof source !== 'object' || source === null) return new Map()
  return new Map(
    Object.entries(source).flatMap(([name, value]: [string, unknown]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value
      return typeof first === 'string' && first.trim() !== '' ? [[name, first.trim()]] : []
    })
  )
}

/** Parts of a list with commas. */
export function listIn(parameters: Parameters, name: string): string[] | undefined {
  const parts = parameters.get(name)?.split(',') ?? []
  const named = parts.map((part) => part.trim()).filter((part) => part !== '')
  return named.length === 0 ? undefined : named
}

/** The states that are asked for. */
export function statusesIn(parameters: Parameters): string[] | undefined {
  const statuses = listIn(parameters, 'status')
  if (statuses?.some((each) => each !== 'open' && each !== 'closed') === true)
    throw new GeoReportError(400, m.badStatus)
  return statuses
}

/** The stretch of time that is asked for: at most 90 days, the last ones unless told. */
export function rangeIn(
  parameters: Parameters,
  now: Temporal.Instant
): { readonly from: Temporal.Instant; readonly to: Temporal.Instant } {
  const days = { hours: daysMax * 24 }
  const start = instantIn(parameters, 'start_date')
  const end = instantIn(parameters, 'end_date')
  const to = end ?? start?.add(days) ?? now
  const from = start ?? to.subtract(days)
  const hours = to.since(from).total('hours')
  if (hours < 0) throw new GeoReportError(400, m.backwards)
  if (hours > daysMax * 24) throw new GeoReportError(400, m.longRange)
  return { from, to }
}

/** An instant in W3C form; the plus of an offset may have come as a space. */
export function instantIn(parameters: Parameters, name: string): Temporal.Instant | undefined {
  const text = parameters.get(name)
  if (text === undefined) return undefined
  const at = instantOf(text.replace(/ (?=\d\d:?\d\d$)/, '+'))
  if (at === null) throw new GeoReportError(400, m.badDate)
  return at
}

/** `null` for what is no instant, and for one that nobody means. */
function instantOf(text: string): Temporal.Instant | null {
  try {
    const at = Temporal.Instant.from(text)
    const isMeant =
      Temporal.Instant.compare(times.least, at) <= 0 &&
      Temporal.Instant.compare(at, times.most) <= 0
    return isMeant ? at : null
  } catch {
    return null
  }
}

/** A point by WGS 84, or none. */
export function pointIn(
  parameters: Parameters
): { readonly latitude: number; readonly longitude: number } | undefined {
  const [lat, long] = [parameters.get('lat'), parameters.get('long')]
  if (lat === undefined && long === undefined) return undefined
  const [latitude, longitude] = [Number(lat ?? 'x'), Number(long ?? 'x')]
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (!isPlace) throw new GeoReportError(400, m.badPoint)
  return { latitude, longitude }
}
