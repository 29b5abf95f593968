import type { Lang } from '../../platform/index.ts'
import type { Outage } from '../outages/outage.ts'
import type { ListedReport } from '../reports/list-store.ts'
import { closedReasonMessages } from '../reports/messages-desk.ts'
import { reportFormMessages } from '../reports/messages-form.ts'
import { type Choice, reportKinds } from '../reports/report.ts'
import type { GeoReport, Plain } from './format.ts'
import { messages } from './messages.ts'

/** The specification by its address, as discovery names it. */
const specification = 'http://wiki.open311.org/GeoReport_v2'

/** Code of a component as an Open311 service: a colon would be misread in addresses. */
export function serviceCode({ component }: Pick<Choice, 'component'>): string {
  return (component ?? '').replace(':', '-')
}

/** Where the endpoint is, and what it speaks. */
export function discoveryDocument(about: {
  readonly lang: Lang
  readonly origin: string
  readonly isTest: boolean
  readonly changedAt: Temporal.Instant
}): GeoReport {
  const { lang, origin, isTest, changedAt } = about
  const t = messages.in(lang)
  const changeset = changedAt.toZonedDateTimeISO('UTC').toPlainDateTime()
  const stamp = changeset.toString({ smallestUnit: 'minute' }).replace('T', ' ')
  return {
    root: 'discovery',
    content: {
      changeset: stamp,
      contact: t.contact(`${origin}/about`),
      key_service: t.keyService(`${origin}/api`),
      endpoints: {
        each: 'endpoint',
        items: [
          {
            specification,
            url: `${origin}/open311/v2`,
            changeset: stamp,
            type: isTest ? 'test' : 'production',
            formats: { each: 'format', items: ['text/xml', 'application/json'] }
          }
        ]
      }
    }
  }
}

/** What can be reported. */
export function servicesDocument(choices: readonly Choice[], lang: Lang): GeoReport {
  const t = messages.in(lang)
  return {
    root: 'services',
    content: {
      each: 'service',
      items: choices.map((choice) => ({
        service_code: serviceCode(choice),
        service_name: choice.title[lang],
        description: t.serviceDescription(choice.title[lang]),
        metadata: true,
        type: 'realtime',
        keywords: t.keywords,
        group: choice.authorityTitle[lang]
      }))
    }
  }
}

/** What is asked beside the description. */
export function definitionDocument(choice: Choice, lang: Lang): GeoReport {
  const t = messages.in(lang)
  const kinds = reportFormMessages.in(lang)
  return {
    root: 'service_definition',
    content: {
      service_code: serviceCode(choice),
      attributes: {
        each: 'attribute',
        items: [
          {
            ...{ variable: true, code: 'KIND', datatype: 'singlevaluelist', required: true },
            ...{ datatype_description: null, order: 1, description: t.kind },
            values: {
              each: 'value',
              items: reportKinds.map((key) => ({ key, name: kinds[key] }))
            }
          },
          {
            ...{ variable: true, code: 'NOTICED', datatype: 'datetime', required: false },
            ...{ datatype_description: t.noticedForm, order: 2, description: t.noticed },
            values: { each: 'value', items: [] }
          }
        ]
      }
    }
  }
}

/** Requests with what is known of them; what people wrote is theirs and is left empty. */
export function requestsDocument(
  reports: readonly { readonly report: ListedReport; readonly outage: Outage | null }[],
  known: { readonly choices: readonly Choice[]; readonly lang: Lang }
): GeoReport {
  return {
    root: 'service_requests',
    content: { each: 'request', items: reports.map((each) => requestOf(each, known)) }
  }
}

function requestOf(
  { report, outage }: { readonly report: ListedReport; readonly outage: Outage | null },
  { choices, lang }: { readonly choices: readonly Choice[]; readonly lang: Lang }
): Plain {
  const choice = choices.find(
    ({ authority, component }) => authority === report.authority && component === report.component
  )
  const reason = report.closedReason
  // The only instant that is promised for a report is the return of its outage.
  const expected = outage?.to === null ? outage.expectedReturnAt : null
  return {
    service_request_id: report.id,
    status: report.state,
    status_notes: reason === null ? null : closedReasonMessages.in(lang)[reason],
    service_name: choice?.title[lang] ?? null,
    service_code: serviceCode(report),
    description: null,
    agency_responsible: choice?.authorityTitle[lang] ?? null,
    service_notice: messages.in(lang).notKept,
    requested_datetime: w3(report.filedAt),
    updated_datetime: w3(report.updatedAt),
    ...(expected !== null && { expected_datetime: w3(expected) }),
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null
  }
}

/** The answer to a new request, or to a token. */
export function createdDocument(
  created: { readonly service_request_id: string } & Readonly<Record<string, string | null>>
): GeoReport {
  return { root: 'service_requests', content: { each: 'request', items: [created] } }
}

/** The subset of ISO 8601 in the W3C note. */
function w3(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' })
}
