import type { Reading, SenderKeys } from '../../../kernel/reading/index.ts'
import { parseVerifierKey } from '../../../kernel/tlog/index.ts'
import { say } from './say.ts'
import { momentText, numberText } from './time.ts'

/** An opened letter, as a reader shows it. */
export type Shown = Extract<Reading, { shown: true }>

/** How the keys of the sender are proven: in the log now, or as it was at the time of a saved proof (RFC 3339). */
export type Proof = 'log' | { readonly savedAt: string }

/** How a letter was checked, in sentences, with the name of the key and the digest of the content. */
export function checksOf(
  shown: Shown,
  proof: Proof
): { readonly lines: readonly string[]; readonly terms: readonly (readonly [string, string])[] } {
  const { sequence, at } = shown.signedBy
  return {
    lines: [
      say('checkSealed'),
      say('checkSigned', kindsOf(shown.signedBy)),
      say('checkDirectory', numberText(sequence + 1), momentText(at)),
      proof === 'log' ? say('checkLog') : say('checkFile', momentText(proof.savedAt))
    ],
    terms: [
      [say('keyName'), nameOf(shown.signedBy)],
      [say('contentHash'), shown.contentHash]
    ]
  }
}

function kindsOf({ keys }: SenderKeys): string {
  const kinds: Readonly<Record<number, string>> = { 1: 'Ed25519', 6: 'ML-DSA-44' }
  return keys
    .map((text) => parseVerifierKey(text))
    .flatMap((key) => (key.ok ? [kinds[key.value.type] ?? ''] : []))
    .join(' + ')
}

function nameOf({ keys: [first = ''] }: SenderKeys): string {
  const key = parseVerifierKey(first)
  return key.ok ? key.value.name : ''
}
