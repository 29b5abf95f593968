const base64 = {
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAhRh/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQQVUlP/2gAMAwEAAhEDEQA/AI27PQFhWROaE2MrbP/Z',
  progressive:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/aAAwDAQACEAMQAAABjCs3/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/2gAIAQEAAQUCt//EABcRAAMBAAAAAAAAAAAAAAAAAAADE1H/2gAIAQMBAT8BuzT/xAAXEQADAQAAAAAAAAAAAAAAAAAAAxRR/9oACAECAQE/AZ1Yf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEABj8Cf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAE/Iaf/2gAMAwEAAgADAAAAEPP/xAAVEQEBAAAAAAAAAAAAAAAAAAAAYf/aAAgBAwEBPxCt/8QAFREBAQAAAAAAAAAAAAAAAAAAAGH/2gAIAQIBAT8Qhf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8QP//Z',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGBAMAAAAMK8LIAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAAFVBMVEX/AADMADOZAGZmAJkzAMwAAP////9+T0jOAAAAAWJLR0QGYWa4fQAAAAd0SU1FB+oLFgkcCnDaJNoAAAAcSURBVAjXY2AAAUEgYFACAgZjIGBwAQKGUCAAACSkA/0DiwyQAAAAJXRFWHRkYXRlOmNyZWF0ZQAyMDI2LTExLTIyVDA5OjI4OjEwKzAwOjAwn/DBiwAAACV0RVh0ZGF0ZTptb2RpZnkAMjAyNi0xMS0yMlQwOToyODoxMCswMDowMO6teTcAAAAASUVORK5CYII=',
  webp: 'UklGRlQAAABXRUJQVlA4IEgAAAAwAwCdASoIAAYAAgA0JagCdLcAlgH8AwgD9APf/A9EArXgAP73nEpAeVM/+euOGOKv7kYY4q/99pf69v/gm/QruYB7V5jaAAA=',
  lossless:
    'UklGRjoAAABXRUJQVlA4TC0AAAAvB0ABAC8AEIT/bRMz8+b/+U+WBoRsJOkUTuEVXuEV3l+rE9H/+HjVrQ62GgAA'
} as const

/** Real pictures of eight by six pixels. */
export function picture(kind: keyof typeof base64): Buffer {
  return Buffer.from(base64[kind], 'base64')
}

/** A JPEG as a telephone makes it: with its place, its maker, a way up, and a comment. */
export function telling(): Buffer {
  const plain = picture('jpeg')
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif()])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>GPSLatitude 32.86</x>', 'latin1')),
    segment(0xfe, Buffer.from('taken at home', 'latin1')),
    plain.subarray(2)
  ])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** A little-endian directory: orientation 6, and a pointer to a place in "GPS". */
function exif(): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4 + 40)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  tiff.writeUInt16LE(0x8825, 22)
  tiff.writeUInt16LE(4, 24)
  tiff.writeUInt32LE(1, 26)
  tiff.writeUInt32LE(38, 30)
  tiff.write('GPS 32.8649 N 59.2262 E SECRET-PLACE', 38, 'latin1')
  return tiff
}
