import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeNew } from '../../platform/durable-file.ts'
import type { Sender, WaitingLetter } from '../sdk/index.ts'
import type { AgentFolder, WaitingRecord } from './agent-folder.ts'
import { pageHtml } from './page-html.ts'

/** One line of what became of the pages for the post. */
export type PageNews =
  | {
      readonly done: 'page'
      readonly letter: string
      readonly reference: string | null
      /** Where it lies, to be printed. */
      readonly folder: string
    }
  | { readonly done: 'page-over'; readonly letter: string }
  | {
      readonly done: 'put-off'
      readonly reference: string
      readonly code: string
      readonly reason: string
    }

interface Making {
  readonly folder: AgentFolder
  readonly sender: Pick<Sender, 'waiting' | 'page'>
  readonly tell: (news: PageNews) => void
}

const ownerOnly = 0o600

/**
 * Makes a page for the post of each letter that waits for somebody without a mailbox and has none here:
 * `pages/<letter>/page.html`, to be printed, and `page.json`, for programs that print themselves. The key is
 * in these files alone. Pages of letters that wait no more open nothing, and are taken away.
 * @throws {DeskAwayError}
 */
export async function makePages(at: Making): Promise<void> {
  const { folder, sender, tell } = at
  // A list that is gone through while pages are made of it could leave some out.
  const waiting = (await Array.fromAsync(sender.waiting())).filter((each) => each.mailbox === null)
  const waits = new Set(waiting.map(({ id }) => id))
  for (const letter of await folder.letters('pages')) {
    if (waits.has(letter)) continue
    await folder.forget('pages', letter)
    tell({ done: 'page-over', letter })
  }
  for (const letter of waiting) {
    if (!(await folder.has('pages', letter.id))) await makeOne(at, letter)
  }
}

async function makeOne({ folder, sender, tell }: Making, waiting: WaitingLetter): Promise<void> {
  const { id: letter } = waiting
  try {
    const page = await sender.page(waiting)
    const text = await folder.read('waiting', letter)
    const { to = null, reference = null } =
      text === null ? {} : (JSON.parse(text) as Partial<WaitingRecord>)
    const made = join(folder.work, letter)
    await mkdir(made, { recursive: true, mode: 0o700 })
    const record = { ...page, reference, to }
    await writeNew(join(made, 'page.json'), `${JSON.stringify(record)}\n`, ownerOnly)
    await writeNew(join(made, 'page.html'), pageHtml(page, reference), ownerOnly)
    const place = await folder.settle(made, 'pages', letter)
    tell({ done: 'page', letter, reference, folder: place })
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    // What is wrong with one letter keeps no other page from being made.
    if (!/^(?:letter\/|letter-claim\/|sdk\/(?:letter-too-large|waiting-letter))/.test(code))
      throw error
    tell({ done: 'put-off', reference: letter, code, reason: message })
  }
}
