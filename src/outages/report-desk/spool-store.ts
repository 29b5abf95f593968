import { DatabaseSync } from 'node:sqlite'
import type { Filing } from '../reports/filing.ts'
import type { Choice, FailureReceipt } from '../reports/report.ts'
import { filingOf, filingText } from './stored-filing.ts'

/** A report that waits to join the main site. */
export interface Waiting {
  readonly filing: Filing
  /** It was acknowledged while there was no database. */
  readonly isSpooled: boolean
  /** How often joining failed for a reason of its own. */
  readonly tries: number
}

/** A receipt that this desk issued. */
export interface Issued {
  readonly receipt: FailureReceipt
  readonly contentSha256: string
  /** It joined the main site. */
  readonly isMerged: boolean
}

interface Row {
  readonly report: string
  readonly code: string
  readonly issued_at: string
  readonly receipt: string
  readonly sha256: string
  readonly content_sha256: string
  readonly merged_at: string | null
  readonly filing: string | null
  readonly photo: Uint8Array | null
  readonly spooled: number
  readonly tries: number
}

/** What is written at once, with one flush. */
export interface Placed {
  readonly filing: Filing
  readonly isSpooled: boolean
}

const schema = `
  create table if not exists reports (
    key text primary key, report text not null unique, code text not null unique,
    content_sha256 text not null, issued_at text not null, receipt text not null,
    sha256 text not null, filing text, photo blob, spooled integer not null,
    tries integer not null default 0, retry_at text, failure text, merged_at text) strict;
  create index if not exists reports_waiting on reports (issued_at) where merged_at is null;
  create table if not exists kept (name text primary key, value text not null) strict;`

/**
 * The durable memory of the report desk: one SQLite file. What a call has returned is on the disk, also
 * after `kill -9` and a power cut (write-ahead log, flushed at each commit).
 */
export class Spool {
  readonly #database: DatabaseSync

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: 5000 })
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = full;')
    this.#database.exec(schema)
  }

  /**
   * Writes reports in one transaction; one whose key came before is left as it was.
   * @returns What each key's report was issued, in order.
   */
  place(reports: readonly Placed[]): Issued[] {
    const insert = this.#database.prepare(`
      insert into reports (key, report, code, content_sha256, issued_at, receipt, sha256, filing,
        photo, spooled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing`)
    this.#database.exec('begin immediate')
    try {
      for (const { filing, isSpooled } of reports) {
        const { id, key, contentSha256, filedAt, receipt, input } = filing
        const { code, content, sha256 } = receipt
        const values = [key, id, code, contentSha256, filedAt.toString(), content, sha256]
        const photo = input.photo?.bytes ?? null
        insert.run(...values, filingText(filing), photo, isSpooled ? 1 : 0)
      }
      const issued = reports.map(({ filing }) => this.#issuedBy('key', filing.key))
      this.#database.exec('commit')
      return issued.filter((each) => each !== null)
    } catch (error) {
      this.#database.exec('rollback')
      throw error
    }
  }

  /** The receipt of a code, or `null`. */
  byCode(code: string): Issued | null {
    return this.#issuedBy('code', code)
  }

  #issuedBy(column: 'key' | 'code', value: string): Issued | null {
    const row = this.#database
      .prepare(`select * from reports where ${column} = ?`)
      .get(value) as unknown as Row | undefined
    if (row === undefined) return null
    const { report, code, issued_at, receipt: content, sha256 } = row
    const issuedAt = Temporal.Instant.from(issued_at)
    const receipt = { report, code, issuedAt, content, sha256 }
    return { receipt, contentSha256: row.content_sha256, isMerged: row.merged_at !== null }
  }

  /** Ids of reports that wait, the longest first; those that failed lately not yet. */
  waiting(now: Temporal.Instant, most: number): string[] {
    const rows = this.#database
      .prepare(
        `select report from reports where merged_at is null and (retry_at is null or retry_at <= ?)
        order by issued_at limit ?`
      )
      .all(now.toString(), most)
    return rows.map(({ report }) => String(report))
  }

  /** One report that waits, with its photo; `null` where it does not wait any more. */
  waitingReport(id: string): Waiting | null {
    const row = this.#database
      .prepare('select * from reports where report = ? and merged_at is null')
      .get(id) as unknown as Row | undefined
    if (row === undefined || row.filing === null) return null
    const { filing, photo, spooled, tries } = row
    return { filing: filingOf(filing, photo), isSpooled: spooled === 1, tries }
  }

  /** How many wait. */
  waitingCount(): number {
    const row = this.#database
      .prepare('select count(*) as n from reports where merged_at is null')
      .get()
    return Number(row?.n ?? 0)
  }

  /** Says that reports joined the main site; what people wrote is not kept here any longer. */
  merged(ids: readonly string[], at: Temporal.Instant): void {
    const update = this.#database.prepare(
      'update reports set merged_at = ?, filing = null, photo = null where report = ?'
    )
    this.#database.exec('begin immediate')
    for (const id of ids) update.run(at.toString(), id)
    this.#database.exec('commit')
  }

  /** Says that one could not join, for a reason of its own, and when that is tried again. */
  failed(id: string, failure: string, retryAt: Temporal.Instant): void {
    this.#database
      .prepare('update reports set tries = tries + 1, failure = ?, retry_at = ? where report = ?')
      .run(failure, retryAt.toString(), id)
  }

  /** Forgets receipts that the main site has had for long. */
  forget(before: Temporal.Instant): void {
    this.#database.prepare('delete from reports where merged_at < ?').run(before.toString())
  }

  /** What can be reported, as the database said last; empty where it never did. */
  choices(): Choice[] {
    const row = this.#database.prepare("select value from kept where name = 'choices'").get()
    return typeof row?.value === 'string' ? (JSON.parse(row.value) as Choice[]) : []
  }

  keepChoices(choices: readonly Choice[]): void {
    this.#database
      .prepare(
        "insert into kept values ('choices', ?) on conflict (name) do update set value = excluded.value"
      )
      .run(JSON.stringify(choices))
  }

  close(): void {
    this.#database.close()
  }
}
