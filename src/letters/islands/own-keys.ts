import {
  type DirectoryClient,
  type FoundRecipient,
  type PinStore,
  directoryMessages,
  findRecipient,
  policyGoesOn
} from '../../kernel/directory/index.ts'
import { parsePolicy } from '../../kernel/tlog/index.ts'
import { instantAt, pageLang } from './reading/time.ts'

// The device of the owner looks up its own keys as a sender does, and remembers: what the desk shows others
// is what it shows here, or it is found out. The page says how the desk sees it without this script too.

const pins: PinStore = {
  read: (key) => Promise.resolve(localStorage.getItem(key)),
  write: (key, value) => Promise.resolve(localStorage.setItem(key, value))
}

for (const place of document.querySelectorAll<HTMLElement>('[data-own-keys]')) void check(place)

async function check(place: HTMLElement): Promise<void> {
  const says = (name: string) => place.dataset[name] ?? ''
  const policy = await knownPolicy()
  if (policy === null) return tell(place, says('logKeys'), 'wrong')
  const client: DirectoryClient = {
    site: location.origin,
    trust: { host: location.host, policy },
    pins,
    now: () => instantAt(performance.timeOrigin + performance.now()),
    fetch: (address, init) => fetch(address, init)
  }
  const owner = says('ownKeys')
  const isFirst = (await pins.read(`peyman-directory ${location.host} key ${owner}`)) === null
  const found = await findRecipient(client, owner)
  if (!found.ok) return tell(place, directoryMessages[found.fault][pageLang], 'wrong')
  if (isFirst) return tell(place, says('first'), 'right')
  return hasNews(found) ? tell(place, says('news'), 'wrong') : tell(place, says('same'), 'right')
}

function hasNews({ news }: Extract<FoundRecipient, { ok: true }>): boolean {
  return news.length > 0
}

/** The policy that this browser was first given, with the shards that came since; `null`: another one. */
async function knownPolicy() {
  const name = `peyman-directory ${location.host} policy`
  const answer = await fetch('/log/policy')
  const text = answer.ok ? await answer.text() : ''
  const before = localStorage.getItem(name)
  const read = parsePolicy(text)
  if (!read.ok || (before !== null && !policyGoesOn(before, text))) return null
  localStorage.setItem(name, text)
  return read.value
}

function tell(place: HTMLElement, text: string, how: 'right' | 'wrong'): void {
  place.textContent = text
  place.dataset['how'] = how
  place.setAttribute('role', how === 'wrong' ? 'alert' : 'status')
  if (how === 'wrong') place.classList.add('alert', 'alert-warning')
}
