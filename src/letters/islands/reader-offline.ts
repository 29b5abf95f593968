// The reader of saved letters: a file that is opened from a disk, and forbids itself every connection.
import './reading/plain-zod.ts'
import { openSaved, type OfflineData } from './reading/open-saved.ts'
import { drawLetter, drawRefusal, say } from './reading/draw-letter.ts'
import { actionButton, el, notice } from './reading/dom.ts'

const root = document.querySelector<HTMLElement>('[data-offline-reader]')
if (root !== null) start(root)

function start(of: HTMLElement): void {
  const data = JSON.parse(of.dataset['offlineReader'] ?? '{}') as OfflineData
  const form = of.querySelector<HTMLFormElement>('[data-offline-form]')
  const files = of.querySelector<HTMLInputElement>('[data-offline-files]')
  const key = of.querySelector<HTMLTextAreaElement>('[data-offline-key]')
  const result = of.querySelector<HTMLElement>('[data-offline-result]')
  if (form === null || files === null || key === null || result === null) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    result.replaceChildren(el('p', { role: 'status' }, say('opening')))
    void showIn(result, show(data, { files: [...(files.files ?? [])], key: key.value }))
  })
}

async function showIn(result: HTMLElement, shown: Promise<Node[]>): Promise<void> {
  result.replaceChildren(...(await shown))
  result.scrollIntoView({ block: 'start' })
}

async function show(
  data: OfflineData,
  given: { readonly files: readonly File[]; readonly key: string }
): Promise<Node[]> {
  try {
    const opened = await openSaved(data, given)
    if (opened.length === 0) return [drawRefusal('unreadable')]
    return opened.map((each) =>
      'refused' in each ? drawRefusal(each.refused) : printable(drawLetter(each.shown, each.around))
    )
  } catch (error) {
    return [notice('broken', say('refused'), error instanceof Error ? error.message : '')]
  }
}

function printable(article: HTMLElement): HTMLElement {
  const print = actionButton(say('print'), 'outline', () => {
    window.print()
  })
  print.classList.add('no-print')
  article.append(print)
  return article
}
