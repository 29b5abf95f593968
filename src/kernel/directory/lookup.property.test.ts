// Goal: a desk cannot get a letter sealed to a key that the owner did not put in place. Method: an honest
// directory in memory, with a real chain, map and log; every change to its answers; random histories.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  MemoryDirectory,
  type Step,
  after,
  chainOf,
  enrolled,
  entryAfter,
  host,
  secondOwner as other,
  firstOwner as owner,
  trust,
  someUnit as unit
} from '../../../tests/support/directory.ts'
import { nodePrimitives } from '../../../tests/support/tlog.ts'
import { portableSigningKey } from '../tlog/index.ts'
import { type DirectoryAnswer, checkedRecipient, verifyLookup } from './index.ts'

const person = 'identifier:national-id:9900000013'
const want = (of = owner, hours = 0.1) => ({
  owner: of,
  trust,
  now: after(hours),
  primitives: nodePrimitives
})

async function desk(steps: readonly Step[], upTo = steps.length) {
  const directory = new MemoryDirectory()
  const chain = chainOf(steps)
  for (const [i, entry] of chain.slice(0, upTo).entries()) {
    directory.add(entry)
    if (i === 0) {
      for (const more of [...chainOf([enrolled], other), ...chainOf([enrolled], unit)]) {
        directory.add(more)
      }
      directory.aliases.set(person, owner)
    }
    await directory.publish(after(steps[i]?.hours ?? 0))
  }
  return directory
}

const verdict = (answer: unknown, of = want()) => {
  const read = verifyLookup(answer, of)
  return read.ok ? (read.entry?.sequence ?? null) : read.fault
}

test('an honest answer is believed: by owner, by identifier, and that there is nobody', async () => {
  const directory = await desk([enrolled])
  assert.equal(verdict(await directory.answer(owner)), 0)
  assert.equal(verdict(await directory.answer(unit), want(unit)), 0)
  assert.equal(verdict(await directory.answer(person), want(person)), 0)
  const stranger = 'identifier:national-id:9900000021'
  assert.equal(verdict(await directory.answer(stranger), want(stranger)), null)
  const nobody = 'mailbox:0193a1b2-0000-7000-8000-00000000000f'
  assert.equal(verdict(await directory.answer(nobody), want(nobody)), null)
})

test('every other answer is refused', async () => {
  const directory = await desk([enrolled])
  const right = await directory.answer(owner)
  const forOther = await directory.answer(other)
  const byAlias = await directory.answer(person)
  const swapped = chainOf([{ ...enrolled, own: 7 }])
  const stranger = await directory.answer('identifier:national-id:9900000021')
  const flipped = right.head.replace(/.(?=\n\n—)/u, (c) => (c === 'A' ? 'B' : 'A'))
  const refused: [string, unknown, string, string?][] = [
    ['nothing', null, 'answer-form'],
    ['another form', { ...right, v: 2 }, 'answer-form'],
    ["another's", forOther, 'answer-other-owner'],
    ["another's under this name", { ...forOther, owner }, 'entries-unproven'],
    ['a swapped key', { ...right, entries: swapped }, 'entries-unproven'],
    ['no entry', { ...right, entries: [] }, 'entries-unproven'],
    [
      'an absence of somebody else',
      { ...right, entries: [], proof: stranger.alias?.proof },
      'entries-unproven'
    ],
    ['a head that nobody signed', { ...right, head: flipped }, 'head-unproven'],
    ['no head', { ...right, head: '' }, 'head-unproven'],
    [
      'an identifier of another',
      { ...byAlias, alias: { ...byAlias.alias, owner: other } },
      'alias-unproven',
      person
    ],
    [
      'an identifier of nobody',
      { ...byAlias, alias: { ...byAlias.alias, owner: null }, entries: [], proof: null },
      'alias-unproven',
      person
    ]
  ]
  for (const [name, answer, fault, of] of refused) {
    assert.equal(verdict(answer, want(of)), fault, name)
  }
  assert.equal(verdict(right, want(owner, 25)), 'head-stale')
  assert.equal(verdict(right, want(owner, -1)), 'head-ahead')
  const elsewhere = { ...want(), trust: { ...trust, host: 'other.example' } }
  assert.equal(verdict(right, elsewhere), 'head-other-log')
})

