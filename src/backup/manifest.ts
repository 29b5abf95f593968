import { z } from 'zod'

const table = z.object({
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  /** Stored columns in order; generated ones are computed anew. */
  columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)).readonly(),
  /** What the table takes on the disk, for the progress of a restore. */
  sizeBytes: z.number().int().min(0)
})

/** The first file of a backup: what comes, and of which moment. */
export const manifestSchema = z.object({
  format: z.literal('peyman-backup/1'),
  id: z.uuid(),
  /** The moment whose state this is. */
  at: z.string(),
  peyman: z.string(),
  postgresql: z.string(),
  origin: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(table),
  /** Tables whose rows are not in it, each with the reason. */
  leftOut: z.array(z.object({ name: z.string(), because: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** How far each shard of the public log went. */
  logs: z.array(
    z.object({ log: z.string(), origin: z.string(), size: z.number(), root: z.string() })
  ),
  facts: z.number().int().min(0),
  /** When the newest fact was written down. */
  newestFactAt: z.string().nullable(),
  /** Files of the data folder; a name is never a path. */
  files: z.array(z.string().regex(/^[a-z][a-z.-]*$/))
})

/** The last file: what there was, so that nobody takes a part for the whole. */
export const summarySchema = z.object({
  id: z.uuid(),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int().min(0), sha256: z.string() }))
})

/** The first file of a backup. */
export type Manifest = z.infer<typeof manifestSchema>
/** The last file of a backup. */
export type Summary = z.infer<typeof summarySchema>
/** A table as a backup names it. */
export type BackupTable = Manifest['tables'][number]

export const manifestName = 'manifest.json'
export const summaryName = 'summary.json'

/**
 * Tables that are made anew rather than brought back. Their rows would undo what people did after the
 * backup: a session that was ended would live again.
 */
export const leftOutTables: Readonly<Record<string, string>> = {
  sessions: 'a session that was ended after the backup would live again; everybody signs in anew',
  webauthn_challenges: 'valid for minutes',
  code_challenges: 'valid for minutes',
  oidc_logins: 'valid for minutes',
  enrolment_codes: 'a code that was used after the backup could be used again; it is issued anew',
  backup_turns: 'whose turn it was',
  backup_drafts: 'keys of parts that were set aside, for hours; no backup holds a key'
}
