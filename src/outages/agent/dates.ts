const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

const forms = [
  // RFC 9110 section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`
  /^[A-Z][a-z]{2}, (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
  // What OpenSSL prints of a certificate: `Nov  6 08:49:37 1994 GMT`
  /^(?<month>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4}) GMT$/
]

/**
 * The instant that a header of HTTP or a certificate names.
 * @returns Milliseconds since 1970, or `null` where the text is no such date.
 */
export function epochMillisecondsOf(text: string): number | null {
  for (const form of forms) {
    const { day, month, year, time } = form.exec(text.trim())?.groups ?? {}
    if (day === undefined || month === undefined) continue
    const number = months.indexOf(month) / 3 + 1
    if (!Number.isInteger(number) || number < 1) return null
    const date = `${String(year)}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    try {
      return Temporal.Instant.from(`${date}T${String(time)}Z`).epochMilliseconds
    } catch {
      return null
    }
  }
  return null
}
