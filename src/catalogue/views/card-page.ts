import { formatFee, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  columns,
  html,
  jsonLd,
  keyValues,
  link,
  section,
  stat,
  stats,
  table
} from '../../platform/html/index.ts'
import type { CardDocument, ServiceCard } from '../card.ts'
import {
  accessStages,
  accessWays,
  channels,
  fileFormats,
  inPersonReasons
} from '../card-options.ts'
import { governmentServiceOf } from '../json-ld.ts'
import { messages } from '../messages.ts'
import { promisedTimeText } from '../promised-time.ts'
import { wholeCard } from './whole-card.ts'
import { processSteps } from './process-steps.ts'
import { legalBasisText } from './legal-basis.ts'
import { serviceFrame, type ShownService } from './service-frame.ts'
import { megabytes, namesOf, phoneLink, visitsText } from './words.ts'

/** The card of a service: what it is, what it takes, what is answered for. */
export function cardPage(view: View, service: ShownService, origin: string): Html {
  const t = messages.in(view.lang)
  const { card } = service.version
  const described = { version: service.version, authority: service.authority, origin }
  return serviceFrame(view, service, {
    part: 'card',
    // What is not in force is no description of the service.
    head: service.isCurrent && jsonLd(governmentServiceOf(described, view.lang)),
    body: html`
      <p class="lead">${card.description[view.lang]}</p>
      ${card.demonstration && alert(view, { kind: 'info', still: true, body: t.demonstrationNote })}
      ${keyNumbers(view, card)}
      ${columns(
        html`${documentsSection(view, card)}${stepsSection(view, card)}${responsibility(view, card)}`,
        beside(view, card)
      )}
      ${section({ title: t.access, id: 'access', body: accessTable(view, card) })}
      ${section({
        title: t.allFields,
        id: 'all',
        body: html`${wholeCard(view, card, origin)}
          <p>${machineReadable(view, card)}</p>`
      })}
    `
  })
}

function keyNumbers(view: View, card: ServiceCard): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  return stats([
    stat(view, {
      label: t.promisedTime,
      value: promisedTimeText(card.promisedTime, lang),
      note: t.promisedTimeNote
    }),
    stat(view, { label: t.fee, value: formatFee(card.feeRial, lang) }),
    stat(view, { label: t.visits, value: visitsText(card.visitsMax, lang) }),
    stat(view, { label: t.documents, value: formatNumber(card.documents.length, lang) })
  ])
}

/** The documents that the card asks for, and that nothing else will be asked. */
export function documentsSection(view: View, card: ServiceCard): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  const rows = table<CardDocument>(view, {
    caption: t.documents,
    captionHidden: true,
    rows: card.documents,
    empty: t.documentsNone,
    columns: [
      { key: 'title', title: t.document, cell: (row) => row.title[lang] },
      {
        key: 'need',
        title: t.need,
        cell: (row) => (row.mandatory ? t.mandatory : (row.condition?.[lang] ?? t.conditional))
      },
      {
        key: 'formats',
        title: t.formats,
        cell: (row) =>
          html`${namesOf(fileFormats, row.formats, lang)}
            <small>${t.sizeMost(megabytes(row.sizeBytesMax, lang))}</small>`
      }
    ]
  })
  return section({ title: t.documents, id: 'documents', lead: t.documentsOnly, body: rows })
}

function stepsSection(view: View, card: ServiceCard): Html {
  const t = messages.in(view.lang)
  return section({
    title: t.steps,
    id: 'steps',
    body: processSteps(view, card.steps),
    actions: link(view, { href: `/services/${card.code}/process`, text: t.process })
  })
}

function responsibility(view: View, card: ServiceCard): Html {
  return section({
    title: messages.in(view.lang).responsibility,
    id: 'responsibility',
    body: html`<p>${card.responsibility[view.lang]}</p>`
  })
}

function beside(view: View, card: ServiceCard): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  const address = `/services/${card.code}`
  return html`
    ${section({
      title: t.channels,
      id: 'channels',
      lead: t.channelsOnly,
      body: html`<ul class="list-disc ps-5">
        ${card.channels.map((channel) => html`<li>${channels[channel][lang]}</li>`)}
      </ul>`
    })}
    ${section({
      title: t.approver,
      id: 'approver',
      body: keyValues(
        [
          {
            key: t.post,
            value: link(view, { href: `${address}/approver`, text: card.approver.title[lang] })
          },
          { key: t.phone, value: phoneLink(card.approver.phone, lang) },
          {
            key: t.followUp,
            value: html`${card.followUp.title[lang]} ${phoneLink(card.followUp.phone, lang)}`
          }
        ],
        { dense: true }
      )
    })}
    ${section({
      title: t.legalBasis,
      id: 'legal-basis',
      body: html`<ul class="list-disc ps-5">
        ${card.legalBases.map((basis) => html`<li>${legalBasisText(basis, lang)}</li>`)}
      </ul>`
    })}
  `
}

function accessTable(view: View, card: ServiceCard): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  return table(view, {
    caption: t.access,
    captionHidden: true,
    rows: Object.entries(accessStages).map(([id, name]) => ({
      name,
      ...card.access[id as keyof typeof accessStages]
    })),
    columns: [
      {
        key: 'stage',
        title: t.stage,
        cell: ({ name }) => name[lang]
      },
      { key: 'ways', title: t.ways, cell: ({ ways }) => namesOf(accessWays, ways, lang) },
      {
        key: 'reason',
        title: t.inPersonReason,
        cell: ({ inPersonReason }) =>
          inPersonReason === undefined ? '—' : inPersonReasons[inPersonReason][lang]
      }
    ]
  })
}

function machineReadable(view: View, card: ServiceCard): Html {
  const t = messages.in(view.lang)
  return html`<small
    >${t.machineReadable}: <a class="link" href="/api/v1/services/${card.code}">JSON</a> ·
    <a class="link" href="/services/${card.code}.jsonld">JSON-LD (CPSV-AP)</a></small
  >`
}
