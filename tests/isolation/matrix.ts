import type { TestServer } from '../support/server.ts'
import type { Asker } from './actors.ts'
import { sampleBody } from './sample-body.ts'
import type { Relation, Target } from './world.ts'

/** What one asker got of all that a route could give of others. */
export type Verdict = 'sign in' | 'refused' | 'not there' | 'nothing of it' | 'by role' | 'LEAK'

/** One row of the matrix: a route, and how each asker fared. */
export interface Row {
  readonly route: string
  readonly verdicts: Readonly<Record<string, Verdict>>
}

/** A way through the fence. */
export interface Leak {
  readonly route: string
  readonly asker: string
  readonly target: string
  readonly because: string
}

/** A route with what is tried at it. */
interface Try {
  readonly method: string
  readonly url: string
  readonly targets: readonly Target[]
}

const readersOfUnit = ['officer', 'approver', 'clerk', 'inspector', 'auditor']
const readersOfBody = ['clerk', 'inspector', 'auditor']

/** Whether a role reads a case by the published process or by its duty; no role reads anything else. */
function mayByRole(asker: Asker, { kind, relation }: Pick<Target, 'kind' | 'relation'>): boolean {
  const readers: Readonly<Record<Relation, readonly string[]>> = {
    'own unit': readersOfUnit,
    'another unit': readersOfBody,
    'another authority': [],
    'another person': []
  }
  const isCase = kind === 'case' || kind === 'fact'
  return isCase && asker.role !== null && readers[relation].includes(asker.role)
}

// Which things an address leads to, by a word in it; at all others, one of a body and one of a person.
const leadsTo: readonly (readonly [RegExp, readonly string[]])[] = [
  [/proofs|receipts/, ['case', 'fact']],
  [/upload/, ['upload', 'case']],
  [/draft|apply/, ['draft', 'notice']],
  [/report/, ['report']],
  [/notice/, ['notice']],
  [/keys/, ['key']],
  [/roles/, ['role']],
  [/posts/, ['post']],
  [/delegation/, ['delegation']],
  [/case/, ['case']]
]

/** What is tried: each route of the app that names a thing, in one of its languages. */
export function triesOf(server: TestServer, targets: readonly Target[]): Try[] {
  const seen = server.app.knownAddresses
    .all()
    .filter(([url]) => url.includes(':') && !url.startsWith('/en/') && !url.startsWith('/assets/'))
  return seen.flatMap(([url, methods]) => {
    const kinds = leadsTo.find(([word]) => word.test(url))?.[1] ?? ['session', 'report']
    const tried = targets.filter(({ kind }) => kinds.includes(kind))
    return methods
      .filter((method) => !['HEAD', 'OPTIONS', 'TRACE'].includes(method))
      .map((method) => ({ method, url, targets: tried }))
  })
}

/** Tries one route as one asker: everything of others, each beside what is not there. */
export async function tryRoute(
  server: TestServer,
  asker: Asker,
  each: Try
): Promise<{ verdict: Verdict; leaks: Leak[] }> {
  const verdicts: Verdict[] = []
  const leaks: Leak[] = []
  for (const target of each.targets) {
    const isBySelf = mayByRole(asker, target)
    // What a role may do to a case would change it for those who come after.
    if (isBySelf && each.method !== 'GET') {
      verdicts.push('by role')
      continue
    }
    const got = await ask(server, asker, { each, target })
    const told = isBySelf
      ? { verdict: 'by role' as const }
      : await judge(server, asker, { each, target, got })
    const because = got.status >= 500 ? `status ${String(got.status)}` : told.because
    if (because !== undefined) {
      const route = `${each.method} ${each.url}`
      leaks.push({
        route,
        asker: asker.name,
        target: `${target.kind}, ${target.relation}`,
        because
      })
    }
    verdicts.push(because === undefined ? told.verdict : 'LEAK')
  }
  return { verdict: worst(verdicts), leaks }
}

