import { ConfigError } from './config-error.ts'

/**
 * Whom to tell of a flaw, as RFC 9116 writes it: `mailto:`, `https:` or `tel:`, with commas between.
 * @throws {ConfigError} For anything else: a plain address is no URI, and no line may begin another field.
 */
export function securityContactsOf(text: string | undefined): string[] {
  return (text?.split(',') ?? []).map((each) => {
    const contact = each.trim()
    const isOne = /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:[+0-9-]+)$/.test(contact)
    if (isOne && URL.canParse(contact)) return contact
    throw new ConfigError(
      `PEYMAN_SECURITY_CONTACT must be mailto:, https: or tel: addresses with commas between, not "${contact}"`
    )
  })
}
