import { toPersianDigits } from '../kernel/persian/index.ts'
import { type Actor, authorityById, holds } from '../people/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import type { ServiceCard } from './card.ts'
import { compareCards } from './card-changes.ts'
import { deleteDraft, newestCard } from './card-store.ts'
import { type CardRow, cellProblem, headerProblems, readCardRows } from './card-table.ts'
import { checkCard } from './check-card.ts'
import { ImportRefusedError, type TableProblem } from './import-refusals.ts'
import { missingFields, missingProblems } from './missing-fields.ts'
import { publishVersion } from './publish-card.ts'
import { type TableFile, readTable } from './read-table.ts'

/** A table file, and the authority of its services where it has no such column. */
export interface ServicesFile extends TableFile {
  readonly authority?: string | undefined
}

/** What an import did. */
export interface ImportedServices {
  /** Names of the versions that were published: `10021001@2`. */
  readonly published: readonly string[]
  /** Of these, the versions that wait for their notices to be seen. */
  readonly announced: readonly string[]
  /** Codes whose newest card says the same already. */
  readonly unchanged: readonly string[]
}

/** As many as a person reads; the rest of a bad file is like them. */
const problemsMax = 200

/**
 * Publishes the service cards of a CSV or XLSX file: all of them in one transaction, or none. Of what is
 * in force nothing changes before its notice was seen.
 * @throws {ImportRefusedError} Naming row and column of everything that is wrong, in both languages.
 */
export async function importServices(
  context: Context,
  actor: Actor,
  file: ServicesFile
): Promise<ImportedServices> {
  const table = await readTable(file)
  const wrongHeader = headerProblems(table[0] ?? [], file)
  if (wrongHeader.length > 0) throw new ImportRefusedError(wrongHeader)
  const rows = readCardRows(table, file)
  const checked = await Promise.all(rows.map((row) => checkRow(context, actor, row)))
  const problems = [...checked.flatMap((one) => one.problems), ...repeatedCodes(rows)]
  if (problems.length > 0) throw new ImportRefusedError(inOrder(problems).slice(0, problemsMax))
  const cards = checked.flatMap(({ card }) => (card === null ? [] : [card]))
  const imported = await inTransaction(context.db, (tx) =>
    publishAll(tx, cards, { actor: actor.id, at: context.clock.now() })
  )
  context.nudge()
  return imported
}

async function publishAll(
  tx: Tx,
  cards: readonly ServiceCard[],
  by: { readonly actor: string; readonly at: Temporal.Instant }
): Promise<ImportedServices> {
  const published: string[] = []
  const announced: string[] = []
  const unchanged: string[] = []
  for (const card of cards) {
    const before = await newestCard(tx, card.code)
    if (before !== null && compareCards(before.card, card).length === 0) {
      unchanged.push(card.code)
      continue
    }
    const { version, notice } = await publishVersion(tx, card, by)
    await deleteDraft(tx, card.code)
    const name = `${card.code}@${String(version)}`
    published.push(name)
    if (notice !== null) announced.push(name)
  }
  return { published, announced, unchanged }
}

type CheckedRow = { readonly card: ServiceCard | null; readonly problems: readonly TableProblem[] }

function refused(problems: readonly TableProblem[]): CheckedRow {
  return { card: null, problems }
}

async function checkRow(context: Context, actor: Actor, row: CardRow): Promise<CheckedRow> {
  const { draft } = row
  const unread = new Set(row.problems.map(({ column }) => column))
  // A cell that could not be read is not empty; what it should be was said already.
  const missing = missingProblems(missingFields(draft))
    .map((problem) => cellProblem(row.row, problem))
    .filter(({ column }) => !unread.has(column))
  if (row.problems.length + missing.length > 0) return refused([...row.problems, ...missing])
  if (!holds(actor, { authority: draft.authority, role: 'authority-admin' })) {
    return refused([at(row, 'authority', notYours)])
  }
  const checked = checkCard(draft, await authorityById(context.db, draft.authority))
  if (!checked.ok) return refused(checked.problems.map((one) => cellProblem(row.row, one)))
  const before = await newestCard(context.db, draft.code)
  if (before !== null && before.card.authority !== draft.authority) {
    return refused([at(row, 'code', taken)])
  }
  return { card: checked.card, problems: [] }
}

const notYours = {
  code: 'import/not-yours',
  text: {
    fa: 'شما مدیر این دستگاه نیستید، یا چنین دستگاهی نیست.',
    en: 'You do not administer this authority, or there is none of this name.'
  }
}
const taken = {
  code: 'card/code-taken',
  text: {
    fa: 'این کد از آنِ خدمتی از دستگاهی دیگر است.',
    en: 'This code belongs to a service of another authority.'
  }
}

function at(row: CardRow, column: string, said: Pick<TableProblem, 'code' | 'text'>): TableProblem {
  return { row: row.row, column, ...said }
}

function repeatedCodes(rows: readonly CardRow[]): TableProblem[] {
  return rows.flatMap((row, i) => {
    const first = rows.findIndex(({ draft }) => draft.code === row.draft.code)
    if (first === i || row.draft.code === '') return []
    const before = String(rows[first]?.row)
    return [
      at(row, 'code', {
        code: 'import/code-twice',
        text: {
          fa: `این کد در ردیف ${toPersianDigits(before)} هم آمده است.`,
          en: `This code is in row ${before} too.`
        }
      })
    ]
  })
}

function inOrder(problems: readonly TableProblem[]): TableProblem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}
