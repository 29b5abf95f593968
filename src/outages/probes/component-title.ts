import { cardInForce } from '../../catalogue/index.ts'
import type { Bilingual, Db } from '../../platform/index.ts'
import { type ComponentName, serviceOfComponent } from './component.ts'
import { componentMessages } from './messages-components.ts'

/** What a component is called; a service by the title on its card. */
export async function componentTitle(
  db: Db,
  { component }: Pick<ComponentName, 'component'>,
  at: Temporal.Instant
): Promise<Bilingual> {
  const service = serviceOfComponent(component)
  if (service === null) return plainTitle(component)
  const card = await cardInForce(db, service, at)
  const title = card?.card.title ?? { fa: service, en: service }
  const { service: named } = componentMessages.entries
  return { fa: named.fa(title.fa), en: named.en(title.en) }
}

function plainTitle(component: string): Bilingual {
  const { entries } = componentMessages
  if (component.startsWith('portal:')) {
    const host = component.slice('portal:'.length)
    return { fa: entries.subPortal.fa(host), en: entries.subPortal.en(host) }
  }
  const known: Readonly<Record<string, Bilingual>> = {
    desk: entries.desk,
    portal: entries.portal,
    'failure-reports': entries.failureReports,
    letters: entries.letters
  }
  return known[component] ?? { fa: component, en: component }
}
