import { formatNumber } from '../../kernel/persian/index.ts'
import { type Content, type View, code, html } from '../../platform/html/index.ts'
import { entryTypeMessages, logMessages } from '../messages-log.ts'
import type { ShownEntry } from '../read-explorer.ts'

/** Address of an entry's page. */
export function entryHref(log: string, index: number): string {
  return `/log/${log}/entries/${String(index)}`
}

/** What kind of entry it is. */
export function kindName(view: View, { entry }: ShownEntry): string {
  const t = logMessages.in(view.lang)
  return { public: t.open, sealed: t.sealed, control: t.control }[entry.kind]
}

/** What a public or control entry calls itself, in words. */
export function typeName(view: View, type: string): string {
  const names: Readonly<Record<string, string>> = entryTypeMessages.in(view.lang)
  return names[type] ?? type
}

/** What an entry is about: how many events, or what happened to which service. */
export function aboutEntry(view: View, { entry, type, service }: ShownEntry): Content {
  const t = logMessages.in(view.lang)
  if (entry.kind === 'sealed') return t.members(formatNumber(entry.count, view.lang))
  const name = typeName(view, type)
  return service === null ? name : html`${name} ${code(service)}`
}
