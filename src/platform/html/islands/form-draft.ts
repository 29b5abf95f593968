// Sends a form to its draft's address as it is typed, so that nothing is lost; says when it is kept.

const quietMs = 900
const againMs = 5000

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keep(form)

function keep(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>('[data-draft-state]')
  let kept = fieldsOf(form).toString()
  let timer = 0
  let isSending = false

  const send = async () => {
    const fields = fieldsOf(form)
    const typed = fields.toString()
    if (typed === kept) return
    if (isSending) return wait(quietMs)
    isSending = true
    const isKept = await post(form.dataset.draft ?? '', fields)
    isSending = false
    if (isKept) kept = typed
    else wait(againMs)
    if (state) state.textContent = (isKept ? state.dataset.saved : state.dataset.failed) ?? ''
  }
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  form.addEventListener('input', () => wait(quietMs))
  form.addEventListener('submit', () => clearTimeout(timer))
  addEventListener('online', () => void send())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void send()
  })
}

/** What was typed; files travel by their own way. */
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  )
  return new URLSearchParams(entries)
}

async function post(address: string, fields: URLSearchParams): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: fields,
      keepalive: true,
      redirect: 'manual',
      headers: { accept: 'application/json' }
    })
    // A redirect to the page of the draft is a yes as well.
    return answer.ok || answer.type === 'opaqueredirect'
  } catch {
    return false
  }
}
