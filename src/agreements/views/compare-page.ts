import type { Difference } from '../../kernel/terms/index.ts'
import {
  type Content,
  type Html,
  type View,
  alert,
  code,
  emptyState,
  formatNumber,
  formHref,
  html,
  layout,
  pageHead,
  table,
  tag
} from '../../platform/html/index.ts'
import type { AgreementSummary } from '../agreement-version.ts'
import { messages } from '../messages.ts'

/** What the page of a comparison shows. */
export interface ComparePageOptions {
  readonly id: string
  readonly title: string
  readonly versions: readonly AgreementSummary[]
  readonly from: AgreementSummary | null
  readonly to: AgreementSummary | null
  readonly differences: readonly Difference[]
}

/** What changed between two versions, in the order of the document. */
export function comparePage(view: View, options: ComparePageOptions): Html {
  const t = messages.in(view.lang)
  const { id, from, to } = options
  const body = html`${pageHead({ title: t.compare, above: options.title })}
  ${compareForm(view, options)}
  ${
    from === null || to === null
      ? alert(view, { kind: 'warning', body: t.chooseVersions })
      : differenceList(view, { from, to, differences: options.differences })
  }`
  return layout(view, {
    title: `${t.compare} · ${options.title}`,
    body,
    width: 'wide',
    breadcrumbs: [
      { href: '/agreements', text: t.title },
      { href: `/agreements/${id}`, text: id },
      { href: `/agreements/${id}/compare`, text: t.compare }
    ]
  })
}

/** The choice of two versions, sent with `get`, so that a comparison has an address. */
export function compareForm(
  view: View,
  options: Pick<ComparePageOptions, 'id' | 'versions'> & Partial<ComparePageOptions>
): Html {
  const t = messages.in(view.lang)
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
    class="inline-form"
    method="get"
    action="${formHref(view, `/agreements/${options.id}/compare`)}"
  >
    ${choice('from', from, t.compareWith)} ${choice('to', to, t.compareTo)}
    <button type="submit" class="btn btn-primary">${t.compareDo}</button>
  </form>`
}

function differenceList(
  view: View,
  {
    from,
    to,
    differences
  }: { from: AgreementSummary; to: AgreementSummary; differences: readonly Difference[] }
): Html {
  const t = messages.in(view.lang)
  if (differences.length === 0) return emptyState({ title: t.same, icon: 'check' })
  const caption = `${from.ref} ${view.lang === 'fa' ? '←' : '→'} ${to.ref}: ${t.differences(formatNumber(view.lang, differences.length))}`
  return table<Difference>(view, {
    caption,
    rows: differences,
    columns: [
      { key: 'what', title: t.what, cell: (one) => whereText(view, one) },
      { key: 'change', title: t.state, cell: (one) => changeTag(view, one) },
      { key: 'before', title: t.before, cell: (one) => valueText(view, one.before) },
      { key: 'after', title: t.after, cell: (one) => valueText(view, one.after) }
    ]
  })
}

function whereText(view: View, { area, key, field }: Difference): Html {
  const t = messages.in(view.lang)
  const names = {
    document: t.areaDocument,
    article: t.areaArticle,
    statement: t.areaStatement,
    clause: t.areaClause,
    cell: t.areaCell,
    level: t.areaLevel
  }
  return html`${names[area]}
  ${code(field === null || field === 'value' ? key : `${key} · ${field}`)}`
}

function changeTag(view: View, { change, effect }: Difference): Html {
  const t = messages.in(view.lang)
  const tone = { added: 'info', removed: 'broken', changed: 'neutral' } as const
  const moved = effect && {
    text: effect === 'raised' ? t.raised : t.lowered,
    tone: effect === 'raised' ? ('kept' as const) : ('risk' as const)
  }
  return html`${tag({ text: t[change], tone: tone[change] })} ${moved && tag(moved)}`
}

/** A value of a file: a two-language text in the reader's language, anything else as it is written. */
function valueText(view: View, value: unknown): Content {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return value
  if (isBilingual(value)) return value[view.lang]
  return html`<code dir="ltr">${JSON.stringify(value, null, 1)}</code>`
}

function isBilingual(value: unknown): value is { fa: string; en: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fa' in value &&
    'en' in value &&
    Object.keys(value).length === 2
  )
}
