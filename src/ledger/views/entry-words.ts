import { formatNumber } from '../../kernel/persian/index.ts'
import { factWord } from '../../kernel/verdict/index.ts'
import {
  type Content,
  type Html,
  type Speaks,
  code,
  formHref,
  html,
  inDigits
} from '../../platform/html/index.ts'
import { entryTypeMessages, logMessages } from '../messages-log.ts'
import type { PublishedLeaf } from '../leaf-store.ts'
import type { ShownEntry } from '../read-explorer.ts'

/** Address of an entry's page. */
export function entryHref(log: string, index: number): string {
  return `/log/${log}/entries/${String(index)}`
}

/** «۱۴۰۵», "1405-2": the year of a shard as people read it. */
export function logName(view: Speaks, log: string): string {
  return inDigits(view.lang, log)
}

/** The way to the entry of a fact: «برگ ۱۲۳ دفتر ۱۴۰۵»; that it is not there yet without a leaf. */
export function leafLink(view: Speaks, leaf: PublishedLeaf | null | undefined): Html {
  const t = logMessages.in(view.lang)
  if (leaf == null) return html`<span class="muted">${t.notYet}</span>`
  const text = t.leafOf(formatNumber(leaf.index, view.lang), logName(view, leaf.log))
  return html`<a class="link" href="${formHref(view, entryHref(leaf.log, leaf.index))}">${text}</a>`
}

/** What kind of entry it is. */
export function kindName(view: Speaks, { entry }: ShownEntry): string {
  const t = logMessages.in(view.lang)
  return { public: t.open, sealed: t.sealed, control: t.control }[entry.kind]
}

/** What a public or control entry calls itself, in words. */
export function typeName(view: Speaks, type: string): string {
  const names: Readonly<Record<string, string>> = entryTypeMessages.in(view.lang)
  return names[type] ?? factWord(type, view.lang) ?? type
}

/** What an entry is about: how many events, or what happened to which service. */
export function aboutEntry(view: Speaks, { entry, type, service }: ShownEntry): Content {
  const t = logMessages.in(view.lang)
  if (entry.kind === 'sealed') return t.members(formatNumber(entry.count, view.lang))
  const name = typeName(view, type)
  return service === null ? name : html`${name} ${code(service)}`
}
