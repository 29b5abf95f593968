// Goal: no host of anybody's inside passes for a public one, however it is written. Method: addresses and
// names of each kind, as people write them and as `URL` reads them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublicAddress, isPublicHost } from './public-address.ts'

/** As a host is read where people type it. */
const hostOf = (typed: string) => new URL(`http://${typed}/`).hostname

test('isPublicHost refuses addresses of the inside in every writing', () => {
  const inside = `0.0.0.0 0 10.0.0.1 012.0.0.1 0x0a.1 167772161 100.64.0.1 127.0.0.1 127.1 2130706433
    0x7f000001 0177.0.0.1 169.254.169.254 2852039166 0xa9fea9fe 172.16.0.1 172.31.255.255 192.168.1.1
    100.100.100.200 168.63.129.16 198.18.0.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    [::] [::1] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:a9fe:a9fe] [::127.0.0.1]
    [::ffff:0:127.0.0.1] [64:ff9b::10.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::1] [fc00::1] [fd00:ec2::254]
    [fe80::1] [fec0::1] [ff02::1] [2002:7f00:1::] [2001:0:1::1]`
  for (const typed of inside.split(/\s+/)) assert.equal(isPublicHost(hostOf(typed)), false, typed)
})

test('isPublicHost refuses names that are none of the public Internet', () => {
  const names = `localhost LOCALHOST a.localhost localhost.localdomain ir desk printer.local db.lan
    metadata.google.internal x.internal 1.0.0.127.in-addr.arpa home.arpa a.home a.corp x.onion *.ir
    *.example.ir a..ir -a.ir a-.ir a_b.ir xn--mgba3a4f16a`
  for (const typed of names.split(/\s+/)) assert.equal(isPublicHost(hostOf(typed)), false, typed)
  assert.equal(isPublicHost(''), false)
  assert.equal(isPublicHost('portal.ir.'), false)
})

test('isPublicHost takes names and addresses that anybody may ask', () => {
  const names = 'portal.sko.ir sko.ir استانداری.ایران a.xn--mgba3a4f16a 5.145.1.1 [2a01:4f8::1]'
  for (const typed of names.split(' ')) assert.equal(isPublicHost(hostOf(typed)), true, typed)
})

test('isPublicAddress reads what a resolver gives', () => {
  const inside = ['10.1.2.3', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1', '::ffff:0a00:0001', 'x', '']
  for (const address of inside) assert.equal(isPublicAddress(address), false, address)
  for (const address of ['5.145.1.1', '2a01:4f8::1', '::ffff:5.145.1.1', '64:ff9b::591:101']) {
    assert.equal(isPublicAddress(address), true, address)
  }
})
