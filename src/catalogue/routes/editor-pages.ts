import { z } from 'zod'
import { formatDigits, jalaliToPlainDate, parseJalaliDate } from '../../kernel/persian/index.ts'
import { actorOf, authorityById } from '../../people/index.ts'
import { type Context, type FieldProblem, Refusal } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import type { CardDraft } from '../card.ts'
import { deskMessages } from '../messages-desk.ts'
import { type OpenedCard, discardDraft, draftCard, openCard } from '../draft-card.ts'
import { missingFields } from '../missing-fields.ts'
import { publishCard } from '../publish-card.ts'
import { EffectUnreadableError } from '../refusals.ts'
import { type CardTexts, readCardTexts, writeCardTexts } from '../read-card-texts.ts'
import { editorPage } from '../views/editor-page.ts'

// The day belongs to the publication, not to the draft: between two pages it stands in the address.
const askedDay = z.object({
  effectiveAt: z.string().trim().min(1).max(60).optional().catch(undefined)
})

/** The editor of one card. */
export function editorPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/catalogue/:code' }, async (it) => {
    const opened = await openCard(context, actorOf(it.request), codeOf(it))
    return editorPage(it.view, {
      code: opened.card.code,
      texts: { ...writeCardTexts(opened.card), ...askedDay.parse(it.request.query) },
      revision: opened.revision,
      version: opened.version,
      announced: opened.announced,
      missing: missingFields(opened.card),
      problems: []
    })
  })
  page(app, { method: 'post', path: '/desk/catalogue/:code' }, (it) => takeForm(context, it))
}

function codeOf({ request }: Page): string {
  return (request.params as { code: string }).code
}

async function takeForm(context: Context, it: Page): Promise<PageAnswer> {
  const actor = actorOf(it.request)
  const opened = await openCard(context, actor, codeOf(it))
  const texts = textsOf(it.request.body)
  const { code } = opened.card
  if (texts.action === 'discard') {
    await discardDraft(context, actor, code)
    const target = opened.version === null ? '/desk/catalogue' : `/desk/catalogue/${code}`
    return redirect(it, target, { kind: 'info', text: deskMessages.in(it.lang).discarded })
  }
  const { draft, problems } = readCardTexts(opened.card, texts)
  const typed = { opened, texts, draft }
  if (problems.length > 0) return again(it, typed, { status: 422, problems })
  return texts.action === 'publish' ? publish(context, it, typed) : save(context, it, typed)
}

interface Typed {
  readonly opened: OpenedCard
  readonly texts: CardTexts
  readonly draft: CardDraft
}

async function save(context: Context, it: Page, typed: Typed): Promise<PageAnswer> {
  const t = deskMessages.in(it.lang)
  const { draft: card } = typed
  try {
    await draftCard(context, actorOf(it.request), { card, revision: revisionOf(typed) })
  } catch (error) {
    return refused(it, typed, error)
  }
  const missing = missingFields(card).length
  const text = missing === 0 ? t.saved : t.savedMissing(formatDigits(missing, it.lang))
  const { effectiveAt: day } = askedDay.parse(typed.texts)
  const kept = day === undefined ? '' : `?effectiveAt=${encodeURIComponent(day)}`
  const address = `/desk/catalogue/${card.code}${kept}`
  return redirect(it, address, { kind: 'success', text })
}

/** What was typed is kept as a draft first, so that a refusal loses nothing. */
async function publish(context: Context, it: Page, typed: Typed): Promise<PageAnswer> {
  const actor = actorOf(it.request)
  const { draft: card } = typed
  let revision = revisionOf(typed)
  try {
    revision = (await draftCard(context, actor, { card, revision })).revision
    const effectiveAt = await askedInstant(context, card.authority, typed.texts.effectiveAt)
    const { version, notice } = await publishCard(context, actor, card, { effectiveAt })
    const t = deskMessages.in(it.lang)
    return redirect(it, `/services/${card.code}/versions`, {
      kind: 'success',
      text: (notice === null ? t.published : t.publishedWaiting)(formatDigits(version, it.lang))
    })
  } catch (error) {
    return refused(it, { ...typed, opened: { ...typed.opened, revision } }, error)
  }
}

/**
 * The first instant of the day that was typed, where the authority is; nothing where none was, or
 * where it is today: that is as soon as may be.
 * @throws {EffectUnreadableError}
 */
async function askedInstant(
  context: Context,
  authority: string,
  typed: CardTexts[string] | undefined
): Promise<Temporal.Instant | undefined> {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return undefined
  const read = parseJalaliDate(text)
  if (!read.ok) throw new EffectUnreadableError(read.text)
  const zone = (await authorityById(context.db, authority))?.timeZone ?? 'Asia/Tehran'
  const today = context.clock.now().toZonedDateTimeISO(zone).toPlainDate()
  const day = jalaliToPlainDate(read.value)
  return day.equals(today) ? undefined : day.toZonedDateTime(zone).toInstant()
}

function revisionOf({ opened, texts }: Typed): number {
  const seen = Number(texts.revision)
  return Number.isSafeInteger(seen) && seen >= 0 ? seen : opened.revision
}

function refused(it: Page, typed: Typed, error: unknown): PageAnswer {
  if (!(error instanceof Refusal) || error.status === 403) throw error
  return again(it, typed, {
    status: error.status,
    problems: error.fields,
    refusal: error.text[it.lang]
  })
}

/** The editor once more, with everything as it was typed. */
function again(
  it: Page,
  { opened, texts, draft }: Typed,
  why: { status: number; problems: readonly FieldProblem[]; refusal?: string }
): PageAnswer {
  void it.reply.code(why.status)
  return editorPage(it.view, {
    code: opened.card.code,
    texts,
    revision: opened.revision,
    version: opened.version,
    announced: opened.announced,
    missing: missingFields(draft),
    problems: why.problems,
    ...(why.refusal !== undefined && why.problems.length === 0 ? { refusal: why.refusal } : {})
  })
}

/** The fields of a form as texts; anything else that a body may hold is left out. */
function textsOf(body: unknown): CardTexts {
  if (typeof body !== 'object' || body === null) return {}
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === 'string' ||
      (Array.isArray(entry[1]) && entry[1].every((item) => typeof item === 'string'))
  )
  return Object.fromEntries(entries)
}
