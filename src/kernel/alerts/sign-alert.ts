import {
  type Primitives,
  type SigningKey,
  type VerifierKey,
  formatNote,
  parseNote,
  portablePrimitives,
  toBase64,
  utf8
} from '../tlog/index.ts'
import { judgeKeyIn, messageIn } from '../seal/index.ts'

const domain = 'peyman.dev/broadcast/v1'

/** The text that a unit signs for an alert: these bytes and no others, under this identifier. */
function alertText(xml: string, { sender, identifier }: AlertName, primitives: Primitives): string {
  const hash = toBase64(primitives.sha256(utf8(xml)))
  return `${[domain, sender, identifier, hash].join('\n')}\n`
}

/** What an alert is called. */
export interface AlertName {
  readonly sender: string
  readonly identifier: string
}

/** An alert's signatures as a C2SP signed note, one of each key of the unit. */
export function signAlert(xml: string, name: AlertName, by: readonly SigningKey[]): string {
  const text = alertText(xml, name, portablePrimitives)
  const signatures = by.map((signer) => ({
    name: signer.key.name,
    id: signer.key.id,
    signature: signer.sign(messageIn(domain, signer.key, text))
  }))
  return formatNote({ text, signatures })
}

/**
 * Whether a note signs an alert by every key of its unit: one left out is as wrong as an altered one.
 * @param keys - Of the unit, from the key directory; Ed25519 and ML-DSA-44.
 */
export function isAlertSigned(
  { xml, name, note }: { readonly xml: string; readonly name: AlertName; readonly note: string },
  keys: readonly VerifierKey[],
  primitives: Primitives = portablePrimitives
): boolean {
  const parsed = parseNote(note)
  if (!parsed.ok || keys.length === 0) return false
  if (parsed.value.text !== alertText(xml, name, primitives)) return false
  return keys.every(
    (key) =>
      key.name === name.sender &&
      judgeKeyIn(domain, { note: parsed.value, key }, primitives) === 'signed'
  )
}
