import { type Html, html } from '../../platform/html/index.ts'

/** A stretch of words that both texts have, or that only one of them has. */
interface Stretch {
  readonly words: readonly string[]
  readonly isShared: boolean
}

/** Texts that share fewer of their words than this were written anew: marks would be noise. */
const sharedLeast = 0.4

/**
 * Two texts side by side: what the first lost is `<del>`, what the second gained is `<ins>`. Two that have
 * little in common carry no marks.
 */
export function wordChanges(before: string, after: string): { before: Html; after: Html } {
  const [old, young] = [before, after].map((text) => text.split(' '))
  const shared = sharedWords(old ?? [], young ?? [])
  const most = Math.max(old?.length ?? 0, young?.length ?? 0)
  if (shared.before.size < sharedLeast * most) {
    return { before: html`${before}`, after: html`${after}` }
  }
  return {
    before: marked(stretches(old ?? [], shared.before), (text) => html`<del>${text}</del>`),
    after: marked(stretches(young ?? [], shared.after), (text) => html`<ins>${text}</ins>`)
  }
}

/** Which words of each text belong to their longest common row of words. */
function sharedWords(a: readonly string[], b: readonly string[]) {
  // lengths[i][j]: the longest row shared by a from i on and b from j on.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const longest = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
      lengths[i]?.fill(longest, j, j + 1)
    }
  }
  const shared = { before: new Set<number>(), after: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared.before.add(i++)
      shared.after.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return shared
}

function stretches(words: readonly string[], shared: ReadonlySet<number>): Stretch[] {
  const found: { words: string[]; isShared: boolean }[] = []
  for (const [i, word] of words.entries()) {
    const last = found.at(-1)
    if (last?.isShared === shared.has(i)) last.words.push(word)
    else found.push({ words: [word], isShared: shared.has(i) })
  }
  return found
}

function marked(parts: readonly Stretch[], mark: (text: string) => Html): Html {
  return html`${parts.map(({ words, isShared }, i) => {
    const text = words.join(' ')
    return [i > 0 && ' ', isShared ? text : mark(text)]
  })}`
}
