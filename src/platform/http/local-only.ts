import { localHosts } from '../../config.ts'
import { Refusal } from '../errors.ts'
import type { Server } from './request.ts'

/** A demonstration was asked for under a name that is not this machine's. */
export class NotThisMachineError extends Refusal {
  readonly code = 'request/not-this-machine'
  override readonly status = 421
  constructor() {
    super({
      fa: 'نسخه نمایشی تنها با نشانی localhost و روی همین دستگاه پاسخ می‌دهد.',
      en: 'A demonstration answers only on this machine, under the name localhost.'
    })
  }
}

/**
 * Refuses every request whose Host is not this machine: a page elsewhere that lets its own name point
 * here (DNS rebinding) would otherwise sign in by a click.
 */
export function answerOnlyHere(app: Server): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const isHere = localHosts.includes(hostnameOf(request.headers.host))
    done(isHere ? undefined : new NotThisMachineError())
  })
}

function hostnameOf(host: string | undefined): string {
  const address = `http://${host ?? ''}`
  return URL.canParse(address) ? new URL(address).hostname : ''
}
