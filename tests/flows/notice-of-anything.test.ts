// Goal: no card can say anything that keeps its own notice from being found, for it would wait for ever.
// Method: cards with texts of any characters that a card may hold, looked at through the real page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { publishCard } from '../../src/catalogue/index.ts'
import { Refusal } from '../../src/platform/index.ts'
import { changeDesk } from '../support/change-desk.ts'
import { takeEffects } from '../support/take-effect.ts'

const { context, admin, held } = await changeDesk()
const code = '10021006'

const odd = fc.constantFrom(
  '<p>',
  '</p>',
  '&amp;',
  '&',
  '«',
  '»',
  '"',
  '\n\n',
  '  ',
  '\t',
  '\u200c',
  '\u00a0',
  '\u00ad',
  '{{x}}',
  '<script>',
  '<!--',
  '-->',
  '\u2029',
  'ي',
  'e\u0301',
  '😀',
  '10021006',
  '؛ ',
  '… '
)
const text = fc
  .array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 60
  })
  .map((parts) => parts.join(''))
const both = fc.record({ fa: text, en: text })

test('whatever a card says, the page of its notice is found to say it', async () => {
  let published = 0
  await fc.assert(
    fc.asyncProperty(both, both, both, async (description, title, condition) => {
      const { card } = await held(code)
      const [first, ...rest] = card.documents
      assert.ok(first)
      const documents = [{ ...first, condition }, ...rest]
      try {
        await publishCard(context, admin, { ...card, description, title, documents })
      } catch (error) {
        // Direction marks, control characters and texts that are too long are not for cards.
        assert.ok(error instanceof Refusal, String(error))
        return
      }
      published += 1
      await takeEffects(context)
      assert.deepEqual((await held(code)).card.description, {
        fa: description.fa.trim(),
        en: description.en.trim()
      })
    }),
    { numRuns: 60 }
  )
  assert.ok(published > 10, String(published))
})
