import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { actorOf } from '../../people/index.ts'
import { readEntry } from '../../kernel/directory/index.ts'
import { addKeyslot } from './add-keyslot.ts'
import { openMailbox } from './open-mailbox.ts'
import { proveKeyslot } from './prove-keyslot.ts'
import { type ListedMailbox, keyslotsFor, readMailbox, readMailboxes } from './read-mailboxes.ts'
import { KeyslotFormError } from './refusals.ts'
import { readerKey } from './reader-key.ts'
import { removeKeyslot } from './remove-keyslot.ts'
import { renewMailbox } from './renew-mailbox.ts'
import { rotateMailbox } from './rotate-mailbox.ts'
import { rotationPlan } from './rotation-plan.ts'
import { sharesInput } from './recovery/keep-shares.ts'
import { sessionOf } from './session-of.ts'
import { binding, slotInput } from './slot-input.ts'

const tag = 'letters'
const uuid = z.uuid()
const instant = z.string().meta({ description: 'RFC 3339', format: 'date-time' })
const common = { tag, auth: 'session-or-key' } as const
// By a person alone: there is no scope that a key could have for it.
const byPerson = { ...common, scope: null } as const
const params = z.object({ id: uuid.meta({ description: 'Id of the mailbox' }) })
const ofSlot = params.extend({ slot: uuid.meta({ description: 'Id of the keyslot' }) })
const note = z
  .string()
  .max(4096)
  .meta({ description: 'The act as a signed note, by the key of the mailbox' })

const mailbox = z.object({
  id: uuid,
  kind: z.enum(['person', 'organisation', 'unit']),
  person: uuid.nullable(),
  authority: z.string().nullable(),
  unit: z.string().nullable(),
  name: z.object({ fa: z.string(), en: z.string() }),
  keyName: z.string().meta({ description: 'Name on the signatures of its keys' }),
  recipient: z.string(),
  sequence: z.number(),
  openedAt: instant,
  closedAt: instant.nullable(),
  rotationDue: instant.nullable(),
  pending: z
    .object({ recipient: z.string(), sequence: z.number(), at: instant })
    .nullable()
    .meta({ description: 'A key that counts 72 hours later, and may be stopped' }),
  demonstration: z.boolean(),
  confidential: z.boolean().meta({ description: 'Two proven ways: letters may arrive' }),
  via: z.enum(['own', 'delegation', 'unit', 'heir'])
})
const slot = z.object({
  id: uuid,
  purpose: z.string(),
  kind: z.string(),
  label: z.string(),
  sequence: z.number(),
  credential: z.string().nullable(),
  slot: z.string(),
  recipient: z.string().nullable(),
  reader: uuid.nullable(),
  madeAt: instant,
  provenAt: instant.nullable(),
  drillDue: z.boolean()
})
const entry = z.unknown().transform((given) => {
  const read = readEntry(given)
  if (read === null) throw new KeyslotFormError()
  return read
})
const owner = z.union([
  z.strictObject({ person: uuid }),
  z.strictObject({ authority: z.string().max(64), unit: z.string().max(64) })
])

/** The operations about mailboxes and the ways to open them. */
export function mailboxApi(app: Server, context: Context): void {
  reading(app, context)
  keeping(app, context)
  opening(app, context)
  renewing(app, context)
  ways(app, context)
}

function reading(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/mailboxes',
    summary: 'Mailboxes that the caller may read: their own, of those they act for, of their units',
    response: z.object({ mailboxes: z.array(mailbox) }),
    ...common,
    handler: async ({ request }) => {
      const found = await readMailboxes(context, actorOf(request))
      return { mailboxes: found.map(shown) }
    }
  })
  api(app, {
    method: 'get',
    path: '/mailboxes/{id}',
    summary: 'A mailbox',
    params,
    response: mailbox,
    ...common,
    handler: async ({ request, params: { id } }) =>
      shown(await readMailbox(context, actorOf(request), id))
  })
  api(app, {
    method: 'get',
    path: '/mailboxes/{id}/keyslots',
    summary: 'The ways by which the caller opens a mailbox, and its keys of before',
    params,
    response: z.object({
      mailbox,
      slots: z.array(slot),
      past: z.array(
        z.object({ sequence: z.number(), recipient: z.string(), slot: z.string().nullable() })
      ),
      demonstration: z
        .string()
        .nullable()
        .meta({ description: 'In a demonstration: what opens it, for all to read' })
    }),
    ...common,
    handler: async ({ request, params: { id } }) => {
      const found = await keyslotsFor(context, actorOf(request), id)
      return plain({ ...found, mailbox: shown(found.mailbox) })
    }
  })
}

