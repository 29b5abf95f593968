import { isMailAddress } from '../channels/index.ts'
import { authorityById } from '../people/index.ts'
import {
  type Context,
  type FieldProblem,
  inTransaction,
  newId,
  withScope
} from '../platform/index.ts'
import { subscriptionProblems } from './messages-subscription.ts'
import { MailNotSetUpError, SubscriptionInvalidError, SubscriptionLinkError } from './refusals.ts'
import { serviceNames } from './service-name-store.ts'
import {
  type Subscription,
  type SubscriptionWish,
  type TokenPurpose,
  readMailToken
} from './subscription.ts'
import {
  confirm,
  deleteSubscription,
  insertSubscription,
  questionsSince,
  subscriptionOfToken,
  subscriptionsOf,
  twinOf
} from './subscription-store.ts'

/** An address and what it wants to be told of. */
export interface SubscriptionInput extends SubscriptionWish {
  readonly address: string
  /** Who asks, where they are signed in. */
  readonly person: string | null
}

// More questions to one address in a day would be a nuisance, whoever asks for them.
const questionsPerDayMax = 3

/**
 * Asks the owner of an address, by a mail to it, whether they want to be told of notices. The answer to
 * the asker is the same whatever is known of the address: nobody learns here who is subscribed.
 * @throws {SubscriptionInvalidError} With every field that is not right.
 * @throws {MailNotSetUpError} If this installation sends no mail.
 */
export function askSubscription(context: Context, input: SubscriptionInput): Promise<void> {
  // Anybody asks for notices by an address that no account knows.
  return withScope('system', () => askWithin(context, input))
}

async function askWithin(context: Context, input: SubscriptionInput): Promise<void> {
  if (context.config.mail === null) throw new MailNotSetUpError()
  const address = input.address.trim()
  const problems = await problemsOf(context, { ...input, address })
  if (problems.length > 0) throw new SubscriptionInvalidError(problems)
  const now = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const asked = await questionsSince(tx, address, now.subtract({ hours: 24 }))
    if (asked >= questionsPerDayMax) return
    const services = [...new Set(input.services)].toSorted()
    const kinds = [...new Set(input.kinds)].toSorted()
    await insertSubscription(tx, {
      ...input,
      address,
      services,
      kinds,
      id: newId(now),
      askedAt: now
    })
  })
}

async function problemsOf(context: Context, input: SubscriptionInput): Promise<FieldProblem[]> {
  const t = subscriptionProblems.entries
  const { authority, address, services } = input
  const known = await serviceNames(context.db)
  const isKnown = authority === null || (await authorityById(context.db, authority)) !== null
  const problems: (FieldProblem | false)[] = [
    !isMailAddress(address) && {
      pointer: '/address',
      code: 'subscription/address',
      text: t.address
    },
    !isKnown && { pointer: '/authority', code: 'subscription/authority', text: t.authority },
    services.some((code) => !known.has(code)) && {
      pointer: '/services',
      code: 'subscription/service',
      text: t.service
    }
  ]
  return problems.filter((problem) => problem !== false)
}

/**
 * The subscription that a link of a mail is for.
 * @throws {SubscriptionLinkError} If the link is unknown, too old, or was used to end it.
 */
export function openLink(
  context: Context,
  text: string,
  purpose: TokenPurpose
): Promise<Subscription> {
  // The secret of a link is the key to one subscription.
  return withScope('system', () => linkOf(context, text, purpose))
}

async function linkOf(
  context: Context,
  text: string,
  purpose: TokenPurpose
): Promise<Subscription> {
  const token = readMailToken(text)
  const now = context.clock.now()
  const found = token && (await subscriptionOfToken(context.db, token, { purpose, now }))
  if (found === null) throw new SubscriptionLinkError()
  return found
}

/** The owner of the address wants it. One that asks for the same as another of theirs takes its place. */
export function confirmSubscription(context: Context, text: string): Promise<Subscription> {
  // The secret of a link is the key to one subscription: it is confirmed.
  return withScope('system', () => confirmWithin(context, text))
}

async function confirmWithin(context: Context, text: string): Promise<Subscription> {
  const asked = await openLink(context, text, 'confirm')
  await inTransaction(context.db, async (tx) => {
    const twin = await twinOf(tx, asked)
    if (twin !== null) await deleteSubscription(tx, { bucket: asked.bucket, id: twin })
    await confirm(tx, asked, context.clock.now())
  })
  return asked
}

/** Ends a subscription by the link of a mail, and forgets the address. */
export function endSubscription(context: Context, text: string): Promise<void> {
  // The secret of a link is the key to one subscription: it is ended.
  return withScope('system', () => endWithin(context, text))
}

async function endWithin(context: Context, text: string): Promise<void> {
  const ended = await openLink(context, text, 'unsubscribe')
  await inTransaction(context.db, (tx) => deleteSubscription(tx, ended))
}

/** Ends a subscription that a person asked for while signed in; one of somebody else is not there. */
export async function endOwnSubscription(
  context: Context,
  person: string,
  id: string
): Promise<void> {
  const own = (await subscriptionsOf(context.db, person)).find((each) => each.id === id)
  if (own === undefined) throw new SubscriptionLinkError()
  await inTransaction(context.db, (tx) => deleteSubscription(tx, own))
}
