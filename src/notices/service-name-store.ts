import { sql } from 'kysely'
import { sandboxAuthority } from '../kernel/terms/sandbox-authority.ts'
import { type Bilingual, type Db, type Tx, json, recently } from '../platform/index.ts'

/** A service as notices name it. */
export interface ServiceName {
  readonly code: string
  readonly authority: string
  readonly title: Bilingual
}

/** Takes what a service is called from now on; whoever publishes cards tells it with each. */
export async function nameService(tx: Tx, { code, authority, title }: ServiceName): Promise<void> {
  await sql`
    insert into notice_services (code, authority, title)
    values (${code}, ${authority}, ${json(title)})
    on conflict (code) do update set title = excluded.title
      where notice_services.title is distinct from excluded.title`.execute(tx)
}

/** All services that were ever named, by code, but those for trying. */
export function serviceNames(db: Db): Promise<ReadonlyMap<string, ServiceName>> {
  return recently(db, 'notice services', async () => {
    const found = await sql<ServiceName>`
      select code, authority, title from notice_services
      where authority <> ${sandboxAuthority} order by code`.execute(db)
    return new Map(found.rows.map((row) => [row.code, row]))
  })
}
