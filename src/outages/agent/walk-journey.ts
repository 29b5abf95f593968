import { visibleText } from '../../kernel/notices/index.ts'
import { allowedHosts } from './allowed-hosts.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import { type OpenedPage, type Walk, isCardOf, linksOn, openPage, pathOf } from './open-page.ts'
import type { Check } from './wire.ts'

type JourneyCheck = Extract<Check, { kind: 'journey' }>

/**
 * Goes the way of an applicant: opens the desk, searches the service by its name, opens its card and its
 * form, and follows a case.
 * @throws {ProbeFailure} `journey`, with the step that failed.
 */
export async function walkJourney(
  check: JourneyCheck,
  { context, deadline }: { context: LookContext; deadline: number }
): Promise<void> {
  const origin = new URL(check.origin)
  const walk: Walk = { context, deadline, isAllowed: allowedHosts(origin, context.hosts) }
  const front = await step('open the desk', () => openPage(new URL('/', origin), walk))
  if (check.service !== null) {
    const code = check.service
    const name = await step('find the service', () => nameOf(code, front, walk))
    const found = await step('search the service', () => search(name, front, walk))
    const card = await step('open the card', () => openCard(code, found, walk))
    if (!textOf(card).includes(name))
      throw at('open the card', `${pathOf(card.url)} is another page`)
    await step('open the form', () => openForm(card, walk))
  }
  await step('follow a case', () => track(check.trackingCode, { front, walk, origin }))
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProbeFailure) || error.reason === 'journey') throw error
    throw at(name, `${error.reason}: ${error.detail}`)
  }
}

function at(name: string, what: string): ProbeFailure {
  return new ProbeFailure('journey', `${name}: ${what}`)
}

/** The words of the link that leads to the card, on the list of all services. */
async function nameOf(code: string, front: OpenedPage, walk: Walk): Promise<string> {
  const pages = [front, await openPage(searchOn(front).action, walk)]
  for (const page of pages) {
    const link = linksOn(page, walk).find(({ url, text }) => isCardOf(url, code) && text !== '')
    if (link !== undefined) return link.text
  }
  throw new ProbeFailure('journey', `no list of services has ${code}`)
}

function searchOn(page: OpenedPage) {
  const [form] = page.searches
  if (form === undefined) throw new ProbeFailure('journey', `${pathOf(page.url)} has no search`)
  return form
}

async function search(name: string, front: OpenedPage, walk: Walk): Promise<OpenedPage> {
  const { action, field } = searchOn(front)
  const asked = new URL(action)
  asked.searchParams.set(field, name)
  if (!walk.isAllowed(asked)) throw new ProbeFailure('journey', `it leads to ${asked.host}`)
  return openPage(asked, walk)
}

function openCard(code: string, found: OpenedPage, walk: Walk): Promise<OpenedPage> {
  const link = linksOn(found, walk).find(({ url }) => isCardOf(url, code))
  if (link === undefined) throw at('search the service', `${code} is not among what was found`)
  return openPage(link.url, walk)
}

/** The form without signing in: whoever only looks must not leave a draft behind. */
async function openForm(card: OpenedPage, walk: Walk): Promise<void> {
  const link = linksOn(card, walk).find(({ url }) => /\/forms?\/?$/.test(url.pathname))
  if (link === undefined) throw new ProbeFailure('journey', 'the card leads to no form')
  await openPage(link.url, walk)
}

async function track(
  code: string | null,
  { front, walk, origin }: { front: OpenedPage; walk: Walk; origin: URL }
): Promise<void> {
  const link = linksOn(front, walk).find(({ url }) => /\/track\/?$/.test(url.pathname))
  const page = await openPage(link?.url ?? new URL('/track', origin), walk)
  if (code === null) {
    searchOn(page)
    return
  }
  const forms = page.searches.filter(({ action }) => action.pathname === page.url.pathname)
  const [form] = forms
  if (form === undefined) throw new ProbeFailure('journey', 'no form takes a tracking code')
  const asked = new URL(form.action)
  asked.searchParams.set(form.field, code)
  const found = await openPage(asked, walk)
  if (!letters(textOf(found)).includes(letters(code))) {
    throw new ProbeFailure('journey', 'the case is not shown')
  }
}

/** A code as it is compared: however it is written in groups. */
function letters(text: string): string {
  return text.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()
}

function textOf(page: OpenedPage): string {
  return visibleText(page.html)
}
