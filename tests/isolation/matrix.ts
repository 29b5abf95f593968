import type { TestServer } from '../support/server.ts'
import type { Asker } from './actors.ts'
import { type Got, ask } from './ask.ts'
import { type Try, mayByRole } from './tries.ts'
import { type RowWatch, strangeChanges } from './watch-rows.ts'
import type { Target } from './target.ts'

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

type Told = { readonly verdict: Verdict; readonly because?: string | undefined }

/**
 * Tries one route as one asker: everything of others, each beside what is not there. Whoever is refused
 * leaves no row behind that was not there before.
 */
export async function tryRoute(
  server: TestServer,
  asker: Asker,
  { each, watch }: { each: Try; watch: RowWatch }
): Promise<{ verdict: Verdict; leaks: Leak[] }> {
  const verdicts: Verdict[] = []
  const leaks: Leak[] = []
  const tell = (target: Pick<Target, 'kind' | 'relation'>, { verdict, because }: Told) => {
    verdicts.push(because === undefined ? verdict : 'LEAK')
    if (because === undefined) return
    const route = `${each.method} ${each.url}`
    leaks.push({ route, asker: asker.name, target: `${target.kind}, ${target.relation}`, because })
  }
  const targets = oneOfEach(each.targets)
  const byRole = targets.filter((target) => mayByRole(asker, target))
  const refused = targets.filter((target) => !byRole.includes(target))
  for (const target of refused) tell(target, await tryThing(server, asker, { each, target }))
  const [left] = strangeChanges(await watch.take())
  const [first] = refused
  if (left !== undefined && first !== undefined)
    tell(first, { verdict: 'LEAK', because: `it left ${left}` })
  for (const target of byRole) {
    // What a role may do to a case would change it for those who come after.
    if (each.method === 'GET') await ask(server, asker, { each, target })
    verdicts.push('by role')
  }
  if (byRole.length > 0) await watch.take()
  return { verdict: worst(verdicts), leaks }
}

async function tryThing(
  server: TestServer,
  asker: Asker,
  { each, target }: { each: Try; target: Target }
): Promise<Told> {
  const got = await ask(server, asker, { each, target })
  if (got.status >= 500) return { verdict: 'LEAK', because: `status ${String(got.status)}` }
  const verdict = verdictOf(got)
  if (got.text.includes(target.canary)) return { verdict, because: 'its content is shown' }
  if (each.method !== 'GET' && verdict === 'nothing of it' && !isHarmless(each))
    return { verdict, because: `not refused: ${String(got.status)} ${got.location}` }
  if (target.published === true) return { verdict }
  const none = await askForNone(server, asker, { each, target })
  if (got.status !== none.status) {
    const because = `${String(got.status)}, and ${String(none.status)} where there is none`
    return { verdict, because }
  }
  const same = bare(got, target) === bare(none, noneOfKind.get(target.kind) ?? absent(target))
  return same ? { verdict } : { verdict, because: 'the answer is not that of what is not there' }
}

// What is answered by something else than a refusal, and why that tells and does nothing.
const beforeWhose = 'what is signed and sealed is looked at first: the same for all'
const harmless: Readonly<Record<string, string>> = {
  'POST /api/v1/mailboxes/:id/keyslots': beforeWhose,
  'POST /api/v1/mailboxes/:id/rotation': beforeWhose,
  'POST /api/v1/mailboxes/:id/renewal': beforeWhose,
  'PUT /api/v1/services/:code/draft': 'codes are one for all bodies: one of another is taken'
}

function isHarmless({ method, url }: Try): boolean {
  return `${method} ${url}` in harmless
}

/** One thing of each kind and place: more of them are there for what is done once by who may. */
function oneOfEach(targets: readonly Target[]): Target[] {
  return [...Map.groupBy(targets, ({ kind, relation }) => `${kind} ${relation}`).values()].flatMap(
    ([first]) => first ?? []
  )
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
  const more = Object.entries(target.more).map(([name, id]) => [
    name,
    name === 'query' ? id : other(id)
  ])
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
