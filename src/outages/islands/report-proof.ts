// Solves the challenge of the report form in a worker while its text is typed; the form is sent when both
// are ready. Without this script the form goes as it is, a little slower.

interface Challenge {
  readonly parameters: { readonly data: { readonly at: number } }
}

// The server takes a challenge for an hour.
const freshMilliseconds = 50 * 60 * 1000

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-report]')) begin(form)

function begin(form: HTMLFormElement): void {
  const solver = form.dataset.solver ?? ''
  const status = form.querySelector<HTMLElement>('[data-report-status]')
  let solving: { readonly proof: Promise<string | null>; readonly at: number } | null = null
  const start = () => {
    const isOld = solving !== null && performance.now() - solving.at > freshMilliseconds
    if (solving === null || isOld) solving = { proof: solve(solver), at: performance.now() }
    return solving.proof
  }
  form.addEventListener('input', () => void start(), { once: true })
  let sending = false
  form.addEventListener('submit', (event) => {
    if (sending) return
    event.preventDefault()
    sending = true
    if (status !== null) status.hidden = false
    void send()
  })
  const send = async () => {
    const proof = await start()
    if (proof !== null) put(form, proof)
    form.submit()
  }
  // Whoever comes back by the button of the browser finds a form that can be sent.
  window.addEventListener('pageshow', () => {
    sending = false
    if (status !== null) status.hidden = true
  })
}

function put(form: HTMLFormElement, proof: string): void {
  const field =
    form.querySelector<HTMLInputElement>('input[name="proof"]') ?? document.createElement('input')
  field.type = 'hidden'
  field.name = 'proof'
  field.value = proof
  form.append(field)
}

/** Base64 of the solved challenge; `null` where there is none, and the form goes without. */
async function solve(solver: string): Promise<string | null> {
  try {
    const answer = await fetch('/report/challenge')
    if (!answer.ok) return null
    const challenge = (await answer.json()) as Challenge
    const solution = await work(solver, challenge)
    return solution === null ? null : btoa(JSON.stringify({ challenge, solution }))
  } catch {
    return null
  }
}

function work(solver: string, challenge: Challenge): Promise<object | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(solver, { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<object | null>) => {
      worker.terminate()
      resolve(event.data)
    })
    worker.addEventListener('error', () => {
      worker.terminate()
      reject(new Error('the solver did not run'))
    })
    worker.postMessage(challenge, [])
  })
}
