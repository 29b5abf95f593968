import { type Mail, type MailOutcome, withMailer } from '../channels/index.ts'
import type { MailConfig } from '../config.ts'
import { authorityById } from '../people/index.ts'
import { type Context, type OutboxMessage, type Tx, inTransaction } from '../platform/index.ts'
import {
  type Delivery,
  type DeliveryKey,
  type DeliveryResult,
  claimDelivery,
  deliveriesToSend,
  insertDeliveries,
  noteDelivery
} from './delivery-store.ts'
import { noticeMail, questionMail } from './mails.ts'
import { noticeById } from './notice-store.ts'
import { serviceNames } from './service-name-store.ts'
import { newMailToken } from './subscription.ts'
import { claimQuestion, insertToken, noteQuestion, questionsToMail } from './subscription-store.ts'

/** Makes a delivery for each subscription that a published version fits; again makes none twice. */
export async function queueDeliveries(
  { clock }: Context,
  tx: Tx,
  messages: readonly OutboxMessage[]
): Promise<void> {
  for (const { payload } of messages) {
    const { notice: id, version } = payload as { notice: string; version: number }
    const notice = await noticeById(tx, id, version)
    if (notice !== null) await insertDeliveries(tx, notice, clock.now())
  }
}

type Send = (mail: Mail) => Promise<MailOutcome>

const mailsPerRun = 500
// 1, 2, 4 … minutes, an hour at most: fourteen tries are more than half a day.
const attemptsMax = 14
const retryMinutesMax = 60

/**
 * Mails what waits: questions to new subscribers, then notices. Each mail is a transaction of its own,
 * noted when the server has taken it; after a crash in between it is sent again under the same
 * Message-ID. A server in trouble ends the run, and is asked again at the next.
 */
export async function sendMails(context: Context): Promise<void> {
  const { mail } = context.config
  if (mail !== null) await sendWaiting(context, mail)
}

async function sendWaiting(context: Context, config: MailConfig): Promise<void> {
  const now = context.clock.now()
  const questions = await questionsToMail(context.db, now, mailsPerRun)
  const deliveries = await deliveriesToSend(context.db, now, mailsPerRun)
  if (questions.length + deliveries.length === 0) return
  await withMailer(config, async (send) => {
    for (const question of questions) {
      if ((await sendQuestion(context, send, question)) === 'stopped') return
    }
    for (const key of deliveries) {
      if ((await sendDelivery(context, send, key)) === 'stopped') return
    }
  })
}

type SendState = MailOutcome['state'] | 'gone'

function sendQuestion(
  context: Context,
  send: Send,
  at: { readonly bucket: number; readonly id: string }
): Promise<SendState> {
  const now = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const asked = await claimQuestion(tx, at, now)
    if (asked === null) return 'gone'
    const token = newMailToken(asked.bucket)
    // By itself: a mail that is sent works, whatever becomes of this transaction.
    await insertToken(context.db, token, { subscription: asked.id, purpose: 'confirm', at: now })
    const outcome = await send(questionMail(asked, token, context.config))
    await noteQuestion(tx, asked, nextAttempt(outcome, asked.attempts, now))
    tell(context, outcome)
    return outcome.state
  })
}

function sendDelivery(context: Context, send: Send, key: DeliveryKey): Promise<SendState> {
  const now = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const delivery = await claimDelivery(tx, key, now)
    if (delivery === null) return 'gone'
    const outcome = await send(await mailOf(context, tx, { delivery, now }))
    await noteDelivery(tx, delivery, resultOf(outcome, delivery.attempts, now))
    tell(context, outcome)
    return outcome.state
  })
}

async function mailOf(
  context: Context,
  tx: Tx,
  { delivery, now }: { delivery: Delivery; now: Temporal.Instant }
): Promise<Mail> {
  const { subscription, to } = delivery
  const notice = await noticeById(tx, delivery.notice, delivery.version)
  if (notice === null) throw new Error(`the notice ${delivery.notice} is delivered and not there`)
  const token = newMailToken(delivery.bucket)
  await insertToken(context.db, token, { subscription, purpose: 'unsubscribe', at: now })
  const authority = await authorityById(tx, notice.authority)
  return noticeMail({
    notice,
    to,
    subscription,
    token,
    origin: context.config.origin,
    authority: authority?.title[to.lang] ?? notice.authority,
    services: await serviceNames(tx)
  })
}

function nextAttempt(
  outcome: MailOutcome,
  attempts: number,
  now: Temporal.Instant
): Temporal.Instant | null {
  const isOver = outcome.state === 'sent' || outcome.state === 'refused'
  if (isOver || attempts + 1 >= attemptsMax) return null
  return now.add({ minutes: Math.min(retryMinutesMax, 2 ** attempts) })
}

function resultOf(outcome: MailOutcome, attempts: number, now: Temporal.Instant): DeliveryResult {
  if (outcome.state === 'sent') return { state: 'sent', nextAt: null, sentAt: now, reason: null }
  const { reason } = outcome
  if (outcome.state === 'refused') return { state: 'refused', nextAt: null, sentAt: null, reason }
  const nextAt = nextAttempt(outcome, attempts, now)
  return { state: nextAt === null ? 'given-up' : 'queued', nextAt, sentAt: null, reason }
}

function tell(context: Context, outcome: MailOutcome): void {
  if (outcome.state === 'stopped') {
    context.log.warn({ reason: outcome.reason }, 'the mail server is in trouble; asked again later')
  }
}