function keeping(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/mailboxes/{id}/reader-keys/{reader}',
    summary: 'The key of a mailbox to which a way to this one is to be sealed, with its proof',
    params: params.extend({ reader: uuid.meta({ description: 'Id of that mailbox' }) }),
    response: z.object({
      answer: z.unknown().meta({ description: 'As the key directory answers' }),
      policy: z.string().meta({ description: 'Policy of the public log' }),
      host: z.string()
    }),
    ...byPerson,
    handler: async ({ request, params: { id, reader } }) =>
      plain(await readerKey(context, sessionOf(request).actor, { mailbox: id, reader }))
  })
  api(app, {
    method: 'get',
    path: '/mailboxes/{id}/rotation',
    summary: 'What is needed to change the key of a mailbox',
    params,
    response: z.object({
      mailbox,
      entry: z.unknown().meta({ description: 'The entry that the new one follows' }),
      ways: z.array(
        z.object({
          id: uuid,
          purpose: z.string(),
          reader: uuid.nullable(),
          recipient: z.string().nullable(),
          binding: z.string()
        })
      )
    }),
    ...byPerson,
    handler: async ({ request, params: { id } }) =>
      plain(await rotationPlan(context, sessionOf(request).actor, id))
  })
}

function opening(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/mailboxes',
    summary: 'Open a mailbox whose key was made in a browser',
    body: z.strictObject({ id: uuid, owner, entry, slots: z.array(slotInput).min(1).max(40) }),
    bodyLimitBytes: 524_288,
    status: 201,
    response: mailbox,
    ...byPerson,
    handler: async ({ request, body }) => {
      const session = sessionOf(request)
      const { id } = await openMailbox(context, session, body)
      return shown(await readMailbox(context, session.actor, id))
    }
  })
  api(app, {
    method: 'post',
    path: '/mailboxes/{id}/rotation',
    summary: 'Change the key of a mailbox; letters of before stay readable',
    params,
    body: z.strictObject({
      entry,
      past: z.string().max(8192),
      slots: z
        .array(z.strictObject({ id: uuid, slot: z.string().max(8192), binding }))
        .min(1)
        .max(200),
      dropped: z.array(uuid).max(200)
    }),
    bodyLimitBytes: 1_048_576,
    status: 204,
    response: z.null(),
    ...byPerson,
    handler: async ({ request, params: { id }, body }) => {
      await rotateMailbox(context, sessionOf(request), { ...body, mailbox: id })
      return null
    }
  })
}

function renewing(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/mailboxes/{id}/renewal',
    summary:
      'Give a mailbox another key where every way is lost; letters of before stay unreadable',
    params,
    body: z.strictObject({
      entry,
      slots: z.array(slotInput).min(1).max(10),
      past: z
        .string()
        .max(8192)
        .optional()
        .meta({ description: 'Seed of before, sealed to the new key: letters stay readable' })
    }),
    bodyLimitBytes: 262_144,
    status: 204,
    response: z.null(),
    ...byPerson,
    handler: async ({ request, params: { id }, body }) => {
      await renewMailbox(context, sessionOf(request), { ...body, mailbox: id })
      return null
    }
  })
}

function ways(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/mailboxes/{id}/keyslots',
    summary: 'Add a way to open a mailbox',
    params,
    body: z.strictObject({ slot: slotInput, note, shares: sharesInput.optional() }),
    status: 204,
    response: z.null(),
    ...byPerson,
    handler: async ({ request, params: { id }, body }) => {
      await addKeyslot(context, sessionOf(request), { ...body, mailbox: id })
      return null
    }
  })
  api(app, {
    method: 'post',
    path: '/mailboxes/{id}/keyslots/{slot}/proof',
    summary: 'Note that a way was tried and opens its mailbox',
    params: ofSlot,
    body: z.strictObject({ note }),
    status: 204,
    response: z.null(),
    ...byPerson,
    handler: async ({ request, params: of, body }) => {
      await proveKeyslot(context, sessionOf(request), { mailbox: of.id, slot: of.slot, ...body })
      return null
    }
  })
  api(app, {
    method: 'post',
    path: '/mailboxes/{id}/keyslots/{slot}/removal',
    summary: 'Take a way to open a mailbox away',
    params: ofSlot,
    body: z.strictObject({
      wasCopied: z
        .boolean()
        .meta({ description: 'Somebody else may have it: the key should change' })
    }),
    status: 204,
    response: z.null(),
    ...byPerson,
    handler: async ({ request, params: of, body }) => {
      const removal = { mailbox: of.id, slot: of.slot, ...body }
      await removeKeyslot(context, sessionOf(request), removal)
      return null
    }
  })
}

function shown(of: ListedMailbox): unknown {
  return plain(of)
}

/** A value as JSON holds it: instants become RFC 3339 text. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value))
}
