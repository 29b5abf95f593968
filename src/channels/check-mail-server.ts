import type { MailConfig } from '../config.ts'

const patienceMilliseconds = 10_000

/**
 * Whether the mail server takes mail from this installation: a connection, with encryption and sign-in
 * as configured, and no mail.
 */
export async function checkMailServer(
  config: MailConfig
): Promise<'alive' | 'refused' | 'no-answer'> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: config.url,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds
  })
  try {
    await transport.verify()
    return 'alive'
  } catch (error) {
    const { responseCode } = error as { responseCode?: unknown }
    return typeof responseCode === 'number' ? 'refused' : 'no-answer'
  } finally {
    transport.close()
  }
}
