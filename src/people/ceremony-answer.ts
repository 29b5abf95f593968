import { z } from 'zod'

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(32_768)
const credentialId = z.string().regex(/^[A-Za-z0-9_-]{16,1400}$/)

const clientData = z.object({ challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

/** The answer of an authenticator to a sign-in, as the browser sends it; unknown members are dropped. */
const signInAnswer = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    // Left out by some authenticators where the site named the passkeys itself.
    userHandle: base64url.or(z.literal('')).default('')
  }),
  clientExtensionResults: z.object({}).default({})
})

const transports = z.array(
  z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
)

/** The answer of an authenticator to a registration. */
const registrationAnswer = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: transports.max(7).catch([]).default([])
  }),
  clientExtensionResults: z.object({}).default({})
})

/** A checked answer with the challenge that it says it answers. */
export type SignInAnswer = z.infer<typeof signInAnswer> & { readonly challenge: string }
/** A checked answer with the challenge that it says it answers. */
export type RegistrationAnswer = z.infer<typeof registrationAnswer> & { readonly challenge: string }

/** Reads what a form brought; `null` for anything that no browser would send. */
export function readSignInAnswer(text: unknown): SignInAnswer | null {
  return read(text, signInAnswer)
}

/** Reads what a form brought; `null` for anything that no browser would send. */
export function readRegistrationAnswer(text: unknown): RegistrationAnswer | null {
  return read(text, registrationAnswer)
}

function read<T extends { response: { clientDataJSON: string } }>(
  text: unknown,
  schema: z.ZodType<T>
): (T & { challenge: string }) | null {
  const answer = schema.safeParse(parseJson(text))
  if (!answer.success) return null
  const client = clientData.safeParse(
    parseJson(Buffer.from(answer.data.response.clientDataJSON, 'base64url').toString('utf8'))
  )
  return client.success ? { ...answer.data, challenge: client.data.challenge } : null
}

function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
