import type { Server } from './request.ts'

// Nothing of a page comes from elsewhere, and nothing runs that is not a file of this site.
const policy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"]
}

/** Headers of every answer, as the OWASP Secure Headers Project lists them; the same each time. */
function securityHeaders(origin: string): Readonly<Record<string, string>> {
  const isSecure = origin.startsWith('https:')
  const rules = Object.entries(policy).map(([name, values]) => `${name} ${values.join(' ')}`)
  return {
    'content-security-policy': [...rules, ...(isSecure ? ['upgrade-insecure-requests'] : [])].join(
      ';'
    ),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    ...(isSecure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
  }
}

/**
 * Puts them on every answer, refusals and files included.
 * @param origin - The public address.
 */
export function protectAnswers(app: Server, origin: string): void {
  const headers = securityHeaders(origin)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
}
