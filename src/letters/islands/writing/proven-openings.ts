import { type ShownProof, judgeOpening } from '../../../kernel/reading/index.ts'
import {
  type OpeningState,
  decodeBech32,
  openingToken,
  tokenHashOf
} from '../../../kernel/seal/index.ts'
import { el, notice } from '../reading/dom.ts'
import { say } from '../reading/say.ts'
import { DirectoryRefusedError } from '../reading/sender-keys.ts'
import type { OpenSession, Session } from '../reading/session.ts'
import type { ListedLetter } from '../reading/shapes.ts'
import { momentText } from '../reading/time.ts'

interface ToldEvidence {
  readonly events: readonly { readonly state: string | null; readonly at: string }[]
  readonly proofs: readonly (ShownProof & { readonly at: string })[]
}

const states: readonly OpeningState[] = ['opened', 'acknowledged', 'replied']
const words = {
  opened: 'openingOpened',
  acknowledged: 'openingAcknowledged',
  replied: 'openingReplied'
} as const
const drawn = {
  proven: ['kept', 'openingProven', 'openingProvenText'],
  signed: ['info', 'openingSigned', 'openingSignedText'],
  said: ['risk', 'openingSaid', 'openingSaidText'],
  broken: ['broken', 'openingBroken', 'openingBrokenText'],
  unchecked: ['risk', 'openingUnchecked', 'openingUncheckedText']
} as const

/** On the page of a letter that was sent: what its recipient signed is checked here, once the mailbox is open. */
export function startOpenings(session: Session, place: HTMLElement, letter: ListedLetter): void {
  const locked = [...place.childNodes]
  session.watch((open) => {
    if (open === null) place.replaceChildren(...locked)
    else void show(session, open, { place, letter })
  })
}

async function show(
  session: Session,
  open: OpenSession,
  { place, letter }: { readonly place: HTMLElement; readonly letter: ListedLetter }
): Promise<void> {
  const found = await check(session, open, letter).catch((error: unknown) => [
    el('p', {}, `${say('actFailed')} ${error instanceof Error ? error.message : ''}`)
  ])
  if (session.open === open) place.replaceChildren(...found)
}

async function check(
  session: Session,
  open: OpenSession,
  letter: ListedLetter
): Promise<HTMLElement[]> {
  const path = `/api/v1/letters/${letter.id}/evidence`
  const told = (await session.api.json(path)) as ToldEvidence
  const timeOf = (state: string) =>
    [...told.proofs, ...told.events].find((each) => each.state === state)?.at
  const said = states.filter((state) => timeOf(state) !== undefined)
  if (said.length === 0) return [el('p', {}, say('openingNone'))]
  const signers = await signersOf(open, letter)
  const ownHashes = ownHashesOf(open, letter.id)
  return said.map((state) => {
    const of = { letter: letter.id, state, proofs: told.proofs, ownHashes }
    const verdict = signers === null ? 'unchecked' : judgeOpening({ ...of, signers })
    const [tone, title, text] = drawn[verdict]
    const element = notice(
      tone,
      say(title, say(words[state])),
      el('p', {}, say(text, momentText(timeOf(state) ?? '')))
    )
    element.dataset['opening'] = `${state} ${verdict}`
    return element
  })
}

/** Every set of keys that the recipient may have signed with; `null` where the directory does not prove them. */
async function signersOf(
  { directory }: OpenSession,
  { recipient }: ListedLetter
): Promise<(readonly string[])[] | null> {
  if (recipient.owner === null) return null
  try {
    return (await directory.keysOf(recipient.owner)).senders.map(({ keys }) => keys)
  } catch (error) {
    if (error instanceof DirectoryRefusedError) return null
    throw error
  }
}

/** The sender's own key made the token inside the letter: the hash of it is nobody's word. */
function ownHashesOf({ unlocked }: OpenSession, letter: string): string[] {
  return unlocked.identities.flatMap((identity) => {
    const seed = decodeBech32(identity)?.bytes
    return seed === undefined ? [] : [tokenHashOf(openingToken(seed, letter))]
  })
}
