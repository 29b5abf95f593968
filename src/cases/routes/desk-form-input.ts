import type { ServiceCard } from '../../catalogue/index.ts'
import { type Actor } from '../../people/index.ts'
import type { Page } from '../../platform/http/index.ts'
import { type Context, type FieldProblem, Refusal } from '../../platform/index.ts'
import { type DefectCode, defectCodes } from '../case.ts'
import { uploadFile } from '../upload-file.ts'
import type { DeskForm } from '../views/desk-case-options.ts'
import { defectKey, noteKey } from '../views/desk-return.ts'
import { problemsOf, readFiles, type Sent, textIn } from './page-input.ts'

/** The texts of a form of the desk, and what was wrong with a file in it. */
export interface DeskFormInput {
  readonly texts: Sent
  readonly problems: readonly FieldProblem[]
}

/**
 * Reads a form of the desk. A file in it is kept as an upload for the case, whose id stands in the
 * texts as `upload`, so that a form refused for another reason does not ask for the file again.
 */
export async function readDeskForm(
  context: Context,
  p: Page,
  { actor, id, form }: { actor: Actor; id: string; form: DeskForm }
): Promise<DeskFormInput> {
  const problems: FieldProblem[] = []
  const kept: Record<string, string> = {}
  const texts = await readFiles(p.request, async ({ name, stream }, before) => {
    const document = textIn(before, `${form}.document`) ?? ''
    try {
      const input = { document, name, sizeBytes: null, case: id, stream }
      const upload = await uploadFile(context, actor, input)
      kept.upload = upload.id
      kept.uploadName = upload.name
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      stream.resume()
      problems.push(...problemsOf(error).map((each) => ({ ...each, pointer: '/file' })))
    }
  })
  return { texts: { ...own(texts, form), ...kept }, problems }
}

/** The texts by the names that their form has for them: on the page each form has its own ones. */
function own(texts: Sent, form: DeskForm): Sent {
  const prefix = `${form}.`
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [
      name.startsWith(prefix) ? name.slice(prefix.length) : name,
      value
    ])
  )
}

/** Problems beside the fields of one form of the page; those of the card's questions have one place. */
export function besideForm(
  problems: readonly FieldProblem[],
  form: DeskForm
): readonly FieldProblem[] {
  return problems.map((problem) => {
    if (problem.pointer.startsWith('/answers/')) return problem
    const pointer = problem.pointer === '/arrivedAt' ? '/arrivedDate' : problem.pointer
    return { ...problem, pointer: `/${form}${pointer}` }
  })
}

/** The defects that a return form names, in the order of the card. */
export function defectsIn(
  sent: Sent,
  card: ServiceCard
): { code: DefectCode; item: string; note?: string }[] {
  const items = [
    ...card.documents.map(({ code }) => `document:${code}`),
    ...card.form.fields.map(({ name }) => `field:${name}`)
  ]
  return items.flatMap((item) => {
    const code = defectCodes.find((known) => known === textIn(sent, defectKey(item)))
    if (code === undefined) return []
    const note = textIn(sent, noteKey(item))
    return [{ code, item, ...(note !== undefined && { note }) }]
  })
}

/** The version of the case that the page showed; a case that moved on since then is not changed. */
export function versionIn(sent: Sent): { expectedVersion?: number } {
  const version = Number(textIn(sent, 'expectedVersion'))
  return Number.isInteger(version) && version > 0 ? { expectedVersion: version } : {}
}
