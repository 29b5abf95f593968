// Brought when somebody chooses an opened copy: holds its text against what the sender of its letter signed.
import { type LetterText, type Say, judgeLetter, sayIn } from '../../../kernel/reading/index.ts'
import { type OpenedLetter, readOpened } from '../../../kernel/seal/index.ts'
import { fromBase64 } from '../../../kernel/tlog/index.ts'
import { drawBody } from '../reading/body.ts'
import { type CopyProof, readCopyProof } from '../reading/copy-proof.ts'
import { seen } from '../reading/dom.ts'
import { type Believed, provenSenders } from '../reading/proven-senders.ts'

/** What an opened copy is found to be. */
export type CopyVerdict =
  | { readonly is: 'bare' | 'unproven' | 'altered' }
  | {
      readonly is: 'same'
      readonly owner: string
      /** Name of the key that signed. */
      readonly key: string
      /** The signed text, to be read here. */
      readonly body: HTMLElement
    }

/**
 * Judges an opened copy by what was saved in it.
 * @param letter - Id that the code in the copy names.
 */
export function judgeCopy(text: string, letter: string, believed: Believed): CopyVerdict {
  const copy = new DOMParser().parseFromString(text, 'text/html')
  const kept = copy.querySelectorAll<HTMLElement>('template[data-letter-proof]')
  const [only] = kept
  const proof = only === undefined ? null : readCopyProof(only.dataset['letterProof'] ?? '')
  if (proof === null || kept.length > 1) return { is: 'bare' }
  const signed = proof.letter === letter ? signedLetter(proof, believed) : null
  if (signed === null) return { is: 'unproven' }
  const say = sayIn(copy.documentElement.lang === 'en' ? 'en' : 'fa')
  const body = drawBody(signed.body, say, 2)
  if (!isShownIn(copy, signed, { say, body })) return { is: 'altered' }
  return { is: 'same', owner: proof.sender.owner, key: proof.sender.key, body }
}

/** The letter in a proof, where its sender is proven to have signed it. */
function signedLetter(proof: CopyProof, believed: Believed): OpenedLetter | null {
  const plain = fromBase64(proof.plain)
  const proven = provenSenders(believed, proof)
  if (plain === null || proven === null) return null
  const letter = readOpened({ plain, recipient: proof.recipient })
  if (!letter.ok) return null
  const { header } = letter.value
  const reading = judgeLetter(letter.value, proven.senders, {
    ...{ letter: proof.letter, sender: proof.sender.key, case: header.case },
    ...{ sentAt: null, seenContent: null }
  })
  return reading.shown ? reading.letter : null
}

/** Whether the copy shows this subject, this body and these names of attachments, each once. */
function isShownIn(
  copy: Document,
  { header, attachments }: OpenedLetter,
  { say, body }: { readonly say: Say; readonly body: HTMLElement }
): boolean {
  const noSubject: LetterText = 'noSubject'
  const subject = header.subject.trim() === '' ? say(noSubject) : seen(header.subject)
  const names = attachments.map(({ name }) => seen(name))
  return (
    isEqual(textsOf(copy, '.letter-subject'), [subject]) &&
    isEqual(textsOf(copy, '.letter-body'), [plainText(body.textContent)]) &&
    isEqual(textsOf(copy, '.letter-attachments li > bdi'), names)
  )
}

function textsOf(copy: Document, where: string): string[] {
  return Array.from(copy.querySelectorAll(where), ({ textContent }) => plainText(textContent))
}

function plainText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function isEqual(found: readonly string[], signed: readonly string[]): boolean {
  const plain = signed.map(plainText)
  return found.length === plain.length && found.every((text, i) => text === plain[i])
}
