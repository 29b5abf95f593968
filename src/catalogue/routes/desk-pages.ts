import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { formatDigits, toLatinDigits } from '../../kernel/persian/index.ts'
import {
  type Actor,
  type Authority,
  NotAllowedError,
  actorOf,
  holds,
  listAuthorities
} from '../../people/index.ts'
import { type Context, type Lang, Refusal } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  partsOf,
  redirect
} from '../../platform/http/index.ts'
import { draftOf, draftsOf, listServices, newestCard } from '../card-store.ts'
import { writeCardTable } from '../card-table.ts'
import { announcedOfAuthority } from '../effect-store.ts'
import { deskMessages } from '../messages-desk.ts'
import { draftCard } from '../draft-card.ts'
import { ImportRefusedError, badFile } from '../import-refusals.ts'
import { type ImportedServices, importServices } from '../import-services.ts'
import { type TableFile, tableBytesMax } from '../read-table.ts'
import { type DeskList, type DeskRow, deskListPage } from '../views/desk-list-page.ts'
import { importPage } from '../views/import-page.ts'
import { editorPages } from './editor-pages.ts'

/** The pages on which administrators keep the cards of their authority. */
export function deskPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/catalogue' }, async ({ view, request }) =>
    deskListPage(view, await deskList(context, actorOf(request)))
  )
  page(app, { method: 'post', path: '/desk/catalogue' }, (it) => startCard(context, it))
  importPages(app, context)
  page(app, { method: 'get', path: '/desk/catalogue/export.csv' }, async ({ request, reply }) => {
    const { rows } = await deskList(context, actorOf(request))
    const newest = await Promise.all(rows.map(({ code }) => newestCard(context.db, code)))
    // Of a card that will change the announced one: a file that comes back must not take it back.
    const cards = newest.flatMap((version) => (version === null ? [] : [version.card]))
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="service-cards.csv"')
      // The mark lets spreadsheet programs see that this is UTF-8.
      .send(`\ufeff${stringify(writeCardTable(cards))}`)
    return undefined
  })
  editorPages(app, context)
}

async function administered(context: Context, actor: Actor): Promise<Authority[]> {
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: 'authority-admin' })
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

async function deskList(context: Context, actor: Actor): Promise<DeskList> {
  const authorities = await administered(context, actor)
  const rows = await Promise.all(authorities.map(({ id }) => rowsOf(context, id)))
  return { authorities, rows: rows.flat() }
}

async function rowsOf(context: Context, authority: string): Promise<DeskRow[]> {
  const at = context.clock.now()
  const [versions, drafts, announced] = await Promise.all([
    listServices(context.db, { authority, at }),
    draftsOf(context.db, authority),
    announcedOfAuthority(context.db, authority, at)
  ])
  const codes = new Set([...versions, ...drafts].map(({ service }) => service))
  return [...codes].toSorted().map((code) => ({
    code,
    authority,
    version: versions.find(({ service }) => service === code) ?? null,
    draft: drafts.find(({ service }) => service === code) ?? null,
    announced: announced.filter(({ service }) => service === code)
  }))
}

const text = z.string().catch('')
const newCard = z.object({ code: text, authority: text })

async function startCard(context: Context, it: Page): Promise<PageAnswer> {
  const actor = actorOf(it.request)
  const typed = newCard.parse(it.request.body)
  const card = { code: toLatinDigits(typed.code.trim()), authority: typed.authority }
  try {
    if ((await draftOf(context.db, card.code))?.authority !== card.authority) {
      await draftCard(context, actor, { card, revision: 0 })
    }
    return redirect(it, `/desk/catalogue/${card.code}`)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 403) throw error
    void it.reply.code(error.status)
    const problem = { pointer: '/code', code: error.code, text: error.text }
    const problems = error.fields.length > 0 ? error.fields : [problem]
    return deskListPage(it.view, { ...(await deskList(context, actor)), typed, problems })
  }
}

function importPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/catalogue/import' }, async ({ view, request }) => {
    await administered(context, actorOf(request))
    return importPage(view, null)
  })
  page(
    app,
    { method: 'post', path: '/desk/catalogue/import', fileBytesMax: tableBytesMax },
    async (it) => {
      const actor = actorOf(it.request)
      await administered(context, actor)
      try {
        const imported = await importServices(context, actor, await sentFile(it))
        return redirect(it, '/desk/catalogue', {
          kind: 'success',
          text: importedText(imported, it.lang)
        })
      } catch (error) {
        if (!(error instanceof ImportRefusedError)) throw error
        void it.reply.code(error.status)
        return importPage(it.view, error)
      }
    }
  )
}

function importedText({ published, announced, unchanged }: ImportedServices, lang: Lang): string {
  const t = deskMessages.in(lang)
  const [made = '', same = '', waiting = ''] = [published, unchanged, announced].map((names) =>
    formatDigits(names.length, lang)
  )
  const done = t.imported(made, same)
  return announced.length === 0 ? done : `${done} ${t.importedWaiting(waiting)}`
}

/** The one file of a multipart body, read up to the limit of a table. */
async function sentFile({ request }: Page): Promise<TableFile> {
  const part = request.isMultipart() ? await firstFile(partsOf(request)) : undefined
  if (part === undefined || part.filename === '') {
    const { fileMissing } = deskMessages.entries
    throw badFile('no-file', fileMissing.fa, fileMissing.en)
  }
  const chunks: Buffer[] = []
  for await (const chunk of part.file) chunks.push(chunk as Buffer)
  if (part.file.truncated) {
    throw badFile('too-large', 'فایل از ۵ مگابایت بزرگ‌تر است.', 'The file is larger than 5 MB.')
  }
  return { name: part.filename, bytes: Buffer.concat(chunks) }
}

async function firstFile(parts: ReturnType<typeof partsOf>) {
  for await (const part of parts) if (part.type === 'file') return part
  return undefined
}
