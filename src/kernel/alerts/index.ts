/**
 * Public alerts in a crisis: CAP 1.2 read and written, and signed by the unit that sends them. Pure and
 * browser-safe. What reads never throws on bad input.
 * @see docs/specs/broadcasts.md
 */
export {
  type Alert,
  type AlertInfo,
  alertBytesMax,
  alertSchema,
  capInstant,
  categories,
  certainties,
  expiryOf,
  infoFor,
  messageTypes,
  severities,
  urgencies
} from './alert.ts'
export { formatAlert } from './format-alert.ts'
export { type AlertFault, parseAlert } from './parse-alert.ts'
export { type AlertName, isAlertSigned, signAlert } from './sign-alert.ts'
