import { importAgreements, importCalendars } from '../agreements/index.ts'
import { importCards } from '../catalogue/index.ts'
import { importAuthorities, seedDemonstration } from '../people/index.ts'
import type { Context } from '../platform/index.ts'

/**
 * Brings the files of `agreements/` into the installation: authorities with their posts, calendars,
 * agreements, service cards, and the invented people of a demonstration. What is there already and
 * unchanged is left alone, so every start may call it.
 */
export async function loadContent(context: Context): Promise<void> {
  await importAuthorities(context)
  if (context.config.demo) await seedDemonstration(context)
  await importCalendars(context)
  await importAgreements(context)
  await importCards(context)
}
