// Goal: two readers cannot be shown two directories for long, nor one reader a log that forgets. Method: two
// desks in memory that sign with one key, asked by one client that remembers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  MemoryDirectory,
  MemoryPins,
  after,
  chainOf,
  enrolled,
  firstOwner,
  secondOwner,
  trust
} from '../../../tests/support/directory.ts'
import { nodePrimitives } from '../../../tests/support/tlog.ts'
import { type DirectoryClient, findRecipient } from './index.ts'

const person = 'identifier:national-id:9900000013'

async function deskWith(own: number, heads: readonly number[]) {
  const desk = new MemoryDirectory()
  for (const entry of chainOf([{ ...enrolled, own }])) desk.add(entry)
  desk.aliases.set(person, firstOwner)
  for (const hours of heads) await desk.publish(after(hours))
  return desk
}

/** Asks a desk; the pins are those of one reader, whatever desk answers. */
function asking(pins: MemoryPins, desk: MemoryDirectory, hours: number) {
  const asked: string[] = []
  const client: DirectoryClient = {
    site: 'https://desk.example',
    trust,
    pins,
    now: () => after(hours),
    primitives: nodePrimitives,
    fetch: async (address, init) => {
      asked.push(address)
      if (!address.includes('/api/')) return new Response(Buffer.from(desk.tile(address) ?? []))
      const { owner } = JSON.parse((init?.body as string | undefined) ?? '{}') as { owner?: string }
      const named = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))
      return Response.json(await desk.answer(owner ?? named))
    }
  }
  const find = async (owner = firstOwner) => {
    const found = await findRecipient(client, owner)
    return found.ok ? 'found' : found.fault
  }
  return { find, asked }
}

test('findRecipient follows a log that grows, by its tiles', async () => {
  const pins = new MemoryPins()
  const desk = await deskWith(1, [0])
  assert.equal(await asking(pins, desk, 0).find(), 'found')
  for (const hours of [1, 2, 3, 5]) {
    await desk.publish(after(hours))
    const { find, asked } = asking(pins, desk, hours)
    assert.equal(await find(), 'found')
    assert.ok(asked.some((address) => address.includes('/log/1405/tile/')))
  }
})

test('findRecipient refuses a log that was another before, or shorter', async () => {
  const pins = new MemoryPins()
  assert.equal(await asking(pins, await deskWith(1, [0, 1]), 1).find(), 'found')
  // Somebody else's key at the same number of heads, and with more of them.
  assert.equal(await asking(pins, await deskWith(2, [0, 1]), 1).find(), 'pin-head-fork')
  const longer = await deskWith(2, [0, 1, 2])
  assert.equal(await asking(pins, longer, 2).find(), 'pin-entries-differ')
  // A reader who never looked at this owner still sees that the log is another one.
  assert.equal(await asking(pins, longer, 2).find(person), 'log-fork')
  assert.equal(await asking(pins, longer, 2).find(secondOwner), 'log-fork')
  assert.equal(await asking(pins, await deskWith(1, [0]), 1).find(), 'pin-head-rolled-back')
})

test('findRecipient keeps identifiers of people out of addresses', async () => {
  const { find, asked } = asking(new MemoryPins(), await deskWith(1, [0]), 0)
  assert.equal(await find(person), 'found')
  assert.ok(asked.every((address) => !address.includes('9900000013')))
})

test('findRecipient refuses where nothing comes, or what it kept was changed', async () => {
  const desk = await deskWith(1, [0])
  const pins = new MemoryPins()
  const away: DirectoryClient = {
    site: 'https://desk.example',
    trust,
    pins,
    now: () => after(0),
    fetch: () => Promise.reject(new Error('away'))
  }
  assert.deepEqual(await findRecipient(away, firstOwner), { ok: false, fault: 'ask-failed' })
  const refusing = { ...away, fetch: () => Promise.resolve(new Response('', { status: 404 })) }
  assert.deepEqual(await findRecipient(refusing, firstOwner), { ok: false, fault: 'ask-refused' })
  assert.equal(await asking(pins, desk, 0).find(), 'found')
  for (const key of pins.kept.keys()) pins.kept.set(key, '{')
  assert.equal(await asking(pins, desk, 0).find(), 'pin-unreadable')
})
