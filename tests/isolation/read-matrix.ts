import type { TestServer } from '../support/server.ts'
import { actorOfPerson } from '../../src/people/index.ts'
import { type Asker, makeRightful } from './actors.ts'
import { type Leak, type Row, tryRoute } from './matrix.ts'
import { mayByRole, triesOf } from './tries.ts'
import { tryRightful } from './try-rightful.ts'
import { watchRows } from './watch-rows.ts'
import type { Target } from './target.ts'
import { makeTargets } from './world.ts'

/** Tries all routes as everybody, then reads all lists, then does the same acts as who may. */
export async function readMatrix(
  server: TestServer,
  actors: readonly Asker[]
): Promise<{ rows: Row[]; leaks: Leak[] }> {
  const staff = await makeRightful(server, { name: 'ito staff', authority: 'ito' })
  const actor = await actorOfPerson(server.context.db, staff.person, server.context.clock.now())
  if (actor === null) throw new Error('no staff of another body')
  const targets = await makeTargets(server, actor)
  await server.work()
  const watch = await watchRows(server.context.db)
  const rows: Row[] = []
  const leaks: Leak[] = []
  const tries = triesOf(server, targets)
  for (const each of tries) {
    const verdicts: Record<string, Row['verdicts'][string]> = {}
    for (const asker of actors) {
      const told = await tryRoute(server, asker, { each, watch })
      verdicts[asker.name] = told.verdict
      leaks.push(...told.leaks)
    }
    rows.push({ route: `${each.method} ${each.url}`, verdicts })
  }
  leaks.push(...(await readLists(server, actors, targets)))
  leaks.push(...(await tryRightful(server, { tries, staff })))
  return { rows, leaks }
}

/** Reads every page and list that names no thing; nothing of others stands in any. */
async function readLists(
  server: TestServer,
  actors: readonly Asker[],
  targets: readonly Target[]
): Promise<Leak[]> {
  const urls = server.app.knownAddresses
    .all()
    .filter(([url, methods]) => methods.includes('GET') && !/[:*]|^\/en(?:\/|$)/.test(url))
    .flatMap(([url]) => (/^\/(?:api|desk)\b/.test(url) ? [url, `${url}?authority=ito`] : [url]))
  const leaks: Leak[] = []
  for (const asker of actors) {
    const hidden = targets.filter((target) => !mayByRole(asker, target))
    for (const url of urls) {
      const got = await server.app.inject({ url, headers: asker.headers })
      const shown = hidden.find(
        ({ canary }) => /^(?:canary|قناری)/.test(canary) && got.body.includes(canary)
      )
      const route = `GET ${url}`
      if (shown)
        leaks.push({
          route,
          asker: asker.name,
          target: shown.kind,
          because: 'its content is shown'
        })
      if (got.statusCode >= 500)
        leaks.push({
          route,
          asker: asker.name,
          target: '',
          because: `status ${String(got.statusCode)}`
        })
    }
  }
  return leaks
}
