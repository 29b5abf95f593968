import { z } from 'zod'
import type { Context } from '../../platform/index.ts'
import { type Server, api } from '../../platform/http/index.ts'
import { under } from '../staff/under.ts'
import { correctPerson } from './correct-person.ts'
import { enrolAtCounter } from './enrol-at-counter.ts'
import { registerOrganisation } from './register-organisation.ts'
import { personalSessionOf } from '../session-of.ts'

const name = z.object({ fa: z.string(), en: z.string() })
const identifier = z.string().max(40).optional()
const authority = z.string().max(64).describe('Whose counter')
const person = z.strictObject({
  name: z.string().max(200),
  nationalId: identifier,
  foreignerCode: identifier,
  mobile: identifier,
  email: z.string().max(260).optional()
})
const code = z.string().nullable().describe('Shown only now; null where no code was needed.')
const tag = 'people'
const auth = 'session-or-key' as const
const description =
  'For a clerk of the authority who saw the paper, in a session proven within the hour; no API key opens it.'

/** The counter that writes people down, for its clerks. */
export function registryApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/enrolments',
    summary: 'Give a citizen at the counter the code for a passkey',
    description,
    tag,
    auth,
    status: 201,
    body: z.strictObject({ authority, person }),
    response: z.object({ person: z.object({ id: z.string(), name }), enrolmentCode: code }),
    handler: async ({ body, request }) => {
      const asked = { ...body, person: { kind: 'person' as const, ...body.person } }
      const named = await under(
        '/person',
        enrolAtCounter(context, personalSessionOf(request), asked)
      )
      return { person: shown(named.person), enrolmentCode: named.code }
    }
  })
  api(app, {
    method: 'post',
    path: '/organisations',
    summary: 'Register a business or body with a representative, by the papers seen',
    description,
    tag,
    auth,
    status: 201,
    body: z.strictObject({
      authority,
      kind: z.enum(['business', 'body']),
      name: z.string().max(200),
      legalId: z.string().max(40),
      representative: person
    }),
    response: z.object({
      organisation: z.object({ id: z.string(), name }),
      representative: z.object({ id: z.string(), name })
    }),
    handler: async ({ body, request }) => {
      const representative = { kind: 'person' as const, ...body.representative }
      const registered = await registerOrganisation(context, personalSessionOf(request), {
        ...body,
        representative
      })
      return {
        organisation: shown(registered.organisation),
        representative: shown(registered.person)
      }
    }
  })
  correctionApi(app, context)
}

function correctionApi(app: Server, context: Context): void {
  api(app, {
    method: 'post',
    path: '/name-corrections',
    summary: 'Correct a name from a paper that a clerk saw',
    description,
    tag,
    auth,
    status: 201,
    body: z.strictObject({
      authority,
      name: z.string().max(200),
      nationalId: identifier,
      legalId: identifier,
      foreignerCode: identifier
    }),
    response: z.object({ person: z.object({ id: z.string(), name }) }),
    handler: async ({ body, request }) => ({
      person: shown(await correctPerson(context, personalSessionOf(request), body))
    })
  })
}

function shown({ id, name: named }: { id: string; name: { fa: string; en: string } }) {
  return { id, name: named }
}
