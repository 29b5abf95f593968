import { type Config, localHosts } from '../../config.ts'
import { placeText } from '../agent/inside.ts'
import { isPublicAddress, isPublicHost } from '../agent/public-address.ts'
import { hostOf } from './host.ts'

/**
 * Places that probes may ask although their address is not public: the desk itself, what the operator
 * named, and in a demonstration this machine. No body can add to them.
 */
export function insidePlaces({ origin, reportOrigin, privateHosts, demo }: Config): string[] {
  const own = [origin, reportOrigin].flatMap((address) =>
    address === null ? [] : [placeText(new URL(address))]
  )
  return [...new Set([...own, ...privateHosts, ...(demo ? localHosts : [])])]
}

/**
 * Whether a body may have a host looked at: one of the public Internet, or one of those that stand inside.
 * What a name stands for is looked at by the probes, at each look.
 */
export function mayWatch(config: Config, host: string): boolean {
  return isPublicHost(host) || insidePlaces(config).some((place) => hostOf(place) === host)
}

/** Whether a name server may be asked: an address that is not public belongs to nobody outside. */
export function mayAsk(config: Config, server: string): boolean {
  const host = hostOf(server)
  if (host === null) return isPublicAddress(server)
  return mayWatch(config, host)
}
