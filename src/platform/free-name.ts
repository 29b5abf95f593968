// File systems count bytes: 255 of them are at most 127 letters of Persian.
const nameBytesMax = 240

/**
 * A name for a file in a folder where `taken` are, whatever the case; it is taken then. What is too long for a
 * file system is cut before its extension.
 * @param name - No path; whoever sent it chose it.
 */
export function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const free = fitting(name, number === 1 ? '' : `${String(number)}-`)
    if (taken.has(free.toLowerCase())) continue
    taken.add(free.toLowerCase())
    return free
  }
}

function fitting(name: string, before: string): string {
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  const letters = Array.from(name.slice(0, name.length - extension.length))
  const bytesOf = () => Buffer.byteLength(before + letters.join('') + extension)
  while (bytesOf() > nameBytesMax) letters.pop()
  return before + letters.join('') + extension
}
