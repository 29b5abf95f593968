import { readPaperWords } from '../../../kernel/seal/index.ts'
import { numberText } from '../reading/time.ts'
import { words } from './page.ts'

/** The secret of a paper key as somebody typed it, or what is wrong with it in the words of the page. */
export function paperSecretOf(
  typed: string
): { readonly secret: Uint8Array } | { readonly problem: string } {
  const read = readPaperWords(typed)
  if (read.ok) return { secret: read.value }
  const { code, at, near } = read.reason
  if (code === 'word-count') return { problem: words.wrongCount }
  if (code === 'checksum') return { problem: words.wrongSum }
  const like = near.length === 0 ? '' : ` (${near.join(' / ')}?)`
  return { problem: `${words.wrongWord(numberText(at))}${like}` }
}
