import { type Actor, anyUnit, holds } from '../people/index.ts'
import { type Context, withScope } from '../platform/index.ts'
import { type CaseFile, readCaseFile } from './case-file.ts'
import { caseIdByCode } from './case-store.ts'
import { recordCaseRefusal } from './case-use.ts'
import { CaseNotFoundError } from './refusals.ts'
import { parseTrackingCode } from './tracking-code.ts'

/**
 * The case that somebody at a counter names, by its id or its tracking code, for a clerk of its body. It
 * is read whatever became of it; what of it the clerk is shown needs the applicant's consent.
 * @throws {CaseNotFoundError} Also for everybody but a clerk of the body.
 */
export async function openAtCounter(
  context: Context,
  clerk: Actor,
  named: string
): Promise<CaseFile> {
  // Its applicant stands at the counter with the code; a clerk has no file of a case that has ended.
  const file = await withScope('system', () => fileNamed(context, named))
  if (file === null) throw new CaseNotFoundError()
  const { record } = file
  if (holds(clerk, { authority: record.authority, role: 'clerk', unit: anyUnit })) return file
  await recordCaseRefusal(context, clerk, { record, access: null })
  throw new CaseNotFoundError()
}

async function fileNamed({ db, clock }: Context, named: string): Promise<CaseFile | null> {
  const code = parseTrackingCode(named)
  const id = code === null ? named : await caseIdByCode(db, code)
  if (id === null || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return readCaseFile(db, id, clock.now())
}
