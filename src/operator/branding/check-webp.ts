/**
 * Whether the picture of a WebP begins as one: a key frame of VP8 whose first part lies within the file, or
 * a lossless picture of the one version that there is (RFC 9649). Its pixels are not decoded: nothing of
 * this program can.
 * @param bytes - As `cleanPhoto` gives it: its chunks are sound.
 */
export function isSoundWebp(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let place = 12; place + 8 <= buffer.length;) {
    const name = buffer.toString('latin1', place, place + 4)
    const length = buffer.readUInt32LE(place + 4)
    const data = buffer.subarray(place + 8, place + 8 + length)
    if (name === 'VP8 ') return isKeyFrame(data)
    if (name === 'VP8L') return isLossless(data)
    place += 8 + length + (length & 1)
  }
  return false
}

/** RFC 6386, 9.1: the frame tag, then the start code. */
function isKeyFrame(data: Buffer): boolean {
  if (data.length < 10) return false
  const tag = data.readUIntLE(0, 3)
  const firstPart = tag >> 5
  const isKey = (tag & 1) === 0
  const begins = data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a
  return isKey && begins && firstPart > 0 && firstPart <= data.length - 10
}

function isLossless(data: Buffer): boolean {
  return data.length > 5 && data[0] === 0x2f && data.readUInt32LE(1) >>> 29 === 0
}
