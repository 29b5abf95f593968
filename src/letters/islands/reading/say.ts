import { type Say, sayIn } from '../../../kernel/reading/index.ts'
import { pageLang } from './time.ts'

/** The texts of this page in its language. */
export const say: Say = sayIn(pageLang)
