import { isIPv6 } from 'node:net'
import { canSend, queueOutbox } from '../../channels/index.ts'
import { type Context, type Lang, inTransaction, newId } from '../../platform/index.ts'
import { type ContactAddress, addressKey } from '../contact/contact.ts'
import { newSecret } from '../session.ts'
import { type Allowance, takeAllowance } from './attempt-store.ts'
import { insertChallenge } from './challenge-store.ts'
import { ChannelMissingError, type CodePurpose, TooManyCodesError, codeSeconds } from './code.ts'

/** Who asks for a code, where it goes, and what for. */
export interface CodeRequest extends ContactAddress {
  readonly purpose: CodePurpose
  /** The signed-in person who asks; `null` for everybody else. */
  readonly person: string | null
  readonly lang: Lang
  /** Internet address of the browser. */
  readonly from: string
}

/**
 * Asks for a code. Whether anybody here has the address is not looked up: the answer, and the time that
 * it takes, are the same for all. The worker makes the code and sends it.
 * @returns The text of the cookie that binds the code to this browser.
 * @throws {ChannelMissingError}
 * @throws {TooManyCodesError}
 */
export async function askCode(context: Context, request: CodeRequest): Promise<string> {
  const { channel, address, purpose, person, lang } = request
  if (!canSend(context.config, channel)) throw new ChannelMissingError()
  const now = context.clock.now()
  for (const allowance of allowancesOf(request)) {
    if (!(await takeAllowance(context.db, allowance, now))) throw new TooManyCodesError()
  }
  const id = newId(now)
  const secret = newSecret()
  await inTransaction(context.db, async (tx) => {
    const expiresAt = now.add({ seconds: codeSeconds })
    await insertChallenge(tx, { id, secret, purpose, person, channel, address, lang }, expiresAt)
    await queueOutbox(tx, [{ owner: id, topic: 'people.code', payload: { challenge: id } }], now)
  })
  context.nudge()
  return `${id}.${secret}`
}

const hour = 3600
const day = 24 * hour

function allowancesOf(request: CodeRequest): Allowance[] {
  const address = addressKey(request)
  return [
    { what: `codes to ${address} in an hour`, most: 4, withinSeconds: hour },
    { what: `codes to ${address} in a day`, most: 10, withinSeconds: day },
    // Many people share one address of the internet in mobile networks.
    { what: `codes from ${networkOf(request.from)}`, most: 60, withinSeconds: hour }
  ]
}

/** One address of IPv4, or the network that one customer of IPv6 is given. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = address.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}
