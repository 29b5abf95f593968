import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ProbeFailure, failureOf } from './failure.ts'
import { mayReach, notPublicFailure } from './inside.ts'
import { judgeRecords } from './judge-dns.ts'
import type { LookContext } from './look-context.ts'
import type { Check } from './wire.ts'

type DnsCheck = Extract<Check, { kind: 'dns' }>

/**
 * Asks a name server, or those of the system, and judges what it says.
 * @throws {ProbeFailure} Where the name has no such record, or others than are wanted.
 */
export async function checkDns(
  check: DnsCheck,
  { context, deadline }: { context: LookContext; deadline: number }
): Promise<void> {
  const milliseconds = Math.max(1, Math.round(deadline - performance.now()))
  // The second try may take twice as long as the first.
  const resolver = new Resolver({ timeout: Math.max(1, Math.floor(milliseconds / 3)), tries: 2 })
  if (check.server !== null) resolver.setServers([await serverAddress(check.server, context)])
  const timer = setTimeout(() => {
    resolver.cancel()
  }, milliseconds)
  try {
    const failure = judgeRecords(check, await records[check.type](resolver, check.name))
    if (failure !== null) throw failure
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ECANCELLED' || code === 'ETIMEOUT') {
      throw new ProbeFailure(
        'timeout',
        `no answer of the name server within ${String(milliseconds)} ms`
      )
    }
    throw failureOf(error, 'lookup')
  } finally {
    clearTimeout(timer)
  }
}

/** `server` may be a name: then its first address is asked. */
async function serverAddress(server: string, context: LookContext): Promise<string> {
  const isSix = isIP(server) === 6
  const [, host = '', port] = isSix ? ['', server] : (/^(.*?)(:\d{1,5})?$/.exec(server) ?? [])
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  const [first] = await context.resolver.addressesOf(bare).catch((error: unknown) => {
    throw failureOf(error, 'lookup')
  })
  if (first === undefined) throw new ProbeFailure('dns', 'the name server has no address')
  const place = { host: bare, port: Number(port?.slice(1) ?? 53) }
  if (!mayReach(context.inside, place, first.address)) throw notPublicFailure(first.address)
  return `${first.family === 6 ? `[${first.address}]` : first.address}${port ?? ''}`
}

const records: Record<DnsCheck['type'], (resolver: Resolver, name: string) => Promise<string[]>> = {
  A: (resolver, name) => resolver.resolve4(name),
  AAAA: (resolver, name) => resolver.resolve6(name),
  CNAME: (resolver, name) => resolver.resolveCname(name),
  NS: (resolver, name) => resolver.resolveNs(name),
  MX: async (resolver, name) =>
    (await resolver.resolveMx(name)).map(
      ({ priority, exchange }) => `${String(priority)} ${exchange}`
    ),
  TXT: async (resolver, name) => (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))
}
