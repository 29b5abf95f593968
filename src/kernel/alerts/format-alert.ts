import { XMLBuilder } from 'fast-xml-parser'
import type { Alert, AlertInfo } from './alert.ts'

/** The namespace of CAP 1.2. */
export const capNamespace = 'urn:oasis:names:tc:emergency:cap:1.2'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  indentBy: '  ',
  suppressEmptyNode: false
})

/** An alert as the XML of CAP 1.2, elements in the order of its schema. */
export function formatAlert(alert: Alert): string {
  const references = alert.references.map(
    ({ sender, identifier, sent }) => `${sender},${identifier},${sent}`
  )
  const document = {
    alert: {
      '@xmlns': capNamespace,
      identifier: alert.identifier,
      sender: alert.sender,
      sent: alert.sent,
      status: alert.status,
      msgType: alert.msgType,
      scope: alert.scope,
      ...(references.length > 0 && { references: references.join(' ') }),
      info: alert.infos.map(infoElement)
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}`
}

function infoElement(info: AlertInfo) {
  return {
    language: info.language,
    category: info.categories,
    event: info.event,
    ...(info.responseTypes.length > 0 && { responseType: info.responseTypes }),
    urgency: info.urgency,
    severity: info.severity,
    certainty: info.certainty,
    ...optional('effective', info.effective),
    ...optional('onset', info.onset),
    ...optional('expires', info.expires),
    ...optional('senderName', info.senderName),
    headline: info.headline,
    description: info.description,
    ...optional('instruction', info.instruction),
    ...optional('web', info.web),
    area: info.areas.map(({ description, polygons, circles, geocodes }) => ({
      areaDesc: description,
      ...(polygons.length > 0 && { polygon: polygons }),
      ...(circles.length > 0 && { circle: circles }),
      ...(geocodes.length > 0 && {
        geocode: geocodes.map((code) => ({ valueName: code.name, value: code.value }))
      })
    }))
  }
}

function optional(element: string, value: string | null): Readonly<Record<string, string>> {
  return value === null ? {} : { [element]: value }
}
