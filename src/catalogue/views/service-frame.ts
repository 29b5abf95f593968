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
import type { Announcement } from '../effect-store.ts'
import { messages } from '../messages.ts'
import { announcedNote } from './announced-note.ts'
import { interruptionNote } from './interruption-note.ts'
import { codeText } from './words.ts'

/** A service as its pages show it. */
export interface ShownService {
  readonly version: CardVersion
  readonly authority: Authority | null
  /** False where another version is in force: a newer one, or an older one while this one waits. */
  readonly isCurrent: boolean
  /** What keeps it from being given, now or soon. */
  readonly interruptions: readonly Interruption[]
  /** What will change of it: versions that were announced and are not in force yet. */
  readonly announced: readonly Announcement[]
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
      ${announcedNote(view, service.announced)}
      ${!service.isCurrent && otherVersionNote(view, service)}
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

function otherVersionNote(view: View, { version, announced }: ShownService): Html {
  const t = messages.in(view.lang)
  const isToCome = announced.some((one) => one.version === version.version)
  return alert(view, {
    kind: 'warning',
    still: true,
    body: isToCome ? t.announcedVersion : t.oldVersion,
    actions: button(view, { href: `/services/${version.service}`, text: t.currentVersion })
  })
}
