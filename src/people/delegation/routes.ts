import { z } from 'zod'
import { type Context, Refusal } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { readForm } from '../routes/cookies.ts'
import { acceptOffer, declineOffer, offerOfCode, takeBackOffer } from './answer-offer.ts'
import { delegationApi } from './api.ts'
import { messages } from './messages.ts'
import { offerDelegation } from './offer-delegation.ts'
import { type TypedOffer, givePage, offerForm, readOffer } from './offer-form.ts'
import { namedOffers, readDelegates } from './read-delegates.ts'
import { DelegationCodeRefusedError, DelegationNotFoundError } from './refusals.ts'
import { revokeDelegation } from './revoke-delegation.ts'
import { resumeDelegation } from './suspend-delegations.ts'
import { namedServices } from './service-names.ts'
import { type Names, delegatesPage, madePage, offerPage } from './views.ts'
import { freshSessionOf, sessionOf } from '../session-of.ts'

const text = z.string().catch('')
const base = '/account/delegates'

/** Delegations: the page of a person, giving, answering, ending, and the operations. */
export function delegationRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: base }, (p) => list(context, p, []))
  page(app, { method: 'get', path: `${base}/new` }, (p) =>
    givingPage(context, p, { typed: offerForm.parse({}), problems: [] })
  )
  page(app, { method: 'post', path: `${base}/offers` }, (p) => give(context, p))
  page(app, { method: 'get', path: `${base}/offers` }, (p) => redirect(p, `${base}/new`))
  page(app, { method: 'post', path: `${base}/code` }, (p) => look(context, p))
  page(app, { method: 'get', path: `${base}/code` }, (p) => redirect(p, base))
  answers(app, context)
  delegationApi(app, context)
}

function answers(app: Server, context: Context): void {
  page(app, { method: 'post', path: `${base}/acceptance` }, async (p) => {
    const { person } = freshSessionOf(context, p.request)
    const { code, offer } = readForm(p.request, z.object({ code: text, offer: text }))
    await acceptOffer(context, {
      person: person.id,
      offer: code === '' ? { id: demandId(offer) } : { code }
    })
    return done(p, 'accepted')
  })
  page(app, { method: 'post', path: `${base}/refusal` }, async (p) => {
    const { person } = sessionOf(p.request)
    const { offer } = readForm(p.request, z.object({ offer: text }))
    await declineOffer(context, { person: person.id, offer })
    return done(p, 'declined')
  })
  page(app, { method: 'post', path: `${base}/taking-back` }, async (p) => {
    const { person } = sessionOf(p.request)
    const { offer, grantor } = readForm(p.request, z.object({ offer: text, grantor: text }))
    const ids = { offer: demandId(offer), grantor: demandId(grantor) }
    await takeBackOffer(context, { giver: person.id, ...ids })
    return done(p, 'takenBack')
  })
  // To end one needs no fresh proof: whoever finds an open screen can at most take away.
  page(app, { method: 'post', path: `${base}/ending` }, async (p) => {
    const { person } = sessionOf(p.request)
    const sent = readForm(p.request, z.object({ delegation: text, grantor: text }))
    const ids = { delegation: demandId(sent.delegation), grantor: demandId(sent.grantor) }
    await revokeDelegation(context, { by: person.id, ...ids })
    return done(p, 'revoked')
  })
  page(app, { method: 'post', path: `${base}/resumption` }, async (p) => {
    const session = sessionOf(p.request)
    const sent = readForm(p.request, z.object({ delegation: text, grantor: text }))
    const ids = { delegation: demandId(sent.delegation), grantor: demandId(sent.grantor) }
    await resumeDelegation(context, session, ids)
    return done(p, 'resumed')
  })
}

function done(
  p: Page,
  what: 'accepted' | 'declined' | 'takenBack' | 'revoked' | 'resumed'
): PageAnswer {
  return redirect(p, base, { kind: 'success', text: messages.in(p.lang)[what] })
}

async function list(
  context: Context,
  p: Page,
  problems: Parameters<typeof delegatesPage>[1]['problems']
): Promise<PageAnswer> {
  const { person } = sessionOf(p.request)
  const delegates = await readDelegates(context, person.id)
  const shown = { ...delegates, names: await namesOf(context, p) }
  return delegatesPage(p.view, { ...shown, problems: problems ?? [] })
}

/** What a code offers, before it is accepted. */
async function look(context: Context, p: Page): Promise<PageAnswer> {
  sessionOf(p.request)
  const { code } = readForm(p.request, z.object({ code: text }))
  try {
    const [offer] = await namedOffers(context.db, [await offerOfCode(context, code)])
    if (offer === undefined) throw new DelegationCodeRefusedError()
    void p.reply.header('cache-control', 'private, no-store')
    return offerPage(p.view, { offer, typed: code, names: await namesOf(context, p) })
  } catch (error) {
    if (!(error instanceof DelegationCodeRefusedError)) throw error
    void p.reply.code(error.status)
    return list(context, p, [{ pointer: '/code', code: error.code, text: error.text }])
  }
}

async function give(context: Context, p: Page): Promise<PageAnswer> {
  const { person } = freshSessionOf(context, p.request)
  const typed = readForm(p.request, offerForm)
  try {
    const { code, expiresAt } = await offerDelegation(context, readOffer(typed, person.id))
    if (code === null) {
      return redirect(p, base, { kind: 'success', text: messages.in(p.lang).sent })
    }
    void p.reply.header('cache-control', 'private, no-store')
    return madePage(p.view, { code, expiresAt })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    void p.reply.code(error.status)
    const whole = [{ pointer: '/', code: error.code, text: error.text }]
    return givingPage(context, p, {
      typed,
      problems: error.fields.length > 0 ? error.fields : whole
    })
  }
}

async function givingPage(
  context: Context,
  p: Page,
  sent: { typed: TypedOffer; problems: readonly Refusal['fields'][number][] }
): Promise<PageAnswer> {
  const { person } = sessionOf(p.request)
  const { grantors } = await readDelegates(context, person.id)
  const [self, ...others] = grantors.map((each) => each.person)
  return givePage(p.view, {
    self: self ?? person,
    grantors: others,
    names: await namesOf(context, p),
    ...sent
  })
}

async function namesOf(context: Context, p: Page): Promise<Names> {
  return {
    authorities: await listAuthorities(context.db),
    services: await namedServices(p.request.server)
  }
}

function demandId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new DelegationNotFoundError()
  return id
}
