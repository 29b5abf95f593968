import { z } from 'zod'
import { type Actor, NotAllowedError, actorOf, holds } from '../../../people/index.ts'
import { type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { checkSchema } from '../../agent/wire.ts'
import { addTarget, retireTarget } from '../add-target.ts'
import { hostsOf, unregisteredHosts } from '../host-store.ts'
import { registerHost, retireHost } from '../register-host.ts'
import { retireVantage } from '../register-vantage.ts'
import { changeSettings } from '../save-settings.ts'
import { probeSettings } from '../settings-store.ts'
import { newestStretches } from '../stretch-store.ts'
import { liveTargets } from '../target-store.ts'
import { vantagesOf } from '../vantage-store.ts'

const tag = 'probes'
const instant = z.iso.datetime({ offset: true })
const authorityOnly = z.object({ authority: z.string().max(60).describe('Id of the authority.') })
const settingsSchema = z.object({
  everySeconds: z.number(),
  timeoutMs: z.number(),
  failuresInARow: z.number(),
  successesInARow: z.number(),
  nextUpdateMinutes: z.number()
})
const targetSchema = z.object({
  id: z.string(),
  component: z.string(),
  service: z.string().nullable(),
  what: z.string(),
  host: z.string(),
  check: checkSchema,
  everySeconds: z.int().nullable(),
  timeoutMs: z.int().nullable(),
  automatic: z.boolean()
})
const probesSchema = z.object({
  settings: settingsSchema,
  targets: z.array(
    targetSchema.extend({
      last: z.array(
        z.object({
          vantage: z.string(),
          up: z.boolean(),
          from: instant,
          to: instant,
          count: z.int(),
          reason: z.string().nullable(),
          detail: z.string().nullable(),
          tookMs: z.int()
        })
      )
    })
  ),
  vantagePoints: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      outside: z.boolean(),
      registeredAt: instant,
      retiredAt: instant.nullable(),
      reportedAt: instant.nullable(),
      dropped: z.int()
    })
  ),
  hosts: z.array(z.object({ host: z.string(), automatic: z.boolean() })),
  unregisteredHosts: z.array(
    z.object({ host: z.string(), foundOn: z.string(), firstAt: instant, lastAt: instant })
  )
})

/** Operations of the IT manager about probes. */
export function probeApi(app: Server, context: Context): void {
  readRoute(app, context)
  targetRoutes(app, context)
  otherRoutes(app, context)
}

function demandManager(actor: Actor, authority: string): void {
  if (!holds(actor, { authority, role: 'it-manager' })) throw new NotAllowedError()
}

function readRoute(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/probes',
    summary: 'What an authority looks at, from where, and what was seen last',
    tag,
    auth: 'session-or-key',
    query: authorityOnly,
    response: probesSchema,
    handler: async ({ query: { authority }, request }) => {
      demandManager(actorOf(request), authority)
      const { db } = context
      const targets = await liveTargets(db, authority)
      const ids = targets.map(({ id }) => id)
      const [settings, newest, vantages, hosts, strange] = await Promise.all([
        probeSettings(db, authority),
        newestStretches(db, authority, ids),
        vantagesOf(db, authority),
        hostsOf(db, authority),
        unregisteredHosts(db, authority)
      ])
      const byTarget = Map.groupBy(newest, ({ target }) => target)
      return {
        settings,
        targets: targets.map((target) => ({
          ...target,
          last: (byTarget.get(target.id) ?? []).map((each) => ({
            ...each,
            from: each.from.toString(),
            to: each.to.toString()
          }))
        })),
        vantagePoints: vantages.map((each) => ({
          ...each,
          registeredAt: each.registeredAt.toString(),
          retiredAt: each.retiredAt?.toString() ?? null,
          reportedAt: each.reportedAt?.toString() ?? null
        })),
        hosts: hosts.filter(({ retiredAt }) => retiredAt === null),
        unregisteredHosts: strange.map((each) => ({
          ...each,
          firstAt: each.firstAt.toString(),
          lastAt: each.lastAt.toString()
        }))
      }
    }
  })
}

function targetRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/probe-targets',
    summary: 'Add a target on a registered host',
    tag,
    auth: 'session-or-key',
    body: authorityOnly.extend({
      component: z.string().max(300),
      what: z.string().max(60).default(''),
      check: z.record(z.string(), z.unknown()).describe('As in `GET /probe-plan`.'),
      everySeconds: z.int().nullable().default(null),
      timeoutMs: z.int().nullable().default(null)
    }),
    response: targetSchema,
    status: 201,
    handler: ({ body, request }) => addTarget(context, actorOf(request), body)
  })
  api(app, {
    method: 'delete',
    path: '/probe-targets/{id}',
    summary: 'Retire a target that people added',
    tag,
    auth: 'session-or-key',
    params: z.object({ id: z.string().max(60).describe('Id of the target.') }),
    query: authorityOnly,
    response: z.null(),
    status: 204,
    handler: async ({ params, query, request }) => {
      const name = { authority: query.authority, target: params.id }
      await retireTarget(context, actorOf(request), name)
      return null
    }
  })
}

function otherRoutes(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/portal-hosts',
    summary: 'Register a sub-portal: its host may be probed, and its front page is',
    tag,
    auth: 'session-or-key',
    body: authorityOnly.extend({ address: z.string().max(2048) }),
    response: z.object({ host: z.string() }),
    status: 201,
    handler: async ({ body, request }) => ({
      host: await registerHost(context, actorOf(request), body)
    })
  })
  api(app, {
    method: 'delete',
    path: '/portal-hosts/{host}',
    summary: 'Retire a registered sub-portal',
    tag,
    auth: 'session-or-key',
    params: z.object({ host: z.string().max(253).describe('Its name.') }),
    query: authorityOnly,
    response: z.null(),
    status: 204,
    handler: async ({ params, query, request }) => {
      await retireHost(context, actorOf(request), { ...query, ...params })
      return null
    }
  })
  api(app, {
    method: 'delete',
    path: '/vantage-points/{id}',
    summary: 'Retire a vantage point: its reports are not taken any more',
    tag,
    auth: 'session-or-key',
    params: z.object({ id: z.string().max(60).describe('Id of its API key.') }),
    query: authorityOnly,
    response: z.null(),
    status: 204,
    handler: async ({ params, query, request }) => {
      const name = { authority: query.authority, vantage: params.id }
      await retireVantage(context, actorOf(request), name)
      return null
    }
  })
  api(app, {
    method: 'put',
    path: '/probe-settings',
    summary: 'Change how an authority watches',
    tag,
    auth: 'session-or-key',
    body: settingsSchema.extend(authorityOnly.shape),
    response: settingsSchema,
    handler: async ({ body, request }) => {
      await changeSettings(context, actorOf(request), body)
      return body
    }
  })
}
