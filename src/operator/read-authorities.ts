import { listServices } from '../catalogue/index.ts'
import { probing } from '../outages/index.ts'
import { type Authority, authorityById, everyAuthority, keys, staffOf } from '../people/index.ts'
import { type Context, NotFoundError, withScope } from '../platform/index.ts'
import type { Branding } from './branding/branding.ts'
import { brandings } from './branding/branding-store.ts'

/** Where an authority stands, as far as the platform is concerned. */
export type AuthorityState = 'ready' | 'trial' | 'no-admin' | 'no-services'

/** An authority as the operator lists it: counted, and nobody named. */
export interface AuthorityRow {
  readonly authority: Authority
  readonly state: AuthorityState
  readonly services: number
  readonly hosts: number
  readonly administrators: number
}

/** All authorities, that for trying last. */
export function readAuthorities(context: Context): Promise<AuthorityRow[]> {
  // The operator reads which bodies there are, and how many keys and staff they have.
  return withScope('system', () => readRows(context))
}

async function readRows(context: Context): Promise<AuthorityRow[]> {
  return Promise.all((await everyAuthority(context.db)).map((each) => rowOf(context, each)))
}

async function rowOf(context: Context, authority: Authority): Promise<AuthorityRow> {
  const { db, clock } = context
  const at = clock.now()
  const of = { authority: authority.id, at }
  const [services, hosts, staff] = await Promise.all([
    listServices(db, of),
    probing.hostsOf(db, authority.id),
    staffOf(db, { ...of, roles: ['authority-admin'] })
  ])
  const counts = {
    services: services.length,
    hosts: hosts.filter(({ retiredAt }) => retiredAt === null).length,
    administrators: new Set(staff.map(({ id }) => id)).size
  }
  return { authority, ...counts, state: stateOf(authority, counts) }
}

function stateOf(
  { id }: Authority,
  { services, administrators }: { services: number; administrators: number }
): AuthorityState {
  if (id === keys.sandboxAuthority) return 'trial'
  if (administrators === 0) return 'no-admin'
  return services === 0 ? 'no-services' : 'ready'
}

/** One authority with what the operator sets up for it. */
export interface AuthoritySetUp extends AuthorityRow {
  readonly portalHosts: readonly probing.PortalHost[]
  readonly branding: Branding | null
}

/** @throws {NotFoundError} */
export function readAuthority(context: Context, id: string): Promise<AuthoritySetUp> {
  // The operator reads how a body is set up: units, posts, hosts, how many keys.
  return withScope('system', () => readSetUp(context, id))
}

async function readSetUp(context: Context, id: string): Promise<AuthoritySetUp> {
  const authority = await authorityById(context.db, id)
  if (authority === null) throw new NotFoundError()
  const [row, portalHosts, brands] = await Promise.all([
    rowOf(context, authority),
    probing.hostsOf(context.db, id),
    brandings(context.db)
  ])
  return { ...row, portalHosts, branding: brands.get(id) ?? null }
}
