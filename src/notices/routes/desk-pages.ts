import { z } from 'zod'
import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type Actor,
  type Authority,
  NotAllowedError,
  actorNames,
  actorOf,
  demand,
  holds,
  listAuthorities
} from '../../people/index.ts'
import type { Html } from '../../platform/html/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import {
  type OpenedDraft,
  discardDraft,
  openDraft,
  publishDraft,
  rebaseCorrection,
  saveDraft,
  startCorrection,
  startNotice,
  writerRoles
} from '../draft-notice.ts'
import { deliveryCounts } from '../delivery-store.ts'
import { draftById, draftsOf } from '../draft-store.ts'
import { deskMessages } from '../messages-desk.ts'
import { noticePath } from '../notice.ts'
import type { NoticeTexts } from '../notice-form.ts'
import { listNoticesOf, noticeById } from '../notice-store.ts'
import { NoticeNotFoundError } from '../refusals.ts'
import { serviceNames } from '../service-name-store.ts'
import { type EditedNotice, deskEditorPage } from '../views/desk-editor-page.ts'
import { deskListPage } from '../views/desk-list-page.ts'
import { deskNoticePage } from '../views/desk-notice-page.ts'

const perPage = 25
const started = z.object({ authority: z.string().max(60).catch('') })
const listQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

/** The pages on which an authority writes, publishes and corrects its notices. */
export function deskPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/notices' }, (it) => deskList(context, it))
  page(app, { method: 'post', path: '/desk/notices' }, async (it) => {
    const { authority } = started.parse(it.request.body)
    return redirect(it, address(await startNotice(context, actorOf(it.request), authority)))
  })
  page(app, { method: 'get', path: '/desk/notices/:id' }, (it) => openPage(context, it))
  page(app, { method: 'post', path: '/desk/notices/:id' }, (it) => takeForm(context, it))
  page(app, { method: 'post', path: '/desk/notices/:id/correction' }, async (it) => {
    await startCorrection(context, actorOf(it.request), idOf(it))
    return redirect(it, address(idOf(it)))
  })
}

function address(id: string): string {
  return `/desk/notices/${id}`
}

function idOf({ request }: Page): string {
  return (request.params as { id: string }).id
}

async function writtenFor(context: Context, actor: Actor): Promise<Authority[]> {
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role: writerRoles })
  )
  if (own.length === 0) throw new NotAllowedError()
  return own
}

async function deskList(context: Context, { view, request }: Page): Promise<Html> {
  const { db } = context
  const authorities = await writtenFor(context, actorOf(request))
  const own = authorities.map(({ id }) => id)
  const asked = listQuery.parse(request.query).page
  const [drafts, { notices, total }] = await Promise.all([
    draftsOf(db, own),
    listNoticesOf(db, own, { skip: (asked - 1) * perPage, limit: perPage })
  ])
  const names = await actorNames(
    db,
    drafts.map(({ savedBy }) => savedBy)
  )
  const pages = Math.max(1, Math.ceil(total / perPage))
  return deskListPage(view, { authorities, drafts, published: notices, page: asked, pages, names })
}

async function openPage(context: Context, it: Page): Promise<Html> {
  const actor = actorOf(it.request)
  const id = idOf(it)
  if ((await draftById(context.db, id)) === null) {
    const notice = await noticeById(context.db, id)
    if (notice === null) throw new NoticeNotFoundError()
    demand(actor, { authority: notice.authority, role: writerRoles })
    return deskNoticePage(it.view, notice, await deliveryCounts(context.db, id))
  }
  const opened = await openDraft(context, actor, id)
  const { preview } = it.request.query as { preview?: string }
  return editor(context, it, { opened, isPreviewed: preview !== undefined })
}

interface Shown extends Partial<Pick<EditedNotice, 'problems' | 'refusal' | 'typed'>> {
  readonly opened: OpenedDraft
  /** The revision that the writer has seen, where another one was saved since. */
  readonly revision?: number
  readonly isPreviewed?: boolean
}

async function editor(context: Context, { view }: Page, shown: Shown): Promise<Html> {
  const { opened, refusal } = shown
  const { draft, place } = opened
  const names = await serviceNames(context.db)
  return deskEditorPage(view, {
    draft: { ...draft, revision: shown.revision ?? draft.revision },
    typed: shown.typed ?? draft.typed,
    newest: opened.published?.version ?? null,
    made: place.made,
    services: Array.from(names.values()).filter(({ authority }) => authority === place.authority),
    problems: shown.problems ?? [],
    ...(refusal === undefined ? {} : { refusal }),
    isPreviewed: shown.isPreviewed ?? false
  })
}

async function takeForm(context: Context, it: Page): Promise<PageAnswer> {
  const actor = actorOf(it.request)
  const t = deskMessages.in(it.lang)
  const id = idOf(it)
  const { action, revision: seen, ...typed } = textsOf(it.request.body)
  const opened = await openDraft(context, actor, id)
  let revision = Number.parseInt(String(seen), 10) || 0
  try {
    if (action === 'discard') {
      await discardDraft(context, actor, { id, revision })
      return redirect(it, '/desk/notices', { kind: 'info', text: t.discarded })
    }
    // What was typed is kept as a draft first, so that a refusal loses nothing.
    ;({ revision } = (await saveDraft(context, actor, { id, revision, typed })).draft)
    if (action === 'rebase') await rebaseCorrection(context, actor, { id, revision })
    if (action !== 'publish') return afterSave(it, action)
    const { version } = await publishDraft(context, actor, { id, revision })
    const text = t.publishedNow(formatDigits(version, it.lang))
    return redirect(it, noticePath(id), { kind: 'success', text })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 403) throw error
    void it.reply.code(error.status)
    const problems = error.fields
    const refusal = problems.length === 0 ? { refusal: error.text[it.lang] } : {}
    return editor(context, it, { opened, typed, problems, revision, ...refusal })
  }
}

function afterSave(it: Page, action: NoticeTexts[string] | undefined): PageAnswer {
  const target = address(idOf(it))
  if (action === 'preview') return redirect(it, `${target}?preview=1#preview`)
  return redirect(it, target, { kind: 'success', text: deskMessages.in(it.lang).saved })
}

const names = [
  'action',
  'revision',
  'kind',
  'changes',
  'services',
  ...['title', 'body'].flatMap((name) => [`${name}.fa`, `${name}.en`]),
  ...['effectiveAt', 'bannerUntil'].flatMap((name) => [name, `${name}Time`])
]

/** The fields of the form as texts; anything else that a body may hold is left out. */
function textsOf(body: unknown): NoticeTexts {
  if (typeof body !== 'object' || body === null) return {}
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      names.includes(entry[0]) &&
      (typeof entry[1] === 'string' ||
        (Array.isArray(entry[1]) && entry[1].every((item) => typeof item === 'string')))
  )
  return Object.fromEntries(entries)
}