interface Got {
  readonly status: number
  readonly text: string
  readonly location: string
}

async function judge(
  server: TestServer,
  asker: Asker,
  { each, target, got }: { each: Try; target: Target; got: Got }
): Promise<{ verdict: Verdict; because?: string }> {
  const verdict = verdictOf(got)
  if (got.text.includes(target.canary)) return { verdict, because: 'its content is shown' }
  const none = await askForNone(server, asker, { each, target })
  if (got.status !== none.status)
    return {
      verdict,
      because: `${String(got.status)}, and ${String(none.status)} where there is none`
    }
  const same = bare(got, target) === bare(none, noneOfKind.get(target.kind) ?? absent(target))
  return same ? { verdict } : { verdict, because: 'the answer is not that of what is not there' }
}

const known = new Map<string, Promise<Got>>()
const noneOfKind = new Map<string, Target>()

/** What is answered where there is no such thing: asked once for each route, asker and kind. */
function askForNone(
  server: TestServer,
  asker: Asker,
  { each, target }: { each: Try; target: Target }
): Promise<Got> {
  const key = [each.method, each.url, asker.name, target.kind].join(' ')
  const none = noneOfKind.get(target.kind) ?? absent(target)
  noneOfKind.set(target.kind, none)
  const asked = known.get(key) ?? ask(server, asker, { each, target: none })
  known.set(key, asked)
  return asked
}

function verdictOf({ status, location }: Got): Verdict {
  if (status === 401 || (status === 303 && location.includes('/sign-in'))) return 'sign in'
  if (status === 403) return 'refused'
  return status === 404 ? 'not there' : 'nothing of it'
}

const order: readonly Verdict[] = [
  'LEAK',
  'by role',
  'nothing of it',
  'not there',
  'refused',
  'sign in'
]

function worst(verdicts: readonly Verdict[]): Verdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'nothing of it'
}

/** The same address with ids of the same form and place that are nobody's. */
function absent(target: Target): Target {
  const other = (id: string) => id.replace(/.{4}$/, (end) => (end === 'f00d' ? 'beef' : 'f00d'))
  const more = Object.entries(target.more).map(([name, id]) => [name, other(id)])
  return { ...target, id: other(target.id), more: Object.fromEntries(more) as Target['more'] }
}

/** An answer without what differs from one request to the next, or only repeats what was asked. */
function bare({ text, location }: Got, target: Target): string {
  const asked = [target.id, ...Object.values(target.more)]
  return asked
    .reduce((all, id) => all.replaceAll(id, 'ID'), `${location}\n${text}`)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g, 'TRACE')
    .replaceAll(/name="_csrf" value="[^"]*"/g, 'CSRF')
}

async function ask(
  server: TestServer,
  asker: Asker,
  { each, target }: { each: Try; target: Target }
): Promise<Got> {
  const url = each.url.replaceAll(/:(\w+)(\([^)]*\))?|\*/g, (_all, name: string | undefined) =>
    encodeURIComponent(fileOf(each.url, target, target.more[name ?? ''] ?? target.id))
  )
  const isApi = url.startsWith('/api/')
  const body = each.method === 'GET' || each.method === 'DELETE' ? null : sampleBody(server, each)
  const form = new URLSearchParams({ _csrf: asker.headers['x-csrf-token'] ?? '', ...body?.form })
  const answer = await server.app.inject({
    method: each.method as 'GET',
    url,
    headers: {
      ...asker.headers,
      accept: isApi ? 'application/json' : 'text/html',
      ...(body === null
        ? {}
        : { 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' })
    },
    ...(body === null ? {} : { payload: isApi ? JSON.stringify(body.json) : form.toString() })
  })
  return {
    status: answer.statusCode,
    text: answer.body,
    location: answer.headers.location ?? ''
  }
}

function fileOf(url: string, { kind }: Target, id: string): string {
  return url.endsWith('/proofs/:file') && kind === 'fact' ? `${id}.tlog-proof` : id
}
