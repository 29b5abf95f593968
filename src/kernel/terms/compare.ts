import { type Agreement, type Clause, clausesOf, type Level, statementText } from './agreement.ts'
import { canonicalJson } from './canonical.ts'

/** A part of an agreement that can differ between versions. */
export type DifferenceArea = 'document' | 'article' | 'statement' | 'clause' | 'cell' | 'level'

/** One difference between two versions, from the reader's side: what was, what is. */
export interface Difference {
  readonly area: DifferenceArea
  /** What it is about: `validity`, `3`, `5.4`, `SK-5.4a`, `10021001/availability`. */
  readonly key: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The field that changed; `null` where the whole was added or removed. */
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
  /** For a level: whether the one who is served gets more or less. */
  readonly effect?: 'raised' | 'lowered'
}

interface Entry {
  readonly area: DifferenceArea
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Everything that differs from one version to another, in the order of the document; empty for a
 * version and itself. Names of the versions and the notes on their origin are not compared.
 */
export function compareAgreements(from: Agreement, to: Agreement): Difference[] {
  const before = new Map(entriesOf(from).map((entry) => [idOf(entry), entry]))
  const after = new Map(entriesOf(to).map((entry) => [idOf(entry), entry]))
  const kept = [...after.values()].flatMap((entry) => {
    const old = before.get(idOf(entry))
    return old ? changes(old, entry) : [whole(entry, 'added')]
  })
  const gone = [...before.values()].filter((entry) => !after.has(idOf(entry)))
  return [...kept, ...gone.map((entry) => whole(entry, 'removed'))].toSorted(
    (a, b) => order.indexOf(a.area) - order.indexOf(b.area)
  )
}

const order: DifferenceArea[] = ['document', 'article', 'statement', 'clause', 'cell', 'level']

function idOf({ area, key }: Entry): string {
  return `${area} ${key}`
}

function entriesOf(agreement: Agreement): Entry[] {
  return [
    ...documentEntries(agreement),
    ...agreement.articles.map((article) => ({
      area: 'article' as const,
      key: String(article.number),
      fields: { title: article.title, table: article.table }
    })),
    ...statementEntries(agreement),
    ...clausesOf(agreement).map(clauseEntry),
    ...cellEntries(agreement),
    ...levelEntries(agreement)
  ]
}

function documentEntries(agreement: Agreement): Entry[] {
  const { title, status, authority, parties, purpose, definitions } = agreement
  const { validity, signatory, channels, articleCount } = agreement
  const annexTitle = agreement.annex?.title
  const parts = { title, status, authority, parties, purpose, definitions, validity, signatory }
  return Object.entries({ ...parts, channels, articleCount, annexTitle })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ area: 'document', key, fields: { value } }))
}

function statementEntries(agreement: Agreement): Entry[] {
  return agreement.articles.flatMap((article) =>
    article.statements.map((statement, i) => ({
      area: 'statement',
      key: statement.number ?? `${String(article.number)}#${String(i + 1)}`,
      fields: { heading: statement.heading, text: statementText(statement) }
    }))
  )
}

function clauseEntry({ id, ...fields }: Clause): Entry {
  return { area: 'clause', key: id, fields }
}

function cellEntries(agreement: Agreement): Entry[] {
  return (agreement.dataPolicy?.rows ?? []).flatMap((row) =>
    row.cells.map((cell) => ({
      area: 'cell',
      key: `${row.row}/${cell.attribute}`,
      fields: { value: cell.value }
    }))
  )
}

function levelEntries(agreement: Agreement): Entry[] {
  return (agreement.annex?.services ?? []).flatMap((service) =>
    service.levels.map((level) => ({
      area: 'level',
      key: `${service.service}/${level.indicator}`,
      fields: level
    }))
  )
}

function whole(entry: Entry, change: 'added' | 'removed'): Difference {
  const { area, key, fields } = entry
  return {
    area,
    key,
    change,
    field: null,
    before: change === 'removed' ? fields : null,
    after: change === 'added' ? fields : null
  }
}

function changes(before: Entry, after: Entry): Difference[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])
  return [...names].flatMap((field) => {
    const [was, is] = [before.fields[field], after.fields[field]]
    if (canonicalJson(was) === canonicalJson(is)) return []
    const effect = after.area === 'level' ? effectOf(field, was, is) : null
    return {
      area: after.area,
      key: after.key,
      change: 'changed',
      field,
      before: was ?? null,
      after: is ?? null,
      ...(effect ? { effect } : {})
    }
  })
}

/** A higher minimum or a lower maximum is better for the one who is served. */
function effectOf(field: string, was: unknown, is: unknown): 'raised' | 'lowered' | null {
  const bound = field as keyof Level
  if (bound !== 'minimum' && bound !== 'maximum') return null
  const none = bound === 'minimum' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const [before, after] = [was, is].map((value) => (typeof value === 'number' ? value : none))
  const better = (after ?? none) > (before ?? none) === (bound === 'minimum')
  return better ? 'raised' : 'lowered'
}
