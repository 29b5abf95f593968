import type { Bilingual } from '../../platform/index.ts'
import type { Component } from '../probes/component.ts'
import { componentMessages } from '../probes/messages-components.ts'

/**
 * What a component is called where it stands in the list of its authority: a service by the title on its
 * card, without the word "service" before each.
 */
export function componentTitle(
  { id, service, host }: Component,
  services: ReadonlyMap<string, Bilingual>
): Bilingual {
  const { desk, portal, failureReports, letters, subPortal } = componentMessages.entries
  if (service !== null) return services.get(service) ?? { fa: service, en: service }
  if (host !== null) return { fa: subPortal.fa(host), en: subPortal.en(host) }
  const known: Readonly<Record<string, Bilingual>> = {
    desk,
    portal,
    'failure-reports': failureReports,
    letters
  }
  return known[id] ?? { fa: id, en: id }
}

/** The desk first, then what else the authority has, then its services by code. */
export function inOrder(a: Component, b: Component): number {
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

const order = ['desk', 'portal', 'failure-reports', 'letters']

function rank({ id, service }: Component): number {
  if (service !== null) return order.length + 1
  const place = order.indexOf(id)
  return place === -1 ? order.length : place
}
