import { allowedHosts } from './allowed-hosts.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import { type OpenedPage, type Walk, isCardOf, linksOn, openPage, pathOf } from './open-page.ts'
import type { Check, MenuFound } from './wire.ts'

type MenuCheck = Extract<Check, { kind: 'menu' }>

const pagesAtOnce = 3
/** Pages of one menu: further pages and branches, not cards. */
const menuPagesMax = 50
/** What a card leads to besides itself: its process, its form, and who approves. */
const parts = ['process', 'forms', 'approver']

/**
 * Walks from the front page by links only: to the menu, from it to each card, and from each card to its
 * process, its form and its approver.
 * @returns How many of the services were reached whole, and which were not.
 * @throws {ProbeFailure} If there is no way to the menu itself.
 */
export async function walkMenu(
  check: MenuCheck,
  { context, deadline }: { context: LookContext; deadline: number }
): Promise<MenuFound> {
  const origin = new URL(check.origin)
  const walk: Walk = { context, deadline, isAllowed: allowedHosts(origin, context.hosts) }
  const cards = await cardLinks(await openMenu(check, origin, walk), check.services, walk)
  const missing = new Set<string>()
  const left = [...check.services]
  const lane = async () => {
    for (let code = left.shift(); code !== undefined; code = left.shift()) {
      const card = cards.get(code)
      if (card === undefined || !(await isWhole(card, walk))) missing.add(code)
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, lane))
  return {
    reached: check.services.length - missing.size,
    missing: check.services.filter((code) => missing.has(code))
  }
}

async function openMenu(check: MenuCheck, origin: URL, walk: Walk): Promise<OpenedPage> {
  const front = await openPage(new URL('/', origin), walk)
  const isMenu = check.menu.startsWith('/')
    ? ({ url }: { url: URL }) => url.pathname === new URL(check.menu, origin).pathname
    : ({ text }: { text: string }) => text.includes(check.menu)
  const link = linksOn(front, walk).find(isMenu)
  if (link === undefined)
    throw new ProbeFailure('menu', `no link of the front page leads to ${check.menu}`)
  return openPage(link.url, walk)
}

/** Addresses of the cards that the menu and its further pages link to. */
async function cardLinks(
  menu: OpenedPage,
  services: readonly string[],
  walk: Walk
): Promise<Map<string, URL>> {
  const cards = new Map<string, URL>()
  const wanted = new Set(services)
  const seen = new Set([menu.url.href])
  const pages = [menu]
  for (let page = pages.shift(); page !== undefined; page = pages.shift()) {
    const links = linksOn(page, walk)
    for (const code of wanted) {
      const link = links.find(({ url }) => isCardOf(url, code))
      if (link === undefined) continue
      cards.set(code, link.url)
      wanted.delete(code)
    }
    if (wanted.size === 0) break
    for (const { url } of links) {
      url.hash = ''
      const isFurther = url.pathname === menu.url.pathname && !seen.has(url.href)
      if (!isFurther || seen.size >= menuPagesMax) continue
      seen.add(url.href)
      pages.push(await openPage(url, walk))
    }
  }
  return cards
}

async function isWhole(card: URL, walk: Walk): Promise<boolean> {
  try {
    const page = await openPage(card, walk)
    const links = linksOn(page, walk)
    for (const part of parts) {
      const path = `${page.url.pathname.replace(/\/$/, '')}/${part}`
      const link = links.find(({ url }) => url.pathname === path)
      if (link === undefined) return false
      await openPage(link.url, walk)
    }
    return true
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error
    // What was not looked at in time is not missing.
    if (performance.now() < walk.deadline) return false
    throw new ProbeFailure('timeout', `the walk came no further than ${pathOf(card)} in its time`)
  }
}
