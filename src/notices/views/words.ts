import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type Content,
  type Html,
  type IconName,
  type Speaks,
  type Tone,
  html,
  join,
  link,
  tag
} from '../../platform/html/index.ts'
import { changeMessages, kindMessages, messages } from '../messages.ts'
import type { Notice, NoticeKind } from '../notice.ts'
import type { ServiceName } from '../service-name-store.ts'

/** What services are called, by code. */
export type ServiceNames = ReadonlyMap<string, ServiceName>

const looks: Readonly<Record<NoticeKind, { tone: Tone; icon: IconName }>> = {
  'planned-outage': { tone: 'info', icon: 'calendar' },
  outage: { tone: 'broken', icon: 'warning' },
  change: { tone: 'info', icon: 'pencil' },
  fee: { tone: 'info', icon: 'stamp' },
  damages: { tone: 'risk', icon: 'scales' },
  general: { tone: 'neutral', icon: 'info' }
}

/** The kind of a notice as a word in its colour. */
export function kindTag(view: Speaks, kind: NoticeKind): Html {
  return tag({ ...looks[kind], text: kindMessages.in(view.lang)[kind] })
}

/** What a notice changes, in words. */
export function changesText(view: Speaks, { changes }: Pick<Notice, 'changes'>): string {
  const t = changeMessages.in(view.lang)
  return changes.map((change) => t[change]).join(view.lang === 'fa' ? '، ' : ', ')
}

/** The services of a notice as links to their cards. */
export function serviceLinks(
  view: Speaks,
  { services }: Pick<Notice, 'services'>,
  names: ServiceNames
): Content {
  if (services.length === 0) return messages.in(view.lang).allServices
  return join(
    services.map((code) =>
      link(view, { href: `/services/${code}`, text: serviceText(view, code, names) })
    ),
    view.lang === 'fa' ? '، ' : ', '
  )
}

/** A service by its name, else by its code. */
export function serviceText({ lang }: Speaks, code: string, names: ServiceNames): string {
  return names.get(code)?.title[lang] ?? formatDigits(code, lang)
}

/** The thing that a notice announces, with the way to it; `null` where its page is the notice itself. */
export function aboutLink(view: Speaks, { about }: Pick<Notice, 'about'>): Html | null {
  const t = messages.in(view.lang)
  const [name = '', version = ''] = (about?.id ?? '').split('@')
  const number = formatDigits(version, view.lang)
  if (about?.kind === 'card') {
    const href = `/services/${name}/versions/${version}`
    return link(view, { href, text: t.aboutCard(formatDigits(name, view.lang), number) })
  }
  if (about?.kind === 'agreement') {
    const href = `/agreements/${name}/versions`
    return html`${link(view, { href, text: t.aboutAgreement(name) })}
      <bdi dir="ltr">${number}</bdi>`
  }
  return null
}
