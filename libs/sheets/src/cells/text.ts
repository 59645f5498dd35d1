/** A text as it is compared: full-width forms made half-width, dashes made one, no space at all. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[—–‐－]+/g, '-');

/** A text as it is kept: outer space and repeated blanks gone, line ends kept, NUL and lone halves dropped. */
export const tidy = (text: string): string =>
  text
    .replace(/[\0\uFFFD\p{Surrogate}]/gu, '')
    .replace(/\r\n?/g, '\n')
    // The apostrophe by which an export keeps a text from being calculated.
    .replace(/^'(?=[=+\-@\t\n])/, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** What people write where there is nothing to say. */
export const isNothing = (text: string): boolean => /^(?:|[-/\\]+|无|暂无|待定|\/)$/.test(bare(text));
