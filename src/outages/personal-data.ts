import { publicLog } from '../ledger/index.ts'
import { contact, type personalData } from '../people/index.ts'
import { type Db, inTransaction } from '../platform/index.ts'
import { messages } from './messages-personal-data.ts'
import {
  type WrittenReport,
  emptyReports,
  reportsOfAddresses,
  reportsPastTime
} from './reports/person-report-store.ts'
import { photoOf } from './reports/report-store.ts'

const { entries: t } = messages

/**
 * Failure reports. Anybody files them without saying who they are: those are a person's that give an
 * address of theirs which they proved, and no others.
 */
export const holder: personalData.PersonalDataHolder = {
  slice: 'outages',
  tables: [
    'failure_reports',
    'failure_report_photos',
    'failure_report_answers',
    'failure_report_keys',
    'failure_receipts',
    'failure_receipt_codes'
  ],
  dataTypes: ['failure-reports'],
  async *collect({ db }, person) {
    const reports = await reportsOf(db, person)
    const rows = reports.map((one) => ({ ...one, filedAt: one.filedAt.toString() }))
    if (rows.length > 0) yield { name: 'failure-reports', title: t.reports, rows }
    for (const { id, photoType } of reports.filter((one) => one.photoType !== null)) {
      const content = await photoOf(db, id)
      const file = `documents/failure-reports/${id}.${photoType?.split('/')[1] ?? 'bin'}`
      yield { file, content: once(content) }
    }
  },
  async foresee(db, person) {
    const count = (await reportsOf(db, person)).length
    return { erased: count === 0 ? [] : [{ what: t.reports, count }], kept: [], refused: [] }
  },
  async evidence(db, person) {
    return (await reportsOf(db, person)).map(({ id }) => ({ owner: id, subject: id }))
  },
  async erase(tx, person) {
    const ids = (await reportsOf(tx, person)).map(({ id }) => id)
    await emptyReports(tx, ids)
    return { erased: ids.length === 0 ? {} : { failureReports: ids.length }, kept: [] }
  },
  async expire(context, past) {
    const ids = (await reportsPastTime(context.db, past)).map(({ id }) => id)
    for (const id of ids) await publicLog.eraseEvidence(context, { owner: id, subject: id })
    await inTransaction(context.db, (tx) => emptyReports(tx, ids))
    return ids.length
  }
}

async function reportsOf(db: Db, person: string): Promise<WrittenReport[]> {
  const proven = await contact.contactsOf(db, person)
  return reportsOfAddresses(
    db,
    proven.map(({ address }) => address)
  )
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
