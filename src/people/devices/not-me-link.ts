import { type Bilingual, type Context, type Tx } from '../../platform/index.ts'
import { newSecret } from '../session.ts'
import { insertLink } from './link-store.ts'

const linkDays = 14

/**
 * Makes a link that freezes an account without a session, for a message about what was done in it.
 * @param of - `session`: the one that its reader would mean.
 * @returns Its address, in each language.
 */
export async function notMeLink(
  { config, clock }: Context,
  tx: Tx,
  of: { readonly person: string; readonly session: string }
): Promise<Bilingual> {
  const token = newSecret()
  const link = { person: of.person, purpose: 'not-me', subject: of.session, token } as const
  await insertLink(tx, link, clock.now().add({ hours: 24 * linkDays }))
  const path = `/sign-in/not-me/${token}`
  return { fa: config.origin + path, en: `${config.origin}/en${path}` }
}
