import { formatJalaliDateTime, formatNumber } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  code,
  html,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import { probeReasons } from '../../agent/wire.ts'
import { deskTexts, reasonNames, targetNames } from '../messages-desk.ts'
import type { ProbeDesk } from '../read-desk.ts'
import type { ProbeStretch } from '../stretch.ts'
import type { WatchTarget } from '../target.ts'

/** Intervals without a result after which it is no longer known. */
const silentIntervals = 2.5

/** What is looked at, and what each vantage point saw last; what fails comes first. */
export function targetsSection(view: View, desk: ProbeDesk): Html {
  const t = deskTexts.in(view.lang)
  const failing = (target: WatchTarget) =>
    desk.newest.some((each) => each.target === target.id && !each.up)
  const rows = desk.targets.toSorted((a, b) => Number(failing(b)) - Number(failing(a)))
  return section({
    title: t.targets,
    body: table<WatchTarget>(view, {
      caption: t.targets,
      captionHidden: true,
      dense: true,
      rows,
      columns: [
        {
          key: 'component',
          title: t.component,
          cell: ({ component }) => desk.titles.get(component)?.[view.lang] ?? component
        },
        { key: 'what', title: t.what, cell: (row) => nameOf(view, row, desk) },
        { key: 'where', title: t.where, cell: (row) => code(placeOf(row)) },
        { key: 'last', title: t.last, cell: (row) => lastOf(view, row, desk) },
        {
          key: 'retire',
          title: t.retire,
          titleHidden: true,
          cell: ({ id, automatic }) =>
            !automatic &&
            postButton(view, {
              action: `/desk/probes/${desk.authority.id}/targets/${id}/retirement`,
              text: t.retire,
              size: 'small'
            })
        }
      ]
    })
  })
}

function nameOf(view: View, { what, automatic, everySeconds }: WatchTarget, desk: ProbeDesk): Html {
  const t = deskTexts.in(view.lang)
  const name = automatic ? (targetNames[what]?.[view.lang] ?? what) : what
  const every = formatNumber(everySeconds ?? desk.settings.everySeconds, view.lang)
  return html`${name} <small class="block">${t.every(every)}</small>`
}

function placeOf({ check }: WatchTarget): string {
  switch (check.kind) {
    case 'http':
      return check.url
    case 'tcp':
      return `${check.host}:${String(check.port)}`
    case 'dns':
      return `${check.type} ${check.name}`
    case 'journey':
    case 'letter':
      return check.origin
    case 'menu':
    default:
      return `${check.origin}${check.menu}`
  }
}

function lastOf(view: View, target: WatchTarget, desk: ProbeDesk): Html | Html[] {
  const t = deskTexts.in(view.lang)
  const every = target.everySeconds ?? desk.settings.everySeconds
  const found = desk.vantages.flatMap(({ id, label }) => {
    const last = desk.newest.find((each) => each.target === target.id && each.vantage === id)
    return last === undefined ? [] : [{ label, last }]
  })
  if (found.length === 0) return badge(view, 'no-data', t.unknown)
  return found.map(({ label, last }) => {
    const isOld = view.now.since(last.to).total('seconds') > silentIntervals * every
    const state = isOld
      ? badge(view, 'no-data', t.unknown)
      : last.up
        ? badge(view, 'up', t.up)
        : badge(view, 'down', t.down)
    return html`<div class="block">${state} <small>${label}</small> ${lineOf(view, last)}</div>`
  })
}

function lineOf(view: View, last: ProbeStretch): Html {
  const t = deskTexts.in(view.lang)
  const when = t.since(formatJalaliDateTime(last.from, view.lang))
  if (last.up) {
    return html`<small class="block"
      >${when} · ${t.took(formatNumber(last.tookMs, view.lang))}</small
    >`
  }
  const reason = probeReasons.find((each) => each === last.reason)
  const words = reason === undefined ? '' : reasonNames[reason][view.lang]
  return html`<small class="block"
    >${when} · ${words} ${last.detail !== null && html`<bdi dir="ltr">${last.detail}</bdi>`}</small
  >`
}
