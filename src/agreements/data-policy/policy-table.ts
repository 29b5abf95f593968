import type { Agreement } from '../../kernel/terms/index.ts'
import {
  type DataType,
  type PolicyAttribute,
  type PolicyRow,
  defaultRows,
  policyTypes,
  readRow
} from '../../kernel/policy/index.ts'
import type { Db } from '../../platform/index.ts'
import { versionsOfAuthority, withDocuments } from '../agreement-store.ts'
import { type AgreementSummary, standingOf } from '../agreement-version.ts'

type TableRow = NonNullable<Agreement['dataPolicy']>['rows'][number]

/** A row as it is obeyed, with where it comes from. */
export interface StandingRow {
  readonly dataType: DataType
  readonly row: PolicyRow
  /** The agreement whose table says so; `null` where the installation's own row holds. */
  readonly source: PolicySource | null
}

/** The row of an agreement's table. */
export interface PolicySource {
  readonly agreement: string
  /** `PI@1400`. */
  readonly ref: string
  /** Whether that version has force now; a table that ended holds on for what was given under it. */
  readonly inForce: boolean
  readonly table: TableRow
  /** The attributes whose words the program knows; the others are as the installation's row says. */
  readonly decided: readonly PolicyAttribute[]
}

/**
 * The data policy of an authority at an instant, a row for each kind of data. Where its agreement has a
 * table, that of the version in force holds, else of the last one that had force; a draft binds nobody.
 */
export async function policyTable(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<StandingRow[]> {
  const found = await tableOf(db, authority, at)
  return policyTypes.map((dataType) => {
    const table = found?.rows.find(({ row }) => row === dataType)
    if (found === null || table === undefined) {
      return { dataType, row: defaultRows[dataType], source: null }
    }
    const { row, decided } = readRow(table.cells, defaultRows[dataType])
    const { agreement, ref, inForce } = found
    return { dataType, row, source: { agreement, ref, inForce, table, decided } }
  })
}

/** The row of one kind of data; `null` for a kind that nobody knows. */
export async function policyRow(
  db: Db,
  authority: string,
  { dataType, at }: { readonly dataType: string; readonly at: Temporal.Instant }
): Promise<StandingRow | null> {
  const table = await policyTable(db, authority, at)
  return table.find((row) => row.dataType === dataType) ?? null
}

interface Known {
  readonly readAt: number
  readonly versions: Promise<AgreementSummary[]>
}

const known = new WeakMap<Db, Map<string, Known>>()
const knownMilliseconds = 1000

/**
 * The versions of a body, read at most once a second: every case that is opened asks for its policy, and
 * a busy desk writes between any two of them.
 */
function versionsOf(db: Db, authority: string): Promise<AgreementSummary[]> {
  const kept = known.get(db) ?? new Map<string, Known>()
  known.set(db, kept)
  const now = performance.now()
  const found = kept.get(authority)
  if (found !== undefined && now - found.readAt < knownMilliseconds) return found.versions
  const versions = versionsOfAuthority(db, authority)
  versions.catch(() => kept.delete(authority))
  kept.set(authority, { readAt: now, versions })
  return versions
}

async function tableOf(db: Db, authority: string, at: Temporal.Instant) {
  const versions = await versionsOf(db, authority)
  const byAgreement = Map.groupBy(versions, ({ agreement }) => agreement)
  for (const own of byAgreement.values()) {
    const { inForce, shown } = standingOf(own, at)
    const holding = bound(shown)
    if (holding === null) continue
    const [version] = await withDocuments(db, [holding])
    const rows = version?.document.dataPolicy?.rows
    if (version === undefined || rows === undefined) continue
    return { rows, agreement: version.agreement, ref: version.ref, inForce: inForce !== null }
  }
  return null
}

function bound(version: AgreementSummary | null): AgreementSummary | null {
  return version === null || version.state === 'draft' ? null : version
}
