import { toLatinDigits } from '../../kernel/persian/index.ts'
import type { IdentifierKind } from './letter.ts'

/** An identifier as the registry writes it, with its name in the key directory. */
export interface PlainIdentifier {
  readonly owner: string
  readonly identifier: { readonly kind: IdentifierKind; readonly value: string }
}

// Spaces, half-spaces and marks of direction come along when an identifier is copied.
const between = /[\s\u200b-\u200f\u2066-\u2069]/gu

/** An identifier however it was typed: Persian and Arabic digits are digits, and nothing stands between them. */
export function plainIdentifier(typed: PlainIdentifier['identifier']): PlainIdentifier {
  const { kind } = typed
  const value = toLatinDigits(typed.value).replaceAll(between, '')
  return { owner: `identifier:${kind}:${value}`, identifier: { kind, value } }
}
