// The reader of letters: opens them in this browser, with the key of the mailbox, and shows what is true.
// The page has this one script, checked by its digest; no other runs, and it speaks to this site alone.
import './reading/plain-zod.ts'
import { Panel } from './reading/panel.ts'
import { offerSearch } from './reading/search-box.ts'
import { Session } from './reading/session.ts'
import type { ListedLetter, ReaderData } from './reading/shapes.ts'
import { fillSubjects } from './reading/subjects.ts'
import { offerUnlock } from './reading/unlock-bar.ts'
import { startOpenings } from './writing/proven-openings.ts'

const root = document.querySelector<HTMLElement>('[data-reader]')
if (root !== null) start(root)

function start(of: HTMLElement): void {
  const session = new Session(JSON.parse(of.dataset['reader'] ?? '{}') as ReaderData)
  const tools = of.querySelector<HTMLElement>('[data-reader-tools]')
  const place = of.querySelector<HTMLElement>('[data-reader-panel]')
  if (tools === null || place === null) return
  const only = place.dataset['letter']
  if (only === undefined) startList(session, { of, tools, place })
  else startOne(session, { of, tools, place }, JSON.parse(only) as ListedLetter)
}

function startOne(
  session: Session,
  { of, tools, place }: { of: HTMLElement; tools: HTMLElement; place: HTMLElement },
  letter: ListedLetter
): void {
  const panel = new Panel(session, place, null)
  const openings = of.querySelector<HTMLElement>('[data-openings]')
  const show = () => (letter.content === null ? undefined : void panel.show(letter))
  if (letter.content !== null || openings !== null) offerUnlock(session, tools, show)
  if (openings !== null) startOpenings(session, openings, letter)
}

function startList(
  session: Session,
  { of, tools, place }: { of: HTMLElement; tools: HTMLElement; place: HTMLElement }
): void {
  const list = of.querySelector<HTMLElement>('[data-reader-list]')
  if (list === null) return
  let from: HTMLElement | null = null
  const panel = new Panel(session, place, () => {
    history.back()
  })
  const leave = () => {
    panel.close()
    place.hidden = true
    list.hidden = false
    from?.focus()
    void fillSubjects(session, of)
  }
  const enter = (letter: ListedLetter) =>
    panel.show(letter, () => {
      list.hidden = true
      window.scrollTo({ top: 0 })
      // At once: whoever goes back while a slow line still brings the letter comes to the list.
      if (location.hash !== `#${letter.id}`) history.pushState(null, '', `#${letter.id}`)
    })
  window.addEventListener('popstate', leave)
  session.watch((open) => {
    if (open === null) leave()
    else void fillSubjects(session, of)
  })
  offerUnlock(session, tools, null)
  offerSearch(session, tools.appendChild(document.createElement('div')), ({ id }) => {
    const link = [...of.querySelectorAll<HTMLElement>('[data-open]')].find(
      (each) => letterOf(each)?.content === id
    )
    if (link === undefined)
      location.assign(`${location.pathname.replace(/\/sent$/, '')}/${id}${location.search}`)
    else link.click()
  })
  of.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-open]') : null
    const letter = link && letterOf(link)
    if (!letter || letter.content === null || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    from = link
    void enter(letter)
  })
}

function letterOf(link: HTMLElement): ListedLetter | null {
  const text = link.dataset['open']
  return text === undefined ? null : (JSON.parse(text) as ListedLetter)
}
