import {
  WebAuthnError,
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration
} from '@simplewebauthn/browser'

// A form with data-passkey asks the device first and then goes its way as a form does: the answer is a
// field of it, so that errors, redirects and messages are the server's, the same as everywhere.

type Ceremony = (options: never) => Promise<object>

const ceremonies: Readonly<Record<string, Ceremony>> = {
  'sign-in': (optionsJSON) => startAuthentication({ optionsJSON }),
  registration: (optionsJSON) => startRegistration({ optionsJSON })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) prepare(form)

function prepare(form: HTMLFormElement): void {
  const ceremony = ceremonies[form.dataset['passkey'] ?? '']
  if (ceremony === undefined) return
  if (!browserSupportsWebAuthn()) {
    say(form, 'unsupported')
    return
  }
  for (const button of form.querySelectorAll('button')) button.disabled = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(form, ceremony)
  })
}

async function answer(form: HTMLFormElement, ceremony: Ceremony): Promise<void> {
  const button = form.querySelector('button')
  if (button) button.disabled = true
  say(form, null)
  try {
    const options: unknown = await askOptions(form)
    const response = await ceremony(options as never)
    const field = form.querySelector<HTMLInputElement>('input[name=answer]')
    if (field) field.value = JSON.stringify(response)
    form.submit()
  } catch (error) {
    say(form, reasonOf(error))
    if (button) button.disabled = false
  }
}

async function askOptions(form: HTMLFormElement): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  const response = await fetch(form.dataset['options'] ?? '', {
    method: 'POST',
    headers: { 'x-csrf-token': token, accept: 'application/json' }
  })
  if (!response.ok) throw new Error(`options: ${String(response.status)}`)
  return response.json()
}

function reasonOf(error: unknown): string {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'known'
  return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
    ? 'cancelled'
    : 'failed'
}

/** Shows the message that the server wrote for this reason, in the reader's language. */
function say(form: HTMLFormElement, reason: string | null): void {
  const place = form.querySelector<HTMLElement>('[data-passkey-says]')
  if (place) place.textContent = reason === null ? '' : (place.dataset[reason] ?? '')
}
