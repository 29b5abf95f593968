import { sql } from 'kysely'
import { type Bilingual, type Db, type Tx, bucketOf, json, recently } from '../../platform/index.ts'
import type { BrandColours, Branding, Logo } from './branding.ts'

interface Row {
  readonly authority: string
  readonly colours: BrandColours | null
  readonly desk: Bilingual | null
  readonly note: Bilingual | null
  readonly logoType: Logo['type'] | null
  readonly logoSha256: string | null
}

/** The branding of every authority that has any; read once a second at most. */
export function brandings(db: Db): Promise<ReadonlyMap<string, Branding>> {
  return recently(db, 'brandings', async () => {
    const found = await sql<Row>`
      select authority, colours, desk, note, logo_type as "logoType", logo_sha256 as "logoSha256"
      from authority_brandings`.execute(db)
    return new Map(found.rows.map((row) => [row.authority, brandingOf(row)]))
  })
}

function brandingOf({ logoType, logoSha256, ...row }: Row): Branding {
  const hasLogo = logoType !== null && logoSha256 !== null
  return { ...row, logo: hasLogo ? { type: logoType, sha256: logoSha256 } : null }
}

/** The bytes of a logo by its hash; `null` where that authority has no such logo (any more). */
export async function logoBytes(
  db: Db,
  of: { readonly authority: string; readonly sha256: string }
): Promise<Buffer | null> {
  const found = await sql<{ logo: Buffer }>`
    select logo from authority_brandings
    where bucket = ${bucketOf(of.authority)} and authority = ${of.authority}
      and logo_sha256 = ${of.sha256}`.execute(db)
  return found.rows[0]?.logo ?? null
}

/** Who changed a branding, when, and to what. */
export interface BrandingChange extends Omit<Branding, 'logo'> {
  /** A new logo, none, or (`kept`) the one that there was. */
  readonly logo: 'kept' | null | (Logo & { readonly bytes: Uint8Array })
  readonly at: Temporal.Instant
  readonly by: string
}

/** Writes a branding. */
export async function saveBranding(tx: Tx, change: BrandingChange): Promise<void> {
  const { authority, colours, desk, note, logo, at, by } = change
  const picture = logo === 'kept' || logo === null ? null : logo
  await sql`
    insert into authority_brandings as b (bucket, authority, colours, desk, note, logo, logo_type,
      logo_sha256, changed_at, changed_by)
    values (${bucketOf(authority)}, ${authority}, ${colours && json(colours)}, ${desk && json(desk)},
      ${note && json(note)}, ${picture && Buffer.from(picture.bytes)}, ${picture?.type ?? null},
      ${picture?.sha256 ?? null}, ${at}, ${by})
    on conflict (bucket, authority) do update set colours = excluded.colours, desk = excluded.desk,
      note = excluded.note, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
      logo = case when ${logo === 'kept'} then b.logo else excluded.logo end,
      logo_type = case when ${logo === 'kept'} then b.logo_type else excluded.logo_type end,
      logo_sha256 = case when ${logo === 'kept'} then b.logo_sha256 else excluded.logo_sha256 end`.execute(
    tx
  )
}
