// Goal: no web of redirects holds a probe or leads it astray. Method: any web of addresses, walked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allowedHosts, hostOf, registeredHosts } from './allowed-hosts.ts'
import { ProbeFailure } from './failure.ts'
import { demandNew, hopKey, nextHop } from './next-hop.ts'

const location = fc.oneof(
  fc.constantFrom('/a', '/b', 'c', '?x=1', '#y', '', '..', '//other.example/', '\\\\evil.example/'),
  fc.constantFrom('http://own.example/', 'https://own.example:8443/', 'http://OWN.example./'),
  fc.constantFrom(
    'http://registered.example/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'ftp://own.example/'
  ),
  fc.constantFrom('http://own.example@evil.example/', 'javascript:alert(1)', 'http://0x7f.1/'),
  fc.webUrl(),
  fc.string()
)

test('a walk along redirects ends, and asks allowed hosts only', () => {
  const web = fc.array(fc.option(location, { nil: undefined }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(web, fc.integer({ min: 1, max: 10 }), (locations, redirectsMax) => {
      const own = new URL('http://own.example/start')
      const isAllowed = allowedHosts(own, registeredHosts(['Registered.Example']))
      const seen = new Set<string>()
      let chain = { at: own, followed: 0, seen }
      let failure: unknown = null
      while (failure === null) {
        assert.ok(['own.example', 'registered.example'].includes(hostOf(chain.at)))
        assert.match(chain.at.protocol, /^https?:$/)
        assert.ok(chain.followed <= redirectsMax)
        try {
          const key = hopKey(chain.at, '')
          demandNew(chain, key)
          seen.add(key)
          const to = nextHop(chain, locations[chain.followed % locations.length], {
            redirectsMax,
            isAllowed
          })
          chain = { at: to, followed: chain.followed + 1, seen }
        } catch (error) {
          failure = error
        }
      }
      assert.ok(failure instanceof ProbeFailure)
      assert.ok(['redirect-loop', 'redirect-host', 'protocol'].includes(failure.reason))
    })
  )
})

test('registeredHosts reads names as addresses write them', () => {
  const hosts = registeredHosts(['Portal.Example.', 'استان.ایران', 'bad name', '2001:db8::1'])
  assert.deepEqual([...hosts], ['portal.example', 'xn--mgbai9azg.xn--mgba3a4f16a'])
})
