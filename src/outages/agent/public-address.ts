import { BlockList, isIP } from 'node:net'

const notPublic = new BlockList()
const networks: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  // This network, private, shared, loopback, link-local (where clouds keep their metadata).
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  // Multicast, reserved, broadcast.
  ['224.0.0.0', 3, 'ipv4'],
  // Unspecified, loopback and the old writing of IPv4; NAT64 of one network; discard.
  ['::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  // Tunnels that may end anywhere.
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  // Unique local, link-local, site-local, multicast.
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6']
]
for (const [network, bits, family] of networks) notPublic.addSubnet(network, bits, family)

/** Prefixes whose last 32 bits are an address of IPv4: mapped, translated, and NAT64. */
const holdingFour = /^\[(?:::ffff:(?:0:)?|64:ff9b::)(?:([\da-f]{1,4}):)?([\da-f]{1,4})\]$/

/** Names that no public name server knows, and those that only mean this machine or this network. */
const ownNames = new Set([
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'private',
  'lan',
  'home',
  'corp',
  'arpa',
  'onion'
])

/** Whether an address, as a resolver gives it, is one of the public Internet. */
export function isPublicAddress(address: string): boolean {
  const bare = address.split('%')[0] ?? ''
  if (isIP(bare) === 4) return !notPublic.check(bare, 'ipv4')
  if (isIP(bare) !== 6) return false
  const four = fourWithin(bare)
  return four === null ? !notPublic.check(bare, 'ipv6') : isPublicAddress(four)
}

function fourWithin(six: string): string | null {
  const [, high, low] = holdingFour.exec(new URL(`http://[${six}]/`).hostname) ?? []
  if (low === undefined) return null
  const [upper, lower] = [Number.parseInt(high ?? '0', 16), Number.parseInt(low, 16)]
  return [upper >> 8, upper & 255, lower >> 8, lower & 255].join('.')
}

/**
 * Whether a host could be one of the public Internet, by its writing alone: a name of at least two labels
 * under no reserved top, or a public address.
 * @param host - As `URL` writes it: in small letters, addresses of IPv4 in four decimals.
 */
export function isPublicHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) !== 0) return isPublicAddress(bare)
  const labels = bare.split('.')
  const top = labels.at(-1) ?? ''
  const areGood = labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label))
  return areGood && labels.length > 1 && !/^\d+$/.test(top) && !ownNames.has(top)
}
