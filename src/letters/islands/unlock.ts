// Opens a mailbox on the page that asks for it: by a passkey of this device, by the words of a paper key, by
// the telephone of its owner, or, where it is a unit's or another's, by one's own mailbox. The seed stays in
// the memory of this page; five idle minutes, leaving the page or `lock` wipe it.
import { signAct } from '../../kernel/mailbox/index.ts'
import { askWay } from './mailbox-parts/ask-way.ts'
import { seedOfHeir } from './mailbox-parts/heir-way.ts'
import {
  type FoundSeed,
  type UnlockedMailbox,
  openWith,
  seedByMailbox,
  seedBySecret
} from './mailbox-parts/open-keyring.ts'
import { provenKeys, saidKeys } from './mailbox-parts/known-keys.ts'
import { pageApi, words } from './mailbox-parts/page.ts'
import { UnprovenError } from './mailbox-parts/proven-key.ts'
import { tell } from './mailbox-parts/say-dialog.ts'
import type { Keyring, ShownMailbox } from './mailbox-parts/shapes.ts'
import { NoLineError } from './reading/api.ts'
import { keepKeyring, keptKeyring } from './reading/kept-keyring.ts'
import { nowText } from './reading/time.ts'

export type { UnlockedMailbox }

const idleMilliseconds = 5 * 60_000

const open = new Map<string, UnlockedMailbox>()
const asked = new Map<string, Promise<UnlockedMailbox | null>>()
const listeners = new Set<() => void>()
let lastUse = performance.now()
let timer = 0

/**
 * Opens a mailbox, asking the person for a way where it is locked.
 * @param wanted - Id of the mailbox; the caller's own where absent.
 * @returns `null` where they gave up, or have no way to it.
 * @throws {NoLineError} Where there is no line, and the mailbox was never opened on this device.
 */
export function unlockMailbox(
  wanted: { readonly mailbox?: string } = {}
): Promise<UnlockedMailbox | null> {
  const name = wanted.mailbox ?? ''
  // Whoever presses twice is asked once: a second dialog would lie over the first.
  const before = asked.get(name)
  if (before !== undefined) return before
  const asking = ask(wanted.mailbox).finally(() => asked.delete(name))
  asked.set(name, asking)
  return asking
}

async function ask(wanted: string | undefined): Promise<UnlockedMailbox | null> {
  const id = wanted ?? (await ownMailbox())
  if (id === null) {
    await askWay(null)
    return null
  }
  const known = open.get(id)
  if (known !== undefined) return known
  const { keyring, isKept } = await keyringOf(id)
  if (keyring.mailbox.id !== id) {
    await tell(words.changed)
    return null
  }
  const opened = await openKeyring(keyring, isKept)
  if (opened === null) return null
  open.set(id, opened)
  watch()
  if (isKept) return opened
  void keepKeyring(keyring).catch(() => null)
  void proveIfDue(keyring, opened)
  return opened
}

/** The mailboxes that are open on this page. */
export function openMailboxes(): readonly UnlockedMailbox[] {
  return [...open.values()]
}

/** Wipes every seed of this page. */
export function lock(): void {
  window.clearTimeout(timer)
  if (open.size === 0) return
  for (const { keys } of open.values()) keys.seed.fill(0)
  open.clear()
  for (const listener of listeners) listener()
}

/** Calls back whenever the mailboxes of this page were locked. */
export function onLock(listener: () => void): void {
  listeners.add(listener)
}

async function ownMailbox(): Promise<string | null> {
  try {
    const { mailboxes } = (await pageApi().json('/api/v1/mailboxes')) as {
      mailboxes: readonly ShownMailbox[]
    }
    return mailboxes.find(({ via }) => via === 'own')?.id ?? null
  } catch (error) {
    return (await keptInstead(error)).mailbox.id
  }
}

/** The ways of a mailbox; while there is no line, those that this device keeps. */
async function keyringOf(id: string): Promise<{ keyring: Keyring; isKept: boolean }> {
  try {
    const keyring = (await pageApi().json(`/api/v1/mailboxes/${id}/keyslots`)) as Keyring
    return { keyring, isKept: false }
  } catch (error) {
    return { keyring: await keptInstead(error, id), isKept: true }
  }
}

async function keptInstead(why: unknown, id?: string): Promise<Keyring> {
  const kept = why instanceof NoLineError ? await keptKeyring(id).catch(() => null) : null
  if (kept === null) throw why
  return kept
}

async function openKeyring(keyring: Keyring, isKept: boolean): Promise<UnlockedMailbox | null> {
  if (keyring.demonstration !== null) {
    const secret = Uint8Array.from(atob(keyring.demonstration), (one) => one.charCodeAt(0))
    const found = await seedBySecret(keyring, 'paper', secret)
    return found === null ? null : openProven(keyring, found, isKept)
  }
  const isHeir = keyring.mailbox.via === 'heir'
  if (isHeir || keyring.slots.some(({ kind }) => kind === 'mailbox')) {
    const own = await unlockMailbox()
    const seek = isHeir ? seedOfHeir : seedByMailbox
    const found = own === null ? null : await seek(keyring, own.identities)
    if (found !== null) return openProven(keyring, found, isKept)
    return own === null ? null : askWay({ ...keyring, slots: [] })
  }
  return askWay(keyring)
}

/**
 * Opens a mailbox with a seed that was sealed to a key for all to see: anybody can have done that, so it is
 * held against what the directory proves. Why it stays shut is told.
 */
async function openProven(
  keyring: Keyring,
  found: FoundSeed,
  isKept: boolean
): Promise<UnlockedMailbox | null> {
  try {
    // What this device keeps was proven when it was opened here.
    const { mailbox } = keyring
    const known = isKept ? saidKeys(mailbox) : await provenKeys(mailbox, found.seed)
    const opened = await openWith(keyring, found, known)
    if (opened === null) await tell(words.changed)
    return opened
  } catch (error) {
    if (!(error instanceof UnprovenError)) throw error
    await tell(error.message)
    return null
  }
}

/** A way that was not tried for a year was tried just now: whoever holds the seed may say so. */
async function proveIfDue({ mailbox, slots }: Keyring, opened: UnlockedMailbox): Promise<void> {
  const due = slots.find(({ id, drillDue }) => id === opened.way && drillDue)
  if (due === undefined) return
  const act = { act: 'keyslot-proved', mailbox: mailbox.id, what: due.id, at: nowText() } as const
  const note = signAct(act, opened.keys.signers)
  const path = `/api/v1/mailboxes/${mailbox.id}/keyslots/${due.id}/proof`
  // The letters are what the person came for: a drill that was not noted is asked for again.
  await pageApi()
    .post(path, { note })
    .catch(() => null)
}

function watch(): void {
  lastUse = performance.now()
  window.clearTimeout(timer)
  timer = window.setTimeout(lock, idleMilliseconds)
}

for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
  document.addEventListener(
    name,
    () => {
      if (open.size > 0 && performance.now() - lastUse > 1000) watch()
    },
    { passive: true }
  )
// Timers of a hidden page rest: what was left for long is locked when somebody looks again.
document.addEventListener('visibilitychange', () => {
  if (open.size > 0 && performance.now() - lastUse > idleMilliseconds) lock()
})
// A page that the browser keeps for the way back must not keep a seed.
window.addEventListener('pagehide', lock)
