import { distance } from 'fastest-levenshtein'
import { joinedSearchKey, searchKey, searchKeys } from '../kernel/persian/index.ts'
import type { ServiceCard } from './card.ts'
import { lifeEvents } from './card-options.ts'

/** Where a word stands in a card decides how much finding it counts. */
type Weighted = readonly [weight: number, texts: readonly string[]]

interface Entry {
  readonly card: ServiceCard
  /** Best weight of each word of the card. */
  readonly words: ReadonlyMap<string, number>
  /** The title without any space: finds words however they were joined. */
  readonly compactTitle: string
}

/** The words of all cards, made once per state of the catalogue. */
export interface SearchIndex {
  readonly entries: readonly Entry[]
  readonly vocabulary: readonly string[]
}

/** A found service; `score` only orders one answer. */
export interface Found {
  readonly card: ServiceCard
  readonly score: number
  /** Whether the card holds every word; else some of them, because no card held all. */
  readonly isWhole: boolean
}

/** Prepares cards for {@link searchIn}. */
export function indexOf(cards: readonly ServiceCard[]): SearchIndex {
  const entries = cards.map(entryOf)
  const vocabulary = new Set(entries.flatMap(({ words }) => [...words.keys()]))
  return { entries, vocabulary: [...vocabulary] }
}

function entryOf(card: ServiceCard): Entry {
  const words = new Map<string, number>()
  for (const [weight, texts] of weightedTexts(card)) {
    for (const word of texts.flatMap(searchKeys).flatMap((key) => key.split(' '))) {
      if (word !== '' && (words.get(word) ?? 0) < weight) words.set(word, weight)
    }
  }
  return { card, words, compactTitle: searchKey(card.title.fa).replaceAll(' ', '') }
}

function weightedTexts(card: ServiceCard): Weighted[] {
  return [
    [10, [card.code]],
    [8, [card.title.fa, card.title.en]],
    [6, card.keywords ?? []],
    [4, [card.subject.fa, card.subject.en, card.processTitle.fa, card.processTitle.en]],
    [3, card.documents.flatMap(({ title }) => [title.fa, title.en])],
    [3, card.lifeEvents.flatMap((event) => [lifeEvents[event].fa, lifeEvents[event].en])],
    [2, [card.description.fa, card.description.en, card.recipients.fa, card.recipients.en]],
    [2, [card.ownerBody.fa, card.ownerBody.en, card.approver.title.fa, card.approver.title.en]]
  ]
}

const queryWordsMax = 12
const wordLengthMax = 40

/**
 * Finds cards that hold every word of a query, the best first: whole words before beginnings, those
 * before endings that Persian adds, those before a typing error (one letter in words of four letters
 * and more, two from eight on). Whichever keyboard and spacing the query was typed with. Where no card
 * holds every word, those that hold some of them are found, and say so: people type whole sentences.
 */
export function searchIn(index: SearchIndex, query: string): Found[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  // A word that the card joins may have been typed as two: each stands for the pair as well.
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ''}${word}`)
  const readings = words.map((word, i) => [word, pairs[i - 1] ?? '', pairs[i] ?? ''])
  const matches = readings.map((reading) => matchesOf(index.vocabulary, reading))
  const compact = searchKey(query).replaceAll(' ', '')
  const found = (score: (entry: Entry) => number, isWhole: boolean): Found[] =>
    index.entries
      .map((entry) => ({ card: entry.card, score: score(entry), isWhole }))
      .filter((one) => one.score > 0)
      .toSorted((a, b) => b.score - a.score || a.card.code.localeCompare(b.card.code))
  const whole = found((entry) => scoreOf(entry, matches, compact), true)
  return whole.length > 0 ? whole : found((entry) => scoreOfSome(entry, matches), false)
}

/** Words that say nothing of what is sought, folded as {@link searchKey} folds them. */
const idleWords = new Set(
  [
    'و در به از با برای که را این آن یک یا تا بر هم هر من ما شما او خود چه چگونه چطور کجا کدام آیا است هست',
    'نیست شود شدن کنم کنیم کند کردن کرد دارم داریم دارد باید می میخواهم خواهم میخواهیم میشود بگیرم گرفتن لطفا',
    'درباره مورد سلام the a an of for and or to in on is i my how do get want need about with from please'
  ].flatMap((words) => searchKey(words).split(' '))
)

function wordsOf(query: string): string[] {
  const words = [...new Set(joinedSearchKey(query).split(' '))]
    .filter((word) => word !== '' && word.length <= wordLengthMax)
    .slice(0, queryWordsMax)
  const telling = words.filter((word) => !idleWords.has(word))
  return telling.length > 0 ? telling : words
}

/** Each word of the catalogue that a word of the query may mean, with how surely it does (0..1]. */
function matchesOf(
  vocabulary: readonly string[],
  readings: readonly string[]
): Map<string, number> {
  const matches = new Map<string, number>()
  for (const known of vocabulary) {
    const likeness = Math.max(
      ...readings.map((word) => (word === '' ? 0 : likenessOf(known, word)))
    )
    if (likeness > 0) matches.set(known, likeness)
  }
  return matches
}

const endings = new Set([
  'ی',
  'ها',
  'های',
  'هایی',
  'هایم',
  'هایش',
  'ات',
  'ان',
  'ای',
  'م',
  'ش',
  's',
  'es'
])

function likenessOf(known: string, word: string): number {
  if (known === word) return 1
  if (word.length >= 2 && known.startsWith(word)) return 0.8
  if (known.length >= 3 && word.startsWith(known) && endings.has(word.slice(known.length))) {
    return 0.7
  }
  return slipLikeness(known, word)
}

function slipLikeness(known: string, word: string): number {
  const errorsMax = word.length >= 8 ? 2 : 1
  if (word.length < 4 || Math.abs(known.length - word.length) > errorsMax) return 0
  // Digits are codes, not words: another code is not a typing error.
  if (/[0-9]/.test(word)) return 0
  const errors = distance(known, word)
  return errors <= errorsMax || isSwap(known, word) ? 0.6 / Math.max(errors, 1) : 0
}

/** Two neighbouring letters typed the wrong way round: one slip, though two edits. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = Array.from(a).findIndex((letter, i) => letter !== b[i])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** A word in passing (a document, an owner) is no answer by itself, nor is a guess at a slip. */
const tellingAlone = { weight: 4, likeness: 0.7 }

function scoreOfSome(entry: Entry, matches: readonly Map<string, number>[]): number {
  const scores = matches.map((likely) =>
    Math.max(
      0,
      ...Array.from(likely, ([word, likeness]) => {
        const weight = entry.words.get(word) ?? 0
        const isTelling = weight >= tellingAlone.weight && likeness >= tellingAlone.likeness
        return isTelling ? likeness * weight : 0
      })
    )
  )
  return scores.reduce((sum, score) => sum + score, 0)
}

function scoreOf(entry: Entry, matches: readonly Map<string, number>[], compact: string): number {
  const inTitle = compact.length >= 4 && entry.compactTitle.includes(compact) ? 20 : 0
  let score = 0
  for (const likely of matches) {
    let best = 0
    for (const [word, likeness] of likely) {
      best = Math.max(best, likeness * (entry.words.get(word) ?? 0))
    }
    // Every word has to be found, unless the words together stand in the title.
    if (best === 0 && inTitle === 0) return 0
    score += best
  }
  return score + inTitle
}
