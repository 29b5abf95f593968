import { XMLBuilder } from 'fast-xml-parser'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  format: true
})

/** An XML document of nested elements: `@name` is an attribute, `#text` the text beside attributes. */
export function xmlDocument(root: object): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(root)}`
}
