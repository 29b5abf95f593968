import { actorOf } from '../../../people/index.ts'
import { type FastifyRequest, type Server, api } from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { acceptLetter } from '../accept-letter.ts'
import { acceptGathered } from '../gather-letters.ts'
import { type LetterInput, type RecipientInput, identifierKinds } from '../letter.ts'
import { RecipientUnknownError } from '../refusals.ts'
import { octetsOf, takeOctets } from './octets.ts'
import { handedInOf, plainReceipt } from './plain.ts'
import { inlineBytesMax, letterBody, letterParams, letterQuery, receiptSchema } from './schemas.ts'

const tag = 'letters'
const auth = 'session-or-key'
const scope = 'letters:send'

/** Handing letters in. */
export async function sendRoutes(app: Server, context: Context): Promise<void> {
  api(app, {
    method: 'post',
    path: '/letters',
    summary: 'Hand in a sealed letter',
    description:
      'Durable before the answer. The same letter again is answered with the same receipt; other bytes under the same id: 409 `letter/differs`. 409 `letter/recipient-key` names the current key where it is sealed to another.',
    ...{ tag, auth, scope, status: 201, body: letterBody, response: receiptSchema },
    // Base64, and the envelope beside it.
    bodyLimitBytes: Math.ceil(inlineBytesMax / 3) * 4 + 65_536,
    handler: async ({ body, request }) =>
      plainReceipt(await acceptGathered(context, actorOf(request), handedInOf(body)))
  })
  await takeOctets(app, 'application/octet-stream', (inner) => {
    api(inner, {
      method: 'put',
      path: '/letters/{id}',
      summary: 'Hand in a sealed letter of any size, its bytes as they are',
      description:
        'The body is the sealed file, `application/octet-stream`, at most 64 MiB of content; it is stored as it comes. Everything else stands in the address; a recipient who is known by an identifier, in the header `Peyman-Recipient: national-id:…`.',
      ...{ tag, auth, scope, status: 201, params: letterParams, query: letterQuery },
      response: receiptSchema,
      handler: async ({ params, query, request }) => {
        const { recipient, person, authority, unit, ...rest } = query
        const letter: LetterInput = {
          ...rest,
          id: params.id,
          recipient: recipientOf({ recipient, person, authority, unit }, request)
        }
        const content = octetsOf(request)
        return plainReceipt(await acceptLetter(context, actorOf(request), { letter, content }))
      }
    })
  })
}

// The identifier of a person stands in no address: addresses are written down on the way.
function recipientOf(
  asked: {
    readonly recipient: string | undefined
    readonly person: string | undefined
    readonly authority: string | undefined
    readonly unit: string | undefined
  },
  { headers }: FastifyRequest
): RecipientInput {
  const { recipient, person, authority, unit } = asked
  if (recipient !== undefined) return { mailbox: recipient }
  if (person !== undefined) return { person }
  if (authority !== undefined && unit !== undefined) return { authority, unit }
  const [kind, value = ''] = String(headers['peyman-recipient'] ?? '').split(':')
  const known = identifierKinds.find((each) => each === kind)
  if (known === undefined) throw new RecipientUnknownError()
  return { identifier: { kind: known, value } }
}
