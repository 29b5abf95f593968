import {
  type KeyObject,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign
} from 'node:crypto'

/** A certificate as TLS servers and clients take it, PEM. */
export interface MadeCertificate {
  readonly cert: string
  readonly key: string
}

/** An authority of a test, and the certificates that it gives. */
export interface TestAuthority {
  readonly cert: string
  issue(options: { hosts: readonly string[]; notAfter: Temporal.Instant }): MadeCertificate
}

// DER (X.690), as much of it as a certificate (RFC 5280) needs.
const ecdsaWithSha256 = sequence(objectId([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]))
const commonName = objectId([0x55, 0x04, 0x03])
const basicConstraints = objectId([0x55, 0x1d, 0x13])
const subjectAltName = objectId([0x55, 0x1d, 0x11])

/** Makes an authority that lasts as long as the test needs. */
export function testAuthority(now: Temporal.Instant): TestAuthority {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = nameOf('Test authority')
  const year = Temporal.Duration.from({ hours: 24 * 365 })
  const validity = sequence(time(now.subtract({ hours: 24 })), time(now.add(year)))
  const isAuthority = extension(basicConstraints, sequence(tagged(0x01, Buffer.from([0xff]))), true)
  const own = certificate(
    { issuer: name, subject: name, validity, extensions: [isAuthority] },
    {
      subject: privateKey,
      signer: privateKey
    }
  )
  return {
    cert: pem(own),
    issue: ({ hosts, notAfter }) => {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const names = hosts.map((host) =>
        /^[\d.]+$/.test(host)
          ? tagged(0x87, Buffer.from(host.split('.').map(Number)))
          : tagged(0x82, Buffer.from(host))
      )
      const der = certificate(
        {
          issuer: name,
          subject: nameOf(hosts[0] ?? ''),
          validity: sequence(time(now.subtract({ hours: 24 * 40 })), time(notAfter)),
          extensions: [extension(subjectAltName, sequence(...names), false)]
        },
        { subject: pair.privateKey, signer: privateKey }
      )
      return {
        cert: pem(der),
        key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
      }
    }
  }
}

interface Content {
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly validity: Buffer
  readonly extensions: readonly Buffer[]
}

function certificate(content: Content, keys: { subject: KeyObject; signer: KeyObject }): Buffer {
  const publicKey = createPublicKey(keys.subject).export({ type: 'spki', format: 'der' })
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)])
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ecdsaWithSha256,
    content.issuer,
    content.validity,
    content.subject,
    publicKey,
    tagged(0xa3, sequence(...content.extensions))
  )
  return sequence(body, ecdsaWithSha256, bits(sign('sha256', body, keys.signer)))
}

function extension(id: Buffer, value: Buffer, isCritical: boolean): Buffer {
  const critical = isCritical ? [tagged(0x01, Buffer.from([0xff]))] : []
  return sequence(id, ...critical, tagged(0x04, value))
}

function nameOf(text: string): Buffer {
  return sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from(text)))))
}

function time(at: Temporal.Instant): Buffer {
  const digits = at.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
  return tagged(0x18, Buffer.from(digits))
}

function bits(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]))
}

function objectId(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes))
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function tagged(tag: number, bytes: Buffer): Buffer {
  const { length } = bytes
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), bytes])
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
