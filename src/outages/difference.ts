/** A row of outages, or of what watches for them, that says something else than the facts. */
export interface OutageDifference {
  readonly watching: 'outage' | 'gap' | 'vantage-point' | 'target' | 'channel'
  /** Its name: an id, `<authority>/<component>`, `<authority>/<channel>`. */
  readonly of: string
  /** Which value; `row` where one of the two sides knows nothing of it. */
  readonly what: string
  readonly cached: string
  readonly computed: string
}

/** Rows and what the facts make of them, by name. */
export interface Sides {
  readonly cached: ReadonlyMap<string, object>
  /** Values that the facts do not tell are left out. */
  readonly computed: ReadonlyMap<string, object>
}

/** Every value that is not as the facts say, and every row that only one side knows. */
export function differencesOf(
  watching: OutageDifference['watching'],
  { cached, computed }: Sides
): OutageDifference[] {
  const lost = [...computed.keys()].filter((of) => !cached.has(of))
  return [
    ...[...cached].flatMap(([of, row]) => {
      const told = computed.get(of)
      if (told === undefined) return [{ watching, of, what: 'row', cached: 'there', computed: '–' }]
      return valuesOf(row, told).map((value) => ({ watching, of, ...value }))
    }),
    ...lost.map((of) => ({ watching, of, what: 'row', cached: '–', computed: 'told by facts' }))
  ]
}

function valuesOf(row: object, told: object) {
  const kept = new Map<string, unknown>(Object.entries(row))
  return Object.entries(told).flatMap(([what, value]: [string, unknown]) => {
    if (value === undefined) return []
    const [cached, computed] = [textOf(kept.get(what)), textOf(value)]
    return cached === computed ? [] : [{ what, cached, computed }]
  })
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return value
  return value instanceof Temporal.Instant ? value.toString() : JSON.stringify(value)
}
