import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRecipient } from './archive/sealed-file.ts'
import { generateMailboxIdentity, recipientKindOf, recipientOf } from '../kernel/seal/index.ts'
import { makeFolder, writeDurably } from '../platform/index.ts'
import { NoRecoveryKeyError, RecoveryKeyError } from './refusals.ts'

const identityPattern = /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]+$/
const readableByOthers = 0o077

function publicFile(dataFolder: string): string {
  return join(dataFolder, 'recovery-key.pub')
}

/** A key pair whose secret part is shown once, and kept by nobody but the person who sees it. */
export interface NewRecoveryKey {
  readonly identity: string
  readonly recipient: string
}

/**
 * Makes the recovery key of an installation and keeps its public part in the data folder. Backups made
 * from now on are sealed to it; those from before still need the key from before.
 * @param kind - `hybrid` withstands quantum computers; `classic` is opened by older age programs too.
 * @throws {RecoveryKeyError} If there is one already and it is not to be replaced.
 */
export async function makeRecoveryKey(
  dataFolder: string,
  { kind, replace }: { readonly kind: 'hybrid' | 'classic'; readonly replace: boolean }
): Promise<NewRecoveryKey> {
  if (!replace && (await recoveryRecipients(dataFolder)).length > 0) {
    throw new RecoveryKeyError({
      fa: 'کلید بازیابی از پیش هست؛ برای ساختن کلید تازه ‎--replace‎ بدهید و کلید پیشین را برای پشتیبان‌های پیشین نگه دارید.',
      en: 'there is a recovery key already; give --replace for a new one, and keep the old one for older backups'
    })
  }
  const identity = await generateMailboxIdentity(kind)
  const recipient = (await recipientOf(identity)) ?? ''
  await makeFolder(dataFolder)
  await writeDurably(publicFile(dataFolder), `${recipient}\n`)
  return { identity, recipient }
}

/** The public parts of the recovery key of an installation; empty where there is none. */
export async function recoveryRecipients(dataFolder: string): Promise<string[]> {
  return linesOf(await readFile(publicFile(dataFolder), 'utf8').catch(() => ''))
}

/**
 * Who a backup is sealed to.
 * @param given - Recipients (`age1…`) or files of them; the recovery key of the installation where empty.
 * @throws {NoRecoveryKeyError} If there is nobody.
 * @throws {RecoveryKeyError} If one is no recipient, or a weaker one stands beside a stronger one.
 */
export async function recipientsOf(
  dataFolder: string,
  given: readonly string[]
): Promise<string[]> {
  const named = await Promise.all(
    given.map(async (each) => (each.startsWith('age1') ? [each] : readRecipients(each)))
  )
  const recipients = given.length > 0 ? named.flat() : await recoveryRecipients(dataFolder)
  if (recipients.length === 0) throw new NoRecoveryKeyError()
  const kinds = new Set(recipients.map((recipient) => demandRecipient(recipient)))
  if (kinds.size > 1) {
    throw new RecoveryKeyError({
      fa: 'گیرنده‌های پساکوانتومی و معمولی با هم داده شده‌اند؛ گیرنده ضعیف‌تر همه را ضعیف می‌کند.',
      en: 'post-quantum and classic recipients stand together: the weaker one would weaken the whole'
    })
  }
  return recipients
}

async function readRecipients(file: string): Promise<string[]> {
  return linesOf(
    await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new RecoveryKeyError(
        {
          fa: `«${file}» نه گیرنده است و نه فایلی که خوانده شود.`,
          en: `${file} is neither a recipient (age1…) nor a file that can be read`
        },
        cause
      )
    })
  )
}

function demandRecipient(text: string): string {
  const kind = recipientKindOf(text)
  if (kind !== null && isRecipient(text)) return kind
  throw new RecoveryKeyError({
    fa: 'گیرنده باید با age1 آغاز شود و درست باشد.',
    en: `"${text.slice(0, 20)}…" is no recipient: it begins with age1 and has a checksum`
  })
}

/**
 * The secret keys in a file as `age-keygen` writes it.
 * @throws {RecoveryKeyError} If there is none, or others than the owner may read it.
 */
export async function readIdentities(file: string): Promise<string[]> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw new RecoveryKeyError(
      { fa: `فایل کلید «${file}» خوانده نمی‌شود.`, en: `the key file ${file} cannot be read` },
      cause
    )
  })
  if (process.platform !== 'win32' && (mode & readableByOthers) !== 0) {
    throw new RecoveryKeyError({
      fa: `دیگران می‌توانند «${file}» را بخوانند؛ دسترسی آن را ۰۶۰۰ کنید.`,
      en: `others may read ${file}; give it the permissions 0600`
    })
  }
  const identities = linesOf(await readFile(file, 'utf8'))
  const isKey = identities.length > 0 && identities.every((line) => identityPattern.test(line))
  const isSound =
    isKey &&
    (await Promise.all(identities.map((each) => recipientOf(each)))).every((each) => each !== null)
  if (isSound) return identities
  throw new RecoveryKeyError({
    fa: `در «${file}» کلیدی نیست: سطری که با AGE-SECRET-KEY-‎ آغاز می‌شود.`,
    en: `${file} holds no key: lines that begin with AGE-SECRET-KEY-`
  })
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
