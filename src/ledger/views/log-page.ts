import { formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import { parseCheckpoint, toBase64 } from '../../kernel/tlog/index.ts'
import {
  type Html,
  type View,
  alert,
  code,
  field,
  form,
  html,
  keyValues,
  layout,
  link,
  pageHead,
  section,
  stat,
  stats,
  table,
  tabs
} from '../../platform/html/index.ts'
import type { EvidenceState } from '../evidence-state.ts'
import type { LogRow } from '../log-store.ts'
import { logMessages } from '../messages-log.ts'
import type { ShownEntry, ShownLog } from '../read-explorer.ts'
import { aboutEntry, entryHref, kindName, logName } from './entry-words.ts'

/** What the reader narrowed the list to; stands in the address. */
export interface LogFilters {
  readonly log?: string | undefined
  readonly kind?: 'open' | 'sealed' | 'control' | undefined
  readonly day?: string | undefined
  readonly service?: string | undefined
  readonly since?: number | undefined
  readonly before?: number | undefined
}

/** The byte of each kind of entry. */
export const kindNumbers = { open: 1, sealed: 2, control: 4 } as const

/** The explorer of one shard. */
export interface LogPageOptions {
  readonly asked: LogFilters
  readonly badDay: boolean
  readonly log: ShownLog | null
  readonly state: EvidenceState
  readonly logs: readonly LogRow[]
  readonly found: { readonly entries: readonly ShownEntry[]; readonly next: number | null } | null
}

/** The public log as a reader without any tool sees it. */
export function logPage(view: View, options: LogPageOptions): Html {
  const t = logMessages.in(view.lang)
  const { log, found } = options
  return layout(view, {
    title: t.title,
    description: t.lead,
    body: html`<div class="grid gap-8">
      ${pageHead({ title: t.title, lead: t.lead })} ${delayNote(view, options.state)}
      ${log === null || found === null ? html`<p>${t.nothing}</p>` : html`${standing(view, log)}${list(view, { ...options, log, found })}${others(view, options)}${files(view, log)}`}
    </div>`
  })
}

/** Says that evidence is late, and why; nothing where it is not. */
export function delayNote(view: View, state: EvidenceState): Html | false {
  const t = logMessages.in(view.lang)
  if (!state.delayed || state.reason === null) return false
  const body = html`${t.delayedBody} ${t[state.reason]}`
  return alert(view, { kind: 'warning', title: t.delayed, body, still: true })
}

function standing(view: View, { row, published, counts }: ShownLog): Html {
  const t = logMessages.in(view.lang)
  const number = (kind: number) => formatNumber(counts.get(kind) ?? 0, view.lang)
  const size = published.note === null ? 0 : published.size
  const checkpoint = published.note === null ? null : parseCheckpoint(published.note)
  return section({
    title: t.standing,
    body: html`${stats([
      stat(view, { label: t.size, value: formatNumber(size, view.lang) }),
      stat(view, { label: t.sealed, value: number(2) }),
      stat(view, { label: t.open, value: number(1) }),
      stat(view, { label: t.control, value: number(4) })
    ])}
    ${keyValues([
      { key: t.origin, value: code(row.origin) },
      ...(published.publishedAt === null
        ? []
        : [
            {
              key: t.publishedAt,
              value: formatJalaliDateTime(published.publishedAt, view.lang)
            }
          ]),
      ...(checkpoint?.ok ? [{ key: t.root, value: code(toBase64(checkpoint.value.root)) }] : [])
    ])}`
  })
}

type Listed = LogPageOptions & {
  readonly log: ShownLog
  readonly found: NonNullable<LogPageOptions['found']>
}

function list(view: View, options: Listed): Html {
  const t = logMessages.in(view.lang)
  const { asked, found, log } = options
  const kinds = [undefined, 'open', 'sealed', 'control'] as const
  return section({
    title: t.entries,
    body: html`${tabs(view, {
      label: t.kind,
      items: kinds.map((kind) => ({
        href: hrefOf({ ...asked, kind, before: undefined }),
        text: kind === undefined ? t.all : t[kind],
        current: asked.kind === kind
      }))
    })}
    ${filterForm(view, options)}
    ${table(view, {
      caption: t.entries,
      captionHidden: true,
      columns: [
        {
          key: 'index',
          title: t.index,
          numeric: true,
          cell: (entry: ShownEntry) =>
            link(view, {
              href: entryHref(log.row.log, entry.index),
              text: formatNumber(entry.index, view.lang)
            })
        },
        { key: 'kind', title: t.kind, cell: (entry) => kindName(view, entry) },
        { key: 'about', title: t.about, cell: (entry) => aboutEntry(view, entry) },
        {
          key: 'time',
          title: t.time,
          cell: (entry) => formatJalaliDateTime(entry.at, view.lang)
        }
      ],
      rows: found.entries,
      empty: t.noEntries,
      pages: found.next === null ? {} : { next: hrefOf({ ...asked, before: found.next }) }
    })}`
  })
}

function filterForm(view: View, { asked, badDay }: Listed): Html {
  const t = logMessages.in(view.lang)
  const text = (name: 'day' | 'service' | 'since', label: string, help?: string) =>
    field(view, {
      type: 'text',
      name,
      label,
      width: 'short',
      value: asked[name] === undefined ? undefined : String(asked[name]),
      ...(help === undefined ? {} : { help })
    })
  const badDayText = logMessages.entries.badDay
  return form(view, {
    action: '/log',
    method: 'get',
    problems: badDay ? [{ pointer: '/day', code: 'date/form', text: badDayText }] : undefined,
    submit: { text: t.show },
    body: html`${(['log', 'kind'] as const).map(
      (name) => asked[name] && html`<input type="hidden" name="${name}" value="${asked[name]}" />`
    )}
    ${text('day', t.day, t.dayHelp)} ${text('service', t.service)}
    ${text('since', t.since, t.sinceHelp)}`
  })
}

function hrefOf(asked: LogFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? '/log' : `/log?${text}`
}

function others(view: View, { logs, log }: LogPageOptions): Html | false {
  const t = logMessages.in(view.lang)
  const rest = logs.filter((each) => each.log !== log?.row.log)
  if (rest.length === 0) return false
  return section({
    title: t.shards,
    body: html`<ul>
      ${rest.map(
        (each) =>
          html`<li>
            ${link(view, { href: `/log?log=${each.log}`, text: `${t.shard} ${logName(view, each.log)}` })}
            ${each.frozenAt !== null && html`(${t.frozen})`}
          </li>`
      )}
    </ul>`
  })
}

function files(view: View, { row }: ShownLog): Html {
  const t = logMessages.in(view.lang)
  const entries = [
    [`/log/${row.log}/checkpoint`, t.checkpoint],
    [`/log/${row.log}/key`, t.keys],
    ['/log/policy', t.policy]
  ] as const
  return section({
    title: t.files,
    body: html`<p>${t.filesLead}</p>
      <ul>
        ${entries.map(([href, text]) => html`<li><a class="link" href="${href}">${text}</a></li>`)}
        <li>${link(view, { href: '/log/directory', text: t.keyDirectory })}</li>
      </ul>`
  })
}
