import { mailboxName } from '../../kernel/seal/index.ts'
import { authorityById, personsByIds } from '../../people/index.ts'
import type { Bilingual, Context } from '../../platform/index.ts'
import { withScope } from '../../platform/index.ts'
import type { StoredLetter } from '../exchange/index.ts'

type Ends = Pick<StoredLetter['recipient'], 'mailbox' | 'authority' | 'unit' | 'person'>

/** One end of a letter as a page names it: always by the registry, never as the letter says. */
export interface NamedParty {
  readonly mailbox: string | null
  /** Owner in the key directory; `null` where there is no mailbox. */
  readonly owner: string | null
  /** Name on the signatures of its keys. */
  readonly key: string | null
  readonly title: Bilingual | null
}

/** A letter with the names of its ends. */
export interface ListedLetter {
  readonly letter: StoredLetter
  readonly sender: NamedParty
  readonly recipient: NamedParty
  /** Id whose bytes this reader may have, or `null`. */
  readonly content: string | null
}

/** Names of the ends of letters, as the registry has them. */
export type PartyNames = (party: Ends) => NamedParty

/** Host by which this installation's mailboxes are named. */
export function hostOf({ config }: Pick<Context, 'config'>): string {
  return new URL(config.origin).host
}

/** Reads the names of all who are at an end of some letters. */
export async function partyNames(context: Context, parties: readonly Ends[]): Promise<PartyNames> {
  const persons = [...new Set(parties.flatMap(({ person }) => person ?? []))]
  const bodies = [...new Set(parties.flatMap(({ authority }) => authority ?? []))]
  // Both ends know each other's registry name: it stands on the envelope.
  const [known, authorities] = await Promise.all([
    withScope('system', () => personsByIds(context.db, persons)),
    Promise.all(bodies.map((id) => authorityById(context.db, id)))
  ])
  const host = hostOf(context)
  return (party) => {
    const { mailbox, authority, unit, person } = party
    if (authority !== null && unit !== null) {
      const body = authorities.find((each) => each?.id === authority)
      const title = body ? unitTitle(body, unit) : null
      return {
        mailbox,
        owner: `unit:${authority}/${unit}`,
        key: mailboxName(host, { authority, unit }),
        title
      }
    }
    const title = (person === null ? null : known.get(person)?.name) ?? null
    const owner = mailbox === null ? null : `mailbox:${mailbox}`
    return { mailbox, owner, key: mailbox === null ? null : mailboxName(host, { mailbox }), title }
  }
}

function unitTitle(
  body: NonNullable<Awaited<ReturnType<typeof authorityById>>>,
  unit: string
): Bilingual {
  const own = body.units.find(({ id }) => id === unit)?.title ?? { fa: unit, en: unit }
  return { fa: `${own.fa}، ${body.shortTitle.fa}`, en: `${own.en}, ${body.shortTitle.en}` }
}
