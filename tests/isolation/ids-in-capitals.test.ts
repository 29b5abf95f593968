// Goal: an id in capitals leads to the same thing, or to the same refusal, at every address. Method: each
// address that reads a thing, by whoever may and by who may not, with its id in small letters and in capitals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOfPerson } from '../../src/people/index.ts'
import { startTestServer } from '../support/server.ts'
import { type Asker, makeRightful } from './actors.ts'
import { ask } from './ask.ts'
import type { Target } from './target.ts'
import { triesOf } from './tries.ts'
import { demonstrated, makeTargets } from './world.ts'

const server = await startTestServer()
// What can fail is known once the worker has looked, and cannot have failed before.
await server.work()
server.clock.advance('PT2H')
const staff = await makeRightful(server, { name: 'ito staff', authority: 'ito' })
const actor = await actorOfPerson(server.context.db, staff.person, server.context.clock.now())
assert.ok(actor)
const targets = await makeTargets(server, actor)
await server.work()
const victim = await demonstrated(server, 'neda-yousefi')
const askers: readonly (readonly [Asker, string])[] = [
  [await makeRightful(server, { name: 'victim', authority: null, id: victim.id }), 'sko'],
  [staff, 'ito'],
  [await makeRightful(server, { name: 'sko staff', authority: 'sko' }), 'sko']
]
const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function inCapitals(target: Target): Target {
  const more = Object.entries(target.more).map(([name, text]) => [name, upper(text)] as const)
  return { ...target, id: upper(target.id), more: Object.fromEntries(more) }
}

function upper(text: string): string {
  return isId.test(text) ? text.toUpperCase() : text
}

test('every address leads to the same thing by an id in capitals', async (t) => {
  const differing: string[] = []
  let shown = 0
  for (const each of triesOf(server, targets).filter(({ method }) => method === 'GET'))
    for (const target of each.targets.filter(({ id }) => isId.test(id)))
      for (const [asker, authority] of askers) {
        const small = await ask(server, asker, { each, target, authority })
        const large = await ask(server, asker, { each, target: inCapitals(target), authority })
        shown += small.status === 200 ? 1 : 0
        const isSame = small.status === large.status
        if (!isSame)
          differing.push(
            `${each.url} ${target.kind}: ${String(small.status)} ${String(large.status)}`
          )
      }
  t.diagnostic(`${String(shown)} things shown`)
  assert.deepEqual([...new Set(differing)], [])
  assert.ok(shown > 40)
})
