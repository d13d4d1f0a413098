import { transform } from '../../../tools/waf/text-transformations';

/** AWS WAF developer guide, "Using text transformations". */
it.each([
  ['NONE', 'A b', 'A b'],
  ['LOWERCASE', 'AbÜ', 'abÜ'],
  ['URL_DECODE', '%2e%2E+a%zz', '.. a%zz'],
  ['URL_DECODE_UNI', '%u003c%uff1c%3c+', '<<< '],
  ['HTML_ENTITY_DECODE', '&lt;&#60;&#x3c;&quot;&unknown;', '<<<"&unknown;'],
  ['COMPRESS_WHITE_SPACE', 'a \t\r\n\u00a0b', 'a b'],
  ['REMOVE_NULLS', 'a\0b', 'ab'],
  ['REPLACE_NULLS', 'a\0b', 'a b'],
  ['REPLACE_COMMENTS', 'un/* x */ion/**//*open', 'un ion  '],
  ['REPLACE_COMMENTS', 'a */ b', 'a */ b'],
  ['NORMALIZE_PATH', '/a/./b//../c/', '/a/c/'],
  ['NORMALIZE_PATH', '/../../etc', '/etc'],
  ['NORMALIZE_PATH', '../../etc', '../../etc'],
  ['NORMALIZE_PATH_WIN', '\\a\\..\\b', '/b'],
  ['CMD_LINE', 'C^AT "/etc" (x) , ;  y', 'cat/etc(x) y'],
  ['JS_DECODE', '\\u003c\\x3c\\74\\n\\uff1c', '<<<\n<'],
  ['ESCAPE_SEQ_DECODE', '\\x41\\n\\q', 'A\n\\q'],
  ['HEX_DECODE', '3c41', '<A'],
  ['BASE64_DECODE', 'PGE+', '<a>'],
  ['BASE64_DECODE', 'PGE+!PGE+', '<a>'],
  ['BASE64_DECODE_EXT', 'P.G.E+', '<a>'],
])('%s turns %j into %j', (type, given, expected) => {
  expect(transform(given, [type])).toBe(expected);
});

it('applies several in order, and refuses one that it does not know', () => {
  expect(transform('%253CA', ['URL_DECODE', 'URL_DECODE', 'LOWERCASE'])).toBe('<a');
  expect(() => transform('x', ['MD5'])).toThrow('text_transformation: is not known here, got MD5; use one of NONE');
});
