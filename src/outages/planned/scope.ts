import { listServices } from '../../catalogue/index.ts'
import type { Bilingual, Db } from '../../platform/index.ts'
import { fixedComponents, serviceComponent, serviceOfComponent } from '../probes/component.ts'
import { componentsOf } from '../probes/component-store.ts'
import { componentTitle } from '../status/component-title.ts'
import type { PlannedKind } from './planned.ts'

/** What a planned outage is about, as its announcer names it. */
export interface ScopeInput {
  readonly kind: PlannedKind
  readonly components?: readonly string[] | undefined
  readonly services?: readonly string[] | undefined
}

/** What a planned outage is about. */
export interface Scope {
  readonly components: readonly string[]
  /** Codes of services that it keeps from being given; `null`: all of the authority. */
  readonly services: readonly string[] | null
}

/** Something that a planned outage can be about, and what it is called. */
export interface PlannableComponent {
  readonly id: string
  /** Code of the service whose component it is. */
  readonly service: string | null
  readonly title: Bilingual
}

// Without these nothing of the site works: every service needs them.
const neededByAll = ['desk', 'portal']

/** Everything of an authority that can be down for a while: parts of the site, services, sub-portals. */
export async function plannableComponents(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<PlannableComponent[]> {
  const [services, watched] = await Promise.all([
    listServices(db, { authority, at }),
    componentsOf(db, authority)
  ])
  const titles = new Map(services.map(({ card }) => [card.code, card.title]))
  const component = (id: string, of: { service?: string; host?: string }) => {
    const { service = null, host = null } = of
    const full = { authority, id, service, host, addedAt: at, retiredAt: null }
    return { id, service, title: componentTitle(full, titles) }
  }
  return [
    ...[...fixedComponents, 'letters'].map((id) => component(id, {})),
    ...services.map(({ service }) => component(serviceComponent(service), { service })),
    ...watched.flatMap(({ id, host, retiredAt }) =>
      host === null || retiredAt !== null ? [] : [component(id, { host })]
    )
  ]
}

/** What is wrong with a scope. */
export type ScopeFault = 'nothing-named' | 'unknown-component' | 'unknown-service'

/**
 * The scope that an input names, or what is wrong with it: an outage names components, a closed form or a
 * withdrawal services, and an office closure nothing.
 */
export function scopeOf(
  input: ScopeInput,
  known: readonly PlannableComponent[]
): Scope | ScopeFault {
  if (input.kind === 'office-closure') return { components: [], services: null }
  const ids = new Set(known.map(({ id }) => id))
  if (input.kind === 'outage') {
    const components = distinct(input.components)
    if (components.length === 0) return 'nothing-named'
    if (!components.every((id) => ids.has(id))) return 'unknown-component'
    return { components, services: servicesOf(components) }
  }
  const services = distinct(input.services)
  if (services.length === 0) return 'nothing-named'
  const components = services.map(serviceComponent)
  return components.every((id) => ids.has(id)) ? { components, services } : 'unknown-service'
}

function servicesOf(components: readonly string[]): readonly string[] | null {
  if (components.some((id) => neededByAll.includes(id))) return null
  return components.flatMap((id) => serviceOfComponent(id) ?? [])
}

function distinct(values: readonly string[] | undefined): string[] {
  return [...new Set(values ?? [])].toSorted()
}
