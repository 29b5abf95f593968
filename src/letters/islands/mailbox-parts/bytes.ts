/** Bytes of a base64 text of the server. */
export function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
}
