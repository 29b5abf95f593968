/** A unit or a post that an authority gets. */
export interface NewPart {
  readonly authority: string
  readonly kind: 'unit' | 'post'
  readonly id: string
  readonly title: { readonly fa: string; readonly en: string }
  /** Of a post: the unit that it belongs to; `null` for the whole authority. */
  readonly unit: string | null
}
