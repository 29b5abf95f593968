import { z } from 'zod'
import { type Parsed, parseFile } from '../kernel/terms/parse-file.ts'

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
const title = z.strictObject({ fa: z.string().min(1).max(200), en: z.string().min(1).max(200) })

const authorityFile = z.strictObject({
  authority: z.strictObject({
    id: slug,
    position: z.int().min(0).max(9999),
    title,
    shortTitle: title,
    portal: z.url({ protocol: /^https?$/ }),
    province: slug.nullable(),
    timeZone: z.string().refine(isTimeZone)
  }),
  units: z.array(z.strictObject({ id: slug, title })),
  posts: z.array(z.strictObject({ id: slug, unit: slug.nullable(), title }))
})

/** One file of `agreements/authorities`. */
export type AuthorityFile = z.infer<typeof authorityFile>

/** Reads the file of an authority, or says what is wrong in it, with line and column. */
export function parseAuthorityFile(text: string): Parsed<AuthorityFile> {
  return parseFile(text, authorityFile, (file) => [
    ...repeated(file.units, 'units'),
    ...repeated(file.posts, 'posts'),
    ...file.posts.flatMap((post, i) =>
      post.unit === null || file.units.some((unit) => unit.id === post.unit)
        ? []
        : [
            {
              path: ['posts', i, 'unit'],
              text: {
                fa: `واحد «${post.unit}» در بخش units این پرونده نیست.`,
                en: `The unit "${post.unit}" is not in the units of this file.`
              }
            }
          ]
    )
  ])
}

function repeated(items: readonly { id: string }[], list: string) {
  return items.flatMap((item, i) =>
    items.findIndex((other) => other.id === item.id) === i
      ? []
      : [
          {
            path: [list, i, 'id'],
            text: {
              fa: `شناسه «${item.id}» پیش‌تر آمده است؛ هر شناسه یک بار می‌آید.`,
              en: `The id "${item.id}" is already given; each id stands once.`
            }
          }
        ]
  )
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
