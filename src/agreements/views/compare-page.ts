import type { Difference } from '../../kernel/terms/index.ts'
import {
  type Html,
  type View,
  alert,
  code,
  emptyState,
  formatNumber,
  formHref,
  heading,
  html,
  layout,
  pageHead,
  table,
  tag
} from '../../platform/html/index.ts'
import type { AgreementSummary, AgreementVersion } from '../agreement-version.ts'
import { compareMessages } from '../messages-compare.ts'
import { messages } from '../messages.ts'
import { changeTexts, placeText } from './difference-text.ts'

/** What the page of a comparison shows. */
export interface ComparePageOptions {
  readonly id: string
  readonly title: string
  readonly versions: readonly AgreementSummary[]
  readonly from: AgreementVersion | null
  readonly to: AgreementVersion | null
  readonly differences: readonly Difference[]
}

/** What changed between two versions, in the order of the document. */
export function comparePage(view: View, options: ComparePageOptions): Html {
  const t = compareMessages.in(view.lang)
  const { id, from, to } = options
  const body = html`<div class="grid gap-6">
    ${pageHead({ title: t.title, above: options.title, lead: t.lead })}
    ${compareForm(view, options)}
    ${
      from === null || to === null
        ? alert(view, { kind: 'warning', body: t.chooseVersions })
        : differenceList(view, { from, to, differences: options.differences })
    }
  </div>`
  return layout(view, {
    title: `${t.title} · ${options.title}`,
    body,
    width: 'wide',
    breadcrumbs: [
      { href: '/agreements', text: messages.in(view.lang).title },
      { href: `/agreements/${id}`, text: id },
      { href: `/agreements/${id}/compare`, text: t.title }
    ]
  })
}

/** The choice of two versions, sent with `get`, so that a comparison has an address. */
export function compareForm(
  view: View,
  options: Pick<ComparePageOptions, 'id' | 'versions'> & Partial<ComparePageOptions>
): Html {
  const t = compareMessages.in(view.lang)
  const { versions } = options
  const choice = (name: 'from' | 'to', chosen: string | undefined, label: string) =>
    html`<div class="field">
      <label for="compare-${name}">${label}</label>
      <select class="select" name="${name}" id="compare-${name}">
        ${versions.map(({ version, ref }) =>
          version === chosen
            ? html`<option value="${version}" selected>${ref}</option>`
            : html`<option value="${version}">${ref}</option>`
        )}
      </select>
    </div>`
  const from = options.from?.version ?? versions[0]?.version
  const to = options.to?.version ?? versions.at(-1)?.version
  return html`<form
    class="no-print flex flex-wrap items-end gap-4"
    method="get"
    action="${formHref(view, `/agreements/${options.id}/compare`)}"
  >
    ${choice('from', from, t.earlier)} ${choice('to', to, t.later)}
    <button type="submit" class="btn btn-primary">${t.compare}</button>
  </form>`
}

interface Compared {
  readonly from: AgreementVersion
  readonly to: AgreementVersion
  readonly differences: readonly Difference[]
}

/** The differences of two versions as a table that can be read. */
export function differenceList(view: View, { from, to, differences }: Compared): Html {
  const t = compareMessages.in(view.lang)
  if (differences.length === 0) return emptyState({ title: t.same, icon: 'check' })
  const count = t.differences(formatNumber(view.lang, differences.length))
  const documents = { from: from.document, to: to.document }
  const rows = differences.map((one) => ({ one, ...changeTexts(view, one, documents) }))
  return html`<section class="grid gap-3 differences">
    ${heading(2, html`${count}${t.from}${code(from.ref)}${t.to}${code(to.ref)}`)}
    ${table(view, {
      caption: t.title,
      captionHidden: true,
      rows,
      columns: [
        { key: 'place', title: t.place, cell: ({ one }) => placeText(view, one, documents) },
        { key: 'change', title: t.change, cell: ({ one }) => changeTag(view, one) },
        { key: 'before', title: t.before, cell: ({ before }) => before },
        { key: 'after', title: t.after, cell: ({ after }) => after }
      ]
    })}
  </section>`
}

function changeTag(view: View, { change, effect }: Difference): Html {
  const t = compareMessages.in(view.lang)
  const tone = { added: 'info', removed: 'broken', changed: 'neutral' } as const
  const moved = effect && {
    text: effect === 'raised' ? t.raised : t.lowered,
    tone: effect === 'raised' ? ('kept' as const) : ('risk' as const)
  }
  return html`${tag({ text: t[change], tone: tone[change] })} ${moved && tag(moved)}`
}
