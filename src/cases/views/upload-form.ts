import type { CardDocument } from '../../catalogue/index.ts'
import {
  button,
  csrfField,
  formHref,
  type Html,
  html,
  type ReceivedFile,
  uploadSlot,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { applyMessages } from '../messages-apply.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import { untilSealed } from '../sealed/views/sealed-notes.ts'
import { accepted, formats, size } from './words.ts'

/** A slot of one document. */
export interface UploadSlotInput {
  readonly document: CardDocument
  /** What the resumable endpoint is told: service, document, and the draft or the case. */
  readonly metadata: Readonly<Record<string, string>>
  /** Address that is told of a finished upload; without it nothing more has to be done. */
  readonly handIn?: string
  readonly received?: ReceivedFile | undefined
  /** Why the document came back; it must be mended then, whatever the card says of it. */
  readonly reasons?: Html
  readonly problems: readonly FieldProblem[]
  /** What is said while the browser seals the file; of a sealed service alone. */
  readonly preparing?: string
  /** A button for pages without script, where the slot is a form of its own. */
  readonly plain?: Html
}

/** The address of the resumable endpoint. */
const endpoint = '/api/v1/uploads'

/** A place for one document: plain file field, or with script dropped, photographed, sent in pieces. */
export function documentSlot(view: View, options: UploadSlotInput): Html {
  const { document, received, handIn, plain, reasons, preparing } = options
  const t = applyMessages.in(view.lang)
  const allowed = t.allowed(formats(view, document), size(view, document.sizeBytesMax))
  return uploadSlot(view, {
    name: `documents.${document.code}`,
    label: document.title[view.lang],
    help: html`${reasons} ${document.condition?.[view.lang]} ${allowed}`,
    accept: accepted(document),
    required: reasons !== undefined || (document.mandatory && document.condition === undefined),
    problems: options.problems,
    ...(received && { received }),
    ...(plain && { actions: html`<span data-upload-plain>${plain}</span>` }),
    attributes: {
      'data-endpoint': endpoint,
      'data-upload-name': document.code,
      'data-metadata': JSON.stringify(options.metadata),
      'data-size-bytes-max': String(document.sizeBytesMax),
      'data-texts': JSON.stringify(slotTexts(view, document)),
      ...(preparing !== undefined && {
        'data-preparing': preparing,
        'data-formats': document.formats.join(' ')
      }),
      ...(handIn !== undefined && { 'data-hand-in': formHref(view, handIn) })
    }
  })
}

/** A slot that is a form of its own; `action` takes the file, with what it belongs to in its query. */
export function uploadForm(
  view: View,
  options: UploadSlotInput & { readonly action: string }
): Html {
  const t = applyMessages.in(view.lang)
  const action = formHref(view, options.action)
  const text = options.received ? t.replace : t.attach
  return html`<form method="post" action="${action}" enctype="multipart/form-data" novalidate>
    ${csrfField(view)}
    ${documentSlot(view, {
      ...options,
      plain: button(view, { text, size: 'small', icon: 'upload' })
    })}
  </form>`
}

/** A slot of a sealed service: the browser seals the file, and no form ever sends it as it is. */
export function sealedUploadForm(view: View, options: UploadSlotInput): Html {
  const preparing = sealedPageMessages.in(view.lang).sealing
  return html`<form method="dialog" novalidate>
    ${csrfField(view)} ${untilSealed(documentSlot(view, { ...options, preparing }))}
  </form>`
}

/** What the island says; `%` stands for a share or a name. */
function slotTexts(view: View, document: CardDocument): Record<string, string> {
  const t = applyMessages.in(view.lang)
  return {
    sending: t.sending('%'),
    resuming: t.resuming,
    failed: t.uploadFailed,
    tooLarge: t.tooLarge(size(view, document.sizeBytesMax)),
    wrongType: t.wrongType(formats(view, document)),
    empty: t.emptyFile,
    attached: t.attachedNow('%'),
    photo: t.takePhoto
  }
}
