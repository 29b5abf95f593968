import type { Bilingual } from '../platform/index.ts'

/** A public body that promises; the tenant. */
export interface Authority {
  /** Text slug, such as `sko`. */
  readonly id: string
  readonly title: Bilingual
  readonly shortTitle: Bilingual
  readonly portal: string
  /** Slug of its province, for closures; `null` for a national body. */
  readonly province: string | null
  /** IANA zone in which its days begin. */
  readonly timeZone: string
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
}

/** A part of an authority; ids are unique within it. */
export interface Unit {
  readonly id: string
  readonly title: Bilingual
}

/** A post of an authority; ids are unique within it (`head-it` is in both). */
export interface Post {
  readonly authority: string
  readonly id: string
  readonly unit: string | null
  readonly title: Bilingual
}

/** A post by its two names. */
export type PostName = { readonly authority: string; readonly post: string }

/** Who held a post on a day. */
export interface PostHolder {
  /** Person id. */
  readonly person: string
  readonly name: Bilingual
  readonly from: Temporal.PlainDate
  /** Last day, included; `null` while it goes on. */
  readonly to: Temporal.PlainDate | null
}