test('a head that is not in the log, or is no head, is refused', async () => {
  const directory = await desk([enrolled])
  const right = await directory.answer(owner)
  const body = { number: 2, root: 'AA', entries: 1, labels: 1, previous: null }
  const notHead = directory.log({ v: 1, type: 'directory.head', body }, after(0))
  const otherKind = directory.log({ v: 1, type: 'card.published', body }, after(0))
  for (const index of [notHead, otherKind]) {
    const head = await directory.entryProof(index)
    assert.equal(verdict({ ...right, head }), 'head-form')
  }
  const forger = portableSigningKey({
    name: `${host}/peyman/log/1405`,
    type: 1,
    seed: new Uint8Array(32).fill(66)
  })
  const forged = await directory.entryProof(0, [forger])
  assert.equal(verdict({ ...right, head: forged }), 'head-unproven')
})

test('a recovery counts when the log shows 72 hours, whatever it says of itself', async () => {
  const steps: Step[] = [enrolled, { reason: 'recovered', hours: 1, own: 2 }]
  const directory = await desk(steps)
  await directory.publish(after(50))
  await directory.publish(after(73))
  const shown = async (hours: number, earlier: number) =>
    verdict(await directory.answer(owner, 3, earlier), want(owner, hours))
  assert.equal(await shown(74, 0), 0, 'by a head of before it')
  assert.equal(await shown(72.9, 1), 'earlier-too-new', 'a moment too early')
  assert.equal(await shown(74, 2), 'earlier-too-new', 'by a head that is too new')
  assert.equal(await shown(74, 1), 1)
  const backdated = await desk([enrolled])
  const [, second] = chainOf([enrolled, { reason: 'recovered', hours: 0.5, own: 2 }])
  assert.ok(second)
  backdated.add(second)
  await backdated.publish(after(80))
  assert.equal(verdict(await backdated.answer(owner), want(owner, 80)), 0)
  const wrong = await backdated.answer(owner)
  const moved = { ...wrong, earlier: wrong.earlier && { ...wrong.earlier, sequence: 1 } }
  assert.equal(verdict(moved, want(owner, 80)), 'earlier-unproven')
})

test('no other history can be given to somebody who never looked before', async () => {
  const directory = await desk([enrolled])
  await directory.publish(after(100))
  directory.chains.set(owner, chainOf([{ ...enrolled, own: 66 }]))
  directory.aliases.set('identifier:x:1', other)
  await directory.publish(after(200))
  const now = want(owner, 200.1)
  const swapped = await directory.answer(owner)
  assert.equal(verdict(swapped, now), 'earlier-unproven')
  assert.equal(verdict({ ...swapped, earlier: null }, now), 'earlier-unproven')
  const none = swapped.earlier && { ...swapped.earlier, sequence: -1 }
  assert.equal(verdict({ ...swapped, earlier: none }, now), 'earlier-unproven')
  const late = await directory.answer(owner, 2, 2)
  assert.equal(verdict(late, now), 'earlier-too-new')
  directory.aliases.set(person, other)
  await directory.publish(after(200))
  assert.equal(verdict(await directory.answer(person), want(person, 200.1)), 'earlier-unproven')
  const fresh = 'mailbox:0193a1b2-0000-7000-8000-000000000009'
  const [entry] = chainOf([{ ...enrolled, hours: 200 }], fresh)
  assert.ok(entry)
  directory.add(entry)
  await directory.publish(after(201))
  assert.equal(verdict(await directory.answer(fresh), want(fresh, 201)), 0)
})

const look = (
  answer: DirectoryAnswer,
  hours: number,
  pinned: Parameters<typeof checkedRecipient>[2] = null
) => {
  const read = checkedRecipient(answer, want(answer.owner, hours), pinned)
  return read.ok ? read : read.fault
}

