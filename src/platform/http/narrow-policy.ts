import type { FastifyReply } from 'fastify'

/**
 * Puts rules of its own in the place of the general ones for one page.
 * @param rules - Directives with their values: `{ 'connect-src': "'none'" }`.
 */
export function narrowPolicy(reply: FastifyReply, rules: Readonly<Record<string, string>>): void {
  const general = String(reply.getHeader('content-security-policy') ?? '')
  const kept = general
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => !Object.keys(rules).some((name) => rule.startsWith(`${name} `)))
  const own = Object.entries(rules).map(([name, value]) => `${name} ${value}`)
  void reply.header('content-security-policy', [...kept, ...own].join(';'))
}
