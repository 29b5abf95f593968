import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network of an address, never the whole of it: `192.0.2.0/24`, `2001:db8:1::/48`. Enough to tell two
 * networks from each other, and nobody's place is looked up. `null` for what is no address.
 */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(plain)) return null
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const missing = Math.max(8 - groups.length - after.length, 0)
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...after]
  const first = all.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/48`
}
