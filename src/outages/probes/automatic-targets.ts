import type { Config } from '../../config.ts'
import type { Authority } from '../../people/index.ts'
import { type Check, checkSchema } from '../agent/wire.ts'
import { lettersComponent, serviceComponent } from './component.ts'
import { type WatchTarget, hostOfCheck } from './target.ts'

type Wanted = Omit<WatchTarget, 'id' | 'addedAt' | 'addedBy' | 'retiredAt'>

const menuEverySeconds = 3600
const journeyEverySeconds = 300
// A walk opens four pages of each service; a journey five or six in all.
const menuTimeoutMs = 120_000
const journeyTimeoutMs = 30_000
// «every few minutes»: each letter is some facts in the log, which stay.
const letterEverySeconds = 300
const letterTimeoutMs = 60_000

/**
 * The targets that the program makes by itself: the front page and a journey through the desk, the
 * portal, the card and the form of every service (SK-3.3a: the site is its forms and services), the
 * page for failures, and a walk from the front page to every card. In a demonstration the portal is
 * the desk itself: nobody's real portal is looked at from a try-out.
 */
export function automaticTargets(input: {
  readonly authority: Authority
  readonly services: readonly string[]
  readonly config: Config
  /** It promises the exchange of letters, and somebody has what test letters need. */
  readonly letters?: boolean
}): Wanted[] {
  const { authority, services, config, letters = false } = input
  const { origin } = config
  const portal = config.demo ? origin : authority.portal.replace(/\/$/, '')
  const [first = null] = services
  const of = (component: string, what: string, check: unknown): Wanted =>
    wanted({ authority: authority.id, component, what, check: checkSchema.parse(check) })
  return [
    of('desk', 'front-page', http(`${origin}/`)),
    {
      ...of('desk', 'journey', { kind: 'journey', origin, service: first }),
      everySeconds: journeyEverySeconds,
      timeoutMs: journeyTimeoutMs
    },
    {
      ...of('desk', 'menu', { kind: 'menu', origin, menu: '/services', services }),
      everySeconds: menuEverySeconds,
      timeoutMs: menuTimeoutMs
    },
    of('portal', 'portal', http(`${portal}/`)),
    of('failure-reports', 'report', http(`${origin}/report`)),
    ...(config.reportOrigin === null
      ? []
      : [of('failure-reports', 'report-desk', http(`${config.reportOrigin}/`))]),
    ...(letters
      ? [
          {
            ...of(lettersComponent, 'letter', { kind: 'letter', origin }),
            everySeconds: letterEverySeconds,
            timeoutMs: letterTimeoutMs
          }
        ]
      : []),
    ...services.flatMap((code) => [
      of(serviceComponent(code), 'card', http(`${origin}/services/${code}`, { keyword: code })),
      of(serviceComponent(code), 'form', http(`${origin}/services/${code}/apply`))
    ])
  ]
}

function http(url: string, more: object = {}): object {
  return { kind: 'http', url, ...more }
}

function wanted(given: {
  readonly authority: string
  readonly component: string
  readonly what: string
  readonly check: Check
}): Wanted {
  const { component, check } = given
  const service = component.startsWith('service:') ? component.slice('service:'.length) : null
  return {
    ...given,
    service,
    kind: check.kind,
    host: hostOfCheck(check),
    everySeconds: null,
    timeoutMs: null,
    automatic: true
  }
}
