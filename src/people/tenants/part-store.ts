import { sql } from 'kysely'
import { type Tx, json } from '../../platform/index.ts'
import type { NewPart } from './new-part.ts'

/** Writes a unit or a post behind those that there are. @returns False where its id was taken. */
export async function insertPart(tx: Tx, part: NewPart, position: number): Promise<boolean> {
  const { authority, id, title, unit } = part
  const written =
    part.kind === 'unit'
      ? await sql`
          insert into units (authority, id, position, title)
          values (${authority}, ${id}, ${position}, ${json(title)})
          on conflict (authority, id) do nothing`.execute(tx)
      : await sql`
          insert into posts (authority, id, position, unit, title)
          values (${authority}, ${id}, ${position}, ${unit}, ${json(title)})
          on conflict (authority, id) do nothing`.execute(tx)
  return written.numAffectedRows === 1n
}
