import { isSignedBy, Malformed, parseKey, parseNote, printKey } from './note.js';

/** The example of the format's first implementation, golang.org/x/mod/sumdb/note. */
const KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const NOTE =
  'If you think cryptography is the answer to your problem,\n' +
  'then you don’t know what your problem is.\n\n'.replace('’', "'") +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

describe('a signed note of another implementation', () => {
  it('is read, and its signature holds', () => {
    const key = parseKey(KEY);
    expect(isSignedBy(parseNote(NOTE), key)).toBe(true);
    expect(printKey(key.name, key.algorithm, key.publicKey)).toBe(KEY);
  });

  it('does not hold for another text, nor under another name', () => {
    const key = parseKey(KEY);
    expect(isSignedBy(parseNote(NOTE.replace('answer', 'question')), key)).toBe(false);
    expect(isSignedBy(parseNote(NOTE.replace('— PeterNeumann', '— Somebody')), key)).toBe(false);
  });
});

describe('what is no note and no key', () => {
  it.each([
    '',
    '\n',
    'text\n',
    'text\n\n',
    'text\n\n— name\n',
    'text\n\n— name AAAA\n',
    'text\n\n— name x08go/Z=\n',
    NOTE.trimEnd(),
  ])('%j is refused', (note) => expect(() => parseNote(note)).toThrow(Malformed));

  it.each(['', 'name', KEY.replace('c74f', 'c74e'), KEY.replace('+AR', '+7R'), `${KEY}AAAA`])('%j is refused', (key) =>
    expect(() => parseKey(key)).toThrow(Malformed),
  );
});
