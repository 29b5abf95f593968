import type { Bilingual } from '../../text.ts'
import { html, type Html } from '../html.ts'
import { icon, type IconName } from '../icons.ts'
import type { Speaks } from '../view.ts'

/**
 * What a colour means, everywhere: turquoise kept, saffron at risk, pomegranate broken, lapis for what
 * goes on, grey for what is not known. Never alone: an icon and a word go with it.
 */
export type Tone = 'kept' | 'risk' | 'broken' | 'info' | 'neutral' | 'quiet'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
  readonly text: Bilingual
}

const states = {
  kept: { tone: 'kept', icon: 'check', text: { fa: 'برقرار', en: 'Kept' } },
  'at-risk': { tone: 'risk', icon: 'warning', text: { fa: 'در خطر', en: 'At risk' } },
  broken: { tone: 'broken', icon: 'cross', text: { fa: 'نقض‌شده', en: 'Broken' } },
  'no-data': {
    tone: 'neutral',
    icon: 'minus',
    text: { fa: 'هنوز داده‌ای نیست', en: 'No data yet' }
  },
  'not-measurable': {
    tone: 'quiet',
    icon: 'dots',
    text: { fa: 'سنجش‌پذیر نیست', en: 'Not measurable' }
  },
  enforced: {
    tone: 'kept',
    icon: 'lock',
    text: { fa: 'تضمین‌شده در سامانه', en: 'Enforced by the system' }
  },
  attested: { tone: 'info', icon: 'stamp', text: { fa: 'با گواهی مسئول', en: 'By attestation' } },
  survey: { tone: 'info', icon: 'people', text: { fa: 'با نظرسنجی', en: 'By survey' } },
  definition: { tone: 'quiet', icon: 'info', text: { fa: 'تعریف', en: 'Definition' } },
  draft: { tone: 'neutral', icon: 'pencil', text: { fa: 'پیش‌نویس', en: 'Draft' } },
  signed: { tone: 'info', icon: 'stamp', text: { fa: 'امضاشده', en: 'Signed' } },
  'in-force': { tone: 'kept', icon: 'shield', text: { fa: 'معتبر', en: 'In force' } },
  expired: { tone: 'risk', icon: 'calendar', text: { fa: 'پایان اعتبار', en: 'Expired' } },
  new: { tone: 'info', icon: 'plus', text: { fa: 'تازه', en: 'New' } },
  running: { tone: 'info', icon: 'clock', text: { fa: 'در جریان', en: 'Running' } },
  paused: { tone: 'neutral', icon: 'pause', text: { fa: 'متوقف', en: 'Paused' } },
  returned: {
    tone: 'risk',
    icon: 'undo',
    text: { fa: 'برگشت برای تکمیل', en: 'Returned for completion' }
  },
  overdue: { tone: 'broken', icon: 'clock', text: { fa: 'گذشته از سررسید', en: 'Overdue' } },
  granted: { tone: 'kept', icon: 'check', text: { fa: 'پذیرفته شد', en: 'Granted' } },
  refused: { tone: 'neutral', icon: 'ban', text: { fa: 'پذیرفته نشد', en: 'Refused' } },
  withdrawn: { tone: 'quiet', icon: 'undo', text: { fa: 'انصراف متقاضی', en: 'Withdrawn' } },
  delivered: { tone: 'kept', icon: 'letter', text: { fa: 'تحویل شد', en: 'Delivered' } },
  complete: { tone: 'kept', icon: 'check', text: { fa: 'کامل', en: 'Complete' } },
  missing: { tone: 'broken', icon: 'cross', text: { fa: 'ناقص', en: 'Missing' } },
  up: { tone: 'kept', icon: 'check', text: { fa: 'در دسترس', en: 'Up' } },
  down: { tone: 'broken', icon: 'cross', text: { fa: 'قطع', en: 'Down' } },
  planned: { tone: 'info', icon: 'calendar', text: { fa: 'برنامه‌ریزی‌شده', en: 'Planned' } }
} as const satisfies Record<string, Look>

/** The states that have a colour, an icon and a word of their own. */
export type State = keyof typeof states

/** The look of a state, for components that draw it differently. */
export function lookOf(state: State): Look {
  return states[state]
}

/** The word for a state in the reader's language. */
export function stateText(view: Speaks, state: State): string {
  return states[state].text[view.lang]
}

/** A state as icon, word and colour; `text` replaces the word where the page has a truer one. */
export function badge(view: Speaks, state: State, text?: string): Html {
  const look = lookOf(state)
  return tag({ tone: look.tone, icon: look.icon, text: text ?? look.text[view.lang] })
}

/** A badge for what has no state of its own in this list. */
export interface TagOptions {
  readonly text: string
  readonly tone?: Tone
  readonly icon?: IconName
}

/** A word in a coloured box, with an icon. */
export function tag(options: TagOptions): Html {
  return html`<span class="badge tone-${options.tone ?? 'neutral'}"
    >${options.icon && icon(options.icon)}${options.text}</span
  >`
}
