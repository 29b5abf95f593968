import type { SliceJobs } from '../../platform/index.ts'
import { disclosedOf, disclosureTopic } from './disclose-letter.ts'
import { recordTest, searchPlaintext } from './search-plaintext.ts'

/** Looks for disclosed letters, one after the other. */
export const confidentialityJobs: SliceJobs = {
  outbox: {
    [disclosureTopic]: async (context, tx, messages) => {
      for (const { payload } of messages) {
        const disclosed = disclosedOf(payload)
        const found = await searchPlaintext({ ...context, db: tx }, disclosed)
        if (found.found > 0)
          context.log.error({ letter: disclosed.letter, ...found }, 'a letter lies in the clear')
        await recordTest(tx, { letter: disclosed.letter, found }, context.clock.now())
      }
    }
  }
}
