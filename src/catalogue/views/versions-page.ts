import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Content,
  type Html,
  type Speaks,
  type View,
  form,
  html,
  field as formField,
  link,
  section,
  table
} from '../../platform/html/index.ts'
import type { Json } from '../../platform/index.ts'
import { type CardChange, changedFieldName, compareCards } from '../card-changes.ts'
import { valueAt } from '../card-path.ts'
import type { CardVersion } from '../card-store.ts'
import { messages } from '../messages.ts'
import { serviceFrame, type ShownService } from './service-frame.ts'

/** All versions of a service, and the two that are to be compared. */
export interface ShownVersions {
  readonly versions: readonly CardVersion[]
  readonly before: CardVersion | null
  readonly after: CardVersion | null
}

/** The versions of a card, newest first, and the difference of two of them. */
export function versionsPage(view: View, service: ShownService, shown: ShownVersions): Html {
  const t = messages.in(view.lang)
  return serviceFrame(view, service, {
    part: 'versions',
    body: html`
      ${section({ title: t.versions, lead: t.versionsLead, body: versionsTable(view, shown.versions) })}
      ${shown.versions.length > 1 && compareForm(view, service, shown)}
      ${
        shown.before &&
        shown.after &&
        section({
          title: `${t.version(formatDigits(shown.before.version, view.lang))} ← ${t.version(formatDigits(shown.after.version, view.lang))}`,
          id: 'difference',
          body: changesTable(view, compareCards(shown.before.card, shown.after.card))
        })
      }
    `
  })
}

function versionsTable(view: View, versions: readonly CardVersion[]): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  return table(view, {
    caption: t.versions,
    captionHidden: true,
    rows: versions,
    columns: [
      {
        key: 'version',
        title: t.versions,
        cell: ({ service, version }) =>
          link(view, {
            href: `/services/${service}/versions/${String(version)}`,
            text: t.version(formatDigits(version, lang))
          })
      },
      {
        key: 'at',
        title: t.publishedAt,
        cell: ({ publishedAt }) => formatJalaliDateTime(publishedAt, lang)
      },
      {
        key: 'effect',
        title: t.effect,
        cell: (one) => effectText(view, one, versions)
      },
      { key: 'notice', title: t.notice, cell: (one) => noticeLink(view, one) },
      {
        key: 'changes',
        title: t.changes,
        cell: ({ service, version, changes }) =>
          version === 1
            ? t.firstVersion
            : link(view, {
                href: `/services/${service}/versions?before=${String(version - 1)}&after=${String(version)}#difference`,
                text: t.changesCount(formatDigits(changes.length, lang))
              })
      }
    ]
  })
}

/** From when a version was or will be in force, or why it never was. */
function effectText(view: View, one: CardVersion, versions: readonly CardVersion[]): string {
  const t = messages.in(view.lang)
  const { effectiveAt } = one
  const isOvertaken = versions.some(
    (other) =>
      other.version > one.version &&
      isBy(other.effectiveAt, view.now) &&
      (effectiveAt === null || !isBy(effectiveAt, other.effectiveAt))
  )
  if (isOvertaken) return t.effectNever
  return effectiveAt === null
    ? t.effectWaits
    : t.effectFrom(formatJalaliDateTime(effectiveAt, view.lang))
}

function isBy(one: Temporal.Instant | null, at: Temporal.Instant | null): boolean {
  return one !== null && at !== null && Temporal.Instant.compare(one, at) <= 0
}

function noticeLink(view: View, { version, notice }: CardVersion): Content {
  const t = messages.in(view.lang)
  if (notice !== null) return link(view, { href: `/notices/${notice}`, text: t.notice })
  return version === 1 ? t.noNotice : t.noNoticeThen
}

function compareForm(view: View, service: ShownService, shown: ShownVersions): Html {
  const t = messages.in(view.lang)
  const choices = shown.versions.map(({ version }) => ({
    value: String(version),
    text: t.version(formatDigits(version, view.lang))
  }))
  const select = (name: 'before' | 'after', value: number | undefined): Html =>
    formField(view, {
      type: 'choice',
      name,
      label: t[name],
      choices,
      value: String(value ?? ''),
      width: 'short'
    })
  return section({
    title: t.compare,
    body: form(view, {
      method: 'get',
      action: `/services/${service.version.service}/versions`,
      body: html`${select('before', shown.before?.version)}${select('after', shown.after?.version)}`,
      submit: { text: t.compareButton }
    })
  })
}

/** Differences field by field, before beside after. */
export function changesTable(view: View, changes: readonly CardChange[]): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: t.changes,
    captionHidden: true,
    rows: changes,
    empty: t.noDifference,
    columns: [
      { key: 'field', title: t.field, cell: ({ field }) => changedFieldName(field)[view.lang] },
      {
        key: 'before',
        title: t.before,
        cell: (one) => html`<del>${said(speakerOf(view, one), one.before)}</del>`
      },
      {
        key: 'after',
        title: t.after,
        cell: (one) => html`<ins>${said(speakerOf(view, one), one.after)}</ins>`
      }
    ]
  })
}

/** A text that changed in the other language only is shown in that one. */
function speakerOf(view: View, { before, after }: CardChange): Speaks {
  const other = view.lang === 'fa' ? 'en' : 'fa'
  const both = [before, after]
  const isText = both.every((side) => typeof valueAt(side, view.lang) === 'string')
  return isText && valueAt(before, view.lang) === valueAt(after, view.lang) ? { lang: other } : view
}

/** A value of a card for reading: texts in the reader's language, parts one below the other. */
function said(view: Speaks, value: Json): Content {
  const t = messages.in(view.lang)
  if (value === null) return '—'
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return formatDigits(value, view.lang)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    return html`<ul class="list-disc ps-5">
      ${(value as readonly Json[]).map((item) => html`<li>${said(view, item)}</li>`)}
    </ul>`
  }
  if (view.lang in value && Object.keys(value).length <= 2) {
    return said(view, (value as Record<string, Json>)[view.lang] ?? null)
  }
  return html`<ul class="list-disc ps-5">
    ${Object.entries(value).map(
      ([key, part]) => html`<li><bdi dir="ltr">${key}</bdi>: ${said(view, part ?? null)}</li>`
    )}
  </ul>`
}