test('what was shown once cannot be taken back', async () => {
  const steps: Step[] = [enrolled, { reason: 'rotated', hours: 1, own: 2, before: 1 }]
  const honest = await desk(steps)
  const first = look(await honest.answer(owner, 0), 0.5)
  assert.ok(typeof first === 'object')
  assert.equal(first.changed, null)
  const second = look(await honest.answer(owner, 1), 1.5, first.pin)
  assert.ok(typeof second === 'object')
  assert.deepEqual([second.changed, second.news.length], ['rotated', 1])
  assert.equal(look(await honest.answer(owner, 0), 1.5, second.pin), 'pin-head-rolled-back')
  // A desk that starts again, with the same log key and other entries.
  const fork = await desk([{ ...enrolled, own: 5 }])
  assert.equal(look(await fork.answer(owner), 0.5, first.pin), 'pin-head-fork')
  await fork.publish(after(2))
  await fork.publish(after(3))
  assert.equal(look(await fork.answer(owner), 3, first.pin), 'pin-entries-differ')
  const dropped = await desk([enrolled])
  dropped.chains.set(owner, [])
  const pinOf = (pin: typeof second.pin) => ({ ...pin, head: { ...pin.head, number: 0 } })
  const short = await desk(steps, 1)
  assert.equal(look(await short.answer(owner), 1.5, pinOf(first.pin)) instanceof Object, true)
  const unseen = { ...second.pin, head: { ...first.pin.head, number: 0 } }
  assert.equal(look(await short.answer(owner), 1.5, unseen), 'pin-entries-dropped')
})

test('a pin remembers whose an identifier is', async () => {
  const honest = await desk([enrolled])
  const first = look(await honest.answer(person), 0.1)
  assert.ok(typeof first === 'object')
  honest.aliases.set(person, other)
  await honest.publish(after(1))
  await honest.publish(after(80))
  assert.equal(look(await honest.answer(person), 80, first.pin), 'earlier-unproven')
  assert.equal(look(await honest.answer(person, 2, 1), 80, first.pin), 'pin-owner-changed')
})

test('the newest head of any answer binds the next', async () => {
  const directory = await desk([enrolled, { reason: 'rotated', hours: 1, own: 2, before: 1 }])
  const newest = look(await directory.answer(unit, 1), 1)
  assert.ok(typeof newest === 'object')
  const old = await directory.answer(owner, 0)
  const read = checkedRecipient(old, { ...want(owner, 1), newest: newest.pin.head })
  assert.equal(read.ok ? null : read.fault, 'pin-head-rolled-back')
})

test('every later head keeps the beginning of every chain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(2), { minLength: 1, maxLength: 6 }), async (turns) => {
      const directory = new MemoryDirectory()
      const owners = [owner, other, unit]
      const pins = new Map<string, Parameters<typeof checkedRecipient>[2]>()
      for (const [i, turn] of turns.entries()) {
        const of = owners[turn] ?? owner
        const chain = directory.chains.get(of) ?? []
        const own = chain.length + 1
        const step = chain.length === 0 ? { own } : { own, before: own - 1 }
        const reason = chain.length === 0 ? 'enrolled' : 'rotated'
        directory.add(entryAfter(chain, { owner: of, reason, at: after(i).toString(), ...step }))
        await directory.publish(after(i))
        for (const known of owners) {
          const read = look(await directory.answer(known), i, pins.get(known))
          assert.ok(typeof read === 'object', typeof read === 'object' ? '' : read)
          pins.set(known, read.pin)
        }
      }
    }),
    { numRuns: 15 }
  )
})

test('bad input is refused without a throw', async () => {
  const directory = await desk([enrolled])
  const right = await directory.answer(owner)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(right)), fc.anything(), (member, junk) => {
      fc.pre(!(member === 'v' && junk === 1) && !(member === 'entries' && Array.isArray(junk)))
      fc.pre(!(['alias', 'earlier'].includes(member) && junk === null))
      const read = verifyLookup({ ...right, [member]: junk }, want())
      assert.ok(!read.ok || read.entry === null)
      return Promise.resolve()
    }),
    { numRuns: 300 }
  )
})
