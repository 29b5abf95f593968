import type { Filing } from '../reports/filing.ts'
import type { Choice, Photo, ReportInput } from '../reports/report.ts'

/** What of a report waits for the database, as JSON; its photo waits beside it. */
type Written = Omit<Filing, 'input' | 'filedAt' | 'receipt'> & {
  readonly filedAt: string
  readonly receipt: Omit<Filing['receipt'], 'issuedAt'>
  readonly input: Omit<ReportInput, 'photo' | 'noticedAt' | 'choice'> & {
    readonly choice: Choice
    readonly noticedAt: string | null
    readonly photo: Omit<Photo, 'bytes'> | null
  }
}

/** A report as text; without the bytes of its photo. */
export function filingText({ input, filedAt, receipt, ...filing }: Filing): string {
  const { photo, noticedAt, ...rest } = input
  const { issuedAt: _same, ...issued } = receipt
  const written: Written = {
    ...filing,
    filedAt: filedAt.toString(),
    receipt: issued,
    input: {
      ...rest,
      noticedAt: noticedAt?.toString() ?? null,
      photo: photo && { type: photo.type, sentSha256: photo.sentSha256 }
    }
  }
  return JSON.stringify(written)
}

/** The report of a text and the bytes of its photo. */
export function filingOf(text: string, bytes: Uint8Array | null): Filing {
  const { input, receipt, ...filing } = JSON.parse(text) as Written
  const filedAt = Temporal.Instant.from(filing.filedAt)
  const { photo, noticedAt, ...rest } = input
  return {
    ...filing,
    filedAt,
    receipt: { ...receipt, issuedAt: filedAt },
    input: {
      ...rest,
      noticedAt: noticedAt === null ? null : Temporal.Instant.from(noticedAt),
      photo: photo && bytes && { ...photo, bytes }
    }
  }
}
