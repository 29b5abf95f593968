import type { TestServer } from '../support/server.ts'
import type { Asker } from './actors.ts'
import { type Leak, type Row, triesOf, tryRoute } from './matrix.ts'
import { type Target, makeTargets } from './world.ts'

/** Tries all routes as everybody, then reads all lists. */
export async function readMatrix(
  server: TestServer,
  actors: readonly Asker[]
): Promise<{ rows: Row[]; leaks: Leak[] }> {
  const targets = await makeTargets(server)
  await server.work()
  const rows: Row[] = []
  const leaks: Leak[] = []
  for (const each of triesOf(server, targets)) {
    const verdicts: Record<string, Row['verdicts'][string]> = {}
    for (const asker of actors) {
      const told = await tryRoute(server, asker, each)
      verdicts[asker.name] = told.verdict
      leaks.push(...told.leaks)
    }
    rows.push({ route: `${each.method} ${each.url}`, verdicts })
  }
  leaks.push(...(await readLists(server, actors, targets)))
  return { rows, leaks }
}

const readersOfBody = ['clerk', 'inspector', 'auditor']
const readersOfUnit = [...readersOfBody, 'officer', 'approver']

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
    const hidden = targets.filter(({ kind, relation }) => !isForRole(asker, kind, relation))
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

function isForRole(asker: Asker, kind: string, relation: string): boolean {
  if (kind !== 'case' && kind !== 'fact') return false
  if (relation === 'own unit') return readersOfUnit.includes(asker.role ?? '')
  return relation === 'another unit' && readersOfBody.includes(asker.role ?? '')
}
