import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visibleText } from './visible-text.ts'

const cases: readonly [what: string, html: string, text: string][] = [
  ['plain text', 'سلام', 'سلام'],
  ['blocks as lines', '<h1>A</h1><p>B</p>C', 'A\nB\nC'],
  ['inline tags within a word', '<p>out<b>a</b>ge <a href="/x">now</a></p>', 'outage now'],
  ['a line break as a space', 'one<br>two<br/>three', 'one two three'],
  ['white space of the source as one space', '<p>\n  a\n\t b&nbsp; c\n</p>', 'a b c'],
  ['named references', '&lt;b&gt; &amp;amp; &quot;&#39;&laquo;&raquo;', '<b> &amp; "\'«»'],
  ['numbered references', '&#1576;&#x628;&#X200C;&#128;&#0;&#xD800;&#x110000;', 'بب\u200c€���'],
  [
    'references without their end',
    '&amp &lt 3 &#1576 &unknown; &constructor; &',
    '& < 3 ب &unknown; &constructor; &'
  ],
  ['a reference that tags tear apart', '&am<b>p;</b>', '&amp;'],
  ['attributes with marks in them', '<p title="a > b" data-x=\'</p>\'>c</p>', 'c'],
  ['attributes without quotes', '<p title=a/b>c</p>', 'c'],
  ['comments', 'a<!-- b --><!--> c <!---> d <!-- e --!> f', 'a c d f'],
  ['a comment that never ends', 'a<!-- b', 'a'],
  ['doctype, instructions and CDATA', '<!doctype html><?xml x?>a<![CDATA[b]]>c', 'ac'],
  [
    'scripts, styles and titles',
    '<title>t</title><script>"<p>x</p>"</script><style>y</style>a',
    'a'
  ],
  ['a script that never ends', 'a<script>b<p>c', 'a'],
  ['the inside of a script that looks like its end', '<script>"</scripts>"</SCRIPT >a', 'a'],
  [
    'what is not there without a click',
    '<template><p>b</p></template><noscript>c</noscript>a',
    'a'
  ],
  ['text areas', '<textarea><b>typed</b></textarea>a', 'a'],
  ['what is hidden, with what is in it', '<div hidden><div>b</div>c</div>a', 'a'],
  ['what a style hides', '<p style="color:red; display : NONE">b</p>a', 'a'],
  ['a closed dialog but not an open one', '<dialog>b</dialog><dialog open>a</dialog>', 'a'],
  ['a hidden void element alone', '<input hidden>a', 'a'],
  ['drawings', '<svg><title>b</title><text>c</text></svg>a', 'a'],
  ['signs that are no tags', 'a < b, 1<2, <3, </>c</ d>', 'a < b, 1<2, <3, c'],
  ['a tag that never ends', 'a<p title="b', 'a'],
  ['nothing', '', '']
]

for (const [what, html, text] of cases) {
  test(`visibleText reads ${what}`, () => {
    assert.equal(visibleText(html), text)
  })
}
