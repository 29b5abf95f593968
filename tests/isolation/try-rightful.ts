import type { TestServer } from '../support/server.ts'
import { type Asker, makeRightful } from './actors.ts'
import { type Got, ask } from './ask.ts'
import type { Leak } from './matrix.ts'
import type { Try } from './tries.ts'
import { demonstrated } from './world.ts'

// Acts that nobody can do here, and why the refusals of others are trusted all the same.
const byWord =
  'the secret of a link, which is kept as a hash: tried with ids and words that are none'
const forAll = 'an agreement is everybody’s to accept: tried with ids that are none'
const ofWizard = 'of a mailbox that its owner opened by its keys, which no key here did'
const ofHeirs = 'after a recorded death: tried with right ones in `inherit-mailbox.flow.test.ts`'
const withoutRightful: Readonly<Record<string, string>> = {
  'POST /api/v1/letter-recipients/:person/end':
    'of a person: tried with ids of other things, and with right ones in `end-recipient.flow.test.ts`',
  'POST /api/v1/letter-recipients/:person/end-reversal':
    'after a recorded death: tried with right ones in `record-death.flow.test.ts`',
  'POST /sign-in/recovery/stop/:token': byWord,
  'POST /sign-in/not-me/:token': byWord,
  'POST /notices/subscriptions/confirm/:token': byWord,
  'POST /notices/subscriptions/end/:token': byWord,
  'POST /api/v1/mailboxes/:id/keyslots/:slot/proof': ofWizard,
  'POST /api/v1/mailboxes/:id/keyslots/:slot/removal': ofWizard,
  'POST /mailbox/way/:slot/removal': ofWizard,
  'POST /api/v1/mailbox-shares/:slot/recovery':
    'of a share that its reader took by a key, which no key here did: `recover-mailbox.flow.test.ts`',
  'POST /api/v1/mailbox-shares/:slot/inheritance': ofHeirs,
  'POST /api/v1/mailbox-shares/:slot/release': ofHeirs,
  'POST /mailbox/inheritance/:slot': ofHeirs,
  'POST /mailbox/inheritance/:slot/opening': ofHeirs,
  'POST /desk/inheritances/:id': ofHeirs,
  'POST /api/v1/inheritances/:id/check': ofHeirs,
  'POST /api/v1/mailbox-shares/:slot/proof':
    'signed by a share that no key here has: `recover-mailbox.flow.test.ts`',
  'POST /mailbox/of/:id/way/:slot/removal': ofWizard,
  'POST /api/v1/delegations/:grantor/:id/resumption': 'of what a frozen account suspended',
  'POST /agreements/:id/acceptance': forAll,
  'POST /api/v1/agreements/:id/acceptance': forAll,
  'POST /api/v1/planned-outages/:id/sight': 'of the sandbox alone, by its keys'
}

/**
 * Does every act on a thing as somebody who may: what is sent is good enough for them, so that whoever
 * else was refused was refused for who they are. What takes a thing away comes last.
 */
export async function tryRightful(
  server: TestServer,
  { tries, staff }: { tries: readonly Try[]; staff: Asker }
): Promise<Leak[]> {
  const victim = await demonstrated(server, 'neda-yousefi')
  // Who decides does so in the post that the card names.
  const director = await demonstrated(server, 'mohsen-alavi')
  const people: (readonly [Asker, string])[] = [
    [await makeRightful(server, { name: 'victim', authority: null, id: victim.id }), 'sko'],
    [staff, 'ito'],
    [await makeRightful(server, { name: 'other ito staff', authority: 'ito' }), 'ito'],
    [await makeRightful(server, { name: 'sko staff', authority: 'sko' }), 'sko'],
    [await makeRightful(server, { name: 'director', authority: null, id: director.id }), 'sko'],
    [await makeRightful(server, { name: 'operator', authority: '*' }), 'ito']
  ]
  const acts = tries.filter(({ method }) => method !== 'GET')
  const leaks: Leak[] = []
  for (const each of acts.toSorted((a, b) => isEnding(a) - isEnding(b))) {
    const route = `${each.method} ${each.url}`
    const answers = await answersTo(server, each, people)
    const isDone = answers.some(({ got }) => isAccepted(got))
    if (isDone === route in withoutRightful) {
      const because = isDone ? 'somebody may do it after all' : 'nobody may do it as it is sent'
      const told = answers.map(({ name, got }) => `${name}: ${String(got.status)}`).join(', ')
      leaks.push({ route, asker: 'rightful', target: told, because })
    }
  }
  return leaks
}

async function answersTo(
  server: TestServer,
  each: Try,
  people: readonly (readonly [Asker, string])[]
): Promise<{ name: string; got: Got }[]> {
  const answers: { name: string; got: Got }[] = []
  for (const target of each.targets)
    for (const [asker, authority] of people) {
      const got = await ask(server, asker, { each, target, authority })
      answers.push({ name: `${asker.name} ${target.kind}`, got })
      if (isAccepted(got)) return answers
    }
  return answers
}

/** Done, or wrong in what was sent: the same, sent by others, was refused before that was looked at. */
function isAccepted({ status, location }: Got): boolean {
  const isRedirected = status === 303 && !location.includes('/sign-in')
  return status < 300 || status === 409 || status === 422 || isRedirected
}

function isEnding({ method, url }: Try): number {
  if (method === 'DELETE' || /deletion|removal/.test(url)) return 2
  return /(?:revocation|withdrawal|retirement|submission|closing|cancellation|end)$/.test(url)
    ? 1
    : 0
}
