// What the report desk loads once it listens: everything that needs the database.
import { join } from 'node:path'
import {
  type EmbeddedPostgres,
  demandWholeNow,
  openDatabase,
  startEmbeddedPostgres
} from '../../platform/index.ts'
import { listChoices } from '../reports/choice-store.ts'
import { reportByCode } from '../reports/read-report.ts'
import { mergeSpool } from './merge-spool.ts'

export { demandWholeNow, listChoices, mergeSpool, openDatabase, reportByCode }

/** Starts or joins the embedded server of a data folder. */
export function startEmbedded(dataFolder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ folder: join(dataFolder, 'database') })
}
