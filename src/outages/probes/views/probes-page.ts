import {
  formatDuration,
  formatJalaliDateTime,
  formatNumber
} from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  badge,
  code,
  html,
  layout,
  pageHead,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import type { UnregisteredHost } from '../host.ts'
import { deskTexts } from '../messages-desk.ts'
import type { ProbeDesk } from '../read-desk.ts'
import type { VantagePoint } from '../vantage-point.ts'
import { channelsSection } from './channels-section.ts'
import { hostSection, settingsSection } from './probe-forms.ts'
import type { RefusedForm } from './refused-form.ts'
import { targetForm } from './target-form.ts'
import { targetsSection } from './targets-section.ts'

/** A vantage point that has not reported for so long is called silent. */
const silentSeconds = 300

/** The page of probes, for the authorities that a reader answers for. */
export function probesPage(
  view: View,
  desks: readonly ProbeDesk[],
  refused: RefusedForm | null
): Html {
  const t = deskTexts.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'wide',
    robots: 'noindex',
    hasProblems: refused !== null,
    breadcrumbs: [{ href: '/desk/probes', text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${desks.map((desk) => {
      const own = refused?.authority === desk.authority.id ? refused : null
      return html`${desks.length > 1 && html`<h2>${desk.authority.title[view.lang]}</h2>`}
      ${warnings(view, desk)} ${strangeSection(view, desk)} ${vantageSection(view, desk)}
      ${targetsSection(view, desk)} ${targetForm(view, desk, own)} ${hostSection(view, desk, own)}
      ${channelsSection(view, desk)} ${settingsSection(view, desk, own)}`
    })}`
  })
}

function isSilent(view: View, { reportedAt }: VantagePoint): boolean {
  return reportedAt === null || view.now.since(reportedAt).total('seconds') > silentSeconds
}

function warnings(view: View, { vantages }: ProbeDesk): Html | false {
  const t = deskTexts.in(view.lang)
  const body = vantages.every((each) => isSilent(view, each))
    ? t.nobody
    : vantages.every(({ outside }) => !outside)
      ? t.insideOnly
      : null
  return body !== null && alert(view, { kind: 'warning', still: true, body })
}

function strangeSection(view: View, { strange, authority }: ProbeDesk): Html | false {
  const t = deskTexts.in(view.lang)
  if (strange.length === 0) return false
  return section({
    title: t.strange,
    body: html`${alert(view, { kind: 'error', still: true, body: t.strangeLead })}
    ${table<UnregisteredHost>(view, {
      caption: t.strange,
      captionHidden: true,
      rows: strange,
      columns: [
        { key: 'host', title: t.host, cell: ({ host }) => code(host) },
        { key: 'on', title: t.foundOn, cell: ({ foundOn }) => code(foundOn) },
        {
          key: 'last',
          title: t.lastSeen,
          cell: ({ lastAt }) => formatJalaliDateTime(lastAt, view.lang)
        },
        {
          key: 'register',
          title: t.register,
          titleHidden: true,
          cell: ({ host }) =>
            postButton(view, {
              action: `/desk/probes/${authority.id}/hosts`,
              text: t.register,
              size: 'small',
              fields: { [`${authority.id}-host.address`]: host }
            })
        }
      ]
    })}`
  })
}

function vantageSection(view: View, { vantages, authority }: ProbeDesk): Html {
  const t = deskTexts.in(view.lang)
  return section({
    title: t.vantages,
    lead: t.vantagesLead,
    body: table<VantagePoint>(view, {
      caption: t.vantages,
      captionHidden: true,
      rows: vantages,
      empty: t.noVantage,
      columns: [
        {
          key: 'place',
          title: t.place,
          cell: ({ label, outside }) =>
            html`${label} <small class="block">${outside ? t.outside : t.inside}</small>`
        },
        { key: 'reported', title: t.reported, cell: (row) => reportedOf(view, row) },
        {
          key: 'retire',
          title: t.retire,
          titleHidden: true,
          cell: ({ id, outside }) =>
            outside &&
            postButton(view, {
              action: `/desk/probes/${authority.id}/vantages/${id}/retirement`,
              text: t.retire,
              size: 'small'
            })
        }
      ]
    })
  })
}

function reportedOf(view: View, row: VantagePoint): Html {
  const t = deskTexts.in(view.lang)
  const { reportedAt, dropped } = row
  const ago =
    reportedAt === null
      ? t.never
      : html`${formatJalaliDateTime(reportedAt, view.lang)}
          <small class="block"
            >${formatDuration(Math.max(0, view.now.since(reportedAt).total('seconds')), view.lang)}</small
          >`
  return html`${isSilent(view, row) && badge(view, 'broken', t.silent)} ${ago}
  ${dropped > 0 && html`<small class="block">${t.dropped(formatNumber(dropped, view.lang))}</small>`}`
}
