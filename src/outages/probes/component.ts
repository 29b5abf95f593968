/** A part of an authority's site that can fail on its own. */
export interface Component {
  readonly authority: string
  /** `desk`, `portal`, `failure-reports`, `letters`, `service:<code>` or `portal:<host>`. */
  readonly id: string
  /** Code of the service whose card, form and submission it is. */
  readonly service: string | null
  /** Host of a sub-portal. */
  readonly host: string | null
  readonly addedAt: Temporal.Instant
  readonly retiredAt: Temporal.Instant | null
}

/** A component by its two names. */
export interface ComponentName {
  readonly authority: string
  readonly component: string
}

/** Components that every authority has from its first day. */
export const fixedComponents = ['desk', 'portal', 'failure-reports'] as const

/** The exchange of letters, of whoever promises its availability. */
export const lettersComponent = 'letters'

/** The component of a service. */
export function serviceComponent(code: string): string {
  return `service:${code}`
}

/** The component of a registered sub-portal. */
export function hostComponent(host: string): string {
  return `portal:${host}`
}

/** Code of the service whose component this is, or `null`. */
export function serviceOfComponent(component: string): string | null {
  return component.startsWith('service:') ? component.slice('service:'.length) : null
}
