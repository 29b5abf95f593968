import { formatFee, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type TreeItem,
  type View,
  alert,
  button,
  card as cardBox,
  cards,
  emptyState,
  html,
  layout,
  link,
  pageHead,
  searchBox,
  tabs,
  tag,
  tree
} from '../../platform/html/index.ts'
import type { Authority } from '../../people/index.ts'
import type { ServiceCard } from '../card.ts'
import { type Interruption, concerns } from '../interruption.ts'
import { lifeEvents } from '../card-options.ts'
import { messages } from '../messages.ts'
import { promisedTimeText } from '../promised-time.ts'
import { queryLengthMax } from '../search-services.ts'
import { interruptionTag } from './interruption-note.ts'
import { visitsText } from './words.ts'

/** What the menu shows: the services found, or all of them as a tree. */
export interface Menu {
  readonly query: string
  /** More was typed than is searched for. */
  readonly isCut: boolean
  /** The services found hold every word of the query. */
  readonly isWhole: boolean
  readonly by: 'authority' | 'life-event'
  /** A branch to stand open: an authority's id, or a life event. */
  readonly open: string | null
  readonly services: readonly ServiceCard[]
  readonly authorities: readonly Authority[]
  /** What keeps services from being given, now or soon. */
  readonly interruptions: readonly Interruption[]
}

/** The services, under the menu item 'دولت الکترونیک' that SK-5.5 asks for: search, and the tree that leads to every card. */
export function menuPage(view: View, menu: Menu): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.services,
    description: t.servicesLead,
    breadcrumbs: [
      { href: '/', text: t.home },
      { href: '/services', text: t.services }
    ],
    body: html`
      ${pageHead({ title: t.services, above: t.menu, lead: t.servicesLead })}
      ${searchBox(view, {
        action: '/services',
        label: t.search,
        hint: t.searchHint,
        value: menu.query,
        large: true
      })}
      ${menu.isCut && alert(view, { kind: 'info', still: true, body: t.queryCut(formatNumber(queryLengthMax, view.lang)) })}
      ${menu.query === '' ? browse(view, menu) : results(view, menu)}
    `
  })
}

function results(view: View, menu: Menu): Html {
  const t = messages.in(view.lang)
  const all = button(view, { href: '/services', text: t.allServices })
  if (menu.services.length === 0) {
    return emptyState({
      title: t.nothingFound,
      body: t.nothingFoundHelp,
      icon: 'search',
      actions: all
    })
  }
  const count = formatNumber(menu.services.length, view.lang)
  return html`<h2 role="status">${t.found(count, menu.query)}</h2>
    ${!menu.isWhole && html`<p class="muted">${t.foundSome}</p>`}
    ${cards(menu.services.map((service) => serviceBox(view, service, menu)))}
    <div class="actions">${all}</div>`
}

function serviceBox(view: View, service: ServiceCard, menu: Menu): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  const authority = menu.authorities.find(({ id }) => id === service.authority)
  return cardBox(view, {
    title: service.title[lang],
    href: `/services/${service.code}`,
    body: html`<p>${service.description[lang]}</p>`,
    badge: html`${closedTag(view, service, menu)}
    ${service.demonstration && tag({ text: t.demonstration, tone: 'quiet' })}`,
    footer: html`${authority?.shortTitle[lang] ?? service.ownerBody[lang]} ·
    ${promisedTimeText(service.promisedTime, lang)} · ${formatFee(service.feeRial, lang)} ·
    ${visitsText(service.visitsMax, lang)}`
  })
}

function closedTag(view: View, { authority, code }: ServiceCard, menu: Menu): Html | false {
  const own = menu.interruptions.filter(
    (each) => each.authority === authority && concerns(each, code)
  )
  return interruptionTag(view, own, view.now)
}

function browse(view: View, menu: Menu): Html {
  const t = messages.in(view.lang)
  if (menu.services.length === 0) return emptyState({ title: t.noServices })
  return html`${tabs(view, {
    label: t.byWhat,
    items: [
      { href: '/services', text: t.byAuthority, current: menu.by === 'authority' },
      { href: '/services?by=life-event', text: t.byLifeEvent, current: menu.by === 'life-event' }
    ]
  })}
  ${tree(view, {
    label: t.allServices,
    items: menu.by === 'authority' ? authorityBranches(view, menu) : eventBranches(view, menu)
  })}`
}

function authorityBranches(view: View, menu: Menu): TreeItem[] {
  const known = menu.authorities.filter(({ id }) =>
    menu.services.some((service) => service.authority === id)
  )
  return known.map((authority) => {
    const own = menu.services.filter((service) => service.authority === authority.id)
    const subjects = Map.groupBy(own, (service) => service.subject[view.lang])
    return {
      text: authority.title[view.lang],
      open: menu.open === null || menu.open === authority.id,
      items: [...subjects].map(([subject, services]) => ({
        text: subject,
        open: true,
        items: services.map((service) => leaf(view, service, menu))
      }))
    }
  })
}

function eventBranches(view: View, menu: Menu): TreeItem[] {
  return Object.entries(lifeEvents).flatMap(([event, name]) => {
    const services = menu.services.filter((service) =>
      service.lifeEvents.some((one) => one === event)
    )
    if (services.length === 0) return []
    const items = services.map((service) => leaf(view, service, menu))
    return [{ text: name[view.lang], open: menu.open === null || menu.open === event, items }]
  })
}

/** A service in the tree, with the short ways to its parts. */
function leaf(view: View, service: ServiceCard, menu: Menu): TreeItem {
  const t = messages.in(view.lang)
  const address = `/services/${service.code}`
  const parts = (['process', 'forms', 'approver'] as const).map((part) =>
    link(view, {
      href: `${address}/${part}`,
      text: t[part],
      quiet: true,
      attributes: { 'aria-label': `${t[part]}: ${service.title[view.lang]}` }
    })
  )
  return {
    text: service.title[view.lang],
    href: address,
    note: html`<small class="flex flex-wrap gap-x-3 ps-3"
      ><span
        >${promisedTimeText(service.promisedTime, view.lang)} ·
        ${formatFee(service.feeRial, view.lang)}</span
      >${closedTag(view, service, menu)}${parts}</small
    >`
  }
}
