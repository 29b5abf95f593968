import assert from 'node:assert/strict'
import {
  type Attachment,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf
} from '../../../src/kernel/seal/index.ts'
import { nativePrimitives } from '../../../src/letters/native/index.ts'
import { systemClock } from '../../../src/platform/index.ts'
import type { ApiClient } from '../api-client.ts'
import { type TestMailbox, sha256 } from '../letters.ts'
import type { Fragments } from './marks.ts'

/** A letter as its writer has it. */
export interface WrittenLetter {
  readonly subject: string
  readonly body: string
  readonly attachments: readonly Attachment[]
}

/** A letter in which a fragment stands wherever something of the writer's can stand. */
export function fullLetter(fragments: Fragments, attachmentBytes = 3000): WrittenLetter {
  const attachments = fragments.several(2).map((name) => ({
    name: `${name}.txt`,
    type: 'text/plain',
    content: spreadOver(fragments.several(3), attachmentBytes)
  }))
  const [title, ...paragraphs] = fragments.several(8)
  const body = `# ${String(title)}\n\n${paragraphs.join('\n\n')}`
  return { subject: fragments.next(), body, attachments }
}

/** Fragments with nothing between them, at uneven distances. */
function spreadOver(fragments: readonly string[], bytes: number): Uint8Array {
  const content = Buffer.alloc(bytes, ' ')
  for (const [i, text] of fragments.entries()) {
    content.write(text, Math.floor((i * bytes) / fragments.length) + i)
  }
  return new Uint8Array(content)
}

/** Hands a letter in as the browser of its sender does. */
export async function handIn(
  client: ApiClient,
  of: {
    readonly from: TestMailbox
    readonly sealedTo: TestMailbox
    readonly text: WrittenLetter
    readonly more: object
  }
) {
  const letter = {
    ...of.text,
    id: crypto.randomUUID(),
    sentAt: systemClock.now().toString()
  }
  const envelope = await seal(of.from, of.sealedTo, letter)
  return client.post<{ letter: string; state: string }>('/letters', {
    ...envelope,
    ...of.more
  })
}

/** Signs and seals a letter, and writes what the desk is told of it. */
export async function seal(
  from: TestMailbox,
  to: TestMailbox,
  letter: WrittenLetter & { readonly id: string; readonly sentAt: string }
) {
  const { id, sentAt, subject, body, attachments } = letter
  const sealed = await sealLetter(
    {
      ...{ letter: id, sentAt, subject, body, attachments, case: null },
      sender: 'unit' in from.owner ? from.owner : null
    },
    { recipient: to.keys.recipient, signers: from.keys.signers },
    nativePrimitives
  )
  assert.ok(sealed.ok)
  const { file, token } = sealed.value
  return {
    ...{ id, sentAt, sender: from.id, lane: 'single', sha256: sha256(file) },
    recipientKey: sha256(to.keys.recipient),
    sizeClass: sizeClassOf(file.length, readSealedHead(file)?.headBytes ?? 0),
    tokenHash: tokenHashOf(token),
    content: Buffer.from(file).toString('base64')
  }
}
