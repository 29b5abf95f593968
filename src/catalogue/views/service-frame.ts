import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type Content,
  type Html,
  type View,
  alert,
  button,
  html,
  layout,
  pageHead,
  tabs,
  tag
} from '../../platform/html/index.ts'
import type { Authority } from '../../people/index.ts'
import type { CardVersion } from '../card-store.ts'
import type { Interruption } from '../interruption.ts'
import { messages } from '../messages.ts'
import { interruptionNote } from './interruption-note.ts'
import { codeText } from './words.ts'

/** A service as its pages show it. */
export interface ShownService {
  readonly version: CardVersion
  readonly authority: Authority | null
  /** False where a newer version is in force. */
  readonly isCurrent: boolean
  /** What keeps it from being given, now or soon. */
  readonly interruptions: readonly Interruption[]
}

/** The parts of a card that have a page of their own. */
export type ServicePart = 'card' | 'process' | 'forms' | 'approver' | 'versions'

/** What one page of a service gives to their common frame. */
export interface ServiceFrameOptions {
  readonly part: ServicePart
  readonly body: Content
  readonly head?: Content
}

/** The frame of every page of one service: its name, where it belongs, its parts, the way to apply. */
export function serviceFrame(
  view: View,
  service: ShownService,
  options: ServiceFrameOptions
): Html {
  const t = messages.in(view.lang)
  const { card, version } = service.version
  const title = card.title[view.lang]
  const address = `/services/${card.code}`
  const current = options.part === 'card' ? title : t[options.part]
  return layout(view, {
    title: options.part === 'card' ? title : `${t[options.part]}: ${title}`,
    description: card.description[view.lang].slice(0, 200),
    ...(service.authority && {
      authority: { name: service.authority.title[view.lang], href: '/' }
    }),
    breadcrumbs: [
      { href: '/', text: t.home },
      { href: '/services', text: t.services },
      ...(options.part === 'card' ? [] : [{ href: address, text: title }]),
      { href: view.path, text: current }
    ],
    head: options.head,
    body: html`
      ${pageHead({
        title,
        above: html`${card.ownerBody[view.lang]} · ${t.serviceCode} ${codeText(card.code)} ·
        ${t.version(formatDigits(version, view.lang))}`,
        badge: card.demonstration && tag({ text: t.demonstration, tone: 'info', icon: 'info' }),
        actions: button(view, { href: `${address}/apply`, text: t.apply, kind: 'primary' })
      })}
      ${interruptionNote(view, service.interruptions, view.now)}
      ${!service.isCurrent && oldVersionNote(view, address)}
      ${tabs(view, {
        label: t.parts,
        items: (['card', 'process', 'forms', 'approver', 'versions'] as const).map((part) => ({
          href: part === 'card' ? address : `${address}/${part}`,
          text: t[part],
          current: part === options.part
        }))
      })}
      ${options.body}
    `
  })
}

function oldVersionNote(view: View, address: string): Html {
  const t = messages.in(view.lang)
  return alert(view, {
    kind: 'warning',
    still: true,
    body: t.oldVersion,
    actions: button(view, { href: address, text: t.currentVersion })
  })
}
