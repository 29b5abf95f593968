import { html, type Html, raw } from './html.ts'

/** 20 by 20 line icons. `forward` and `back` follow the direction of reading. */
const shapes = {
  check: '<path d="m4 10.5 4 4 8-9"/>',
  warning: '<path d="M10 3 18 17H2z"/><path d="M10 8v4M10 14.2v.3"/>',
  cross: '<path d="m5 5 10 10M15 5 5 15"/>',
  minus: '<path d="M5 10h10"/>',
  dots: '<path d="M4 10h.1M10 10h.1M16 10h.1" stroke-width="3"/>',
  shield:
    '<path d="M10 2.5 16.5 5v5c0 3.6-2.6 6.3-6.5 7.5C6.1 16.3 3.5 13.6 3.5 10V5z"/><path d="m7 10 2.2 2.2L13.2 8"/>',
  pencil: '<path d="m3 17 1-4L13.5 3.5l3 3L7 16z"/><path d="m11.5 5.5 3 3"/>',
  clock: '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>',
  pause: '<path d="M7 4.5v11M13 4.5v11"/>',
  stamp: '<path d="M7.5 11V7a2.5 2.5 0 1 1 5 0v4M4 11h12v3H4zM4 17h12"/>',
  people:
    '<circle cx="7" cy="7" r="3"/><path d="M2 16.5c0-3 2.2-5 5-5s5 2 5 5M13 4.3a3 3 0 0 1 0 5.4M15 12c1.8.7 3 2.3 3 4.5"/>',
  info: '<circle cx="10" cy="10" r="7.5"/><path d="M10 9v5M10 6v.2"/>',
  lock: '<rect x="4" y="9" width="12" height="8" rx="1"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>',
  search: '<circle cx="9" cy="9" r="5.5"/><path d="m13 13 4 4"/>',
  menu: '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
  sun: '<circle cx="10" cy="10" r="3.5"/><path d="M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4"/>',
  moon: '<path d="M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9z"/>',
  device: '<rect x="2.5" y="4" width="15" height="9.5" rx="1"/><path d="M7 17h6M10 13.5V17"/>',
  globe:
    '<circle cx="10" cy="10" r="7.5"/><path d="M2.5 10h15M10 2.5c4.5 4.5 4.5 10.5 0 15M10 2.5c-4.5 4.5-4.5 10.5 0 15"/>',
  user: '<circle cx="10" cy="6.5" r="3.5"/><path d="M3.5 17.5c0-3.7 2.8-6 6.5-6s6.5 2.3 6.5 6"/>',
  file: '<path d="M5 2.5h6.5l4 4v11H5zM11.5 2.5v4h4"/>',
  upload: '<path d="M10 13V3.5M6 7l4-4 4 4M3.5 13v3.5h13V13"/>',
  download: '<path d="M10 3.5V13M6 9.5l4 4 4-4M3.5 14v2.5h13V14"/>',
  camera: '<path d="M2.5 6H6l1.5-2h5L14 6h3.5v10.5h-15z"/><circle cx="10" cy="11" r="3"/>',
  print: '<path d="M5.5 7V2.5h9V7M5.5 14.5h-3V7h15v7.5h-3M5.5 12h9v5.5h-9z"/>',
  external: '<path d="M8 4H4v12h12v-4M11 3.5h5.5V9M16 4l-7 7"/>',
  calendar:
    '<rect x="3" y="4.5" width="14" height="12.5" rx="1"/><path d="M3 8.5h14M7 2.5v4M13 2.5v4"/>',
  letter: '<rect x="2.5" y="4.5" width="15" height="11.5" rx="1"/><path d="m3 5.5 7 5.5 7-5.5"/>',
  phone:
    '<path d="M4 3h3.5l1.5 4-2 1.5a9 9 0 0 0 4.5 4.5l1.5-2 4 1.5V16c0 1-1 1.5-2 1.5C8.5 17 3 11.5 2.5 5c0-1 .5-2 1.5-2z"/>',
  plus: '<path d="M10 4v12M4 10h12"/>',
  sort: '<path d="m6.5 8 3.5-4 3.5 4M6.5 12l3.5 4 3.5-4"/>',
  'sort-up': '<path d="m5 12.5 5-6 5 6"/>',
  'sort-down': '<path d="m5 7.5 5 6 5-6"/>',
  down: '<path d="m5 7.5 5 5 5-5"/>',
  forward: '<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>',
  back: '<path d="M12.5 4.5 7 10l5.5 5.5"/>',
  undo: '<path d="M7 4 3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8"/>',
  ban: '<circle cx="10" cy="10" r="7.5"/><path d="m4.8 4.8 10.4 10.4"/>',
  eye: '<path d="M1.5 10C4 5.5 7 4 10 4s6 1.5 8.5 6c-2.5 4.5-5.5 6-8.5 6s-6-1.5-8.5-6z"/><circle cx="10" cy="10" r="2.5"/>',
  scales: '<path d="M10 3v14M6 17h8M3.5 6h13M3.5 6 1.5 11.5h4zM16.5 6l-2 5.5h4z"/>'
} as const

/** The name of an icon. */
export type IconName = keyof typeof shapes

const mirrored = new Set<IconName>(['forward', 'back', 'undo', 'external'])

/** A decorative icon in the colour and about the size of the text beside it; hidden from screen readers. */
export function icon(name: IconName): Html {
  return html`<svg
    class="${mirrored.has(name) ? 'icon icon-mirrored' : 'icon'}"
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    ${raw(shapes[name])}
  </svg>`
}
