// Goal: nothing of a letter is anywhere at the desk but sealed (PI-4.1.10, PI-5). Method: a desk in processes
// of its own, with its own database; whatever can write a log writes all it can. Its users send, read and
// answer letters full of known random texts, and broken ones, and file applications that one unit alone
// reads, while its database is taken from it. Meanwhile, and when all is quiet, every table, every file,
// everything that was said and the memory of every process are searched for these texts, however spelled.
// What was typed in the clear elsewhere is found in each of these places by the same search.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  actOnLetters,
  readAll,
  sendApproved,
  sendByPerson,
  sendByProgram,
  sendWaiting
} from '../support/plaintext/letter-load.ts'
import { sendBroken } from '../support/plaintext/broken-letters.ts'
import { Fragments, patternsOf } from '../support/plaintext/marks.ts'
import { memoryIsReadable } from '../support/plaintext/process-memory.ts'
import { type Place, places, searchDesk } from '../support/plaintext/search-desk.ts'
import { fileSealed } from '../support/plaintext/sealed-application.ts'
import { startSearchedDesk } from '../support/plaintext/searched-desk.ts'

const fragmentsLeast = 1000
const control = new Fragments()
const desk = await startSearchedDesk(control.next())
const { exchange } = desk
const { fragments, unit, home, citizen, approver } = exchange
const patterns = [...patternsOf(fragments.marks), ...patternsOf(control.marks).slice(0, 2)]
const templates = `/desk/letters/templates?mailbox=${unit.id}`

/** A text of another kind, which the desk is meant to read. */
async function typeInTheClear() {
  const typed = { id: '', name: control.next(), subject: control.next(), body: control.next() }
  assert.equal((await desk.head.post(templates, typed)).status, 303)
}

/** All that people and programs do with letters, once. */
async function exchangeLetters() {
  await Promise.all([
    sendByProgram(exchange, 22),
    sendByPerson(exchange),
    sendApproved(exchange),
    sendBroken(exchange),
    fileSealed(exchange),
    typeInTheClear()
  ])
  await readAll(exchange, { client: citizen, mailbox: home, from: unit })
  await readAll(exchange, { client: approver, mailbox: unit, from: home })
  const letter = await actOnLetters(exchange)
  for (const path of [
    '/letters',
    '/en/letters/sent',
    `/letters/${letter}`,
    '/letters/reader.sha256'
  ])
    assert.equal((await desk.reader.get(path)).status, 200, path)
  for (const path of ['new', 'waiting', 'approvals', 'templates'])
    assert.equal((await desk.head.get(`/desk/letters/${path}`)).status, 200, path)
}

/** Looks everywhere: nothing of a letter, and what was in the clear in each place. */
async function search(): Promise<string[]> {
  const looks = await searchDesk(desk, patterns)
  const of = (place: Place, marks: object) =>
    looks[place].found.filter((each) => each.marks === marks).map(({ name }) => name)
  for (const place of places) {
    if (place.startsWith('memory') && !memoryIsReadable) continue
    assert.deepEqual(of(place, fragments.marks), [], `letters in ${place}`)
    assert.notDeepEqual(of(place, control.marks), [], `what is in the clear is found in ${place}`)
  }
  return places.map((place) => {
    const { looked, bytes } = looks[place]
    return `${place}: ${String(looked.length)} places, ${(bytes / 1e6).toFixed(0)} MB`
  })
}

test('of a thousand texts of letters none is found at the desk, while it works and after', async (t) => {
  if (!memoryIsReadable) t.diagnostic('no memory is searched: this is not Linux')
  await exchangeLetters()
  const waiting = sendWaiting(exchange, desk)
  const searching = new AbortController()
  const load = async () => {
    while (!searching.signal.aborted) {
      await exchangeLetters()
      await sendByProgram(exchange, 8, () => desk.breakConnections())
    }
  }
  const searched = search().finally(() => searching.abort())
  const [during] = await Promise.all([searched, load(), waiting])
  const after = await search()
  for (const line of [...during, ...after]) t.diagnostic(line)
  assert.ok(fragments.count >= fragmentsLeast)
  const { stderr = '' } = await desk.output()
  const errors = stderr.match(/^\{.*"level":"error"/gm)?.length ?? 0
  t.diagnostic(`${String(fragments.count)} texts, ${String(errors)} errors in the log`)
})
