import { type AddressInfo } from 'node:net'
import { after } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { MailConfig } from '../../src/config.ts'

/** A mail as the server took it. */
export interface TakenMail {
  readonly to: readonly string[]
  readonly raw: string
}

/** Reads a mail as its reader's program would. */
export function readMail({ raw }: TakenMail): Promise<Email> {
  return PostalMime.parse(raw)
}

/** A real SMTP server on a port of its own. */
export interface MailServer {
  readonly config: MailConfig
  readonly mails: TakenMail[]
  /** Decides on each recipient: nothing, or the code that it is refused with. */
  refuse: (address: string) => number | null | Promise<number | null>
  stop(): Promise<void>
}

/** Starts a server that takes every mail; it ends with the test file. */
export async function mailServer(): Promise<MailServer> {
  const mails: TakenMail[] = []
  const handle: Pick<MailServer, 'refuse'> = { refuse: () => null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const decide = async () => {
        const responseCode = await handle.refuse(address)
        return responseCode === null ? null : Object.assign(new Error('no'), { responseCode })
      }
      // oxlint-disable-next-line promise/no-callback-in-promise -- the server knows no promises
      decide().then(done, done)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  after(stop)
  const from = { name: 'میز پیمان', address: 'desk@desk.example' }
  return Object.assign(handle, {
    config: { url: `smtp://127.0.0.1:${String(port)}`, from },
    mails,
    stop
  })
}
